"""A child's journey in words."""

from collections.abc import Sequence
from datetime import date, time
from typing import Any, Final

from rightdoor.engines.journey import Child, Stop, When
from rightdoor.engines.openings import Occasion
from rightdoor.engines.packs.journey import Stop as Planned
from rightdoor.ui.speaking import gettext
from rightdoor.ui.speaking import lazy as _
from rightdoor.ui.words import day_words

PHASES: Final = {
    "before-birth": _("Before the birth"),
    "first-year": _("The first year"),
    "early-years": _("One year old until school"),
    "primary": _("First school"),
    "secondary": _("Secondary school"),
    "adulthood": _("Towards adult life"),
}


def journey_page(found: Sequence[Stop], child: Child, today: date) -> dict[str, Any]:
    """Give the journey: what is on now, what comes next, and all of it by part of childhood."""
    now = [one for one in found if one.when(today) is When.NOW]
    later = [one for one in found if one.when(today) is When.LATER]
    return {
        "day": day_words(child.day),
        "unborn": child.unborn,
        "now": [_stop(one, today) for one in now],
        "next": [_stop(later[0], today)] if later else [],
        "phases": [
            {"title": title, "stops": [_stop(one, today) for one in found if _phase(one) == phase]}
            for phase, title in PHASES.items()
            if any(_phase(one) == phase for one in found)
        ],
        "summer": child.summer_born and any(_phase(one) == "primary" and one in later for one in found),
    }


def _phase(one: Stop) -> str:
    return _planned(one).phase


def _planned(one: Stop) -> Planned:
    planned = one.planned
    if not isinstance(planned, Planned):
        raise TypeError("A journey is made from the stops of a pack.")
    return planned


def _stop(one: Stop, today: date) -> dict[str, Any]:
    planned = _planned(one)
    return {
        "name": planned.name,
        "who": planned.who,
        "about": planned.about,
        "days": days_words(one),
        "when": one.when(today).value,
        "tag": {When.NOW: gettext("Now"), When.PAST: gettext("Over")}.get(one.when(today), ""),
    }


def days_words(one: Stop) -> str:
    """Say from when to when."""
    days = {"first": day_words(one.first), "last": day_words(one.last)}
    return gettext("%(first)s to %(last)s") % days


def occasions(found: Sequence[Stop], child: Child, today: date) -> tuple[list[Occasion], dict[str, str]]:
    """Give what is not over as days of a calendar, each on its first day, and what each is called."""
    coming = [one for one in found if one.when(today) is not When.PAST]
    keys = {one.planned.id: f"{one.planned.id}-{child.day:%Y%m%d}" for one in coming}
    made = [
        Occasion(day=one.first, order=time(), key=keys[one.planned.id], note=_note(one)) for one in coming
    ]
    return made, {keys[one.planned.id]: _planned(one).name for one in coming}


def _note(one: Stop) -> str:
    planned = _planned(one)
    return f"{planned.who}. {planned.about} {days_words(one)}."
