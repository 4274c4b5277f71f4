"""Every page of a plan: seen by those who may, unknown to strangers, forgiving of what is typed."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from rightdoor.access.models import Draft, Practitioner
from rightdoor.families.models import Family
from rightdoor.plans import actions
from rightdoor.plans.models import Entry, Goal, Plan, PlanAction, Review, TeamMember
from rightdoor.plans.urls import urlpatterns
from tests.factories import NOW
from tests.plans.factories import Cast, Scene, agreed, later, offered, opened

pytestmark = pytest.mark.django_db
FAMILY_PAGES = [
    "assessment", "summary-change", "assessment-complete", "facts", "plan", "plan-print", "plan-write",
    "goal-add", "team", "member-invite", "meeting-plan", "reviews", "lead", "handover-offer", "step-up",
    "step-down", "close",
]  # fmt: skip
OWN_PAGES = ["mine", "offers", "supervision"]


@pytest.fixture(autouse=True)
def ten_days_on(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the pages be read ten days after the plan was opened."""
    monkeypatch.setattr(timezone, "now", lambda: later(10))


def signed_in(who: Practitioner) -> Client:
    client = Client()
    client.force_login(who, backend="allauth.account.auth_backends.AuthenticationBackend")
    return client


def address(name: str, family: Family, **more: Any) -> str:
    return reverse(f"plans:{name}", kwargs={"family_id": family.pk, **more})


def post(who: Practitioner, href: str, told: dict[str, Any] | None = None):
    return signed_in(who).post(href, told or {})


def a_day(name: str, day: str) -> dict[str, str]:
    return {f"{name}-{part}": said for part, said in zip(("day", "month", "year"), day.split(), strict=True)}


@pytest.mark.parametrize("name", FAMILY_PAGES)
def test_the_lead_sees_every_page(name: str):
    scene = opened()
    answer = signed_in(scene.cast.lead).get(address(name, scene.family))
    assert answer.status_code in (200, 403) if name == "step-down" else answer.status_code == 200


@pytest.mark.parametrize("name", FAMILY_PAGES)
def test_to_a_stranger_no_page_exists_by_get_or_post(name: str):
    scene = opened()
    client = signed_in(scene.cast.stranger)
    assert client.get(address(name, scene.family)).status_code == 404
    # A page that is only read answers so to everybody, before it looks for a family.
    assert client.post(address(name, scene.family)).status_code in {404, 405}


@pytest.mark.parametrize("name", FAMILY_PAGES)
def test_nobody_reads_a_page_without_signing_in(name: str):
    scene = opened()
    answer = Client().get(address(name, scene.family))
    assert (answer.status_code, "sign-in" in answer["Location"]) == (302, True)


@pytest.mark.parametrize("name", FAMILY_PAGES)
def test_a_page_of_a_closed_plan_is_shown_or_refused_and_never_breaks(name: str):
    scene, _ = agreed()
    closed(scene)
    assert signed_in(scene.cast.lead).get(address(name, scene.family)).status_code in (200, 403)


def test_no_address_of_this_room_takes_anything_but_random_numbers_and_names_of_forms():
    taken = {str(pattern.pattern) for pattern in urlpatterns}
    assert not [one for one in taken if "<str:" in one or "<path:" in one]


@pytest.mark.parametrize("name", OWN_PAGES)
def test_everybody_has_pages_of_their_own(name: str):
    cast = Cast()
    assert signed_in(cast.supervisor).get(reverse(f"plans:{name}")).status_code == 200


def test_only_a_supervisor_sees_what_leads_hold():
    assert signed_in(Cast().lead).get(reverse("plans:supervision")).status_code == 403


def test_an_offer_is_read_and_accepted_by_the_one_it_was_made_to_and_nobody_else():
    cast = Cast()
    offer, _ = offered(cast)
    href = reverse("plans:offer", kwargs={"offer_id": offer.pk})
    assert signed_in(cast.other).get(href).status_code == 404
    assert "He does not sleep" in signed_in(cast.lead).get(href).content.decode()
    assert post(cast.lead, href, {"answer": "yes"}).status_code == 302
    assert post(cast.lead, href, {"answer": "yes"}).status_code == 302
    assert Plan.objects.count() == 1


