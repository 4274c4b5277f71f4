"""Rows written in bulk keep every promise that rows written through the actions keep."""

from collections import Counter
from datetime import date, datetime, timedelta

import pytest
from django.db.models import F, Q

from rightdoor.access.models import Practitioner
from rightdoor.access.partnership import pack
from rightdoor.engines.facts import read
from rightdoor.engines.names import fold
from rightdoor.engines.rules import assess_level
from rightdoor.families.models import Family, Person, PersonName, ProtectedAddress, Service, Sight
from rightdoor.families.queries import circumstances, families_for
from rightdoor.frontdoor import clocks
from rightdoor.frontdoor.models import AgendaItem, HelpRequest, LevelFound, PersonNamed, Screening
from rightdoor.frontdoor.states import OPEN, State
from rightdoor.plans.models import Goal, LeadOffer, LeadTurn, Plan, Step, TeamMember
from rightdoor.plans.states import State as PlanState
from rightdoor.plans.states import may_become

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("tiny")]


def open_plans() -> list[Plan]:
    return list(Plan.objects.exclude(state=PlanState.CLOSED).select_related("lead", "family"))


def test_every_open_plan_is_held_by_the_lead_of_its_one_open_turn():
    turns = Counter(LeadTurn.objects.filter(until__isnull=True).values_list("plan", "lead"))
    assert turns == Counter((plan.pk, plan.lead_id) for plan in open_plans())


def test_the_turns_of_a_plan_follow_one_another_without_a_gap():
    for plan in Plan.objects.prefetch_related("turns"):
        turns = sorted(plan.turns.all(), key=lambda turn: turn.since)
        assert turns[0].since == plan.opened_at
        assert [turn.until for turn in turns] == [*(turn.since for turn in turns[1:]), plan.closed_at]


def test_every_lead_sees_the_families_they_hold():
    for plan in open_plans():
        assert families_for(plan.lead).filter(pk=plan.family_id).exists()


def test_supervisors_see_the_families_of_their_leads():
    supervised = [plan for plan in open_plans() if plan.lead.supervisor]
    assert supervised
    for plan in supervised:
        assert families_for(plan.lead.supervisor).filter(pk=plan.family_id).exists()


def test_the_team_sees_the_family_while_the_plan_is_open_and_not_after():
    members = TeamMember.objects.filter(practitioner__isnull=False).exclude(role="Lead professional")
    for member in members.select_related("plan"):
        seen = Sight.objects.filter(because=f"plans.teammember:{member.pk}", until__isnull=True).exists()
        assert seen == (member.left_at is None and member.plan.is_open)


def test_the_front_door_sees_a_family_only_while_a_request_is_open():
    linked = HelpRequest.objects.filter(family__isnull=False)
    for request in linked:
        seen = Sight.objects.filter(because=request.because, desk="front-door", until__isnull=True).exists()
        assert seen == (State(request.state) in OPEN)


def test_a_panel_sees_what_it_has_still_to_decide_and_nothing_else():
    for item in AgendaItem.objects.select_related("request", "meeting"):
        because = f"frontdoor.agendaitem:{item.pk}"
        seen = Sight.objects.filter(because=because, desk=f"panel:{item.meeting.panel}", until=None).exists()
        assert seen == (item.outcome == "")


def test_requests_going_to_a_panel_are_on_the_agenda_of_a_meeting_to_come(tiny: datetime):
    going = set(HelpRequest.objects.filter(state=State.AT_PANEL).values_list("pk", flat=True))
    listed = AgendaItem.objects.filter(outcome="", meeting__at__gt=tiny).values_list("request", flat=True)
    assert going
    assert going == set(listed)


def test_no_agenda_holds_more_than_its_panel_can_hear():
    held = Counter(AgendaItem.objects.values_list("meeting__panel", "meeting"))
    assert all(number <= pack().panel(panel).capacity for (panel, _), number in held.items())


def test_somebody_has_been_asked_to_lead_for_requests_that_seek_a_lead():
    seeking = HelpRequest.objects.filter(state=State.ALLOCATING)
    assert seeking
    for request in seeking:
        assert LeadOffer.objects.filter(family=request.family_id, because=request.because).exists()


def test_every_plan_comes_from_an_offer_accepted_for_a_request_that_has_ended_in_help():
    for plan in Plan.objects.select_related("offer"):
        request = HelpRequest.objects.get(pk=plan.offer.because.partition(":")[2])
        assert (plan.offer.answer, request.state, request.family_id) == (
            "accepted",
            "helping",
            plan.family_id,
        )


