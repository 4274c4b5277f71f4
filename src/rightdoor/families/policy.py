"""What may be done to a family's record now, with the reason."""

from rightdoor.access.models import Practitioner
from rightdoor.access.permissions import Permission
from rightdoor.access.policy import YES, Ruling, no
from rightdoor.families.models import Family, Service

_EDGE_FIRST = (
    "This family is in Edge of Care. A family is never in Edge of Care and Early Help at once: "
    "Edge of Care must end before Early Help can begin."
)
_HELP_FIRST = (
    "This family has an open early help plan. Close the plan, or step it up, before Edge of Care begins: "
    "a family is never in both."
)


def may_enter(family: Family, service: Service) -> Ruling:
    """Say whether a family may go into a kind of help from where it is."""
    now_in = Service(family.service)
    if now_in == Service.EDGE_OF_CARE and service == Service.EARLY_HELP:
        return no(_EDGE_FIRST)
    if now_in == Service.EARLY_HELP and service == Service.EDGE_OF_CARE:
        return no(_HELP_FIRST)
    return YES


def may_write(who: Practitioner) -> Ruling:
    """Say whether a practitioner may add to the record of a family they see."""
    return (
        YES
        if who.may(Permission.FAMILY_WRITE)
        else no("Your role reads family records but does not write in them.")
    )


def may_merge(who: Practitioner) -> Ruling:
    """Say whether a practitioner may join two records of one person."""
    return (
        YES
        if who.may(Permission.PERSON_MERGE)
        else no("Only the front door joins records. Ask them to look.")
    )
