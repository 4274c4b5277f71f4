"""sheets/*.md: tip sheets for families, and what they may know of their rights."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, StrictBool, model_validator

from rightdoor.engines.drawing.pictograms import PICTOGRAMS
from rightdoor.engines.packs.fields import Count, Date, File, Id, Name, Record
from rightdoor.engines.packs.services import Issue

Kind = Literal["age", "worry", "rights", "using"]
USUAL, HELPS, ASK, NOW = "What is usual", "What helps today", "When to ask for help", "Get help now"
HEADINGS = (USUAL, HELPS, ASK, NOW)


def _drawn(name: str) -> str:
    if name not in PICTOGRAMS:
        raise ValueError(f"There is no picture “{name}”. The pictures are: {', '.join(sorted(PICTOGRAMS))}.")
    return name


class EasyPoint(Record):
    """One sentence of the easy-read version, with its picture."""

    picture: Annotated[Name, AfterValidator(_drawn), Field(description="name of a picture")]
    says: Annotated[Name, Field(description="one short sentence")]


class SheetHead(File):
    """What stands between the two lines `+++` at the top of a sheet."""

    id: Annotated[Id, Field(description="same as the name of the file")]
    title: Annotated[Name, Field(description="as the page is called")]
    summary: Annotated[Name, Field(description="one or two plain sentences, shown in lists")]
    kind: Annotated[
        Kind,
        Field(
            description="what is usual at an age, a common worry, rights of families, or how to use this site"
        ),
    ]
    all_ages: Annotated[StrictBool, Field(description="is it about children of every age?")] = False
    for_pregnancy: Annotated[StrictBool, Field(description="is it for expectant parents?")] = False
    age_from_months: Annotated[Count | None, Field(description="child's age, inclusive")] = None
    age_to_months: Annotated[Count | None, Field(description="child's age, exclusive")] = None
    issues: Annotated[
        tuple[Issue, ...], Field(description="what it is about; the same codes as services")
    ] = ()
    written: Annotated[Date, Field(description="day on which the words were last agreed")]
    review_by: Annotated[Date, Field(description="day by which somebody must have read it again")]
    sources: Annotated[
        tuple[Name, ...],
        Field(min_length=1, description="where its facts can be read; each a title and who wrote it"),
    ]
    reading_note: Annotated[
        str, Field(description="anything the next editor should know about its words")
    ] = ""
    easy: Annotated[
        tuple[EasyPoint, ...], Field(min_length=1, description="the easy-read version, sentence by sentence")
    ]

    @model_validator(mode="after")
    def _says_for_whom(self) -> "SheetHead":
        aged = self.age_from_months is not None and self.age_to_months is not None
        if (self.age_from_months is None) != (self.age_to_months is None):
            raise ValueError("Give both “age_from_months” and “age_to_months”, or neither.")
        if aged and (self.age_from_months or 0) >= (self.age_to_months or 0):
            raise ValueError(
                "“age_from_months” must be less than “age_to_months” (the upper age is not included)."
            )
        if not (self.all_ages or aged or self.for_pregnancy) or (self.all_ages and aged):
            raise ValueError(
                "Say for whom it is: all_ages = true, or ages in months, or for_pregnancy = true."
            )
        if self.review_by <= self.written:
            raise ValueError("“review_by” must be later than “written”.")
        return self


class TranslationHead(File):
    """What stands at the top of a sheet in another language; the rest is taken from the English one."""

    title: Annotated[Name, Field(description="the title in this language")]
    summary: Annotated[Name, Field(description="the summary in this language")]
    translates: Annotated[Date, Field(description="the day `written` of the English text it was made from")]
    easy: Annotated[
        tuple[EasyPoint, ...], Field(min_length=1, description="the easy-read version in this language")
    ]


@dataclass(frozen=True)
class Section:
    """One part of a sheet: its heading and the Markdown below it."""

    heading: str
    text: str


@dataclass(frozen=True)
class Translation:
    """A sheet in another language."""

    language: str
    head: TranslationHead
    sections: tuple[Section, ...]


@dataclass(frozen=True)
class Sheet:
    """One sheet. `common` ones are shared by every partnership; a partnership may replace one by its own."""

    head: SheetHead
    sections: tuple[Section, ...]
    common: bool
    translations: Mapping[str, Translation] = field(default_factory=dict)

    @property
    def id(self) -> str:
        """Its name, unique among the sheets of a pack."""
        return self.head.id

    def fits_age(self, months: int) -> bool:
        """Say whether it is about a child of so many whole months: from is included, to is not."""
        if self.head.age_from_months is None or self.head.age_to_months is None:
            return self.head.all_ages
        return self.head.age_from_months <= months < self.head.age_to_months

    def touches(self, first: int, last: int) -> bool:
        """Say whether it is about some of the months of age from the first until before the last."""
        if self.head.age_from_months is None or self.head.age_to_months is None:
            return self.head.all_ages
        return self.head.age_from_months < last and first < self.head.age_to_months

    def overdue(self, today: date) -> bool:
        """Say whether nobody has read it again by the day by which somebody must have."""
        return today > self.head.review_by
