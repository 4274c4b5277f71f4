"""Pages in states that the walk of the house does not meet: half done, handed on, closed, empty, refused."""

from datetime import timedelta

import pytest

from rightdoor.access.roles import ROLES
from rightdoor.families import actions as families
from rightdoor.families.models import Part
from rightdoor.frontdoor import actions as door
from rightdoor.frontdoor.actions import Chosen
from rightdoor.frontdoor.models import Choice
from rightdoor.plans import actions
from rightdoor.plans.actions import Scored, Told
from rightdoor.plans.models import Entry
from rightdoor.plans.states import State
from tests import factories
from tests.accessibility.inside import Inside, of
from tests.factories import NOW
from tests.frontdoor import factories as make
from tests.frontdoor import walking
from tests.plans import factories as plans

pytestmark = [pytest.mark.browser, pytest.mark.django_db]


ASKERS = {
    "parent": walking.PARENT,
    "young person": {**walking.PARENT, "who": {"asker": "young_person"}},
    "public": {
        **walking.PARENT,
        "who": {"asker": "public"},
        "sharing": {"agreed": "no", "reason": "They are afraid."},
        "people": {"more": "no"},
    },
    "practitioner": {"who": {"asker": "practitioner"}, **walking.PRACTITIONER},
}
SIGNED_OUT = {"asker": {"name": "Robin", "agency": "schools", "job": "Teacher", "email": "r@example.org"}}


@pytest.mark.parametrize("asker", ASKERS)
def test_every_page_of_asking_is_open_to_all_before_it_is_answered(asker: str, inside: Inside):
    client, given = of(None), {**ASKERS[asker]}
    if asker == "practitioner":
        given["asker"] = {**SIGNED_OUT["asker"], "works_with": "children"}
    next_page = walking.begin(client)["Location"]
    while not next_page.endswith("/check/"):
        step = next_page.removeprefix("/ask/1/").rstrip("/")
        answer = inside.ask(next_page, client, {"sent": "empty"})
        mistaken = answer.status_code == 422
        (inside.send if mistaken else inside.open)(next_page, client).is_open_to_all()
        next_page = walking.answer(client, step, given.get(step, {}))["Location"]
    inside.open(next_page, client).is_open_to_all()
    client.post(next_page)
    inside.open("/ask/1/sent/", client).is_open_to_all()


def test_the_pages_about_one_person_and_another_are_open_to_all(inside: Inside):
    client = of(None)
    walking.walk(client, walking.PARENT)
    for path in ("/ask/1/person/p1/", "/ask/1/later/", "/ask/1/people/"):
        inside.open(path, client).is_open_to_all()
    walking.answer(client, "home", {"postcode": "N1 2UD"}, query="?from=check")
    inside.open("/ask/1/elsewhere/", client).is_open_to_all()
    walking.answer(client, "elsewhere", {"send_here": "no"})
    inside.open("/ask/1/stopped/", client).is_open_to_all()


@pytest.mark.parametrize("page", ["request", "known", "screening", "level", "services", "decide", "pause"])
def test_a_request_that_has_just_come_is_open_to_all(page: str, inside: Inside):
    officer = make.officer()
    mother = factories.person("Marta", "Valle", birth_date=make.MUM.birth_date, by=officer)
    factories.family((mother, Part.PARENT), name="Valle", by=officer, seen_by=make.lead())
    sent = make.request(NOW, in_danger_now="yes", danger_words="He is at the door.")
    path = f"/requests/{sent.pk}/" + ("" if page == "request" else f"{page}/")
    inside.open(path, officer).is_open_to_all()


@pytest.mark.parametrize("page", ["known", "level", "decide", "agree", "pause"])
def test_a_form_about_a_request_sent_empty_is_open_to_all(page: str, inside: Inside):
    officer = make.officer()
    sent = make.request(NOW) if page == "known" else make.ready(NOW, by=officer)
    inside.send(f"/requests/{sent.pk}/{page}/", officer).is_open_to_all()
    assert inside.shown is not None and inside.shown.status_code == 422


