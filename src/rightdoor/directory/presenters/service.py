"""A service as its page tells it. What nobody has said is told as not known, never as a fact."""

from collections.abc import Sequence
from datetime import date
from typing import Any, Final

from markupsafe import Markup

from rightdoor.access.outlining import outlines_of
from rightdoor.directory.forms.finding import LANGUAGES
from rightdoor.directory.presenters import openings
from rightdoor.directory.presenters.finding import ages_words
from rightdoor.directory.presenters.offers import ELSEWHERE, WAYS_IN
from rightdoor.engines.drawing.whereabouts import whereabouts
from rightdoor.engines.listings import Contact, Listing, Place, PlaceOf
from rightdoor.engines.openings import Occasion
from rightdoor.engines.packs import Pack
from rightdoor.ui.addresses import reverse
from rightdoor.ui.speaking import gettext, ngettext, reading
from rightdoor.ui.speaking import lazy as _
from rightdoor.ui.words import day_words

SENSITIVE: Final = frozenset({"domestic-abuse", "exploitation", "substance-misuse", "mental-health"})
UNKNOWN: Final = _("Not known. Ask them.")
LARGE: Final = "large"
# Past this age of a check the page says so beside it.
LONG_AGO: Final = 366
DELIVERY: Final = {
    "in-person": _("You go there in person"),
    "online": _("Online"),
    "telephone": _("By telephone"),
    "home-visit": _("Comes to your home"),
}
FEATURES: Final = {
    "step-free": _("Step-free way in"),
    "accessible-toilet": _("Accessible toilet"),
    "baby-change": _("Place to change a baby"),
    "hearing-loop": _("Hearing loop"),
    "sign-language": _("Sign language"),
    "parking": _("Parking"),
    "quiet-space": _("Quiet space"),
    "assistance-dogs": _("Assistance dogs welcome"),
}


def service_page(
    entry: Listing, coming: Sequence[Occasion], *, pack: Pack, today: date, large: bool = False
) -> dict[str, Any]:
    """Give the page of one service and its next dates."""
    return {
        "title": entry.name,
        "entry": entry,
        "quick_exit": ELSEWHERE if SENSITIVE & set(entry.issues) else "",
        "paused": entry.status == "paused",
        "ways_in": [WAYS_IN[way] for way in entry.how_in],
        "rows": [row for row in _rows(entry) if row["value"] or row["lines"]],
        "contacts": [_contact(row) for row in entry.contacts if row.telephone or row.email],
        "website": entry.website if entry.website.startswith(("https://", "http://")) else "",
        "dates": openings.dates(entry, coming),
        "places": [_place(entry, count, row) for count, row in enumerate(entry.places, 1)],
        "map": _map(entry, pack),
        "ask": ask_for(entry),
        "checked": _checked(entry, today),
        "other_print": _print_link(large=large),
        "body_classes": "app-large" if large else "",
    }


def _rows(entry: Listing) -> list[dict[str, Any]]:
    """Give the facts; `value` in the provider's own English, `lines` in the reader's language."""
    return [
        _row(_("Who it is for"), entry.who_for, _ages(entry)),
        _row(_("Who runs it"), entry.provider.name),
        _row(_("Who pays for it"), entry.commissioner),
        _row(_("How"), lines=[str(DELIVERY[way]) for way in entry.delivery]),
        _row(_("Where"), entry.where),
        _row(_("When"), entry.when, openings.hours_words([row for row in entry.hours if row.at is None])),
        _cost_row(entry),
        _row(_("Crèche"), lines=_creche(entry)),
        _row(_("Languages"), lines=[_language(code) for code in entry.languages]),
        _row(_("Access"), entry.access_needs),
        _row(_("Waiting"), entry.wait_words, _wait(entry)),
        _row(_("Places"), entry.capacity),
    ]


def _row(key: str, value: str = "", lines: Sequence[str] = ()) -> dict[str, Any]:
    return {"key": key, "value": value, "lines": list(lines)}


def _ages(entry: Listing) -> list[str]:
    first, last = entry.age_from_months, entry.age_to_months
    said = [ages_words(first, last)] if first is not None or last is not None else []
    return [*said, *([gettext("For you while you are pregnant")] if entry.for_pregnancy else [])]


