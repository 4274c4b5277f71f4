"""Every example that GOV.UK Frontend ships is drawn by our macros with the same HTML tree."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString
from jinja2 import Environment

from rightdoor.ui.jinja import environment

ROOT = Path(__file__).resolve().parents[2]
COMPONENTS = ROOT / "node_modules" / "govuk-frontend" / "dist" / "govuk" / "components"


def examples() -> Iterator[tuple[str, dict[str, Any]]]:
    for file in sorted(COMPONENTS.glob("*/fixtures.json")):
        given = json.loads(file.read_text(encoding="utf-8"))
        for example in given["fixtures"]:
            yield given["component"].replace("-", "_"), example


def tree(html: str) -> list[Any]:
    return list(branches(BeautifulSoup(html, "html.parser")))


def branches(node: Tag) -> Iterator[Any]:
    for child in node.children:
        if isinstance(child, Tag):
            attributes = {name: tidy(value) for name, value in child.attrs.items()}
            yield child.name, attributes, list(branches(child))
        elif type(child) is NavigableString and child.strip():
            yield " ".join(child.split())


def tidy(value: Any) -> str:
    return " ".join(value if isinstance(value, list) else str(value).split())


@pytest.fixture(scope="module")
def pages() -> Environment:
    return environment()


def test_every_example_of_every_component_has_the_same_tree(pages: Environment) -> None:
    macros: Any = pages.globals["govuk"]
    drawn = list(examples())
    wrong = [
        f"{component}: {example['name']}"
        for component, example in drawn
        if tree(getattr(macros, component)(example["options"])) != tree(example["html"])
    ]
    assert wrong == []
    assert len(drawn) == 657
