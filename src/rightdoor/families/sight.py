"""Who may see which family: the one condition every fetch of a family goes through."""

from collections.abc import Iterable
from functools import lru_cache
from typing import Any
from uuid import UUID

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from rightdoor.access.models import Practitioner
from rightdoor.access.partnership import pack
from rightdoor.access.permissions import Permission
from rightdoor.access.prepared import Prepared, several
from rightdoor.families.models import Family, Sight

FRONT_DOOR_DESK = "front-door"
AT_ONCE = 50
# No partnership has more panels.
A_SEAT = 40


def panel_desk(panel: str) -> str:
    """Give the name of the desk that a panel's members share."""
    return f"panel:{panel}"


def seats_of(who: Practitioner) -> list[str]:
    """Give the panels at which a practitioner sits, as the pack's ids.

    Chairs and the front door sit at all; others who may read panels where their agency is a member, or where
    the pack names no members.
    """
    if not who.may(Permission.PANEL_READ):
        return []
    everywhere = who.may(Permission.PANEL_CHAIR) or who.may(Permission.REQUEST_TRIAGE)
    return [
        panel.id
        for panel in pack().panels
        if everywhere or not panel.members or who.agency_id in panel.members
    ]


def desks_of(who: Practitioner) -> list[str]:
    """Give the desks at which a practitioner sits."""
    desks = [FRONT_DOOR_DESK] if who.may(Permission.REQUEST_TRIAGE) else []
    return desks + [panel_desk(panel) for panel in seats_of(who)]


def open_sights(who: Practitioner) -> QuerySet[Sight]:
    """Give every open reason for which a practitioner may see some family."""
    return sights_at(who.pk, desks_of(who), supervises=who.may(Permission.PLAN_SUPERVISE))


def sights_at(who: Any, desks: Iterable[str], *, supervises: bool) -> QuerySet[Sight]:
    """Give the open reasons of somebody by their key, who sits at these desks and may supervise."""
    mine = Q(practitioner=who) | Q(desk__in=desks)
    if supervises:
        mine |= Q(reason__in=[Sight.Reason.LEAD, Sight.Reason.OFFERED], practitioner__supervisor=who)
    return Sight.objects.filter(mine, until__isnull=True)


@lru_cache(maxsize=256)
def _sights(desks: tuple[str, ...], supervises: bool) -> Prepared[Sight]:
    """Make the question for those who sit at the same desks."""

    def question(who: Any, family: Any) -> QuerySet[Sight]:
        seen = sights_at(who, desks, supervises=supervises).filter(family=family)
        return seen.select_related("family").annotate(holder=F("practitioner__name"))

    return Prepared(question)


def families_for(who: Practitioner) -> QuerySet[Family]:
    """Give the families a practitioner may see.

    None for a closed account, one whose roles have ended, or roles that never work with named families.
    """
    if not who.may(Permission.PERSON_SEARCH):
        return Family.objects.none()
    return Family.objects.filter(Exists(open_sights(who).filter(family=OuterRef("pk"))))


def seen_among(who: Practitioner, families: Iterable[UUID]) -> set[UUID]:
    """Give those of some families that a practitioner may see, fifty to a question."""
    ids = list(dict.fromkeys(families))
    if not ids or not who.may(Permission.PERSON_SEARCH):
        return set()
    ask = _seen(tuple(desks_of(who)), who.may(Permission.PLAN_SUPERVISE))
    parts = [ids[start : start + AT_ONCE] for start in range(0, len(ids), AT_ONCE)]
    return {family for part in parts for family in ask(who=who.pk, families=part)}


@lru_cache(maxsize=256)
def _seen(desks: tuple[str, ...], supervises: bool) -> Prepared[UUID]:
    def question(who: Any, families: Any) -> QuerySet[Sight, UUID]:
        seen = sights_at(who, desks, supervises=supervises).filter(family__in=several(families, AT_ONCE))
        return seen.values_list("family", flat=True)

    return Prepared(question)


def family_seen_by(who: Practitioner, family_id: UUID) -> Family | None:
    """Give a family with the reasons, in words, for which a practitioner sees it; None if they do not."""
    if not who.may(Permission.PERSON_SEARCH):
        return None
    found = _sights(tuple(desks_of(who)), who.may(Permission.PLAN_SUPERVISE))(who=who.pk, family=family_id)
    if not found:
        return None
    family = found[0].family
    family.seen_because = tuple(sorted({_in_words(who, sight) for sight in found}))
    return family


def _in_words(who: Practitioner, sight: Sight) -> str:
    if sight.practitioner_id in (None, who.pk):
        return sight.get_reason_display()
    part = "who leads" if sight.reason == Sight.Reason.LEAD else "who has been asked to lead"
    return f"You supervise {sight.holder}, {part}"  # type: ignore[attr-defined]  # annotated above
