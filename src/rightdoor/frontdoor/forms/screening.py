"""The front door's screen: each parent fact answered, what holds of each child and the family ticked."""

from collections.abc import Iterable, Mapping
from typing import Any

from rightdoor.engines.facts import Fact, screening_facts
from rightdoor.engines.packs import Pack
from rightdoor.engines.rules import Rule
from rightdoor.frontdoor.circumstances import FAMILY, askable, facts_in, wanted_by
from rightdoor.ui.fields import Checkboxes, Confirm, Hidden, Number, Radios, Select
from rightdoor.ui.forms import BaseForm

MOST = 1_000_000
_ANSWERS = (("yes", "Yes"), ("no", "No"), ("unknown", "Not known"))


def facts_to_ask(pack: Pack, rules: Iterable[Rule] = ()) -> list[Fact]:
    """Give the short screen, what the levels of the pack rest on, and what the given rules need besides."""
    screen = list(screening_facts())
    short = {(fact.who, fact.code) for fact in screen}
    wanted = wanted_by(pack.scheme("levels"), rules) - short
    return screen + askable(wanted)


class ScreenForm(BaseForm):
    """Filled from what was told; only what is missing has to be added. An answer left out is not known."""

    token = Hidden(required=False)

    def __init__(
        self,
        data: Any = None,
        *,
        document: Mapping[str, Any],
        names: Mapping[str, str],
        facts: Iterable[Fact],
        **settings: Any,
    ) -> None:
        """`document` holds the people and what is known of them; `names` how to speak of them."""
        super().__init__(data, **settings)
        self.told = facts_in(document)
        self.people = [(person["id"], person["part"]) for person in document["people"]]
        self.names = names
        self.wanted = list(facts)
        for key, part in self.people:
            if part in {"parent", "child"}:
                self._ask(key, part)
        self._ask(FAMILY, "family")

    def _ask(self, key: str, part: str) -> None:
        mine = [fact for fact in self.wanted if fact.who == part]
        told = self.told.get(key, {})
        ticked = [fact for fact in mine if fact.kind == "yes_no" and part != "parent"]
        for fact in mine:
            if fact not in ticked:
                self.fields[f"{key}__{fact.code}"] = _asked(fact, told.get(fact.code))
        if ticked:
            self._tick(key, ticked, told)

    def _tick(self, key: str, ticked: list[Fact], told: Mapping[str, Any]) -> None:
        yes = [fact.code for fact in ticked if told.get(fact.code) == "yes"]
        rest_no = bool(told) and all(told.get(f.code) == "no" for f in ticked if f.code not in yes)
        self.fields[f"{key}__ticked"] = Checkboxes(
            label=f"What holds of {self._name(key)}?",
            choices=[(fact.code, fact.question_practitioner) for fact in ticked],
            initial=yes,
            required=False,
        )
        self.fields[f"{key}__rest_no"] = Confirm(
            label="Asked about all of these: the rest do not hold", initial=rest_no, required=False
        )

    def _name(self, key: str) -> str:
        return "the family" if key == FAMILY else self.names.get(key, key)

    def groups(self) -> list[dict[str, Any]]:
        """Give the questions by whom they are about."""
        found = []
        for key, part in [*self.people, (FAMILY, "family")]:
            mine = [self[name] for name in self.fields if name.startswith(f"{key}__")]
            if mine:
                found.append({"title": self._title(key), "questions": mine, "part": part})
        return found

    def _title(self, key: str) -> str:
        name = self._name(key)
        return f"{name[:1].upper()}{name[1:]}"

    def answers(self) -> dict[str, dict[str, Any]]:
        """Give the clean answers as facts, by person's key."""
        return {key: self._facts(key, part) for key, part in [*self.people, (FAMILY, "family")]}

    def _facts(self, key: str, part: str) -> dict[str, Any]:
        begins = f"{key}__"
        said = {
            name.removeprefix(begins): value
            for name, value in self.cleaned_data.items()
            if name.startswith(begins)
        }
        ticked = set(said.pop("ticked", []))
        rest = "no" if said.pop("rest_no", False) else "unknown"
        offered = [f.code for f in self.wanted if f.who == part and f.kind == "yes_no" and part != "parent"]
        facts = {code: "yes" if code in ticked else rest for code in offered}
        return {
            **facts,
            **{code: "unknown" if value in ("", None) else value for code, value in said.items()},
        }


def _asked(fact: Fact, told: Any) -> Any:
    if fact.kind == "choice":
        choices = [
            (option, option.replace("-", " ").replace("_", " ").capitalize()) for option in fact.options
        ]
        return Select(
            label=fact.question_practitioner, choices=choices, empty="Not known", initial=told, required=False
        )
    if fact.kind == "number":
        return Number(
            label=fact.question_practitioner,
            lowest=int(fact.least),
            highest=int(fact.most or MOST),
            suffix=fact.unit,
            initial=told,
            required=False,
        )
    return Radios(
        label=fact.question_practitioner, choices=_ANSWERS, inline=True, initial=told, required=False
    )
