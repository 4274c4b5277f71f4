"""Who may do what to the directory."""

from rightdoor.access.models import Practitioner
from rightdoor.access.permissions import Permission
from rightdoor.access.policy import YES, Ruling, no
from rightdoor.directory.models import Service


def may_keep(who: Practitioner) -> Ruling:
    """Whether somebody keeps the directory: gives owners, decides changes, answers corrections."""
    if who.may(Permission.DIRECTORY_KEEP):
        return YES
    return no("Only those who keep the directory can do this.")


def may_check(who: Practitioner, service: Service) -> Ruling:
    """Whether somebody may say that an entry is right, and ask to change it: its owner, anybody of the agency
    that owns it, and those who keep the directory."""
    if not who.is_active:
        return no("This account is closed.")
    answers = service.owner_id == who.pk or service.owner_agency_id == who.agency_id
    return YES if answers or may_keep(who) else no("You do not answer for this entry. Ask those who keep it.")
