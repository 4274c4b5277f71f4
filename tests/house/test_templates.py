"""Every page is laid out by the one layout, and holds no style or script of its own."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from jinja2 import Environment, nodes

from tests.house.kit import ROOT, SOURCE

TEMPLATES = sorted(SOURCE.glob("*/templates/**/*.html"))
ALL_HTML = sorted({*TEMPLATES, *SOURCE.glob("*/signin_templates/**/*.html")})
LAYOUT = SOURCE / "ui" / "templates" / "ui" / "base.html"
MARKS = re.compile(r"\{%.*?%\}|\{\{.*?\}\}|\{#.*?#\}", re.DOTALL)


class Inline(HTMLParser):
    """Finds styles and scripts written into a page, which the content-security policy would refuse."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = {name for name, _ in attrs}
        line = self.getpos()[0]
        self.found += [
            f"line {line}: {name} on <{tag}>" for name in names if name == "style" or name.startswith("on")
        ]
        data = ("type", "application/ld+json") in attrs  # which no browser runs
        if tag == "style" or (tag == "script" and not names & {"src"} and not data):
            self.found.append(f"line {line}: <{tag}> with its text in the page")


def is_a_page(file: Path) -> bool:
    """Parts of pages live in components/ or begin with an underscore."""
    return file != LAYOUT and "components" not in file.parts and not file.name.startswith("_")


def short(file: Path) -> str:
    return file.relative_to(SOURCE).as_posix()


@pytest.mark.parametrize("file", [file for file in TEMPLATES if is_a_page(file)], ids=short)
def test_every_page_is_laid_out_by_the_one_layout(file: Path) -> None:
    tree = Environment(autoescape=True, extensions=["jinja2.ext.i18n"]).parse(
        file.read_text(encoding="utf-8")
    )
    assert tree.find(nodes.Extends), f"{file.relative_to(ROOT)} extends nothing"


@pytest.mark.parametrize("file", ALL_HTML, ids=short)
def test_no_page_holds_a_style_or_script_of_its_own(file: Path) -> None:
    page = Inline()
    text = file.read_text(encoding="utf-8")
    # Marks give way to as many line ends as they held, so that the line numbers stay true.
    page.feed(MARKS.sub(lambda mark: "\n" * mark.group().count("\n"), text))
    assert not page.found, "\n".join(page.found)
