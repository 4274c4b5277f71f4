"""The team around the family: who is in it, and its meetings against the clock."""

import pytest

from rightdoor.access.editing import Conflict
from rightdoor.access.models import Practitioner
from rightdoor.access.policy import Refused, Ruling
from rightdoor.families.queries import families_for
from rightdoor.plans import actions
from rightdoor.plans.models import Attendance, Meeting, Plan
from rightdoor.plans.policy import may_hold_meeting
from rightdoor.plans.queries import meetings_of, plan_of, practitioners_to_choose, team_clock, team_of
from rightdoor.post.models import Message
from tests.factories import NOW, practitioner
from tests.plans.factories import Scene, agreed, later, opened

pytestmark = pytest.mark.django_db


def planned(scene: Scene, days: int = 10, **more: object) -> Meeting:
    return actions.plan_meeting(
        plan=scene.plan, planned_for=later(days), place="School", by=scene.cast.lead, now=NOW, **more
    )


def held(scene: Scene, days: int) -> Meeting:
    meeting = planned(scene, days)
    return actions.hold_meeting(
        meeting=meeting,
        held_at=later(days),
        minutes="We talked",
        came={},
        by=scene.cast.lead,
        now=later(days + 1),
    )


def test_an_invited_practitioner_sees_the_family_and_is_told_without_its_name():
    scene = opened()
    actions.invite(plan=scene.plan, practitioner=scene.cast.stranger, by=scene.cast.lead, now=NOW)
    assert families_for(scene.cast.stranger).exists()
    assert "Quill" not in Message.objects.get(to_address=scene.cast.stranger.email).body


def test_the_family_and_people_from_outside_are_in_the_team_too():
    scene = opened()
    lead, plan = scene.cast.lead, scene.plan
    actions.invite(plan=plan, person=scene.people["mum"], role="Mother", by=lead, now=NOW)
    actions.invite(plan=plan, name="Mr Pell", role="Coach", email="pell@example.org", by=lead, now=NOW)
    assert [str(member) for member in team_of(plan)] == ["Lena Holder", "Ines Quill", "Mr Pell"]
    assert Message.objects.filter(to_address="pell@example.org").exists()


def test_nobody_is_in_the_team_twice():
    scene = opened()
    actions.invite(plan=scene.plan, person=scene.people["mum"], by=scene.cast.lead, now=NOW)
    with pytest.raises(Refused, match="already in the team"):
        actions.invite(plan=scene.plan, person=scene.people["mum"], by=scene.cast.lead, now=NOW)


def test_whoever_leaves_no_longer_sees_the_family():
    scene = opened()
    member = actions.invite(plan=scene.plan, practitioner=scene.cast.stranger, by=scene.cast.lead, now=NOW)
    actions.leave(member=member, reason="Changed job", by=scene.cast.lead, now=later(3))
    assert not families_for(scene.cast.stranger).exists()


def test_the_lead_cannot_leave_the_team():
    scene = opened()
    with pytest.raises(Refused, match="Hand the plan over first"):
        actions.leave(member=team_of(scene.plan)[0], reason="Tired", by=scene.cast.lead, now=NOW)


def test_everybody_in_the_team_is_invited_to_a_meeting():
    scene = opened()
    actions.invite(plan=scene.plan, person=scene.people["mum"], by=scene.cast.lead, now=NOW)
    assert planned(scene).attendance.filter(came=Attendance.Came.INVITED).count() == 2


def test_minutes_and_who_came_are_kept_when_it_has_been_held():
    scene = opened()
    meeting = planned(scene)
    member = meeting.attendance.get().member
    actions.hold_meeting(
        meeting=meeting,
        held_at=later(10),
        minutes="We talked",
        came={member.pk: Attendance.Came.SENT},
        by=scene.cast.lead,
        now=later(11),
    )
    assert meeting.attendance.get().came == Attendance.Came.SENT
    assert scene.family.events.filter(title="The team around the family met").exists()


def test_a_meeting_is_not_written_up_before_it_is_held():
    scene = opened()
    meeting = planned(scene)
    with pytest.raises(Refused, match="once it has been held"):
        actions.hold_meeting(
            meeting=meeting, held_at=later(10), minutes="", came={}, by=scene.cast.lead, now=later(9)
        )


def test_somebody_elses_member_cannot_be_marked_as_having_come():
    scene, other = opened(), opened()
    meeting = planned(scene)
    actions.hold_meeting(
        meeting=meeting,
        held_at=later(10),
        minutes="",
        came={team_of(other.plan)[0].pk: Attendance.Came.CAME},
        by=scene.cast.lead,
        now=later(11),
    )
    assert meeting.attendance.count() == 1


