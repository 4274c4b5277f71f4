"""What a family told once is shown as the answer and never asked again."""

import re
from collections.abc import Iterator
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse
from pydantic import BaseModel

from rightdoor.engines.story import Contact, PersonTold, Story
from rightdoor.families.models import Circumstance
from rightdoor.plans.models import Entry, Rating
from rightdoor.plans.prefill import prefill
from rightdoor.plans.questions import NOT_A_QUESTION, QUESTIONS, Kept, answering
from tests.plans.factories import Scene, opened

MUM = PersonTold(
    key="mum",
    part="parent",
    known_as="Ines",
    family_name="Quill",
    birth_date=date(1996, 3, 1),
    birth_date_exact=True,
    sex="F",
    relation="parent",
    lives_with_children="yes",
    first_language="pt",
    needs_interpreter="yes",
    ethnicity="WOTH",
    religion="christian",
    disabilities=["HEAR"],
    facts={"mental_health": "yes"},
)
BABY = PersonTold(
    key="baby", part="child", known_as="Baby", due_date=date(2027, 3, 1), facts={"send": "unknown"}
)
EVERYTHING = Story(
    people=[MUM, BABY],
    other_parent="prefer_not",
    address="1 Made-up Road",
    postcode="SE13 6LY",
    address_secret="yes",
    contact=Contact(
        name="Nan",
        telephone="020 7946 0000",
        email="nan@example.org",
        safe_to_call="no",
        safe_note="Text first",
    ),
    worries="She cries.",
    strengths="Nan comes round.",
    hopes="A calm birth.",
    child_words="(not born yet)",
    others_helping="The midwife",
    how_things_are=4,
    in_danger_now="no",
    danger_words="Not today",
    family_facts={"money_worries": "yes"},
)


def fields_of(model: type[BaseModel], inside: str = "") -> Iterator[str]:
    """Give every field of a story, by its path: `worries`, `contact.email`, `people.sex`."""
    nested = {"people": PersonTold, "contact": Contact}
    for name in model.model_fields:
        if not inside and name in nested:
            yield from fields_of(nested[name], f"{name}.")
        else:
            yield f"{inside}{name}"


ASKED = [path for path in fields_of(Story) if path not in NOT_A_QUESTION]


@pytest.mark.parametrize("path", ASKED)
def test_every_field_of_a_story_answers_exactly_one_question(path: str):
    assert answering(path), f"nobody takes in {path}"
    assert sum(path in question.told for question in QUESTIONS.values()) == 1


def test_no_question_waits_for_a_field_that_stories_do_not_have():
    waited_for = {path for question in QUESTIONS.values() for path in question.told}
    assert waited_for == set(ASKED)


def test_the_story_of_these_tests_tells_every_field():
    told = EVERYTHING.model_dump()
    told |= {"people": None, "contact": None}
    assert all(value not in ("", "unknown", [], {}) for value in told.values())
    assert all(value not in ("", "unknown") for value in EVERYTHING.contact.model_dump().values())


def unanswered(scene: Scene) -> str:
    """Give the page of the assessment just opened."""
    client = Client()
    client.force_login(scene.cast.lead, backend="allauth.account.auth_backends.AuthenticationBackend")
    href = reverse("plans:assessment", kwargs={"family_id": scene.family.pk})
    return client.get(href).content.decode()


@pytest.mark.django_db
def test_everything_told_is_shown_as_answered_and_nothing_of_it_is_asked_again():
    page = unanswered(opened(EVERYTHING))
    open_questions = " ".join(re.findall(r"Not answered yet: ([^<]*)", page))
    for question in QUESTIONS.values():
        if question.told and question.kept is Kept.ENTRY:
            assert question.words not in open_questions, question.code


@pytest.mark.django_db
@pytest.mark.parametrize(
    "code", [q.code for q in QUESTIONS.values() if q.told and q.kept in (Kept.ENTRY, Kept.RATING, Kept.HOME)]
)
def test_each_question_that_was_told_has_its_answer_on_the_page(code: str):
    scene = opened(EVERYTHING)
    kept = Entry.objects.filter(question=code).exists() or Rating.objects.filter(scale=code).exists()
    assert kept or "An address is held and kept secret" in unanswered(scene)


@pytest.mark.django_db
def test_what_was_told_of_a_person_is_their_record_and_no_row_of_it_is_blank():
    scene = opened(EVERYTHING)
    mum = scene.people["mum"].pk
    rows = re.findall(rf'data-question="(\w+)" data-person="{mum}">(.*?)</td>', unanswered(scene), re.DOTALL)
    blank = [code for code, row in rows if "Not known yet" in row]
    assert (blank, len(rows)) == ([], 10)


@pytest.mark.django_db
def test_every_fact_told_is_on_record_once_with_whose_word_it_is():
    opened(EVERYTHING)
    assert sorted(Circumstance.objects.values_list("fact", flat=True)) == [
        "mental_health",
        "money_worries",
        "send",
    ]


@pytest.mark.django_db
def test_a_secret_address_is_not_copied_into_the_assessment():
    scene = opened(EVERYTHING)
    assert "Made-up Road" not in unanswered(scene)
    assert "SE13 6LY" not in str(list(Entry.objects.values_list("text", flat=True)))


def test_an_empty_story_prefills_nothing_and_claims_no_answer():
    empty = prefill(Story())
    assert (empty.lines, dict(empty.ratings), dict(empty.facts)) == ((), {}, {})


def test_words_of_one_of_several_children_are_not_given_to_a_child_by_guess():
    two = [PersonTold(key="a", part="child"), PersonTold(key="b", part="child")]
    lines = {line.question: line for line in prefill(Story(people=two, child_words="Hi")).lines}
    assert lines["child-words"].person == ""
