"""Layouts, components and the pages that say what went wrong."""

import re
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup, Tag
from django.core.paginator import Paginator

from rightdoor.ui import fields
from rightdoor.ui.forms import BaseForm
from rightdoor.ui.gallery import EXAMPLES, Filters, everything
from rightdoor.ui.jinja import environment

PAGES = environment()
TEMPLATES = Path(__file__).resolve().parents[2] / "src" / "rightdoor" / "ui" / "templates"
COMPONENTS = sorted(file.stem.replace("-", "_") for file in (TEMPLATES / "ui" / "components").glob("*.html"))
PROBLEMS = ["400.html", "403.html", "403_csrf.html", "404.html", "422.html", "429.html", "500.html"]
# Drawn by layouts or with a call, and shown on the gallery in that way.
WITHOUT_EXAMPLE = {"door", "hidden", "filter_bar", "add_another"}


def page(name: str, **context: Any) -> BeautifulSoup:
    return BeautifulSoup(PAGES.get_template(name).render(**context), "html.parser")


def words(found: Tag | None) -> str:
    assert found is not None
    return " ".join(found.text.split())


@pytest.mark.parametrize("name", PROBLEMS)
def test_a_problem_page_needs_no_context_at_all(name: str) -> None:
    found = page(name)
    assert words(found.h1)
    assert words(found.title).startswith(words(found.h1))
    assert "999" in found.text


def test_every_component_has_an_example() -> None:
    shown = {example.name for make in EXAMPLES.values() for example in make()}
    assert shown | WITHOUT_EXAMPLE == set(COMPONENTS)


@pytest.mark.parametrize("name", COMPONENTS)
def test_every_component_says_what_it_is_in_one_line(name: str) -> None:
    first = (TEMPLATES / "ui" / "components" / f"{name.replace('_', '-')}.html").read_text().splitlines()[0]
    assert re.fullmatch(r"\{#- .+\. -#\}", first)


@pytest.fixture(scope="module")
def gallery() -> BeautifulSoup:
    return page("ui/gallery.html", **everything(), page_dir="rtl")


def test_no_page_carries_scripts_or_styles_inside_it(gallery: BeautifulSoup) -> None:
    assert all(script.get("src") and not script.text for script in gallery.find_all("script"))
    assert gallery.find("style") is None
    assert not gallery.select("[style], [onclick], [onload], [onsubmit]")


def test_ids_are_alone_on_the_gallery(gallery: BeautifulSoup) -> None:
    ids = [tag["id"] for tag in gallery.find_all(id=True)]
    assert sorted(ids) == sorted(set(ids))


def test_made_up_script_tags_stay_text(gallery: BeautifulSoup) -> None:
    assert "<script>alert(1)</script>" in gallery.text


def test_the_direction_of_the_page_is_said(gallery: BeautifulSoup) -> None:
    assert gallery.html is not None
    assert gallery.html["dir"] == "rtl"


def test_a_page_with_mistakes_says_so_in_its_title() -> None:
    form = everything()["wrong"]
    assert words(page("ui/form.html", form=form, title="Contact").title).startswith("Error: Contact")


def test_a_page_of_one_question_has_it_as_heading_and_title() -> None:
    class One(BaseForm):
        words = fields.Text(label="Name or number")

    found = page("ui/form.html", form=One())
    assert words(found.h1) == "Name or number"
    assert words(found.title) == "Name or number – Rightdoor"


def test_a_list_keeps_its_filters_from_page_to_page() -> None:
    numbered = Paginator(range(100), 10).page(2)
    found = page("ui/list.html", title="Families", page=numbered, query={"area": "n"}, filters=Filters())
    assert found.find("a", rel="next")["href"] == "?area=n&page=3"  # type: ignore[index]


def test_an_empty_list_says_so() -> None:
    found = page("ui/list.html", title="Families", page=Paginator([], 10).page(1), nothing="No family fits.")
    assert "No family fits." in found.text


def test_a_clock_tells_its_state_in_words() -> None:
    found = page("ui/gallery.html", **everything())
    assert {"On time", "Due soon", "Overdue", "Paused", "Done in time", "Done late"} <= {
        words(tag) for tag in found.select(".app-clock .govuk-tag")
    }