def test_saying_no_without_a_reason_comes_back_beside_the_field():
    cast = Cast()
    offer, _ = offered(cast)
    answer = post(cast.lead, reverse("plans:offer", kwargs={"offer_id": offer.pk}), {"answer": "no"})
    assert answer.status_code == 422
    assert "Write why you cannot take it on" in answer.content.decode()


def test_a_hand_over_is_accepted_on_its_page():
    scene = opened()
    offer = actions.offer_handover(
        plan=scene.plan, to=scene.cast.other, reason="Leave", by=scene.cast.lead, now=NOW
    )
    href = reverse("plans:handover", kwargs={"offer_id": offer.pk})
    assert signed_in(scene.cast.other).get(href).status_code == 200
    post(scene.cast.other, href, {"answer": "yes"})
    scene.plan.refresh_from_db()
    assert scene.plan.lead == scene.cast.other


def test_a_line_is_added_to_the_assessment_under_the_right_question_and_person():
    scene = opened()
    mum = scene.people["mum"]
    told = {"strengths-text": "She sings", "strengths-person": str(mum.pk), "strengths-said_by": "Teo"}
    assert post(scene.cast.lead, address("assessment", scene.family), told).status_code == 302
    written = Entry.objects.get(text="She sings")
    assert (written.question, written.person, written.said_by) == ("person-strengths", mum, "Teo")


def test_an_empty_line_comes_back_with_its_part_open_and_nothing_lost():
    scene = opened()
    told = {"worries-text": " ", "worries-said_by": "The school"}
    answer = post(scene.cast.lead, address("assessment", scene.family), told)
    page = answer.content.decode()
    assert (answer.status_code, "Write what is said or seen" in page) == (422, True)
    assert "The school" in page
    assert "<title>Error:" in page


def test_the_same_line_sent_twice_is_written_once():
    scene = opened()
    told = {"worries-text": "He is thin", "worries-token": "0b8f1f5e-95f9-4f57-9a1b-5d6b6f0a0009"}
    for _ in range(2):
        post(scene.cast.lead, address("assessment", scene.family), told)
    assert Entry.objects.filter(text="He is thin").count() == 1


def test_a_rating_is_added():
    scene = opened()
    told = {"rating-scale": "safety", "rating-score": "7", "rating-said_by": "Ines"}
    assert post(scene.cast.lead, address("assessment", scene.family), told).status_code == 302
    assert scene.assessment.ratings.get(scale="safety").score == 7


def test_two_editors_see_both_texts_and_the_second_can_save_again():
    scene = opened()
    entry = Entry.objects.get(question="worries")
    href = address("entry-change", scene.family, entry_id=entry.pk)
    post(scene.cast.lead, href, {"text": "Hers", "version": "1"})
    clash = post(scene.cast.supervisor, href, {"text": "His", "version": "1"})
    page = clash.content.decode()
    assert clash.status_code == 409
    assert "Hers" in page and "His" in page and 'name="version" value="2"' in page
    assert Draft.objects.get(practitioner=scene.cast.supervisor).fields["text"] == ["His"]
    assert post(scene.cast.supervisor, href, {"text": "Both", "version": "2"}).status_code == 302
    assert not Draft.objects.exists()


def test_a_half_written_form_comes_back():
    scene = opened()
    keep = address("draft-keep", scene.family, form="goal")
    assert post(scene.cast.lead, keep, {"words": "We want to", "token": "x"}).json()["saved"]
    page = signed_in(scene.cast.lead).get(address("goal-add", scene.family)).content.decode()
    assert "We want to" in page and "is not saved yet" in page


def test_a_half_written_part_of_the_assessment_comes_back_until_it_is_added():
    scene = opened()
    keep, href = address("draft-keep", scene.family, form="part-worries"), address("assessment", scene.family)
    post(scene.cast.lead, keep, {"worries-text": "He coughs at"})
    assert "He coughs at" in signed_in(scene.cast.lead).get(href).content.decode()
    post(scene.cast.lead, href, {"worries-text": "He coughs at night"})
    assert not Draft.objects.exists()


