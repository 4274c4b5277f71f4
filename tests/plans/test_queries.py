"""Reading plans: scoped, complete, and in as many queries for many as for few."""

from datetime import UTC, date, datetime

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from rightdoor.families.models import Part, Sex
from rightdoor.plans import actions, queries
from rightdoor.plans.actions import Scored, Told
from rightdoor.plans.models import Assessment, Entry, LeadTurn, Meeting, Plan
from rightdoor.plans.presenters.reviews import _series
from tests.factories import NOW, family, person, practitioner
from tests.plans.factories import Cast, Scene, agreed, later, offered, opened

pytestmark = pytest.mark.django_db
PAGES = ["assessment", "plan", "plan-print", "team", "reviews", "lead"]


def fill(scene: Scene, goal: object, much: int) -> None:
    """Write much of everything into a plan."""
    lead, plan = scene.cast.lead, scene.plan
    for nth in range(much):
        actions.add_entry(
            assessment=scene.assessment, kind=Entry.Kind.WORRY, text=f"W{nth}", by=lead, now=NOW
        )
        actions.add_action(goal=goal, words=f"A{nth}", owner=lead, due_on=date(2026, 12, 1), by=lead, now=NOW)
        actions.invite(plan=plan, practitioner=practitioner("practitioner"), by=lead, now=NOW)
        meeting = actions.plan_meeting(plan=plan, planned_for=later(nth + 1), by=lead, now=NOW)
        actions.hold_meeting(
            meeting=meeting, held_at=later(nth + 1), minutes="M", came={}, by=lead, now=later(nth + 2)
        )
        actions.hold_review(
            plan=plan,
            on=later(nth + 1).date(),
            told=Told(with_whom="All"),
            scores={goal.pk: Scored(nth % 10)},
            level="2",
            by=lead,
            now=later(nth + 1),
        )


def counted(scene: Scene, page: str, counter: object) -> int:
    client = Client()
    client.force_login(scene.cast.lead, backend="allauth.account.auth_backends.AuthenticationBackend")
    href = reverse(f"plans:{page}", kwargs={"family_id": scene.family.pk})
    with counter(40, exact=False) as queries_made:
        assert client.get(href).status_code == 200
    return len(queries_made)


@pytest.mark.parametrize("page", PAGES)
def test_a_page_takes_as_many_queries_for_much_as_for_little(
    page: str, django_assert_max_num_queries: DjangoAssertNumQueries
):
    few, goal = agreed()
    fill(few, goal, 1)
    many, goal = agreed()
    fill(many, goal, 7)
    counter = lambda most, exact: django_assert_max_num_queries(most)  # noqa: E731
    assert counted(few, page, counter) == counted(many, page, counter)


def test_what_is_due_takes_four_queries_however_many_families_are_held(
    django_assert_num_queries: DjangoAssertNumQueries,
):
    cast = Cast()
    for _ in range(3):
        opened(cast=cast)
    with django_assert_num_queries(4):
        found = queries.due(cast.lead, NOW)
    assert {item.kind for item in found} == {"assessment", "team"}
    assert len(found) == 6


def test_caseloads_of_many_are_one_query(
    django_assert_num_queries: DjangoAssertNumQueries,
):
    people = [practitioner("lead") for _ in range(5)]
    with django_assert_num_queries(1):
        queries.caseloads(people)


def test_the_supervisors_page_takes_five_queries_however_many_leads(
    django_assert_num_queries: DjangoAssertNumQueries,
):
    cast = Cast()
    opened(cast=cast)
    with django_assert_num_queries(5):
        lines = queries.team_lines(cast.supervisor, later(30))
    assert [(line.lead.name, line.load.held, line.overdue) for line in lines] == [
        ("Lena Holder", 1, 1),
        ("Omar Next", 0, 0),
    ]