def test_a_family_is_in_early_help_exactly_while_it_has_an_open_plan():
    helped = set(Family.objects.filter(service=Service.EARLY_HELP).values_list("pk", flat=True))
    assert helped == {plan.family_id for plan in open_plans()}


def test_people_can_be_found_by_their_folded_names():
    for person in Person.objects.all():
        assert (person.search_key, person.given_key) == (fold(person.family_name), fold(person.known_as))
    for name in PersonName.objects.all():
        assert name.search_key == fold(name.family_name)


def test_clocks_run_out_when_the_pack_says():
    for request in HelpRequest.objects.all():
        assert request.due_at == clocks.due_with(request, [])


def test_every_level_found_is_what_the_rules_give():
    for found in LevelFound.objects.select_related("screening"):
        result = assess_level(pack().scheme(found.scheme), read(found.screening.facts))
        assert (found.band, found.may_be) == (result.band.code, [band.code for band in result.may_be])
        assert [r["say"] for r in found.reasons] == [r.sentence for r in result.reasons if r.matters]


def test_what_is_on_record_can_be_weighed_by_the_rules(tiny: datetime):
    for family in Family.objects.all():
        assert circumstances(family, tiny.date()).people


def test_requests_tell_of_the_people_named_in_them():
    named = Counter(PersonNamed.objects.values_list("request", flat=True))
    for request in HelpRequest.objects.all():
        assert len(request.told.people) == named[request.pk]
    assert not PersonNamed.objects.filter(request__family__isnull=False, person=None).exists()


def test_whoever_was_screened_was_looked_at_after_they_asked():
    assert not Screening.objects.filter(at__lt=F("request__received_at")).exists()
    late = Q(decided_at__isnull=False, decided_at__lt=F("received_at"))
    assert not HelpRequest.objects.filter(late).exists()
    assert set(HelpRequest.objects.filter(screenings=None).values_list("state", flat=True)) == {"received"}


def test_nothing_is_recorded_that_has_not_happened_yet(tiny: datetime):
    assert not HelpRequest.objects.filter(received_at__gte=tiny).exists()
    assert not Plan.objects.filter(opened_at__gte=tiny).exists()
    assert not Step.objects.filter(at__gt=tiny).exists()
    assert not Sight.objects.filter(Q(since__gt=tiny) | Q(until__gt=tiny)).exists()


def test_plans_move_only_where_the_table_of_states_allows():
    for plan in Plan.objects.prefetch_related("steps"):
        steps = list(plan.steps.order_by("at", "pk"))
        assert [s.before for s in steps] == ["", *(s.after for s in steps[:-1])]
        assert steps[-1].after == plan.state
        assert all(may_become(PlanState(s.before), PlanState(s.after)) for s in steps[1:])


def test_plans_that_were_agreed_rest_on_a_finished_assessment_and_have_goals():
    agreed = Plan.objects.filter(agreed_on__isnull=False)
    assert agreed
    assert not agreed.filter(assessments__completed_at__isnull=True).exists()
    assert set(agreed.values_list("pk", flat=True)) <= set(Goal.objects.values_list("plan", flat=True))


def test_secret_addresses_are_stored_apart():
    secret = HelpRequest.objects.filter(story__address_secret="yes", family__isnull=False)
    for request in secret:
        home = request.told.address
        people = [named.person_id for named in request.people.all()]
        assert ProtectedAddress.objects.filter(person__in=people, lines=home).exists()
        assert not Person.objects.filter(pk__in=people, addresses__lines=home).exists()


def test_nobody_unborn_has_a_birthday_and_parents_are_older_than_their_children(tiny: datetime):
    for person in Person.objects.filter(due_date__isnull=False):
        assert person.due_date >= tiny.date() - timedelta(days=1)
    for person in Person.objects.filter(relationships__kind="parent").distinct():
        youngest = [r.other.birth_date for r in person.relationships.filter(kind="parent")]
        assert all(old_enough(person.birth_date, child) for child in youngest if child and person.birth_date)


def old_enough(parent: date, child: date) -> bool:
    return (child - parent).days > 13 * 365


def test_nobody_but_the_personas_can_sign_in():
    others = Practitioner.objects.exclude(email__endswith="@rightdoor.invalid")
    assert others
    assert not any(one.has_usable_password() for one in others)
