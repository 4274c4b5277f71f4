"""The questions of the assessment, once each: its words, about whom, and which part of a story answers it.

A story is told once. Whatever part of it answers a question here is shown as the answer, and not asked again;
the test of this table walks every field of a story and finds the question that takes it in.
"""

from dataclasses import dataclass
from enum import StrEnum

from rightdoor.plans.models import Entry


class Whose(StrEnum):
    """Whom a question is about."""

    FAMILY = "family"
    PERSON = "person"
    CHILD = "child"


class Kept(StrEnum):
    """Where its answer is kept."""

    ENTRY = "entry"
    RATING = "rating"
    FACT = "circumstance"
    PERSON = "person's record"
    HOME = "family's record"


class Section(StrEnum):
    """The parts of the assessment page, in order; the value is the heading."""

    SAFETY = "Keeping safe"
    FAMILY = "Who is in the family"
    STRENGTHS = "What is working well"
    WORRIES = "What we are worried about"
    HISTORY = "What has happened before"
    NEEDS = "What needs to happen"
    VOICES = "In each child's own words"
    SCALES = "How things are, from 0 to 10"
    FACTS = "Things to know for the level of need"


@dataclass(frozen=True)
class Question:
    """One question. `told` names the fields of a story that answer it; none where only we ask."""

    code: str
    words: str
    section: Section
    whose: Whose
    kept: Kept = Kept.ENTRY
    kind: Entry.Kind = Entry.Kind.ABOUT
    told: tuple[str, ...] = ()


_ABOUT, _WORRY, _GOOD = Entry.Kind.ABOUT, Entry.Kind.WORRY, Entry.Kind.STRENGTH
_NEED, _VOICE, _BEFORE = Entry.Kind.NEED, Entry.Kind.VOICE, Entry.Kind.HISTORY
_FAMILY, _PERSON, _CHILD = Whose.FAMILY, Whose.PERSON, Whose.CHILD


def _of_record(code: str, words: str, *told: str) -> Question:
    return Question(code, words, Section.FAMILY, _PERSON, Kept.PERSON, told=told or (f"people.{code}",))


_ALL = (
    Question(
        "danger",
        "Is anybody in danger now?",
        Section.SAFETY,
        _FAMILY,
        kind=_ABOUT,
        told=("in_danger_now", "danger_words"),
    ),
    Question(
        "address-secret",
        "Must anybody not learn where the family lives?",
        Section.SAFETY,
        _FAMILY,
        told=("address_secret",),
    ),
    Question(
        "safe-contact",
        "Who may be contacted, how, and is it safe?",
        Section.SAFETY,
        _FAMILY,
        told=(
            "contact.name",
            "contact.telephone",
            "contact.email",
            "contact.safe_to_call",
            "contact.safe_note",
        ),
    ),
    _of_record("known_as", "Name used every day"),
    _of_record("family_name", "Family name"),
    _of_record("part", "Part in the family"),
    _of_record("birth", "When born", "people.birth_date", "people.birth_date_exact"),
    _of_record("due_date", "When the baby is due"),
    _of_record("sex", "Sex"),
    Question("relation", "What they are to the children", Section.FAMILY, _PERSON, told=("people.relation",)),
    Question(
        "lives-with",
        "Lives with the children?",
        Section.FAMILY,
        _PERSON,
        told=("people.lives_with_children",),
    ),
    _of_record("first_language", "First language"),
    _of_record("needs_interpreter", "Needs an interpreter"),
    _of_record("ethnicity", "Ethnicity"),
    _of_record("religion", "Religion"),
    _of_record("disabilities", "Disability"),
    Question(
        "home",
        "Where the family lives",
        Section.FAMILY,
        _FAMILY,
        Kept.HOME,
        told=("address", "postcode"),
    ),
    Question(
        "other-parent",
        "Is there another parent, and do we know who?",
        Section.FAMILY,
        _FAMILY,
        told=("other_parent",),
    ),
    Question("others-helping", "Who is helping already?", Section.FAMILY, _FAMILY, told=("others_helping",)),
    Question("strengths", "What is going well?", Section.STRENGTHS, _FAMILY, kind=_GOOD, told=("strengths",)),
    Question(
        "person-strengths",
        "What is going well, and who or what helps?",
        Section.STRENGTHS,
        _PERSON,
        kind=_GOOD,
    ),
    Question("worries", "What are the worries?", Section.WORRIES, _FAMILY, kind=_WORRY, told=("worries",)),
    Question("person-worries", "What are the worries?", Section.WORRIES, _PERSON, kind=_WORRY),
    Question(
        "help-before",
        "What help has there been before, and did it help?",
        Section.HISTORY,
        _FAMILY,
        kind=_BEFORE,
    ),
    Question(
        "still-matters", "What has happened that still matters now?", Section.HISTORY, _FAMILY, kind=_BEFORE
    ),
    Question(
        "hopes",
        "What does the family hope will be different?",
        Section.NEEDS,
        _FAMILY,
        kind=_NEED,
        told=("hopes",),
    ),
    Question("person-needs", "What is needed?", Section.NEEDS, _PERSON, kind=_NEED),
    Question(
        "child-words", "What does the child say?", Section.VOICES, _CHILD, kind=_VOICE, told=("child_words",)
    ),
    Question(
        "how-things-are",
        "How are things for the family?",
        Section.SCALES,
        _FAMILY,
        Kept.RATING,
        told=("how_things_are",),
    ),
    Question("person-facts", "About each person", Section.FACTS, _PERSON, Kept.FACT, told=("people.facts",)),
    Question("family-facts", "About the family", Section.FACTS, _FAMILY, Kept.FACT, told=("family_facts",)),
)

QUESTIONS: dict[str, Question] = {question.code: question for question in _ALL}

# A key joins the parts of a story to one another; it says nothing about the person.
NOT_A_QUESTION = frozenset({"people.key"})


@dataclass(frozen=True)
class Scale:
    """Something rated from 0 to 10, and what each end means."""

    code: str
    words: str
    low: str
    high: str


SCALES: dict[str, Scale] = {
    scale.code: scale
    for scale in (
        Scale(
            "how-things-are",
            "How are things for the family?",
            "as bad as they could be",
            "as good as they could be",
        ),
        Scale("safety", "How safe is everybody?", "somebody is in danger now", "everybody is safe"),
        Scale("getting-on", "How well do people get on at home?", "not at all", "very well"),
        Scale("coping", "How well are the grown-ups coping?", "not coping at all", "coping very well"),
        Scale("happy", "How happy is the child?", "very unhappy", "very happy"),
    )
}


def of_section(section: Section) -> tuple[Question, ...]:
    """Give the questions of one part of the page, in order."""
    return tuple(question for question in _ALL if question.section is section)


def answering(told: str) -> Question | None:
    """Find the question that a field of a story answers, such as `contact.email`."""
    return next((question for question in _ALL if told in question.told), None)
