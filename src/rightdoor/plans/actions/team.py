"""The team around the family: who is in it, when it meets, who came and what was said."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.timezone import localdate

from rightdoor.access import audit
from rightdoor.access.models import Practitioner
from rightdoor.access.once import once
from rightdoor.access.policy import Refused, insist
from rightdoor.families import actions as families
from rightdoor.families.models import Person, Sight
from rightdoor.plans.actions.wording import reword
from rightdoor.plans.letters import write_to, write_to_outsider, write_to_team
from rightdoor.plans.locking import hold
from rightdoor.plans.models import Attendance, Meeting, Plan, TeamMember
from rightdoor.plans.policy import may_hold_meeting, may_join, may_write
from rightdoor.plans.references import reference
from rightdoor.ui.words import date_time_words


@transaction.atomic
def invite(
    *,
    plan: Plan,
    by: Practitioner,
    now: datetime,
    practitioner: Practitioner | None = None,
    person: Person | None = None,
    name: str = "",
    role: str = "",
    email: str = "",
    token: UUID | None = None,
) -> TeamMember:
    """Bring somebody into the team. A practitioner sees the family from now on and is told so."""
    insist(may_write(hold(plan), by))
    if practitioner:
        insist(may_join(practitioner))

    def make() -> TeamMember:
        member = _join(plan, practitioner, person, name=name, role=role, email=email, now=now)
        _welcome(member, by, now)
        audit.record("team_joined", member, by=by, now=now, family_id=plan.family_id)
        return member

    return once(token, TeamMember, make, by=by, now=now)


def _join(
    plan: Plan,
    practitioner: Practitioner | None,
    person: Person | None,
    *,
    name: str,
    role: str,
    email: str,
    now: datetime,
) -> TeamMember:
    try:
        with transaction.atomic():
            return TeamMember.objects.create(
                plan=plan,
                practitioner=practitioner,
                person=person,
                name=name,
                role=role,
                email=email,
                joined_at=now,
            )
    except IntegrityError:
        raise Refused(f"{practitioner or person or 'This person'} is already in the team.") from None


def _welcome(member: TeamMember, by: Practitioner, now: datetime) -> None:
    about, says = reference(member), f"{by.name} asks you to join the team around a family."
    if member.practitioner:
        families.give_sight(
            family=member.plan.family,
            reason=Sight.Reason.TEAM,
            because=about,
            practitioner=member.practitioner,
            by=by,
            now=now,
        )
        write_to(member.practitioner, "You are in the team around a family", says, about=about, now=now)
    elif member.email and not member.person_id:
        contact = f"{says} They will call you, or you can write to {by.email}."
        write_to_outsider(member, "Will you join the team around a family?", contact, about=about, now=now)


@transaction.atomic
def leave(*, member: TeamMember, reason: str, by: Practitioner, now: datetime) -> TeamMember:
    """Let somebody leave the team; a practitioner no longer sees the family. The lead hands over instead."""
    insist(may_write(member.plan, by))
    if member.practitioner_id == member.plan.lead_id:
        raise Refused("The lead professional cannot leave the team. Hand the plan over first.")
    left = TeamMember.objects.filter(pk=member.pk, left_at__isnull=True).update(
        left_at=now, left_reason=reason
    )
    member.refresh_from_db()
    if left:
        families.end_sight(because=reference(member), by=by, now=now)
        audit.record("team_left", member, by=by, now=now, family_id=member.plan.family_id)
    return member


@transaction.atomic
def plan_meeting(
    *,
    plan: Plan,
    planned_for: datetime,
    by: Practitioner,
    now: datetime,
    place: str = "",
    agenda: str = "",
    token: UUID | None = None,
) -> Meeting:
    """Call the team together: everybody in it is invited, those who sign in are told."""
    insist(may_write(hold(plan), by))

    def make() -> Meeting:
        meeting = Meeting.objects.create(
            plan=plan, planned_for=planned_for, place=place, agenda=agenda, called_by=by
        )
        members = plan.team.filter(left_at__isnull=True)
        Attendance.objects.bulk_create(Attendance(meeting=meeting, member=member) for member in members)
        says = f"{by.name} calls the team together on {date_time_words(planned_for)}."
        write_to_team(plan, "A team meeting is planned", says, about=reference(meeting), now=now, but=by)
        audit.record("meeting_planned", meeting, by=by, now=now, family_id=plan.family_id)
        return meeting

    return once(token, Meeting, make, by=by, now=now)


@transaction.atomic
def hold_meeting(
    *,
    meeting: Meeting,
    held_at: datetime,
    minutes: str,
    came: Mapping[UUID, Attendance.Came],
    by: Practitioner,
    now: datetime,
) -> Meeting:
    """Write a meeting up: when it was held, what was said, and who came (by id of the team member)."""
    meeting.refresh_from_db()
    insist(may_hold_meeting(meeting, by))
    if held_at > now:
        raise Refused("A meeting can be written up once it has been held. Check the date.")
    held = Meeting.objects.filter(pk=meeting.pk, held_at__isnull=True, cancelled_at__isnull=True).update(
        held_at=held_at, minutes=minutes, version=meeting.version + 1
    )
    if not held:
        raise Refused("Somebody has just written this meeting up. Look at it again.")
    meeting.refresh_from_db()
    _mark(meeting, came)
    _note_meeting(meeting, by, now)
    return meeting


def _mark(meeting: Meeting, came: Mapping[UUID, Attendance.Came]) -> None:
    """Mark the members of this plan's team; somebody who joined since is added to the list."""
    members = {member.pk: member for member in meeting.plan.team.all()}
    for pk, how in came.items():
        if pk in members:
            Attendance.objects.update_or_create(meeting=meeting, member=members[pk], defaults={"came": how})


def _note_meeting(meeting: Meeting, by: Practitioner, now: datetime) -> None:
    family = meeting.plan.family
    families.note(
        family=family,
        on=localdate(meeting.held_at),
        kind="meeting",
        title="The team around the family met",
        because=reference(meeting),
        by=by,
        now=now,
    )
    audit.record("meeting_held", meeting, by=by, now=now, family_id=family.pk)


@transaction.atomic
def change_minutes(
    *, meeting: Meeting, minutes: str, version: int, by: Practitioner, now: datetime
) -> Meeting:
    """Correct the minutes, keeping the earlier wording. Raises Conflict when somebody saved first."""
    insist(may_write(meeting.plan, by))
    reword(
        record=meeting,
        changes={"minutes": minutes},
        version=version,
        family=meeting.plan.family,
        verb="minutes_changed",
        by=by,
        now=now,
    )
    return meeting


@transaction.atomic
def cancel_meeting(*, meeting: Meeting, reason: str, by: Practitioner, now: datetime) -> Meeting:
    """Call a meeting off, saying why; the team is told. Calling it off twice changes nothing."""
    meeting.refresh_from_db()
    if meeting.cancelled_at:
        return meeting
    insist(may_hold_meeting(meeting, by))
    called_off = Meeting.objects.filter(
        pk=meeting.pk, held_at__isnull=True, cancelled_at__isnull=True
    ).update(cancelled_at=now, cancelled_reason=reason)
    meeting.refresh_from_db()
    if not called_off:
        insist(may_hold_meeting(meeting, by))
        return meeting
    says = f"The team meeting on {date_time_words(meeting.planned_for)} will not take place."
    write_to_team(meeting.plan, "A team meeting is off", says, about=reference(meeting), now=now, but=by)
    audit.record("meeting_cancelled", meeting, by=by, now=now, family_id=meeting.plan.family_id)
    return meeting
