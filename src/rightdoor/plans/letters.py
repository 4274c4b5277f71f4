"""What is written to practitioners and to people outside. No message names a family or says what about."""

from datetime import datetime

from rightdoor.access.models import Practitioner
from rightdoor.plans.models import Plan, TeamMember
from rightdoor.post import actions as post

_SIGN_IN = "Sign in to Rightdoor to read more. For their safety, this message does not name the family."


def write_to(to: Practitioner, subject: str, says: str, *, about: str, now: datetime) -> None:
    """Write to a practitioner who can sign in."""
    post.write(
        to_name=to.name,
        to_address=to.email,
        subject=subject,
        body=f"Hello {to.name},\n\n{says}\n\n{_SIGN_IN}\n",
        about=about,
        now=now,
    )


def write_to_outsider(member: TeamMember, subject: str, says: str, *, about: str, now: datetime) -> None:
    """Write to somebody who has an e-mail address but no account."""
    post.write(
        to_name=member.name,
        to_address=member.email,
        subject=subject,
        body=f"Hello {member.name},\n\n{says}\n\nFor their safety, this message does not name the family.\n",
        about=about,
        now=now,
    )


def write_to_team(
    plan: Plan, subject: str, says: str, *, about: str, now: datetime, but: Practitioner | None = None
) -> None:
    """Write to every practitioner in the team who has not left, except the one who did the thing."""
    members = plan.team.filter(left_at__isnull=True, practitioner__is_active=True).select_related(
        "practitioner"
    )
    for member in members:
        if member.practitioner and member.practitioner != but:
            write_to(member.practitioner, subject, says, about=about, now=now)
