"""Words for families can be read at nine: pages of the request form, texts of packs, letters, guides.

The measure is the Flesch-Kincaid grade (see `reading`), held below that of the school year that begins at
ten. It is a floor and no proof: it cannot tell whether somebody understands. The page that asks about
background is left out: its names of languages, faiths, ethnic groups and disabilities are the nation's own.
"""

from pathlib import Path
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client
from markdown_it import MarkdownIt

from rightdoor.engines.facts import screening_facts
from rightdoor.engines.packs import load
from rightdoor.frontdoor import letters
from tests.frontdoor.walking import PARENT, walk
from tests.house.kit import ROOT
from tests.words.reading import blocks, grade, sentences, syllables

AGE_NINE = 5.0  # below the grade that begins at ten
LONGEST = 22  # words in a sentence
PACKS = sorted(file.parent for file in (ROOT / "packs").glob("*/pack.toml"))
TEXTS = sorted((ROOT / "packs").glob("*/words/*.md"))
GUIDES = sorted((ROOT / "docs" / "guides").glob("families-*.md"))
OTHER = {
    "other-parent": {"other_parent": "told"},
    "person/other": {"known_as": "Jo"},
    "birth/other": {"how": "unknown"},
}
ASKERS: dict[str, dict[str, dict[str, Any]]] = {
    "parent": {**PARENT, **OTHER},
    "young_person": PARENT,
    "public": {**PARENT, "asker": {}},
}


class Reader(Client):
    """A browser that keeps what it has read."""

    def __init__(self) -> None:
        """Begin with nothing read."""
        super().__init__()
        self.read: dict[str, str] = {}

    def get(self, path: str, *args: Any, **kwargs: Any) -> HttpResponse:  # type: ignore[override]
        """Open a page and keep its words."""
        page: HttpResponse = super().get(path, *args, **kwargs)  # type: ignore[assignment]
        self.read[path] = page.content.decode()
        return page


def faults(where: str, text: list[str]) -> list[str]:
    said = sentences(text)
    found = [f"{where}: too long: {' '.join(words)}" for words in said if len(words) > LONGEST]
    if said and grade(said) >= AGE_NINE:
        found.append(f"{where}: grade {grade(said):.1f}")
    return found


def of_markdown(file: Path) -> list[str]:
    return blocks(MarkdownIt().render(file.read_text(encoding="utf-8")))


def test_the_measure_gives_a_published_example_its_grade() -> None:
    said = sentences(["The Australian platypus is seemingly a hybrid of a mammal and reptilian creature."])
    assert round(grade(said), 1) == 11.3


@pytest.mark.parametrize(("word", "count"), [("help", 1), ("family", 3), ("people’s", 2), ("Rightdoor", 2)])
def test_syllables_are_counted_as_they_are_said(word: str, count: int) -> None:
    assert syllables(word) == count


def test_a_text_that_is_too_hard_is_found() -> None:
    hard = "Multi-agency practitioners collaboratively coordinate proportionate safeguarding interventions."
    assert faults("here", [hard])


@pytest.mark.parametrize("file", TEXTS, ids=lambda file: f"{file.parts[-3]}-{file.stem}")
def test_what_a_pack_says_to_families_can_be_read_at_nine(file: Path) -> None:
    assert not faults(file.name, of_markdown(file))


@pytest.mark.parametrize("folder", PACKS, ids=lambda folder: folder.name)
def test_what_a_pack_says_to_do_in_danger_can_be_read_at_nine(folder: Path) -> None:
    text = load(folder).partnership.emergency.text
    assert max(map(len, sentences([text]))) <= LONGEST


@pytest.mark.django_db
@pytest.mark.parametrize("asker", ASKERS)
def test_every_page_of_the_request_form_can_be_read_at_nine(asker: str) -> None:
    reader = Reader()
    for path in ("/", "/ask/", "/ask/come-back/"):
        reader.get(path)
    reader.get(walk(reader, {**ASKERS[asker], "who": {"asker": asker}})["Location"])
    reader.get("/ask/1/later/")
    sent = reader.post("/ask/1/check/")
    reader.get(sent["Location"])
    found = [fault for path, html in reader.read.items() for fault in faults(path, blocks(html))]
    assert not found, "\n".join(found)


@pytest.mark.parametrize("path", ["/privacy/", "/accessibility/"])
@pytest.mark.django_db
def test_the_pages_in_the_footer_can_be_read_at_nine(path: str) -> None:
    assert not faults(path, blocks(Client().get(path).content.decode()))


def test_the_short_screen_can_be_read_at_nine() -> None:
    assert not faults("the screen", [fact.question for fact in screening_facts()])


def test_letters_to_families_can_be_read_at_nine() -> None:
    said = [*letters.TO_FAMILY.values(), letters.HELPING_FAMILY, letters.ELSEWHERE_FAMILY]
    words = [str(one) for one in said]
    assert not [fault for text in words for fault in faults(text[:40], [text])]


@pytest.mark.parametrize("file", GUIDES, ids=lambda file: file.stem)
def test_guides_for_families_can_be_read_at_nine(file: Path) -> None:
    assert not faults(file.name, of_markdown(file))
