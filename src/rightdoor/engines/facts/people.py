"""One person as plain values, how documents write them, and how a fault in one is told. Unknown is None."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, NotRequired, TypedDict

Value = str | int | float | None
Part = Literal["parent", "child", "other_adult"]
Sex = Literal["female", "male", "unknown"]


class PersonDocument(TypedDict):
    """One person as written in JSON; dates are ISO 8601."""

    id: str
    part: Part
    sex: NotRequired[Sex]
    birth_date: NotRequired[str]
    due_date: NotRequired[str]
    age_years: NotRequired[int]
    facts: NotRequired[dict[str, Value]]


class FactsDocument(TypedDict):
    """A family's circumstances as written in JSON."""

    as_of: str
    people: list[PersonDocument]
    family: dict[str, Value]


@dataclass(frozen=True)
class FactProblem:
    """One thing wrong with a facts document, with the path to it, such as "people[0].facts.offending"."""

    path: str
    reason: str

    def __str__(self) -> str:
        return f"{self.path}: {self.reason}" if self.path else self.reason


class FactsError(ValueError):
    """A facts document that cannot be used. Holds every problem found."""

    def __init__(self, problems: list[FactProblem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(map(str, problems)))


@dataclass(frozen=True)
class Person:
    """One person. A child not yet born has a due date and no birth date; anything may be unknown.

    `facts` holds "yes", "no", a number or an option of a choice, by code; what is left out is unknown.
    """

    id: str
    part: Part
    sex: Sex = "unknown"
    birth_date: date | None = None
    due_date: date | None = None
    age_years: int | None = None
    facts: Mapping[str, Value] = field(default_factory=dict)

    def as_document(self) -> PersonDocument:
        """Give the person as it would be written in JSON."""
        document: PersonDocument = {"id": self.id, "part": self.part, "sex": self.sex}
        if self.birth_date:
            document["birth_date"] = self.birth_date.isoformat()
        if self.due_date:
            document["due_date"] = self.due_date.isoformat()
        if self.age_years is not None:
            document["age_years"] = self.age_years
        document["facts"] = told_only(self.facts)
        return document


def told_only(facts: Mapping[str, Value]) -> dict[str, Value]:
    """Leave out whatever is unknown."""
    return {code: value for code, value in facts.items() if value not in (None, "unknown")}
