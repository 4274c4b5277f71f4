"""The pages measured: who opens each, at which address. Both databases hold the same hand-written family."""

from collections.abc import Iterator
from dataclasses import dataclass, field

FAMILY = "Sundial"  # helped for half a year: assessment, goals, meetings, reviews


@dataclass(frozen=True)
class Page:
    """One page: a name, a persona's key, an address, what is sent where it is a form, whose record it is."""

    name: str
    persona: str
    path: str
    form: dict[str, str] = field(default_factory=dict)
    family: str = ""
    request: str = ""
    meeting: str = ""


def pages() -> list[Page]:
    """Give every list and every page of a family, found in the database at hand."""
    return [*_lists(), *_of_a_request(), *_of_a_family()]


def _lists() -> Iterator[Page]:
    from django.db.models import Count
    from django.urls import reverse

    from rightdoor.access.partnership import pack
    from rightdoor.frontdoor.models import PanelMeeting

    for persona in ("fatou-baton", "selim-steady", "dolores-door"):
        yield Page(f"today as {persona}", persona, reverse("web:today"))
    yield Page("queue", "dolores-door", reverse("frontdoor:queue"))
    yield Page("queue, all in hand", "dolores-door", reverse("frontdoor:queue") + "?state=open")
    yield Page("requests sent", "hana-visits", reverse("frontdoor:sent"))
    yield Page("panels", "petra-gavel", reverse("frontdoor:panels"))
    panel = pack().panels[0].id
    yield Page("panel board", "petra-gavel", reverse("frontdoor:panel", kwargs={"panel_id": panel}))
    ahead = PanelMeeting.objects.filter(panel=panel, closed_at=None).annotate(number=Count("items"))
    meeting = ahead.order_by("-number", "at").first()
    if meeting:
        address = reverse("frontdoor:meeting", kwargs={"meeting_id": meeting.pk})
        yield Page("panel meeting", "petra-gavel", address, meeting=str(meeting.pk))
    yield Page("families held", "fatou-baton", reverse("plans:mine"))
    yield Page("offers waiting", "wilf-relay", reverse("plans:offers"))
    yield Page("team supervised", "selim-steady", reverse("plans:supervision"))
    yield Page("localities", "camille-ledger", reverse("web:localities"))
    area = next(iter(pack().atlas.areas))
    yield Page("locality", "camille-ledger", reverse("web:locality", kwargs={"code": area}))
    yield Page("search, form", "dolores-door", reverse("web:search"))
    looked_for = {"known_as": "Philomena", "family_name": FAMILY}
    yield Page("search, found", "dolores-door", reverse("web:search"), looked_for)
    yield Page("accounts", "ivo-watchful", reverse("access:account-list"))


def _of_a_request() -> Iterator[Page]:
    from django.urls import reverse

    from rightdoor.frontdoor.models import HelpRequest

    request = HelpRequest.objects.get(story__contact__name="Bettina Marlow")
    for name in ("request", "known", "screening", "level", "services", "decide", "history"):
        address = reverse(f"frontdoor:{name}", kwargs={"request_id": request.pk})
        yield Page(f"request: {name}", "dolores-door", address, request=str(request.pk))
    screened = HelpRequest.objects.filter(state="screening", family__isnull=False, agreed="yes", urgency=1)
    ready = screened.filter(family__service="none").order_by("-received_at", "pk")[0]
    address = reverse("frontdoor:decide", kwargs={"request_id": ready.pk})
    yield Page("request: decide, all choices open", "dolores-door", address, request=str(ready.pk))


def _of_a_family() -> Iterator[Page]:
    from django.urls import reverse

    from rightdoor.families.models import Family

    family = Family.objects.get(name=FAMILY, members__person__known_as="Philomena")
    person = family.members.get(person__known_as="Philomena").person_id
    rooms = {
        "families": ("overview", "people", "homes", "chronology", "sharing"),
        "plans": ("assessment", "plan", "team", "reviews", "lead", "close"),
    }
    for room, names in rooms.items():
        for name in names:
            address = reverse(f"{room}:{name}", kwargs={"family_id": family.pk})
            yield Page(f"family: {name}", "fatou-baton", address, family=str(family.pk))
    address = reverse("families:person", kwargs={"family_id": family.pk, "person_id": person})
    yield Page("family: person", "fatou-baton", address, family=str(family.pk))
