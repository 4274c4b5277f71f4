"""pack.toml: who the partnership is, how to reach its front door, and what the pack was made from."""

from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from rightdoor.engines.codes import languages
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


def _known_language(code: str) -> str:
    if code not in languages():
        raise ValueError(f"“{code}” is not a language code. Use a two-letter code such as “en” or “so”.")
    return code


class Contact(Record):
    """How to reach the front door. Leave a field empty when nobody has confirmed it."""

    front_door: Annotated[str, Field(description="what the front door is called")] = ""
    telephone: str = ""
    hours: str = ""
    email: str = ""


class Emergency(Record):
    """What to do when somebody is in danger now."""

    text: Text


class SourceDocument(Record):
    """A document or data set that records of this pack come from."""

    id: Annotated[str, Field(pattern=r"^[A-Za-z0-9-]+$", description="first word of every `source`")]
    title: Name
    publisher: Name
    year: Year
    licence: Name
    note: str = ""


class Partnership(File):
    """The partnership itself."""

    id: Annotated[Id, Field(description="same as the name of the folder")]
    name: Name
    partnership: Name
    council: Name
    council_kind: Literal["london_borough", "county"]
    colour: Annotated[
        str,
        Field(pattern=r"^#[0-9a-fA-F]{6}$", description="contrast with white at least 4.5"),
        AfterValidator(_readable),
    ]
    version: Annotated[str, Field(pattern=r"^\d{4}\.\d+$", description="year and number, such as 2026.1")]
    holidays: Literal["england-and-wales"]
    languages: tuple[Annotated[str, AfterValidator(_known_language)], ...]
    contact: Contact
    emergency: Emergency
    source: tuple[SourceDocument, ...]

    def cites(self, cited: str) -> bool:
        """Say whether a citation begins with a source listed here, or says it is a local setting."""
        known = {source.id for source in self.source}
        return first_word(cited) in known or cited.lower().startswith(LOCAL_SETTING)


def first_word(cited: str) -> str:
    """Give the id of a source that a citation begins with, without the comma that may follow it."""
    words = cited.split(maxsplit=1)
    return words[0].rstrip(",;:.") if words else ""
