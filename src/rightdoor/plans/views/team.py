"""The team around the family and its meetings."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate, localtime
from django.views.decorators.http import require_safe

from rightdoor.families.queries import people_of
from rightdoor.plans import actions, queries
from rightdoor.plans.forms.choosing import at, person_chosen
from rightdoor.plans.forms.plan import latest
from rightdoor.plans.forms.team import (
    CancelForm,
    HoldForm,
    InviteForm,
    LeaveForm,
    MeetingForm,
    MinutesForm,
    came_name,
)
from rightdoor.plans.models import Attendance
from rightdoor.plans.policy import may_hold_meeting, may_write
from rightdoor.plans.presenters.clocks import team_clock_words
from rightdoor.plans.presenters.page import plan_page
from rightdoor.plans.views.common import Ask, answer, opened, refused, sent

CURRENT = "plans:team"


@require_safe
def team(request: HttpRequest, family_id: UUID) -> HttpResponse:
    """Who is in the team, and when it meets."""
    page = opened(request, family_id, "team")
    meetings = queries.meetings_of(page.plan)
    clock = queries.team_clock(page.plan, meetings, page.now)
    context = plan_page(page.who, page.plan, current=CURRENT, title="Team around the family") | {
        "team": queries.team_of(page.plan),
        "left": [member for member in page.plan.team.all() if member.left_at],
        "meetings": list(reversed(meetings)),
        "clock": team_clock_words(clock),
    }
    return render(request, "plans/team.html", context)


def invite(request: HttpRequest, family_id: UUID) -> HttpResponse:
    """Bring somebody into the team."""
    page = opened(request, family_id, "member-invite")
    members, people = people_of(page.family), queries.practitioners_to_choose()
    form = InviteForm(sent(request), members=members, practitioners=people)
    ask = Ask("Invite somebody into the team", CURRENT, page.link(CURRENT), submit="Invite")
    if not may_write(page.plan, page.who):
        return refused(request, page, ask, may_write(page.plan, page.who))

    def act() -> str:
        told = form.cleaned_data
        member = actions.invite(
            plan=page.plan,
            practitioner=next((person for person in people if str(person.pk) == told["practitioner"]), None),
            person=person_chosen(members, told["person"]),
            name=told["name"],
            email=told["email"],
            role=told["role"],
            token=form.once,
            by=page.who,
            now=page.now,
        )
        return f"{member} is in the team."

    return answer(request, page, form, ask, act)


def leave(request: HttpRequest, family_id: UUID, member_id: UUID) -> HttpResponse:
    """Let somebody leave the team."""
    page = opened(request, family_id, "member-leave")
    member = queries.member_or_404(page.plan, member_id)
    form = LeaveForm(sent(request))
    ask = Ask(f"{member} leaves the team", CURRENT, page.link(CURRENT), submit="Leave the team")
    if not may_write(page.plan, page.who):
        return refused(request, page, ask, may_write(page.plan, page.who))

    def act() -> str:
        actions.leave(member=member, reason=form.cleaned_data["reason"], by=page.who, now=page.now)
        return f"{member} has left the team."

    return answer(request, page, form, ask, act)


def plan_meeting(request: HttpRequest, family_id: UUID) -> HttpResponse:
    """Call the team together."""
    page = opened(request, family_id, "meeting-plan")
    form = MeetingForm(sent(request))
    ask = Ask("Plan a team meeting", CURRENT, page.link(CURRENT), draft="meeting", submit="Plan the meeting")
    if not may_write(page.plan, page.who):
        return refused(request, page, ask, may_write(page.plan, page.who))

    def act() -> str:
        told = form.cleaned_data
        actions.plan_meeting(
            plan=page.plan,
            planned_for=at(told["day"], told["clock"]),
            place=told["place"],
            agenda=told["agenda"],
            token=form.once,
            by=page.who,
            now=page.now,
        )
        return "The meeting is planned and everybody in the team is invited."

    return answer(request, page, form, ask, act)


def hold_meeting(request: HttpRequest, family_id: UUID, meeting_id: UUID) -> HttpResponse:
    """Write a meeting up."""
    page = opened(request, family_id, "meeting-hold")
    meeting, members = queries.meeting_or_404(page.plan, meeting_id), queries.team_of(page.plan)
    when = localtime(meeting.planned_for)
    initial = {"day": when.date(), "clock": f"{when:%H:%M}", "version": meeting.version}
    form = HoldForm(sent(request), initial=initial, team=members)
    latest(form, "day", localdate(page.now))
    draft = f"hold-{meeting.pk.hex}"
    ask = Ask("Write the meeting up", CURRENT, page.link(CURRENT), draft=draft, intro=meeting.agenda)
    if not may_hold_meeting(meeting, page.who):
        return refused(request, page, ask, may_hold_meeting(meeting, page.who))

    def act() -> str:
        told = form.cleaned_data
        actions.hold_meeting(
            meeting=meeting,
            held_at=at(told["day"], told["clock"]),
            minutes=told["minutes"],
            came={member.pk: Attendance.Came(told[came_name(member)]) for member in members},
            by=page.who,
            now=page.now,
        )
        return "The meeting has been written up."

    return answer(request, page, form, ask, act)


def change_minutes(request: HttpRequest, family_id: UUID, meeting_id: UUID) -> HttpResponse:
    """Correct the minutes."""
    page = opened(request, family_id, "minutes")
    meeting = queries.meeting_or_404(page.plan, meeting_id)
    form = MinutesForm(sent(request), initial={"minutes": meeting.minutes, "version": meeting.version})
    ask = Ask("Correct the minutes", CURRENT, page.link(CURRENT), draft=f"minutes-{meeting.pk.hex}")
    if not may_write(page.plan, page.who):
        return refused(request, page, ask, may_write(page.plan, page.who))

    def act() -> str:
        actions.change_minutes(
            meeting=meeting,
            minutes=form.cleaned_data["minutes"],
            version=form.typed_over,
            by=page.who,
            now=page.now,
        )
        return "The minutes have been corrected. The earlier wording is kept."

    return answer(request, page, form, ask, act, earlier=queries.wordings_of([meeting]))


def cancel_meeting(request: HttpRequest, family_id: UUID, meeting_id: UUID) -> HttpResponse:
    """Call a meeting off."""
    page = opened(request, family_id, "meeting-cancel")
    meeting = queries.meeting_or_404(page.plan, meeting_id)
    form = CancelForm(sent(request))
    ask = Ask("Call the meeting off", CURRENT, page.link(CURRENT), submit="Call it off")
    if not may_hold_meeting(meeting, page.who):
        return refused(request, page, ask, may_hold_meeting(meeting, page.who))

    def act() -> str:
        reason = form.cleaned_data["reason"]
        actions.cancel_meeting(meeting=meeting, reason=reason, by=page.who, now=page.now)
        return "The meeting is off and the team has been told."

    return answer(request, page, form, ask, act)
