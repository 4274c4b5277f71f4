"""What is asked about people: who they are, where they live, to whom they belong."""

from typing import Any, ClassVar

from rightdoor.engines.codes import (
    disabilities,
    ethnicities,
    languages,
    relationship_types,
    religions,
)
from rightdoor.engines.identifiers import is_nhs_number, is_upn
from rightdoor.families.models import ContactPoint, Identifier, Part, PersonName, Sex
from rightdoor.ui.fields import (
    Checkboxes,
    Day,
    Hidden,
    LongText,
    Name,
    PartialDay,
    Postcode,
    Radios,
    Select,
    Text,
    YesNo,
    YesNoUnknown,
)
from rightdoor.ui.forms import BaseForm, Condition, given
from rightdoor.ui.once import OnceForm

_PARTS = [(part.value, part.label) for part in Part]


def _codes(codes: Any) -> list[tuple[str, str]]:
    return [(code.code, code.label) for code in codes.values()]


class PersonForm(OnceForm):
    """Who somebody is. Only a name to call them by is needed."""

    version = Hidden(required=False)
    known_as = Name(
        label="What are they called?",
        hint="As they like to be called. For a baby not yet born, write 'Baby'.",
        missing="Write what this person is called",
    )
    family_name = Name(label="Family name", required=False)
    part = Radios(
        label="What is their part in the family?", choices=_PARTS, missing="Choose their part in the family"
    )
    expected = YesNo(
        label="Are they still to be born?", missing="Choose yes if the baby is not born yet, or no"
    )
    due_date = Day(
        label="When is the baby expected?",
        hint="For example, 14 3 2027",
        missing="Write the date the baby is expected",
    )
    birth_date = PartialDay(
        label="When were they born?",
        required=False,
        birthday=False,
        hint="If you only know the year, fill in the year alone. Leave it empty if it is not known.",
    )
    sex = Radios(label="Sex", choices=[(s.value, s.label) for s in Sex], required=False)
    ethnicity = Select(
        label="Ethnicity", choices=_codes(ethnicities()), required=False, empty="Not known yet"
    )
    first_language = Select(
        label="First language", choices=_codes(languages()), required=False, empty="Not known yet"
    )
    needs_interpreter = YesNoUnknown(label="Do they need an interpreter?", required=False)
    religion = Select(label="Religion", choices=_codes(religions()), required=False, empty="Not known yet")
    disabilities = Checkboxes(
        label="Disability", choices=_codes(disabilities()), required=False, exclusive="NONE"
    )

    conditions: ClassVar[tuple[Condition, ...]] = (
        given("expected", "yes").require("due_date"),
        given("expected", "no").show("birth_date"),
    )

    def changes(self) -> dict[str, Any]:
        """Give the cleaned answers as fields of a person."""
        told = self.cleaned_data
        born = None if told["expected"] else told["birth_date"]
        due = told["due_date"] if told["expected"] else None
        return {
            "known_as": told["known_as"],
            "family_name": told["family_name"],
            "birth_date": born.earliest if born else None,
            "birth_date_exact": born.exact is not None if born else True,
            "due_date": due,
            "sex": Sex.NOT_KNOWN if due else told["sex"] or Sex.NOT_KNOWN,
            "ethnicity": told["ethnicity"],
            "first_language": told["first_language"],
            "needs_interpreter": {"yes": True, "no": False}.get(told["needs_interpreter"]),
            "religion": told["religion"],
            "disabilities": told["disabilities"],
        }


class NameForm(OnceForm):
    """Another name somebody has or had."""

    kind = Radios(
        label="What kind of name is it?",
        choices=PersonName.Kind.choices,
        missing="Choose what kind of name it is",
    )
    given = Name(label="First name", required=False)
    family_name = Name(label="Family name", required=False)

    def clean(self) -> dict[str, Any]:
        """At least one part of the name must be there."""
        told = super().clean() or self.cleaned_data
        if not told.get("given") and not told.get("family_name"):
            self.add_error("given", "Write a first name, a family name, or both")
        return told


class NumberForm(BaseForm):
    """A number by which some system knows somebody."""

    system = Radios(
        label="Whose number is it?", choices=Identifier.System.choices, missing="Choose whose number it is"
    )
    value = Text(label="Number", max_length=40, missing="Write the number")
    source = Text(label="Where did you see it?", max_length=120, missing="Write where you saw the number")

    def clean(self) -> dict[str, Any]:
        """NHS and pupil numbers carry a check against slips of the pen."""
        told = super().clean() or self.cleaned_data
        value = "".join(str(told.get("value", "")).split()).upper()
        checks = {"nhs": (is_nhs_number, "NHS number"), "upn": (is_upn, "unique pupil number")}
        check = checks.get(told.get("system", ""))
        if value and check and not check[0](value):
            self.add_error("value", f"This is not a {check[1]}: check each figure against where you saw it")
        return {**told, "value": value}


class AddressForm(OnceForm):
    """Where somebody lives."""

    lines = LongText(label="Address", max_length=300, required=False)
    postcode = Postcode(label="Postcode", required=False)
    since = Day(label="Since when?", required=False)
    secret = YesNo(
        label="Must somebody not learn this address?",
        missing="Choose yes if the address must be kept secret, or no",
    )
    secret_because = Text(
        label="Who must not learn it, and why?",
        max_length=300,
        missing="Write who must not learn the address, and why",
    )
    conditions: ClassVar[tuple[Condition, ...]] = (given("secret", "yes").require("secret_because"),)

    def clean(self) -> dict[str, Any]:
        """Something of an address must be there."""
        told = super().clean() or self.cleaned_data
        if not told.get("lines") and not told.get("postcode") and not self.errors:
            self.add_error("lines", "Write the address, the postcode, or both")
        return told


class ContactForm(OnceForm):
    """A way to reach somebody, and whether it is safe."""

    kind = Radios(label="How?", choices=ContactPoint.Kind.choices, missing="Choose telephone or e-mail")
    value = Text(label="Number or address", max_length=320, missing="Write the number or the e-mail address")
    safe = YesNoUnknown(
        label="Is it safe to use?",
        hint="Could somebody who may harm them see or hear it?",
        missing="Choose whether it is safe",
    )
    note = Text(label="Anything to know before using it?", max_length=200, required=False)


class RelationForm(BaseForm):
    """What one person is to another."""

    kind = Select(label="What are they?", choices=[], missing="Choose what they are to each other")
    other = Radios(label="To whom?", choices=[], missing="Choose to whom")
    since = Day(label="Since when?", required=False)

    def __init__(self, *args: Any, people: list[tuple[str, str]], **kwargs: Any) -> None:
        """`people` are the others in the family, by id."""
        super().__init__(*args, **kwargs)
        self.offer(
            "kind",
            [
                ("", "Choose one"),
                *((t.code, t.label) for t in relationship_types().values()),
            ],
        )
        self.offer("other", people)


class HomeForm(OnceForm):
    """A home, and who lives in it."""

    name = Text(
        label="What do you call this home?",
        hint="Such as 'Mum's home'",
        max_length=120,
        missing="Write what you call this home",
    )
    people = Checkboxes(label="Who lives there now?", choices=[], required=False)

    def __init__(self, *args: Any, people: list[tuple[str, str]], **kwargs: Any) -> None:
        """`people` are the family's members, by id."""
        super().__init__(*args, **kwargs)
        self.offer("people", people)
