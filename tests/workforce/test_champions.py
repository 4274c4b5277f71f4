"""Champions: who is on the list, what counts, and that no parent ever sees a name."""

from collections import defaultdict
from datetime import date, timedelta
from decimal import Decimal
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase
from pytest_django import DjangoAssertNumQueries

from rightdoor.access.editing import Conflict
from rightdoor.access.models import AuditEntry
from rightdoor.access.policy import Refused
from rightdoor.workforce import actions, queries
from rightdoor.workforce.models import Activity, Champion, Training
from tests.factories import NOW, practitioner
from tests.workforce.factories import BEGAN, active, champion, keeper

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def test_somebody_added_twice_by_one_form_is_there_once() -> None:
    token, by = uuid4(), keeper()
    told = {"name": "Ada", "kind": "mentor", "agreed_on": BEGAN, "started_on": BEGAN}
    first, again = (actions.add_champion(told=told, by=by, now=NOW, token=token) for _ in range(2))
    assert first == again
    assert Champion.objects.count() == 1


def test_the_audit_says_what_was_done_and_never_a_name() -> None:
    active(champion("Ada Quill"))
    entries = AuditEntry.objects.filter(verb__startswith="champion")
    assert {entry.verb for entry in entries} == {"champion_added", "champion_active"}
    assert "Ada" not in str([entry.detail for entry in entries])


def test_saving_over_newer_words_is_refused() -> None:
    held, by = champion(), keeper()
    actions.change_champion(champion=held, changes={"reach": "new"}, version=1, by=by, now=NOW)
    with pytest.raises(Conflict):
        actions.change_champion(champion=held, changes={"reach": "newer"}, version=1, by=by, now=NOW)


@pytest.mark.parametrize(("on", "allowed"), [(BEGAN - DAY, False), (BEGAN, True), (BEGAN + DAY, True)])
def test_what_was_done_before_somebody_began_does_not_count(on: date, allowed: bool) -> None:
    who = champion()
    if allowed:
        assert active(who, on).on == on
    else:
        with pytest.raises(Refused, match="They began on 5 January 2026"):
            active(who, on)


@pytest.mark.parametrize(("on", "allowed"), [(BEGAN + 9 * DAY, True), (BEGAN + 10 * DAY, False)])
def test_what_was_done_after_somebody_ended_does_not_count(on: date, allowed: bool) -> None:
    who = actions.end_champion(champion=champion(), on=BEGAN + 9 * DAY, by=keeper(), now=NOW)
    if allowed:
        assert active(who, on).on == on
    else:
        with pytest.raises(Refused, match="They ended on"):
            active(who, on)


def test_nobody_ends_before_they_began_or_twice() -> None:
    who, by = champion(), keeper()
    with pytest.raises(Refused, match="cannot end before"):
        actions.end_champion(champion=who, on=BEGAN - DAY, by=by, now=NOW)
    actions.end_champion(champion=who, on=BEGAN, by=by, now=NOW)
    with pytest.raises(Refused, match="already"):
        actions.end_champion(champion=who, on=BEGAN, by=by, now=NOW)


@pytest.mark.parametrize("hours", ["0", "-1", "24.25"])
def test_the_database_refuses_hours_no_day_has(hours: str) -> None:
    who = champion()
    with pytest.raises(IntegrityError), transaction.atomic():
        Activity.objects.create(champion=who, on=BEGAN, hours=Decimal(hours), reached=1)


def test_the_database_refuses_a_course_that_runs_out_before_it_was_done() -> None:
    who = champion()
    with pytest.raises(IntegrityError), transaction.atomic():
        Training.objects.create(champion=who, course="First aid", done_on=BEGAN, expires_on=BEGAN)


def test_parents_are_told_where_to_meet_and_never_whom() -> None:
    champion("Ada Quill", meet="Library, Tuesdays", languages=["Somali"], area="E1")
    champion("Bo Lark")
    assert queries.to_meet() == [queries.Met("champion", "E1", ("Somali",), "Library, Tuesdays")]


def test_somebody_who_has_stopped_is_no_longer_shown_to_parents() -> None:
    who = champion(meet="Library")
    actions.end_champion(champion=who, on=BEGAN, by=keeper(), now=NOW)
    assert queries.to_meet() == []


@pytest.mark.parametrize("role", ["practitioner", "lead", "analyst", "commissioner", "front_door"])
def test_names_are_for_those_who_look_after_champions(role: str) -> None:
    with pytest.raises(PermissionDenied):
        queries.champions(practitioner(role))


@pytest.mark.parametrize(("role", "may"), [("commissioner", True), ("analyst", False), ("lead", False)])
def test_counts_are_for_those_who_read_the_workforce(role: str, may: bool) -> None:
    active(champion())
    if may:
        assert queries.by_month(practitioner(role), BEGAN)
    else:
        with pytest.raises(PermissionDenied):
            queries.by_month(practitioner(role), BEGAN)


def test_a_list_costs_the_same_however_long_it_is(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    who = keeper()
    for name in ("Ada", "Bo", "Cy"):
        active(champion(name))
    who.permissions  # noqa: B018 - asked once a request, and kept
    with django_assert_num_queries(2):
        assert len(list(queries.champions(who))) == 3


@pytest.mark.parametrize(("expires", "trained"), [(None, 1), (NOW.date(), 1), (NOW.date() - DAY, 0)])
def test_a_course_counts_until_and_on_the_day_it_runs_out(expires: date | None, trained: int) -> None:
    actions.add_training(
        champion=champion(), course="First aid", done_on=BEGAN, expires_on=expires, by=keeper(), now=NOW
    )
    assert queries.standing(practitioner("commissioner"), NOW.date())["trained"] == trained


def test_two_courses_make_one_trained_champion() -> None:
    who, by = champion(), keeper()
    for course in ("First aid", "Safeguarding"):
        actions.add_training(champion=who, course=course, done_on=BEGAN, expires_on=None, by=by, now=NOW)
    assert queries.standing(practitioner("commissioner"), NOW.date())["trained"] == 1


DONE = st.tuples(
    st.integers(0, 1),
    st.dates(date(2026, 1, 5), date(2026, 4, 5)),
    st.sampled_from(["0.50", "1.00", "2.50"]),
    st.integers(0, 40),
    st.sampled_from(["", "E1", "E2"]),
)


class Counting(TestCase):
    """Counts of the database against counts by hand."""

    @given(st.lists(DONE, max_size=12))
    def test_counts_are_those_counted_by_hand(self, done: list[tuple[int, date, str, int, str]]) -> None:
        both = [champion("Ada"), champion("Bo")]
        hand: dict[object, list[object]] = defaultdict(lambda: [set(), Decimal(0), 0])
        for number, on, hours, reached, area in done:
            active(both[number], on, hours, reached, area)
            for key in (on.replace(day=1), area):
                counted = hand[key]
                counted[0].add(number)  # type: ignore[attr-defined]
                counted[1] += Decimal(hours)  # type: ignore[operator]
                counted[2] += reached  # type: ignore[operator]
        who = practitioner("commissioner")
        told = [*queries.by_month(who, BEGAN), *queries.by_area(who, BEGAN)]
        assert {one.key: [one.active, one.hours, one.reached] for one in told} == {
            key: [len(counted[0]), counted[1], counted[2]]  # type: ignore[arg-type]
            for key, counted in hand.items()
        }