def test_those_with_most_room_are_offered_first_and_no_list_grows_with_the_workforce():
    cast = opened().cast
    many = [practitioner("lead", name=f"Lead {nth:02}") for nth in range(queries.MOST_LEADS + 2)]
    found = queries.leads_to_choose(cast.supervisor)
    assert len(found) == queries.MOST_LEADS
    assert cast.lead not in found
    assert many[0] in found


def test_anybody_who_may_lead_is_found_by_part_of_a_name_or_an_agency():
    who = practitioner("supervisor")
    zora, nurse = practitioner("lead", name="Zora O'Neill"), practitioner("practitioner", name="Zora Nurse")
    assert queries.leads_to_choose(who, words="zora neil") == [zora]
    assert zora in queries.leads_to_choose(who, words=zora.agency.name[:5])
    assert nurse not in queries.leads_to_choose(who, words="Zora")
    assert queries.leads_to_choose(who, words="nobody of that name") == []


def test_who_was_chosen_stays_in_the_list_and_who_may_not_lead_never_comes_into_it():
    who = practitioner("supervisor")
    zora, nurse = practitioner("lead", name="Zora"), practitioner("practitioner")
    assert queries.leads_to_choose(who, words="xx", chosen=str(zora.pk)) == [zora]
    assert queries.leads_to_choose(who, words="xx", chosen=str(nurse.pk)) == []
    assert queries.leads_to_choose(who, words="xx", chosen="' OR 1=1") == []


def test_a_supervisor_finds_a_closed_family_while_it_is_in_sight_and_no_longer():
    scene, _ = agreed()
    lead, on = scene.cast.lead, date(2026, 11, 30)
    actions.close_plan(
        plan=scene.plan, planned=True, reason="Done", level="1", followup_on=on, by=lead, now=NOW
    )
    assert [plan.family for plan in queries.closed_plans(scene.cast.supervisor)] == [scene.family]
    assert not queries.closed_plans(scene.cast.stranger)
    actions.record_followup(plan=scene.plan, on=on, note="Well", by=lead, now=later(8))
    assert not queries.closed_plans(scene.cast.supervisor)


UNITS = [("family-support-worker", "families", 1), ("specialist-midwife", "women", 2)]


@pytest.mark.parametrize(("job", "unit", "held"), UNITS)
def test_a_caseload_is_counted_in_the_unit_of_the_role(job: str, unit: str, held: int):
    lead = practitioner("lead", job=job)
    women = [(person(sex=Sex.FEMALE), Part.PARENT) for _ in range(2)]
    home = family(*women, (person(sex=Sex.MALE), Part.PARENT), (person(sex=Sex.FEMALE), Part.CHILD))
    Plan.objects.create(family=home, lead=lead, opened_at=NOW, assess_by=NOW, team_by=NOW)
    load = queries.caseload(lead)
    assert (load.unit, load.held) == (unit, held)


@pytest.mark.parametrize(("held", "full", "over"), [(29, False, False), (30, True, False), (31, True, True)])
def test_a_limit_is_reached_before_it_is_passed(held: int, full: bool, over: bool):
    load = queries.Caseload(held, "women", limit=30)
    assert (load.full, load.over) == (full, over)


def test_a_caseload_says_itself_in_words():
    assert queries.Caseload(1, limit=6).words == "Holds 1 family of 6 at most"
    assert queries.Caseload(2).words == "Holds 2 families"


def test_a_caseload_says_itself_to_the_one_who_holds_it():
    assert queries.Caseload(1, limit=6).own_words == "You hold 1 family. The most for your role is 6"
    assert queries.Caseload(2).own_words == "You hold 2 families"


def test_closed_plans_are_not_held():
    scene, _ = agreed()
    actions.close_plan(
        plan=scene.plan,
        planned=True,
        reason="Done",
        level="1",
        followup_on=date(2027, 3, 1),
        by=scene.cast.lead,
        now=NOW,
    )
    assert not queries.held_by(scene.cast.lead)
    assert queries.caseload(scene.cast.lead).held == 0


