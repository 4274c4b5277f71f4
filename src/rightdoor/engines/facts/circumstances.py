"""A family's circumstances as plain values: who is in it and what is known about them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from rightdoor.engines.facts.checks import problems_of
from rightdoor.engines.facts.people import FactsDocument, FactsError, Person, Value, told_only


@dataclass(frozen=True)
class Circumstances:
    """A family on one day. Raises FactsError, naming every path, when something cannot be so."""

    as_of: date
    people: tuple[Person, ...] = ()
    family: Mapping[str, Value] = field(default_factory=dict)

    def __post_init__(self) -> None:
        object.__setattr__(self, "people", tuple(self.people))
        if problems := problems_of(self.as_of, self.people, self.family):
            raise FactsError(problems)

    def of_kind(self, who: str) -> tuple[Person, ...]:
        """Give the parents, or the children, in the order told."""
        return tuple(person for person in self.people if person.part == who)

    def as_document(self) -> FactsDocument:
        """Give the circumstances as they would be written in JSON; `read` gives them back."""
        people = [person.as_document() for person in self.people]
        return {"as_of": self.as_of.isoformat(), "people": people, "family": told_only(self.family)}