def test_a_stranger_keeps_no_draft_and_somebody_signed_out_is_told():
    scene = opened()
    keep = address("draft-keep", scene.family, form="goal")
    assert post(scene.cast.stranger, keep, {"words": "x"}).status_code == 404
    assert Client().post(keep, {"words": "x"}).status_code == 401


BAD = ["x" * 10_001, "\u202eright to left 👪", "<script>alert(1)</script>", "=cmd|' /C calc'!A0", "\x00nul"]


@pytest.mark.parametrize("words", BAD, ids=["long", "right-to-left", "script", "formula", "nul"])
def test_whatever_is_typed_as_a_goal_is_kept_or_comes_back_and_never_breaks(words: str):
    scene = opened()
    answer = post(scene.cast.lead, address("goal-add", scene.family), {"words": words, "phase": "1"})
    assert answer.status_code == (422 if len(words) > 10_000 else 302)
    page = signed_in(scene.cast.lead).get(address("plan", scene.family)).content.decode()
    assert "<script>alert" not in page


def test_an_impossible_date_comes_back_beside_the_field_with_all_that_was_typed():
    scene, goal = agreed()
    told = {"words": "Ring", "kind": "action", "owner_kind": "outside", "owner_words": "Nan"}
    href = address("action-add", scene.family, goal_id=goal.pk)
    answer = post(scene.cast.lead, href, {**told, **a_day("due_on", "31 2 2027")})
    page = answer.content.decode()
    assert (answer.status_code, "must be a real date" in page, "Nan" in page) == (422, True, True)


def test_a_form_sent_empty_names_everything_that_is_missing():
    scene, goal = agreed()
    answer = post(scene.cast.lead, address("action-add", scene.family, goal_id=goal.pk))
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Write what will be done" in page and "Choose who will do it" in page


def test_an_action_is_added_with_a_service_and_an_owner_in_the_family():
    scene, goal = agreed()
    told = {"words": "Go to the group", "kind": "service", "service": "safer-stronger-families"}
    told |= {
        "owner_kind": "person",
        "owner_person": str(scene.people["mum"].pk),
        **a_day("due_on", "1 2 2027"),
    }
    assert (
        post(scene.cast.lead, address("action-add", scene.family, goal_id=goal.pk), told).status_code == 302
    )
    assert PlanAction.objects.get().owner_name == "Ines Quill"


def test_a_goal_of_another_family_is_not_found_through_ones_own():
    scene, _ = agreed()
    _, other = agreed()
    href = address("goal-change", scene.family, goal_id=other.pk)
    assert signed_in(scene.cast.lead).get(href).status_code == 404


def test_finishing_the_assessment_at_another_level_without_a_reason_comes_back():
    scene = opened()
    href = address("assessment-complete", scene.family)
    answer = post(scene.cast.lead, href, {"level": "4", "took_part": "Ines"})
    assert (answer.status_code, "Say why the level" in answer.content.decode()) == (422, True)
    told = {"level": "4", "took_part": "Ines", "level_why": "He was hurt"}
    assert post(scene.cast.lead, href, told).status_code == 302


def test_a_fact_told_on_the_page_is_weighed_by_the_rules():
    scene = opened()
    href = address("facts-person", scene.family, person_id=scene.people["mum"].pk)
    told = {"domestic_abuse": "yes", "told_by": "Ines"}
    assert post(scene.cast.lead, href, told).status_code == 302
    page = signed_in(scene.cast.lead).get(address("assessment", scene.family)).content.decode()
    assert "Level 3" in page


def test_the_team_meets_on_its_pages():
    scene = opened()
    told = {"clock": "10:00", "place": "School", **a_day("day", "24 11 2026")}
    assert post(scene.cast.lead, address("meeting-plan", scene.family), told).status_code == 302
    meeting, member = scene.plan.meetings.get(), TeamMember.objects.get()
    href = address("meeting-hold", scene.family, meeting_id=meeting.pk)
    told = {
        "clock": "10:00",
        "minutes": "We met",
        f"came_{member.pk.hex}": "came",
        **a_day("day", "28 11 2026"),
    }
    assert post(scene.cast.lead, href, told).status_code == 302
    assert signed_in(scene.cast.lead).get(address("team", scene.family)).status_code == 200


