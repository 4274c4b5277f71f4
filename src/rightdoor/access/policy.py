"""May this practitioner? Each question comes twice: one that answers, one that refuses and says why."""

from dataclasses import dataclass

from django.core.exceptions import PermissionDenied

from rightdoor.access.models import Agency, Practitioner
from rightdoor.access.permissions import Permission
from rightdoor.access.roles import MAY_GIVE, ROLES


@dataclass(frozen=True)
class Ruling:
    """Yes or no, and the reason in words that can be shown."""

    allowed: bool
    reason: str = ""

    def __bool__(self) -> bool:
        return self.allowed


YES = Ruling(allowed=True)


def no(reason: str) -> Ruling:
    """Give a refusal with its reason."""
    return Ruling(allowed=False, reason=reason)


class Refused(Exception):
    """Something may not be done now; the message is for the person who asked."""


def insist(ruling: Ruling) -> None:
    """Turn a refusal into an exception that a view shows as a message."""
    if not ruling:
        raise Refused(ruling.reason)


def check_may(practitioner: Practitioner, permission: Permission) -> None:
    """Stop with 403 unless the practitioner holds the permission."""
    if not practitioner.may(permission):
        raise PermissionDenied


def may_open_account(by: Practitioner | str, agency: Agency) -> Ruling:
    """Whether somebody may open an account in an agency. A command of the house itself always may."""
    if not isinstance(by, Practitioner) or by.may(Permission.ACCOUNT_MANAGE_EVERYWHERE):
        return YES
    if by.may(Permission.ACCOUNT_MANAGE) and by.agency_id == agency.pk:
        return YES
    return no("You can open accounts in your own agency only.")


def may_manage(by: Practitioner | str, practitioner: Practitioner) -> Ruling:
    """Whether somebody may change an account: not their own, and in their own agency unless governance."""
    if by == practitioner:
        return no("You cannot change your own account. Ask your supervisor or information governance.")
    return may_open_account(by, practitioner.agency)


def may_give(by: Practitioner | str, practitioner: Practitioner, role: str) -> Ruling:
    """Whether somebody may give or end a role of a practitioner."""
    if role not in ROLES:
        return no(f"There is no role called {role}. The roles are: {', '.join(ROLES)}.")
    if not practitioner.is_active:
        return no("This account is closed. Open it again first.")
    if not isinstance(by, Practitioner):
        return YES
    ruling = may_manage(by, practitioner)
    if ruling and not any(role in MAY_GIVE.get(code, ()) for code in by.role_codes):
        return no(f"Only information governance can give or end the role “{ROLES[role].name}”.")
    return ruling


def may_end(by: Practitioner | str, practitioner: Practitioner) -> Ruling:
    """Whether somebody may close an account: closing ends its roles, so they must be such as one may give."""
    ruling = may_manage(by, practitioner)
    if not ruling or not isinstance(by, Practitioner):
        return ruling
    beyond = sorted(role for role in practitioner.role_codes if not may_give(by, practitioner, role))
    named = next((ROLES[role].name for role in beyond if role in ROLES), "")
    return no(f"Only information governance can close the account of a “{named}”.") if beyond else YES


def may_supervise(
    by: Practitioner | str, supervisor: Practitioner | None, practitioner: Practitioner
) -> Ruling:
    """Whether one may be made to supervise the other.

    The line of supervisors must never lead back. Who supervises somebody sees the families they lead, so
    nobody takes a colleague's team member over by their own hand.
    """
    themselves = isinstance(by, Practitioner) and by == supervisor
    everywhere = isinstance(by, Practitioner) and by.may(Permission.ACCOUNT_MANAGE_EVERYWHERE)
    if themselves and not everywhere and practitioner.supervisor not in {None, by}:
        return no("They have a supervisor. Ask that supervisor or information governance to change it.")
    above = supervisor
    while above is not None:
        if above.pk == practitioner.pk:
            return no("Nobody can supervise themselves, or somebody who supervises them.")
        above = above.supervisor
    return YES
