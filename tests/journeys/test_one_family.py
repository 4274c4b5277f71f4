"""One family's way through the house, from the first words of a health visitor to a plan closed as planned.

Nadia Holloway is low and afraid. Ruby is three. Dominic, thirteen, is Ruby's half-brother and known already
under his father's name. Craig hits Nadia. Everybody here is made up.
"""

from datetime import timedelta

import pytest

from rightdoor.frontdoor.models import HelpRequest
from rightdoor.plans.models import LeadTurn, Plan
from rightdoor.post.models import Message
from tests.journeys import asking, deciding, helping
from tests.journeys.asking import MOTHER, PARTNER
from tests.journeys.stage import Actor, Stage

pytestmark = pytest.mark.browser


def test_one_request_becomes_one_plan_held_by_one_person_through_to_closing(stage: Stage):
    deciding.brother_on_record(stage)
    a_health_visitor_asks(stage)
    the_front_door_reads_it_and_finds_who_is_known(stage)
    the_health_visitor_is_told(stage)
    the_panel_gives_it_to_a_family_support_worker(stage)
    she_takes_the_baton_and_finds_the_assessment_half_written(stage)
    the_family_agrees_its_plan(stage)
    the_team_meets_within_its_clock(stage)
    a_review_scores_progress(stage)
    the_lead_goes_on_leave_and_hands_over(stage)
    help_steps_down_and_the_plan_closes_as_planned(stage)
    a_manager_sees_all_of_it_on_one_chronology(stage)


def a_health_visitor_asks(stage: Stage) -> None:
    """When a health visitor asks for help for Nadia, Ruby and Dominic, and tells what Craig does."""
    hana = stage.signed_in("hana-visits")
    hana.opens("/today/").follows("Ask for help")
    asking.ask(hana, asking.health_visitors_answers()).keeps_picture("story-01-check-answers")
    reference = asking.send(hana)
    hana.keeps_picture("story-02-sent")
    assert HelpRequest.objects.get().reference == reference


def the_front_door_reads_it_and_finds_who_is_known(stage: Stage) -> None:
    """Then the front door reads it, finds Dominic under another name, and weighs the need by two rules."""
    stage.calendar.go_on(hours=2)
    dolores = stage.signed_in("dolores-door")
    deciding.open_request(dolores, MOTHER).sees(asking.WORRIES, PARTNER).keeps_picture("story-03-request")
    dolores.follows("Are they known?").keeps_picture("story-04-already-known")
    deciding.join_records(dolores)
    deciding.screen(dolores).keeps_picture("story-05-level-of-need")
    the_level_explains_itself(dolores)
    meeting = stage.calendar.now() + timedelta(days=1)
    deciding.plan_panel(stage.signed_in("petra-gavel"), meeting.date())
    deciding.to_panel(dolores, meeting).keeps_picture("story-06-decided")


def the_level_explains_itself(dolores: Actor) -> None:
    """Then Lewisham's rules and Essex's each give a level, and each says why."""
    own = dolores.find("#lewisham-levels").inner_text()
    essex = dolores.find("#essex-levels").inner_text()
    assert "Level 3: targeted early help" in own
    assert "High needs: The parents have more than one of the five vulnerabilities." in essex
    for said in (own, essex):
        assert MOTHER in said, "The reasons do not say whom they are about."
    dolores.follows("Services that fit").sees("Fits").keeps_picture("story-07-services")
    dolores.follows("Level of need")


def the_health_visitor_is_told(stage: Stage) -> None:
    """Then the health visitor is written to, without a name in it, and sees what became of her request."""
    sent = HelpRequest.objects.get()
    letters = Message.objects.filter(to_address=stage.people["hana-visits"].email, about=sent.because)
    assert "Outcome: a panel decides." in letters.latest("written_at").body
    assert not any("Holloway" in letter.body + letter.subject for letter in letters)
    hana = stage.signed_in("hana-visits").opens("/today/").follows("All the requests you sent")
    hana.sees(sent.reference, "A panel decides").keeps_picture("story-08-requests-i-sent")


def the_panel_gives_it_to_a_family_support_worker(stage: Stage) -> None:
    """When the panel meets the next morning, then it gives the family to Fatou."""
    stage.calendar.go_on(days=1)
    deciding.allocate(stage.signed_in("petra-gavel"), "Fatou Baton").keeps_picture("story-09-panel")
    assert not Plan.objects.exists(), "Nobody holds a plan before they have said yes."


def she_takes_the_baton_and_finds_the_assessment_half_written(stage: Stage) -> None:
    """When Fatou says yes, then what the request said stands in the assessment and is not asked again."""
    fatou = stage.signed_in("fatou-baton").opens("/today/").keeps_picture("story-10-today")
    helping.accept(fatou).keeps_picture("story-11-assessment-half-written")
    fatou.sees(asking.WORRIES, asking.STRENGTHS, asking.HOPES, asking.CHILD_WORDS, asking.HELPING)
    fatou.sees("Never leave a message", "3 out of 10", "14 August 2023")
    fatou.sees("The request for help, 23 November 2026")
    nothing_told_is_asked_again(fatou)
    helping.sections(fatou, "Overview").sees("The family agrees to receive help")
    fatou.keeps_picture("story-12-family-with-genogram")