@pytest.mark.parametrize(("days", "met", "late"), [(15, True, False), (16, False, True)])
def test_the_first_meeting_is_in_time_to_the_end_of_its_last_day(days: int, met: bool, late: bool):
    scene = opened()
    held(scene, days)
    clock = team_clock(scene.plan, meetings_of(scene.plan), later(30))
    assert (clock.met, clock.late) == (met, late)


def test_a_meeting_called_off_does_not_stop_the_clock():
    scene = opened()
    actions.cancel_meeting(meeting=planned(scene), reason="Snow", by=scene.cast.lead, now=later(2))
    assert team_clock(scene.plan, meetings_of(scene.plan), later(16)).late


def test_a_meeting_called_off_cannot_be_written_up():
    scene = opened()
    meeting = planned(scene)
    actions.cancel_meeting(meeting=meeting, reason="Snow", by=scene.cast.lead, now=later(2))
    with pytest.raises(Refused, match="called off"):
        actions.hold_meeting(
            meeting=meeting, held_at=later(10), minutes="", came={}, by=scene.cast.lead, now=later(11)
        )


def test_two_people_correcting_the_minutes_lose_no_word():
    scene = opened()
    meeting = held(scene, 10)
    version = meeting.version
    actions.change_minutes(
        meeting=meeting, minutes="Hers", version=version, by=scene.cast.lead, now=later(12)
    )
    with pytest.raises(Conflict) as clash:
        actions.change_minutes(
            meeting=meeting, minutes="His", version=version, by=scene.cast.supervisor, now=later(12)
        )
    assert (clash.value.theirs, clash.value.yours) == ({"minutes": "Hers"}, {"minutes": "His"})


@pytest.mark.parametrize("role", ["analyst", "commissioner", "governance"])
def test_only_those_who_work_with_named_families_are_chosen_or_invited(role: str):
    scene, counts = opened(), practitioner(role)
    assert counts not in practitioners_to_choose()
    assert scene.cast.other in practitioners_to_choose()
    with pytest.raises(Refused, match="does not work with named families"):
        actions.invite(plan=scene.plan, practitioner=counts, by=scene.cast.lead, now=NOW)
    assert len(team_of(scene.plan)) == 1


def test_somebody_whose_role_has_ended_is_no_longer_chosen():
    who = practitioner("practitioner")
    assert who in practitioners_to_choose()
    who.grants.update(ended_at=NOW)
    assert who not in practitioners_to_choose()


def just_closed() -> tuple[Scene, Plan]:
    """Close a plan behind the back of somebody who read it before."""
    scene, _ = agreed()
    before = plan_of(scene.family)
    told = {"planned": True, "reason": "Done", "level": "1", "followup_on": None}
    actions.close_plan(plan=scene.plan, by=scene.cast.lead, now=NOW, **told)
    return scene, before


def test_nobody_joins_the_team_of_a_plan_that_has_just_been_closed():
    scene, plan = just_closed()
    with pytest.raises(Refused, match="closed"):
        actions.invite(plan=plan, practitioner=scene.cast.stranger, by=scene.cast.lead, now=NOW)
    assert not families_for(scene.cast.stranger).exists()


def test_no_meeting_is_planned_for_a_plan_that_has_just_been_closed():
    scene, plan = just_closed()
    with pytest.raises(Refused, match="closed"):
        actions.plan_meeting(plan=plan, planned_for=later(3), by=scene.cast.lead, now=NOW)
    assert not Meeting.objects.exists()


def test_a_meeting_written_up_at_the_same_moment_is_not_called_off(monkeypatch: pytest.MonkeyPatch):
    scene = opened()
    meeting = planned(scene)
    actions.invite(plan=scene.plan, practitioner=scene.cast.stranger, by=scene.cast.lead, now=NOW)

    def meanwhile(meeting: Meeting, by: Practitioner) -> Ruling:
        ruling = may_hold_meeting(meeting, by)
        Meeting.objects.filter(pk=meeting.pk).update(held_at=later(10))
        return ruling

    monkeypatch.setattr("rightdoor.plans.actions.team.may_hold_meeting", meanwhile)
    with pytest.raises(Refused, match="already been written up"):
        actions.cancel_meeting(meeting=meeting, reason="Snow", by=scene.cast.lead, now=later(11))
    assert not Message.objects.filter(subject="A team meeting is off").exists()
