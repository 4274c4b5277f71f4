"""Found by any of several keys, and shown with whom to ask."""

from datetime import date, datetime

import pytest

from rightdoor.engines.known import Asked
from rightdoor.families import actions
from rightdoor.families.models import Part, Person
from rightdoor.families.queries import already_known
from tests.factories import NOW, agency, family, person, practitioner

pytestmark = pytest.mark.django_db
BORN = date(2015, 3, 12)


def test_a_child_under_another_surname_is_found_by_birth_date() -> None:
    kofi = person("Kofi", "Mensah", birth_date=BORN)
    found = already_known(Asked("Kofi", "Adeyemi", BORN))
    assert [known.person for known in found] == [kofi]


def test_a_swapped_day_and_month_is_found() -> None:
    kofi = person("Kofi", "Mensah", birth_date=BORN)
    assert already_known(Asked("Kofi", "Mensah", date(2015, 12, 3)))[0].person == kofi


def test_an_earlier_name_is_found(now: datetime) -> None:
    ines = person("Ines", "Costa")
    actions.add_name(
        person=ines,
        given="Inês",
        family_name="Ferreira",
        kind="former",
        by=practitioner("front_door"),
        now=now,
    )
    assert already_known(Asked("Ines", "Ferreira"))[0].likeness.reasons == (
        "same first name",
        "same family name",
    )


def test_the_answer_says_to_whom_they_are_known_and_no_more() -> None:
    lead = practitioner(
        "lead", name="Sam Worker", at=agency("vol", "Helping Hands"), telephone="020 7946 0000"
    )
    kofi = person("Kofi", "Mensah", birth_date=BORN)
    family((kofi, Part.CHILD), seen_by=lead)
    found = already_known(Asked("Kofi", "Mensah", BORN))
    assert found[0].known_to == ("Sam Worker, Helping Hands, 020 7946 0000",)


def test_somebody_with_no_open_work_is_still_known() -> None:
    person("Kofi", "Mensah", birth_date=BORN)
    assert already_known(Asked("Kofi", "Mensah", BORN))[0].known_to == (
        "No open work. The front door holds the record.",
    )


def test_nothing_asked_finds_nobody() -> None:
    person("Kofi", "Mensah", birth_date=BORN)
    assert already_known(Asked()) == []


def test_however_many_are_found_the_queries_are_the_same(django_assert_max_num_queries: object) -> None:
    for n in range(12):
        family((person("Kofi", f"Mensah{n}", birth_date=BORN), Part.CHILD), seen_by=practitioner("lead"))
    with django_assert_max_num_queries(9):  # type: ignore[operator]
        already_known(Asked("Kofi", "Mensah", BORN))


def test_a_joined_record_still_answers_to_the_name_it_had(now: datetime) -> None:
    officer, kept, gone = practitioner("front_door"), person("Ines", "Costa"), person("Ines", "Ferreira")
    actions.merge_people(kept=kept, gone=gone, why="one birth certificate", by=officer, now=now)
    found = already_known(Asked("Ines", "Ferreira"))
    assert [(known.person, known.likeness.reasons) for known in found] == [
        (kept, ("same first name", "same family name"))
    ]


def test_the_one_born_that_day_is_found_among_hundreds_of_the_same_name() -> None:
    Person.objects.bulk_create(
        Person(known_as="Mo", family_name="Khan", search_key="khan", given_key="mo", created_at=NOW)
        for _ in range(450)
    )
    born = person("Mo", "Khan", birth_date=BORN)
    assert already_known(Asked("Mo", "Khan", BORN))[0].person == born
