"""From a story to the first lines of an assessment: pure, nothing asked, nothing dropped.

What belongs to a person's own record (name, birth date, language ...) and to the family's (address) is taken
in by the families room when the story is admitted; everything else becomes an entry, a rating or a fact here.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from rightdoor.engines.story import PersonTold, Story
from rightdoor.families.relations import in_words
from rightdoor.plans.models import Entry
from rightdoor.plans.questions import QUESTIONS

_YES_NO = {"yes": "Yes", "no": "No"}
_LIVES = {"yes": "Yes", "no": "No", "sometimes": "Some of the time"}
_OTHER_PARENT = {
    "told": "Yes, and they are named here",
    "not_known": "Not known who",
    "prefer_not": "There is, but the family would rather not say who",
    "none": "No other parent",
}


@dataclass(frozen=True)
class Line:
    """One entry to be: which question it answers, about whom (a key of the story; "" for the family)."""

    question: str
    text: str
    person: str = ""

    @property
    def kind(self) -> Entry.Kind:
        """Where it stands in the assessment."""
        return QUESTIONS[self.question].kind


@dataclass(frozen=True)
class Prefill:
    """All that a story gives an assessment. `facts` are by key of the person, "" for the family."""

    lines: tuple[Line, ...]
    ratings: Mapping[str, int]
    facts: Mapping[str, Mapping[str, Any]]
    hopes: str


def prefill(story: Story) -> Prefill:
    """Turn a story into the beginning of an assessment."""
    ratings = {} if story.how_things_are is None else {"how-things-are": story.how_things_are}
    facts = {told.key: dict(told.facts) for told in story.people if told.facts}
    if story.family_facts:
        facts[""] = dict(story.family_facts)
    lines = tuple(line for line in _lines(story) if line.text.strip())
    return Prefill(lines, ratings, facts, story.hopes)


def _lines(story: Story) -> Iterator[Line]:
    yield Line("danger", _danger(story))
    yield Line("address-secret", _YES_NO.get(story.address_secret, ""))
    yield Line("safe-contact", _safe_contact(story))
    for told in story.people:
        yield Line("relation", _relation(told), told.key)
        yield Line("lives-with", _LIVES.get(told.lives_with_children, ""), told.key)
    yield Line("other-parent", _OTHER_PARENT.get(story.other_parent, ""))
    yield Line("others-helping", story.others_helping)
    yield Line("strengths", story.strengths)
    yield Line("worries", story.worries)
    yield Line("hopes", story.hopes)
    yield Line("child-words", story.child_words, _only_child(story))


def _danger(story: Story) -> str:
    said = _YES_NO.get(story.in_danger_now, "")
    return f"{said}. {story.danger_words}".strip(". ") if story.danger_words else said


def _safe_contact(story: Story) -> str:
    contact = story.contact
    safe = {"yes": "Safe to call", "no": "Not safe to call"}.get(contact.safe_to_call, "")
    parts = (contact.name, contact.telephone, contact.email, safe, contact.safe_note)
    return ". ".join(part for part in parts if part)


def _relation(told: PersonTold) -> str:
    return in_words(told.relation).capitalize() if told.relation else ""


def _only_child(story: Story) -> str:
    """Give the key of the child whose words these must be; "" where there are several, for nobody guesses."""
    children = story.of_part("child")
    return children[0].key if len(children) == 1 else ""
