"""Documents keep their promises: decisions numbered once, pictures shown, links leading somewhere."""

import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

from markdown_it import MarkdownIt
from markdown_it.token import Token

from tests.house.kit import ROOT, tracked

DECISIONS = ROOT / "docs" / "decisions"
PICTURES = ROOT / "docs" / "pictures"
HEADINGS = ("Context", "Decision", "Consequences")
GUIDES = ROOT / "docs" / "guides"
# Bold in every guide, and on no screen: what bold means, and a heading of the changelog.
EXPLAINED = {"Words like these", "words like these", "You need to do this"}


def documents() -> list[Path]:
    return [
        file for file in tracked() if file.suffix == ".md" and "packs" not in file.relative_to(ROOT).parts
    ]


def tokens(file: Path) -> Iterator[Token]:
    for token in MarkdownIt().parse(file.read_text(encoding="utf-8")):
        yield from token.children or [token]


def targets(file: Path, kind: str, attribute: str) -> Iterator[Path]:
    """Give the files of ours that a document's links or images name."""
    for token in tokens(file):
        address = str(token.attrs.get(attribute, "")) if token.type == kind else ""
        path = unquote(address.partition("#")[0])
        if path and ":" not in path and not path.startswith("/"):
            yield (file.parent / path).resolve()


def decisions() -> list[Path]:
    return [file for file in sorted(DECISIONS.glob("*.md")) if file.stem.lower() not in {"readme", "index"}]


def test_every_decision_has_a_number_of_its_own():
    unnumbered = [file.name for file in decisions() if not re.match(r"\d{4}-[a-z0-9-]+$", file.stem)]
    counted = Counter(file.name[:4] for file in decisions())
    assert not unnumbered
    assert not [number for number, times in counted.items() if times > 1]


def test_every_decision_gives_context_decision_and_consequences():
    for file in decisions():
        found = re.findall(r"^## (.+)$", file.read_text(encoding="utf-8"), re.MULTILINE)
        assert [heading for heading in HEADINGS if heading not in found] == [], file.name


def test_every_picture_is_shown_in_some_document():
    shown = {target for file in documents() for target in targets(file, "image", "src")}
    kept = {file for file in tracked() if file.is_relative_to(PICTURES) and file.suffix != ".md"}
    assert {file.name for file in kept - shown} == set()


def test_every_picture_and_link_in_a_document_leads_somewhere():
    broken = [
        f"{file.relative_to(ROOT)} names {target.name}"
        for file in documents()
        for kind, attribute in (("image", "src"), ("link_open", "href"))
        for target in targets(file, kind, attribute)
        if not target.exists()
    ]
    assert not broken, "\n".join(broken)


def test_the_newest_entry_of_the_changelog_is_this_version():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    headings = re.findall(r"^## (\S+)", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert headings[0] == project["version"]


def product_words() -> str:
    """Give everything the product may show, as it stands in code, pages and packs."""
    files = [
        *(ROOT / "src" / "rightdoor").rglob("*.html"),
        *(ROOT / "src" / "rightdoor").rglob("*.py"),
        *(ROOT / "src" / "rightdoor").rglob("*.js"),
    ]
    return " ".join(" ".join(file.read_text(encoding="utf-8").split()) for file in files)


def named_on_screen(file: Path) -> set[str]:
    """Give what a guide prints in bold: words that stand on the screen."""
    bold = re.findall(r"\*\*(.+?)\*\*", file.read_text(encoding="utf-8"), re.DOTALL)
    return {" ".join(words.split()) for words in bold}


def test_guides_name_pages_and_buttons_as_the_product_does():
    shown = product_words()
    unknown = [
        f"{file.name}: {words}"
        for file in sorted(GUIDES.glob("*.md"))
        for words in sorted(named_on_screen(file))
        if words not in shown and words not in EXPLAINED
    ]
    assert not unknown, "\n".join(unknown)


def test_every_document_can_be_reached_from_the_index():
    waiting, reached = [ROOT / "docs" / "README.md"], set[Path]()
    while waiting:
        file = waiting.pop()
        if file not in reached and file.suffix == ".md" and file.exists():
            reached.add(file)
            waiting += targets(file, "link_open", "href")
    kept = {file for file in documents() if file.is_relative_to(ROOT / "docs")}
    assert {file.name for file in kept - reached} == set()