def nothing_told_is_asked_again(fatou: Actor) -> None:
    """Then no question stands open to which the request has the answer."""
    still = " ".join(fatou.page.get_by_text("Not answered yet:").all_inner_texts())
    answered = ("What is going well?", "What are the worries?", "hope will be different", "Who is helping")
    assert not [words for words in answered if words in still], still
    told = ("known_as", "birth", "sex", "part")
    gaps = fatou.find(", ".join(f"[data-question={one}]" for one in told))
    assert not [cell for cell in gaps.all_inner_texts() if "Not known yet" in cell]


def the_family_agrees_its_plan(stage: Stage) -> None:
    """When they have talked it through, then goals are in the family's words, with owners and dates."""
    stage.calendar.go_on(days=6)
    fatou = own_family(stage.signed_in("fatou-baton"))
    helping.finish_assessment(helping.sections(fatou, "Assessment"))
    helping.invite(helping.sections(fatou, "Team"), "Tariq Chalk", "Dominic's school")
    helping.sections(fatou, "Plan")
    helping.add_goal(fatou, helping.HER_GOAL, MOTHER, 2)
    helping.add_goal(fatou, helping.HIS_GOAL, "Dominic Brandt", 3)
    today = stage.calendar.now().date()
    soon = today + timedelta(days=5)
    helping.add_action(fatou, helping.HER_GOAL, "Go with Nadia to her GP.", "Fatou Baton", soon)
    helping.add_action(fatou, helping.HIS_GOAL, "Football on Thursdays.", "Tariq Chalk", soon)
    helping.agree_plan(fatou, today).keeps_picture("story-13-plan-agreed")


def the_team_meets_within_its_clock(stage: Stage) -> None:
    """When the team meets nine days after the family was allocated, then it met within its clock."""
    fatou = helping.sections(own_family(stage.signed_in("fatou-baton")), "Team")
    helping.invite(fatou, "Hana Visits", "Ruby's health visitor")
    helping.plan_meeting(fatou, stage.calendar.now().date() + timedelta(days=3))
    stage.calendar.go_on(days=3, hours=2)
    fatou = helping.sections(own_family(stage.signed_in("fatou-baton")), "Team")
    helping.hold_meeting(fatou).sees("Held").keeps_picture("story-14-team")
    plan = Plan.objects.get()
    assert plan.meetings.get().held_at <= plan.team_by


def a_review_scores_progress(stage: Stage) -> None:
    """When they look back six weeks later, then each goal has come nearer."""
    stage.calendar.go_on(days=40)
    fatou = helping.sections(own_family(stage.signed_in("fatou-baton")), "Reviews")
    helping.review(fatou, {helping.HER_GOAL: 7, helping.HIS_GOAL: 8})
    fatou.sees("7 out of 10", "8 out of 10", helping.CHILD_SAYS).keeps_picture("story-15-review")


def the_lead_goes_on_leave_and_hands_over(stage: Stage) -> None:
    """When Fatou goes on leave, then she holds the plan until Wilf has said yes, and from then on he does."""
    fatou = helping.sections(own_family(stage.signed_in("fatou-baton")), "Lead")
    helping.hand_over(fatou, "Wilf Relay").keeps_picture("story-16-hand-over-offered")
    assert Plan.objects.get().lead == stage.people["fatou-baton"]
    helping.take_over(stage.signed_in("wilf-relay")).keeps_picture("story-17-hand-over-accepted")
    assert Plan.objects.get().lead == stage.people["wilf-relay"]
    assert LeadTurn.objects.filter(until__isnull=True).count() == 1


def help_steps_down_and_the_plan_closes_as_planned(stage: Stage) -> None:
    """When the family needs less, then help steps down, and closes with a day to ask how things are."""
    stage.calendar.go_on(days=30)
    wilf = helping.sections(own_family(stage.signed_in("wilf-relay")), "Lead")
    helping.step_down(wilf).keeps_picture("story-18-stepped-down")
    helping.sections(wilf, "Plan")
    for goal in (helping.HER_GOAL, helping.HIS_GOAL):
        helping.reach_goal(wilf, goal)
    follow_up = stage.calendar.go_on(days=14).date() + timedelta(days=91)
    wilf = helping.sections(own_family(stage.signed_in("wilf-relay")), "Plan")
    helping.close(wilf, follow_up).keeps_picture("story-19-closed")
    plan = Plan.objects.get()
    assert (plan.state, plan.closed_planned, plan.followup_on) == ("closed", True, follow_up)


def a_manager_sees_all_of_it_on_one_chronology(stage: Stage) -> None:
    """Then their manager sees everything that happened on one page."""
    selim = stage.signed_in("selim-steady").opens(f"/families/{Plan.objects.get().family_id}/chronology/")
    selim.sees(
        "Request for help", "Front door decided: A panel decides", "Panel: accepted", deciding.WHY_FATOU,
        "Fatou Baton became lead professional", "Assessment finished at level 3",
        "The family agreed its plan", "The team around the family met", "The plan was reviewed",
        "Lead professional changed from Fatou Baton to Wilf Relay",
        "Help stepped down, towards what every family can use",
        "The plan was closed as planned",
    )  # fmt: skip
    selim.keeps_picture("story-20-chronology")


def own_family(lead: Actor) -> Actor:
    """Go from the home page to the family one leads."""
    lead.opens("/today/").follows("My families").follows("Holloway", within="Holloway")
    return lead.sees("Held by")
