"""May this practitioner? Each question comes twice: one that answers, one that refuses and says why."""

from dataclasses import dataclass

from django.core.exceptions import PermissionDenied

from rightdoor.access.models import Practitioner
from rightdoor.access.permissions import Permission


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


class Refused(Exception):  # noqa: N818 - a ruling, not a fault
    """Something may not be done now; the message is for the person who asked."""


def insist(ruling: Ruling) -> None:
    """Turn a refusal into an exception that a view shows as a message."""
    if not ruling:
        raise Refused(ruling.reason)


def check_may(practitioner: Practitioner, permission: Permission) -> None:
    """Stop with 403 unless the practitioner holds the permission."""
    if not practitioner.may(permission):
        raise PermissionDenied