def test_a_review_is_held_on_its_page_and_shown_beside_the_start():
    scene, goal = agreed()
    told = {"with_whom": "Ines", "level": "2", f"score_{goal.pk.hex}": "6", "child_words": "I sleep"}
    href = address("review-hold", scene.family)
    assert post(scene.cast.lead, href, {**told, **a_day("on", "28 11 2026")}).status_code == 302
    page = signed_in(scene.cast.lead).get(address("reviews", scene.family)).content.decode()
    assert "6 out of 10" in page and "2 out of 10" in page and 'class="progress"' in page
    assert Review.objects.count() == 1


def test_a_review_without_a_score_comes_back_naming_the_goal():
    scene, _ = agreed()
    answer = post(scene.cast.lead, address("review-hold", scene.family), {"with_whom": "Ines", "level": "2"})
    assert (answer.status_code, "We all sleep" in answer.content.decode()) == (422, True)


def test_stepping_up_and_down_are_done_on_their_pages():
    scene, _ = agreed()
    told = {"overseer": str(scene.cast.supervisor.pk), "level": "4", "reason": "Worse"}
    assert post(scene.cast.lead, address("step-up", scene.family), told).status_code == 302
    down = {"after": "stepping_down", "level": "2", "reason": "Calm", "agreed": "no"}
    refused = post(scene.cast.lead, address("step-down", scene.family), down)
    assert (refused.status_code, "has to agree again" in refused.content.decode()) == (422, True)
    agreed_again = {
        "agreed": "yes",
        "agreed_with": "Ines",
        "how": "Face to face",
        **a_day("agreed_on", "28 11 2026"),
    }
    assert (
        post(scene.cast.lead, address("step-down", scene.family), {**down, **agreed_again}).status_code == 302
    )


def test_closing_with_a_follow_up_leads_to_how_it_closed_and_the_follow_up_to_my_families():
    scene, _ = agreed()
    told = {"planned": "yes", "reason": "Goals reached", "level": "1", "followup": "yes"}
    closing = address("close", scene.family)
    answer = post(scene.cast.lead, closing, {**told, **a_day("followup_on", "1 3 2027")})
    assert answer["Location"] == closing
    told = {"note": "All well", **a_day("on", "28 11 2026")}
    after = post(scene.cast.lead, address("follow-up", scene.family), told)
    assert after["Location"] == reverse("plans:mine")


def test_the_print_for_the_family_names_no_assessment_and_no_contact():
    scene, _ = agreed()
    page = signed_in(scene.cast.lead).get(address("plan-print", scene.family)).content.decode()
    assert "We all sleep" in page
    assert "He does not sleep" not in page


def test_a_family_without_a_plan_says_so_to_those_who_see_it():
    cast = Cast()
    offer, _ = offered(cast)
    page = signed_in(cast.lead).get(address("plan", offer.family))
    assert (page.status_code, "There is no plan yet" in page.content.decode()) == (200, True)


def test_an_offer_to_lead_is_taken_back_by_those_who_share_out_work_and_nobody_else():
    cast = Cast()
    offer, _ = offered(cast)
    href = address("offer-withdraw", offer.family)
    post(cast.lead, href)
    offer.refresh_from_db()
    assert offer.answer == ""
    assert post(cast.supervisor, href).status_code == 302
    offer.refresh_from_db()
    assert offer.answer == "withdrawn"


def test_an_entry_is_taken_out_and_put_back_on_the_page():
    scene = opened()
    entry = Entry.objects.get(question="worries")
    post(scene.cast.lead, address("entry-remove", scene.family, entry_id=entry.pk))
    page = signed_in(scene.cast.lead).get(address("assessment", scene.family)).content.decode()
    assert "Taken out (1)" in page
    post(scene.cast.lead, address("entry-restore", scene.family, entry_id=entry.pk))
    entry.refresh_from_db()
    assert entry.removed_at is None


