"""Texts that others wrote, made plain: no markup, no images, no hidden characters, no endless length."""

import codecs
import re
from dataclasses import dataclass, field
from html import unescape
from html.parser import HTMLParser
from typing import Any, Final

import nh3

from rightdoor.engines.openreferral.words import mail_address, web_address

# Bytes that are not UTF-8 are read as these, so that the row and the field they stand in can be named.
_STRAY: Final = 0xF700
_STRAYS: Final = re.compile(f"[{chr(_STRAY + 0x80)}-{chr(_STRAY + 0xFF)}]")
_CONTROL: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")
_MARKUP: Final = re.compile(r"<[a-zA-Z/!]")
_ENTITY: Final = re.compile(r"&(#\d+|#x[0-9a-fA-F]+|[a-zA-Z]{2,8});")
_TAGS: Final = {"p", "br", "div", "ul", "ol", "li", "a", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "td"}
_BLOCKS: Final = _TAGS - {"a", "td", "li"}
LONG: Final = 10_000


@dataclass(frozen=True)
class Note:
    """What was done to a field, or what a keeper should look at."""

    field: str
    reason: str


@dataclass
class Notes:
    """What was noted of one row."""

    told: list[Note] = field(default_factory=list)

    def add(self, name: str, reason: str) -> None:
        """Note something of a field."""
        self.told.append(Note(name, reason))


def _stray(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    bad = error.object[error.start : error.end]
    return "".join(chr(_STRAY + byte) for byte in bad), error.end


codecs.register_error("rightdoor-stray", _stray)
STRAY: Final = "rightdoor-stray"


def plain(value: Any, name: str, notes: Notes, most: int = LONG) -> str:
    """Give a text made plain; note what was done to it."""
    if value is None:
        return ""
    if isinstance(value, int | float) and not isinstance(value, bool):
        value = f"{value:g}" if isinstance(value, float) else str(value)
    if not isinstance(value, str):
        notes.add(name, "This is not a text. It was left out.")
        return ""
    text = _characters(value, name, notes)
    if "data:" in text and "base64" in text:
        notes.add(name, "Files written into the text (data:) were taken out.")
        text = re.sub(r"data:[^\s\"'>)]*", "", text)
    if _MARKUP.search(text):
        notes.add(name, "The markup (HTML) was turned into plain text.")
        text = _without_markup(text)
    elif _ENTITY.search(text):
        text = unescape(text)
    text = _CONTROL.sub("", text).strip()
    if len(text) > most:
        notes.add(name, f"Cut from {len(text):,} characters to {most:,}.")
        text = text[:most].rstrip()
    return text


def _characters(text: str, name: str, notes: Notes) -> str:
    if _STRAYS.search(text):
        notes.add(name, "Some characters were not in UTF-8. They were read as Windows characters.")
        text = _STRAYS.sub(_windows, text)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if _CONTROL.search(text):
        notes.add(name, "Characters that cannot be shown were taken out.")
        text = _CONTROL.sub("", text)
    return text


def _windows(found: re.Match[str]) -> str:
    return bytes([ord(found[0]) - _STRAY]).decode("cp1252", errors="replace")


class _Plain(HTMLParser):
    """Words of a page that is already down to the allow-list."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.parts.append("\n* " if tag == "li" else "\n" if tag in _BLOCKS else " " if tag == "td" else "")

    def handle_endtag(self, tag: str) -> None:
        self.parts.append("\n" if tag in _BLOCKS else "")

    def handle_data(self, data: str) -> None:
        self.parts.append(data)


def _without_markup(text: str) -> str:
    reader = _Plain()
    reader.feed(nh3.clean(text, tags=_TAGS, attributes={}, link_rel=None))
    reader.close()
    told = "".join(reader.parts).replace("\u00a0", " ")
    lines = [re.sub(r"[ \t]+", " ", line).strip() for line in told.split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(line for line in lines if line != "*")).strip()


def website(value: Any, name: str, notes: Notes) -> str:
    """Give an address of the web with its scheme, or nothing."""
    told = plain(value, name, notes, 2_000)
    if not told:
        return ""
    found = web_address(told)
    if found is None or len(found) > 500:  # noqa: PLR2004 - as long as an address is kept
        notes.add(name, "This is no address of the web. It was left out.")
        return ""
    if found != told:
        notes.add(name, "“https://” was put in front.")
    return found


def email(value: Any, name: str, notes: Notes) -> str:
    """Give an e-mail address, or nothing."""
    told = plain(value, name, notes, 320).removeprefix("mailto:")
    if not told:
        return ""
    found = mail_address(told)
    if found is None:
        notes.add(name, "This is no e-mail address. It was left out.")
    return found or ""
