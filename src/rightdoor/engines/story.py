"""What a family, or somebody for it, has told: the one telling that request and assessment share.

A request keeps a Story; the assessment opens filled from it; nobody is asked twice.
"""

from datetime import date
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

Answer = Literal["yes", "no", "unknown"]
Words = Annotated[str, Field(max_length=5000)]
Name = Annotated[str, Field(max_length=200)]


class _Told(BaseModel):
    model_config = ConfigDict(extra="forbid")


class PersonTold(_Told):
    """One person of the family as somebody described them. Only `key` and `part` are always there."""

    key: Annotated[str, Field(pattern=r"^[a-z0-9-]{1,20}$")]
    part: Literal["parent", "child", "other_adult", "unknown"] = "unknown"
    known_as: Name = ""
    family_name: Name = ""
    birth_date: date | None = None
    birth_date_exact: bool = True
    due_date: date | None = None
    sex: Literal["F", "M", "U"] = "U"
    relation: Annotated[str, Field(max_length=40)] = ""
    lives_with_children: Literal["yes", "no", "sometimes", "unknown"] = "unknown"
    first_language: Annotated[str, Field(max_length=10)] = ""
    needs_interpreter: Answer = "unknown"
    ethnicity: Annotated[str, Field(max_length=4)] = ""
    religion: Annotated[str, Field(max_length=30)] = ""
    disabilities: list[str] = []
    facts: dict[str, str | int | float | bool] = {}

    @property
    def full_name(self) -> str:
        """The name as told, or an honest stand-in."""
        return f"{self.known_as} {self.family_name}".strip() or "Name not told"


class Contact(_Told):
    """How one person may safely be reached."""

    name: Name = ""
    telephone: Annotated[str, Field(max_length=40)] = ""
    email: Annotated[str, Field(max_length=320)] = ""
    safe_to_call: Answer = "unknown"
    safe_note: Annotated[str, Field(max_length=200)] = ""


class Story(_Told):
    """Everything told so far. Every part may be missing: missing means not known, never no."""

    people: list[PersonTold] = []
    other_parent: Literal["told", "not_known", "prefer_not", "none", ""] = ""
    address: Annotated[str, Field(max_length=300)] = ""
    postcode: Annotated[str, Field(max_length=10)] = ""
    address_secret: Answer = "unknown"
    contact: Contact = Contact()
    worries: Words = ""
    strengths: Words = ""
    hopes: Words = ""
    child_words: Words = ""
    others_helping: Words = ""
    how_things_are: Annotated[int, Field(ge=0, le=10)] | None = None
    in_danger_now: Answer = "unknown"
    danger_words: Words = ""
    family_facts: dict[str, str | int | float | bool] = {}

    def person(self, key: str) -> PersonTold | None:
        """Give the person told of under a key."""
        return next((person for person in self.people if person.key == key), None)

    def of_part(self, part: str) -> list[PersonTold]:
        """Give those who play a part, in the order told."""
        return [person for person in self.people if person.part == part]