@pytest.mark.parametrize("page", ["", "known/", "history/", "offer/"])
def test_a_request_that_looks_for_a_lead_is_open_to_all(page: str, inside: Inside):
    officer, lead = make.officer(), make.lead()
    sent = make.ready(NOW, by=officer)
    chosen = Chosen(choice=Choice.TEAM, reason="One plan.", worker=lead)
    door.decide(request=sent, chosen=chosen, by=officer, now=NOW)
    inside.open(f"/requests/{sent.pk}/{page}", officer).is_open_to_all()


def test_what_a_referrer_sees_is_open_to_all(inside: Inside):
    sender = factories.practitioner("practitioner")
    officer, sent = make.officer(), make.request(NOW, by=sender)
    make.screened(sent, officer, NOW)
    door.decide(request=sent, chosen=Chosen(choice=Choice.ADVISE, reason="Go."), by=officer, now=NOW)
    for path in ("/requests/sent/", f"/requests/sent/{sent.pk}/", "/today/"):
        inside.open(path, sender).is_open_to_all()


@pytest.mark.parametrize("page", ["assessment", "plan", "reviews", "team", "lead"])
def test_a_plan_that_has_just_begun_is_open_to_all(page: str, inside: Inside):
    scene = plans.opened()
    inside.open(f"/plans/{scene.family.pk}/{page}/", scene.cast.lead).is_open_to_all()


def reviewed() -> plans.Scene:
    """Give a plan reviewed twice, stepped up, with a meeting held, an action settled and a rating."""
    scene, goal = plans.agreed()
    lead = scene.cast.lead
    actions.rate(
        assessment=scene.assessment,
        scale="safety",
        score=4,
        said_by="Ines",
        why="",
        person=None,
        by=lead,
        now=NOW,
    )
    done = actions.add_action(goal=goal, words="Ring the school", owner=lead, by=lead, now=NOW)
    actions.settle_action(action=done, done=False, on=NOW.date(), reason="It was shut", by=lead, now=NOW)
    for days, score in ((2, 4), (5, 7)):
        actions.hold_review(
            plan=scene.plan,
            on=plans.later(days).date(),
            told=Told(with_whom="Ines", went_well="Sleep", still_hard="Mornings", child_words="I sleep"),
            scores={goal.pk: Scored(score, "She says so")},
            level="3",
            by=lead,
            now=plans.later(days),
        )
    actions.step_up(
        plan=scene.plan,
        overseer=scene.cast.supervisor,
        level="4",
        reason="He came back",
        by=lead,
        now=plans.later(6),
    )
    return scene


@pytest.mark.parametrize("page", ["plan", "reviews", "lead", "plan/print", "reviews/hold", "assessment"])
def test_a_plan_reviewed_and_stepped_up_is_open_to_all(page: str, inside: Inside):
    scene = reviewed()
    inside.open(f"/plans/{scene.family.pk}/{page}/", scene.cast.lead).is_open_to_all()


def test_a_hand_over_is_open_to_all_for_who_gives_and_who_takes(inside: Inside):
    scene = plans.opened()
    lead, other = scene.cast.lead, scene.cast.other
    offer = actions.offer_handover(plan=scene.plan, to=other, reason="Leave", note="Ring", by=lead, now=NOW)
    inside.open(f"/plans/{scene.family.pk}/lead/", lead).is_open_to_all()
    inside.open(f"/plans/hand-overs/{offer.pk}/", other).is_open_to_all()
    inside.send(f"/plans/hand-overs/{offer.pk}/", other, {"answer": "no"}).is_open_to_all()


def test_being_asked_to_lead_is_open_to_all(inside: Inside):
    cast = plans.Cast()
    offer, _ = plans.offered(cast)
    for path in ("/today/", "/plans/", "/plans/offers/", f"/plans/{offer.family.pk}/plan/"):
        inside.open(path, cast.lead).is_open_to_all()
    inside.open(f"/plans/offers/{offer.pk}/", cast.lead).is_open_to_all()
    inside.send(f"/plans/offers/{offer.pk}/", cast.lead).is_open_to_all()


