"""pack.toml: who the partnership is, how to reach its front door, and what the pack was made from."""

from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from rightdoor.engines.codes import SPOKEN
from rightdoor.engines.packs.fields import File, Id, Name, Record, Text, Year

LEAST_CONTRAST = 4.5
_DARK = 0.04045  # below this sRGB is linear
LOCAL_SETTING = "local setting"


def contrast_with_white(colour: str) -> float:
    """Give the WCAG 2.2 contrast ratio (1 to 21) of a "#rrggbb" colour with white."""
    red, green, blue = (_linear(int(colour[start : start + 2], 16) / 255) for start in (1, 3, 5))
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)


def _linear(part: float) -> float:
    return part / 12.92 if part <= _DARK else ((part + 0.055) / 1.055) ** 2.4


def _readable(colour: str) -> str:
    ratio = contrast_with_white(colour)
    if ratio < LEAST_CONTRAST:
        raise ValueError(
            f"The colour {colour} is too pale: its contrast with white is {ratio:.1f}. "
            f"Choose a darker one, with a contrast of at least {LEAST_CONTRAST}."
        )
    return colour


def _spoken(code: str) -> str:
    if code not in SPOKEN:
        raise ValueError(f"The house has no words in “{code}”. Use codes out of: {', '.join(SPOKEN)}.")
    return code


SpokenCode = Annotated[str, AfterValidator(_spoken)]


class Contact(Record):
    """How to reach the front door. Leave a field empty when nobody has confirmed it."""

    front_door: Annotated[str, Field(description="what the front door is called")] = ""
    telephone: Annotated[str, Field(description="empty when nobody has confirmed it")] = ""
    hours: Annotated[str, Field(description="empty when nobody has confirmed them")] = ""
    email: Annotated[str, Field(description="empty when nobody has confirmed it")] = ""


class Emergency(Record):
    """What to do when somebody is in danger now."""

    text: Annotated[Text, Field(description="shown wherever somebody may be in danger")]


class SourceDocument(Record):
    """A document or data set that records of this pack come from."""

    id: Annotated[str, Field(pattern=r"^[A-Za-z0-9-]+$", description="first word of every `source`")]
    title: Annotated[Name, Field(description="its title")]
    publisher: Annotated[Name, Field(description="who published it")]
    year: Annotated[Year, Field(description="when")]
    licence: Annotated[Name, Field(description="on what terms it may be used")]
    note: Annotated[str, Field(description="anything a reader should know")] = ""


class Partnership(File):
    """The partnership itself."""

    id: Annotated[Id, Field(description="same as the name of the folder")]
    name: Annotated[Name, Field(description="short name of the place")]
    partnership: Annotated[Name, Field(description="full name of the partnership")]
    council: Annotated[Name, Field(description="name of the council")]
    council_kind: Annotated[Literal["london_borough", "county"], Field(description="what kind of council")]
    colour: Annotated[
        str,
        Field(pattern=r"^#[0-9a-fA-F]{6}$", description="contrast with white at least 4.5"),
        AfterValidator(_readable),
    ]
    version: Annotated[str, Field(pattern=r"^\d{4}\.\d+$", description="year and number, such as 2026.1")]
    holidays: Annotated[Literal["england-and-wales"], Field(description="whose bank holidays count")]
    languages: Annotated[
        tuple[SpokenCode, ...],
        Field(description="two-letter codes of the languages pages are offered in"),
    ]
    languages_checked: Annotated[
        tuple[SpokenCode, ...],
        Field(description="those whose words somebody with that first language has read and found right"),
    ] = ()
    contact: Annotated[Contact, Field(description="how to reach the front door")]
    emergency: Annotated[Emergency, Field(description="what to do in danger")]
    source: Annotated[
        tuple[SourceDocument, ...], Field(description="documents and data the pack was made from")
    ]

    def cites(self, cited: str) -> bool:
        """Say whether a citation begins with a source listed here, or says it is a local setting."""
        known = {source.id for source in self.source}
        return first_word(cited) in known or cited.lower().startswith(LOCAL_SETTING)


def first_word(cited: str) -> str:
    """Give the id of a source that a citation begins with, without the comma that may follow it."""
    words = cited.split(maxsplit=1)
    return words[0].rstrip(",;:.") if words else ""
