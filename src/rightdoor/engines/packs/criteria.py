"""criteria.toml: the named questions that thresholds and eligibility are made of, one line each."""

from typing import Annotated, Literal

from pydantic import Field, StrictBool, StrictFloat, model_validator

from rightdoor.engines.packs.fields import AgeText, File, Name, Record, months_of_age

Number = StrictFloat  # takes whole numbers too
NUMBER_TESTS = ("more_than", "at_least", "less_than", "at_most")
AGE_TESTS = ("from_", "before")
WORD_TESTS = ("is_", "one_of")


class CriterionRow(Record):
    """One criterion: a sentence, whom it asks about, which fact, and the test."""

    say: Annotated[Name, Field(description="the sentence shown to people")]
    who: Annotated[Literal["parent", "child", "family"], Field(description="whom it asks about")]
    fact: Annotated[str | None, Field(description="code of a fact; or else `count`")] = None
    count: Annotated[tuple[str, ...] | None, Field(description="codes of yes-or-no facts to count")] = None
    same_person: Annotated[StrictBool, Field(description="count on one and the same person")] = False
    is_: Annotated[str | None, Field(description="the answer, such as `yes`", alias="is")] = None
    one_of: Annotated[tuple[str, ...] | None, Field(description="any of these answers", min_length=1)] = None
    more_than: Annotated[Number | None, Field(description="number, not included")] = None
    at_least: Annotated[Number | None, Field(description="number, included")] = None
    less_than: Annotated[Number | None, Field(description="number, not included")] = None
    at_most: Annotated[Number | None, Field(description="number, included")] = None
    from_: Annotated[AgeText | None, Field(alias="from", description="age, included")] = None
    before: Annotated[AgeText | None, Field(description="age, not included")] = None
    source: Annotated[str, Field(description="where it is written")] = ""

    @model_validator(mode="after")
    def _asks_one_thing(self) -> "CriterionRow":
        if (self.fact is None) == (self.count is None):
            raise ValueError("Give either “fact” (one code) or “count” (a list of codes).")
        if not self.tests:
            raise ValueError('There is no test. Add one, such as is = "yes" or at_least = 2.')
        if self.from_ and self.before and months_of_age(self.from_) >= months_of_age(self.before):
            raise ValueError("“from” must be younger than “before” (the upper age is not included).")
        return self

    @property
    def tests(self) -> tuple[str, ...]:
        """Name the tests this criterion makes."""
        named = (*WORD_TESTS, *NUMBER_TESTS, *AGE_TESTS)
        return tuple(name for name in named if getattr(self, name) is not None)


class Criteria(File):
    """All criteria, each under its own name."""

    criteria: Annotated[
        dict[Annotated[str, Field(pattern=r"^[a-z0-9]+([_-][a-z0-9]+)*$")], CriterionRow], Field()
    ] = {}
