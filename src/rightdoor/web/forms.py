"""Forms of the shell."""

import re
from typing import Any

from rightdoor.engines.known import Asked
from rightdoor.families.models import Identifier
from rightdoor.ui.fields import Day, Name, Postcode, Select, Text
from rightdoor.ui.forms import BaseForm, given

SYSTEMS = [("", "No number"), *Identifier.System.choices]


class FindPerson(BaseForm):
    """Who is being looked for. Sent in the body, so that nobody's name stands in an address."""

    known_as = Name(label="First name, or the name they use", required=False)
    family_name = Name(label="Family name", required=False)
    born = Day(label="Birth date", required=False)
    postcode = Postcode(label="Postcode", required=False)
    system = Select(label="Kind of number", choices=SYSTEMS, required=False)
    number = Text(label="Number", max_length=40, required=False)
    conditions = (given("system", *Identifier.System.values).require("number"),)

    def clean(self) -> dict[str, Any]:
        """Enough must be told to find one person among many."""
        clean = super().clean() or self.cleaned_data
        enough = clean.get("family_name") or clean.get("born") or clean.get("number")
        if not (self.errors or enough or (clean.get("postcode") and clean.get("known_as"))):
            self.add_error(
                "family_name", "Enter a family name, a birth date, a number, or a first name with a postcode"
            )
        return clean

    @property
    def wanted(self) -> Asked:
        """Who is being looked for, as the comparison wants it."""
        clean = self.cleaned_data
        number = re.sub(r"\s", "", clean["number"]).upper()
        return Asked(
            known_as=clean["known_as"],
            family_name=clean["family_name"],
            birth_date=clean["born"],
            postcode=clean["postcode"],
            identifiers=frozenset({(clean["system"], number)}) if number else frozenset(),
        )

    @property
    def used(self) -> list[str]:
        """Which questions were answered: for the audit, which holds no names."""
        return sorted(name for name, value in self.cleaned_data.items() if value)
