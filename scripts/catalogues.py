"""The catalogues of words: taken out of templates and code, brought into every language's file, and compiled.

Runs in the project's own environment: `.venv/bin/python -m scripts.catalogues words|compile`.
"""

import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from rightdoor.engines.codes import disabilities, ethnicities, religions
from rightdoor.engines.facts import screening_facts
from scripts.steps import ROOT, say

SOURCE = ROOT / "src" / "rightdoor"
FOLDER = SOURCE / "ui" / "locale"
TEMPLATE = FOLDER / "django.pot"
# Practitioners work in English: the pages of the sign-in library and the demo are not taken out.
METHODS = [("demo/**", "ignore"), ("**.py", "python"), ("**/templates/**.html", "jinja2.ext:babel_extract")]
OPTIONS = {"**/templates/**.html": {"trimmed": "true", "newstyle_gettext": "true", "silent": "false"}}
UNKEPT = ('"POT-Creation-Date', '"PO-Revision-Date', '"Generated-By', '"Report-Msgid', '"Last-Tr')
KEYWORDS: dict[str, Any] = {
    "_": None,
    "gettext": None,
    "lazy": None,
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
}


def files() -> list[Path]:
    """Give every language's catalogue."""
    return sorted(FOLDER.glob("*/LC_MESSAGES/django.po"))


def extracted() -> Catalog:
    """Take every marked message out of templates and code."""
    found = Catalog(project="Rightdoor", charset="utf-8")
    for name, _, message, comments, context in extract_from_dir(
        SOURCE, METHODS, OPTIONS, KEYWORDS, comment_tags=("Translators:",), strip_comment_tags=True
    ):
        found.add(message, locations=[(name, 0)], auto_comments=comments, context=context)
    for text in listed():
        found.add(text, locations=[("engines", 0)])
    return found


def listed() -> Iterator[str]:
    """Give what a family may be asked out of the lists of facts and codes, where it is written only once."""
    yield from (fact.question for fact in screening_facts())
    for codes in (ethnicities(), religions(), disabilities()):
        yield from (code.label for code in codes.values())


def read(file: Path) -> Catalog:
    """Read a catalogue."""
    with file.open("rb") as lines:
        return read_po(lines, locale=None if file == TEMPLATE else file.parts[-3])


def messages(catalogue: Catalog) -> Iterator[Message]:
    """Give the messages of a catalogue, without its header."""
    return (message for message in catalogue if message.id)


def update() -> None:
    """Bring what is marked now into the template and every language; what is not translated stays empty."""
    now = extracted()
    _write(TEMPLATE, now)
    for file in files():
        kept = read(file)
        kept.update(now, no_fuzzy_matching=True)
        kept.obsolete.clear()
        _write(file, kept)
        say(f"{file.parts[-3]}: {share(kept):.0%} translated")


def share(catalogue: Catalog) -> float:
    """Give the share of messages that are translated whole."""
    listed = list(messages(catalogue))
    return sum(translated(message) for message in listed) / len(listed) if listed else 1.0


def translated(message: Message) -> bool:
    """Whether every form of a message has words."""
    said = message.string if isinstance(message.string, list | tuple) else [message.string]
    return all(said)


def compile_all() -> None:
    """Write beside each catalogue the form that the program reads."""
    for file in files():
        made = BytesIO()
        write_mo(made, read(file))
        file.with_suffix(".mo").write_bytes(made.getvalue())


def _write(file: Path, catalogue: Catalog) -> None:
    # Neither line numbers nor dates: a catalogue changes only when its words change.
    made = BytesIO()
    write_po(made, catalogue, width=110, sort_output=True, include_lineno=False, omit_header=file == TEMPLATE)
    said = [
        line for line in made.getvalue().decode().splitlines(keepends=True) if not line.startswith(UNKEPT)
    ]
    file.write_text("".join(said), encoding="utf-8")


def main(arguments: list[str]) -> int:
    """Do one of the two."""
    for name in arguments:
        {"words": update, "compile": compile_all}[name]()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