def test_a_plan_that_steps_down_and_closes_is_open_to_all(inside: Inside):
    scene, _ = plans.agreed()
    lead = scene.cast.lead
    how = {"agreed": True, "agreed_with": "Ines", "how": "Face to face", "agreed_on": NOW.date()}
    actions.step_down(
        plan=scene.plan, after=State.STEPPING_DOWN, level="1", reason="Calm", by=lead, now=NOW, **how
    )
    for page in ("lead", "resume", "closing"):
        inside.open(f"/plans/{scene.family.pk}/{page}/", lead).is_open_to_all()
    day = (NOW + timedelta(days=30)).date()
    actions.close_plan(
        plan=scene.plan, planned=True, reason="Done", level="1", followup_on=day, by=lead, now=plans.later(1)
    )
    for page in ("plan", "lead", "closing", "closing/follow-up", "team"):
        inside.open(f"/plans/{scene.family.pk}/{page}/", lead).is_open_to_all()
    inside.send(f"/plans/{scene.family.pk}/closing/follow-up/", lead).is_open_to_all()


def test_two_texts_side_by_side_are_open_to_all(inside: Inside):
    scene = plans.opened()
    entry = Entry.objects.get(question="worries")
    path = f"/plans/{scene.family.pk}/assessment/{entry.pk}/"
    of(scene.cast.lead).post(path, {"text": "Hers", "version": "1"})
    inside.send(path, scene.cast.supervisor, {"text": "His", "version": "1"}).is_open_to_all()
    assert inside.shown is not None and inside.shown.status_code == 409


def test_a_refusal_and_a_page_that_is_not_there_are_open_to_all(inside: Inside):
    scene, _ = plans.agreed()
    actions.invite(plan=scene.plan, practitioner=scene.cast.stranger, by=scene.cast.lead, now=NOW)
    inside.open(f"/plans/{scene.family.pk}/closing/", scene.cast.stranger).is_open_to_all()
    inside.open(f"/plans/{scene.family.pk}/plan/", scene.cast.other).is_open_to_all()
    inside.open("/requests/", scene.cast.stranger).is_open_to_all()


@pytest.mark.parametrize("role", ROLES)
def test_a_first_day_with_nothing_on_it_is_open_to_all(role: str, inside: Inside):
    inside.open("/today/", factories.practitioner(role)).is_open_to_all()


@pytest.mark.parametrize(
    "path", ["/requests/", "/requests/sent/", "/requests/panels/", "/plans/", "/plans/offers/"]
)
def test_a_list_with_nothing_on_it_is_open_to_all(path: str, inside: Inside):
    inside.open(path, factories.practitioner("front_door", "lead", "panel_chair")).is_open_to_all()


def test_a_search_that_finds_and_one_that_does_not_are_open_to_all(inside: Inside):
    lead = factories.practitioner("lead")
    found = factories.person("Ines", "Quill", sex="F")
    family = factories.family((found, Part.PARENT), seen_by=lead)
    families.note(family=family, on=NOW.date(), kind="happened", title="Moved", by=lead, now=NOW)
    for name in ("Quill", "Nobody"):
        inside.send("/search/", lead, {"known_as": "Ines", "family_name": name}).is_open_to_all()


def test_a_record_joined_from_two_is_open_to_all(inside: Inside):
    lead = factories.practitioner("lead", "front_door")
    one, two = factories.person("Ines", "Quill"), factories.person("Ines", "Quil")
    family = factories.family((one, Part.PARENT), seen_by=lead)
    families.merge_people(kept=one, gone=two, why="Same birth date", by=lead, now=NOW)
    path = f"/families/{family.pk}/people/{one.pk}/"
    for page in (path, f"{path}join/", f"/families/{family.pk}/chronology/"):
        inside.open(page, lead).is_open_to_all()