def _cost_row(entry: Listing) -> dict[str, Any]:
    if entry.cost.kind == "free":
        return _row(_("What it costs"), lines=[gettext("Free")])
    said = _prices(entry)
    return _row(_("What it costs"), said) if said else _row(_("What it costs"), lines=[str(UNKNOWN)])


def cost_words(entry: Listing) -> str:
    """Say what it costs; unknown is never free."""
    return gettext("Free") if entry.cost.kind == "free" else _prices(entry) or str(UNKNOWN)


def _prices(entry: Listing) -> str:
    options = [
        f"{option.words}: £{option.amount}" if option.amount else option.words
        for option in entry.cost.options
    ]
    return ". ".join(filter(None, [entry.cost.words, *options]))


def _creche(entry: Listing) -> list[str]:
    if entry.creche == "unknown":
        return []
    return [gettext("Has a crèche") if entry.creche == "yes" else gettext("Has no crèche")]


def _language(code: str) -> str:
    return str(LANGUAGES.get(code) or reading().locale.languages.get(code, code))


def _wait(entry: Listing) -> list[str]:
    if entry.wait_weeks is None or entry.wait_words:
        return []
    if entry.wait_weeks == 0:
        return [gettext("No wait")]
    return [ngettext("About %(count)s week", "About %(count)s weeks", entry.wait_weeks)
            % {"count": entry.wait_weeks}]  # fmt: skip


def _contact(row: Contact) -> dict[str, str]:
    digits = "".join(sign for sign in row.telephone if sign in "+0123456789")
    return {
        "title": row.title,
        "telephone": row.telephone,
        "tel": f"tel:{digits}" if digits else "",
        "email": row.email,
        "note": row.note,
    }


def _place(entry: Listing, count: int, row: PlaceOf) -> dict[str, Any]:
    place = row.place
    return {
        "number": count,
        "name": place.name,
        "lines": [line for line in (place.address, place.city, place.county, place.postcode) if line],
        "near": place.shown == "near",
        "note": row.note,
        "travel": place.travel,
        "features": [str(FEATURES[feature]) for feature in place.features],
        "features_note": place.features_note,
        "directions": _directions(place),
        "hours": openings.hours_words([one for one in entry.hours if one.at == place.id]),
    }


def _directions(place: Place) -> str:
    if place.shown != "full" or place.lat is None or place.lon is None:
        return ""
    at = f"{place.lat:.5f}"
    across = f"{place.lon:.5f}"
    return f"https://www.openstreetmap.org/?mlat={at}&mlon={across}#map=17/{at}/{across}"


def _map(entry: Listing, pack: Pack) -> Markup | None:
    names = openings.place_names(entry)
    spots = [
        (names[row.place.id] or gettext("About here"), (row.place.lon, row.place.lat))
        for row in entry.places
        if row.place.lat is not None and row.place.lon is not None
    ]
    if not spots or not pack.layers:
        return None
    drawn = whereabouts(outlines_of(pack, pack.layers[0].id), spots, title=gettext("Where it is"))
    return Markup(drawn)  # noqa: S704 - the engine escapes every text


def ask_for(entry: Listing) -> dict[str, str] | None:
    """Give the way to ask for it; there is none into what only a court or its own agency can offer."""
    if entry.status != "active" or not ({"self", "professional"} & set(entry.how_in) or not entry.how_in):
        return None
    text = gettext("Ask for this service")
    if "self" not in entry.how_in:
        text = gettext("Ask us to help you get this")
    return {"text": text, "href": f"{reverse('ask:start')}?service={entry.slug}"}


def _checked(entry: Listing, today: date) -> dict[str, Any]:
    if entry.checked_on is None:
        return {"when": "", "as_of": entry.as_of, "old": False}
    return {
        "when": day_words(entry.checked_on),
        "by": entry.checked_by,
        "old": (today - entry.checked_on).days > LONG_AGO,
    }


def _print_link(*, large: bool) -> dict[str, str]:
    if large:
        return {"text": gettext("Usual print"), "href": "?"}
    return {"text": gettext("Large print"), "href": f"?view={LARGE}"}