def test_a_booked_follow_up_is_due_until_it_is_written_down():
    scene, _ = agreed()
    lead, on = scene.cast.lead, date(2026, 11, 30)
    actions.close_plan(
        plan=scene.plan, planned=True, reason="Done", level="1", followup_on=on, by=lead, now=NOW
    )
    assert [(d.kind, d.overdue) for d in queries.due(lead, later(8))] == [("follow-up", True)]
    actions.record_followup(plan=scene.plan, on=on, note="Well", by=lead, now=later(8))
    assert queries.due(lead, later(8)) == []


def test_an_offer_waits_and_becomes_overdue():
    cast = Cast()
    offered(cast)
    assert not queries.offers_waiting(cast.lead, NOW)[0].overdue
    assert queries.offers_waiting(cast.lead, later(30))[0].overdue
    assert queries.offers_waiting(cast.other, NOW) == []


def test_actions_of_mine_in_other_peoples_plans_are_due_for_me():
    scene, goal = agreed()
    other = scene.cast.other
    actions.invite(plan=scene.plan, practitioner=other, by=scene.cast.lead, now=NOW)
    actions.add_action(
        goal=goal, words="Ring", owner=other, due_on=date(2026, 11, 25), by=scene.cast.lead, now=NOW
    )
    assert [(d.kind, d.words) for d in queries.due(other, NOW)] == [("action", "Ring")]


def test_the_plan_of_a_family_out_of_sight_is_not_found():
    from django.http import Http404

    scene = opened()
    with pytest.raises(Http404):
        queries.plan_or_404(scene.cast.stranger, scene.family.pk)


def test_somebody_who_left_the_team_no_longer_reads_what_they_were_to_do():
    scene, goal = agreed()
    lead, nurse = scene.cast.lead, practitioner("practitioner")
    member = actions.invite(plan=scene.plan, practitioner=nurse, by=lead, now=NOW)
    actions.add_action(goal=goal, words="Ring her", owner=nurse, due_on=NOW.date(), by=lead, now=NOW)
    assert [item.words for item in queries.due(nurse, NOW)] == ["Ring her"]
    actions.leave(member=member, reason="Moved", by=lead, now=NOW)
    assert queries.due(nurse, NOW) == []


def test_an_action_is_given_to_those_who_will_read_it():
    scene = opened()
    nurse = practitioner("practitioner")
    assert queries.owners_to_choose(plan_of(scene)) == [scene.cast.lead]
    member = actions.invite(plan=scene.plan, practitioner=nurse, by=scene.cast.lead, now=NOW)
    assert queries.owners_to_choose(plan_of(scene)) == [scene.cast.lead, nurse]
    actions.leave(member=member, reason="Moved", by=scene.cast.lead, now=NOW)
    assert queries.owners_to_choose(plan_of(scene)) == [scene.cast.lead]
    assert queries.owners_to_choose(plan_of(scene), beside=nurse) == [scene.cast.lead, nurse]


def plan_of(scene: Scene) -> Plan:
    return queries.plan_or_404(scene.cast.lead, scene.family.pk)


def test_a_first_score_is_drawn_on_the_day_it_was_in_london():
    scene = opened()
    goal = actions.add_goal(plan=scene.plan, words="Sleep", start_score=2, by=scene.cast.lead, now=NOW)
    scene.plan.opened_at = datetime(2027, 6, 30, 23, 30, tzinfo=UTC)
    assert _series(scene.plan, goal).points == ((date(2027, 7, 1), 2),)


def test_a_meeting_and_a_turn_are_named_by_the_day_in_london():
    late = datetime(2027, 6, 30, 23, 30, tzinfo=UTC)
    assert str(Meeting(planned_for=late)) == "Team meeting on 1 July 2027"
    assert str(Assessment(started_at=late)) == "Assessment begun 1 July 2027"
    assert str(LeadTurn(lead=practitioner("lead", name="Lena"), since=late)) == "Lena since 1 July 2027"