def test_a_team_member_writes_but_does_not_close():
    scene, _ = agreed()
    actions.invite(plan=scene.plan, practitioner=scene.cast.stranger, by=scene.cast.lead, now=NOW)
    assert signed_in(scene.cast.stranger).get(address("goal-add", scene.family)).status_code == 200
    assert signed_in(scene.cast.stranger).get(address("close", scene.family)).status_code == 403


def closed(scene: Scene) -> None:
    actions.close_plan(
        plan=scene.plan,
        planned=True,
        reason="Done",
        level="1",
        followup_on=later(30).date(),
        by=scene.cast.lead,
        now=later(1),
    )


def test_a_goal_is_changed_and_ended_on_its_pages():
    scene, goal = agreed()
    told = {"words": "We sleep well", "phase": "2", "version": "1"}
    assert (
        post(scene.cast.lead, address("goal-change", scene.family, goal_id=goal.pk), told).status_code == 302
    )
    ended = {"how": "reached", **a_day("on", "28 11 2026")}
    assert post(scene.cast.lead, address("goal-end", scene.family, goal_id=goal.pk), ended).status_code == 302
    goal = Goal.objects.get()
    assert (goal.words, goal.phase, goal.is_open) == ("We sleep well", 2, False)


@pytest.mark.parametrize("how", ["declined", "withdrawn"])
def test_an_offer_that_no_longer_stands_tells_nothing(how: str):
    cast = Cast()
    offer, _ = offered(cast)
    href = reverse("plans:offer", kwargs={"offer_id": offer.pk})
    if how == "declined":
        actions.answer_lead_offer(offer=offer, accept=False, reason="Full", by=cast.lead, now=NOW)
    else:
        actions.withdraw_lead_offer(offer=offer, reason="", by=cast.officer, now=NOW)
    assert signed_in(cast.lead).get(href).status_code == 404


@pytest.mark.parametrize("how", ["declined", "withdrawn"])
def test_a_hand_over_that_no_longer_stands_tells_nothing(how: str):
    scene = opened()
    cast = scene.cast
    offer = actions.offer_handover(plan=scene.plan, to=cast.other, reason="Leave", by=cast.lead, now=NOW)
    href = reverse("plans:handover", kwargs={"offer_id": offer.pk})
    if how == "declined":
        actions.answer_handover(offer=offer, accept=False, reason="Full", by=cast.other, now=NOW)
    else:
        actions.withdraw_handover(offer=offer, reason="", by=cast.lead, now=NOW)
    assert signed_in(cast.other).get(href).status_code == 404


def test_an_accepted_offer_is_still_read_by_the_lead():
    cast = Cast()
    offer, _ = offered(cast)
    actions.answer_lead_offer(offer=offer, accept=True, reason="", by=cast.lead, now=NOW)
    assert signed_in(cast.lead).get(reverse("plans:offer", args=[offer.pk])).status_code == 200


def test_how_far_goals_have_come_is_drawn_and_not_spelled_out():
    scene, _ = agreed()
    page = signed_in(scene.cast.lead).get(address("reviews", scene.family)).content.decode()
    assert 'class="progress"' in page and "<svg" in page
    assert "&lt;svg" not in page and "&lt;path" not in page and "&lt;text" not in page


def test_what_i_hold_is_said_to_me_and_of_me_to_others():
    scene = opened()
    mine = signed_in(scene.cast.lead).get(reverse("plans:mine")).content.decode()
    to_me = signed_in(scene.cast.lead).get(address("lead", scene.family)).content.decode()
    to_other = signed_in(scene.cast.supervisor).get(address("lead", scene.family)).content.decode()
    assert "You hold 1 family" in mine and "You hold 1 family" in to_me
    assert "You hold" not in to_other


def test_whoever_is_asked_reads_what_they_hold_themselves():
    cast = Cast()
    offer, _ = offered(cast)
    page = signed_in(cast.lead).get(reverse("plans:offer", args=[offer.pk])).content.decode()
    assert "You hold 0 families" in page
