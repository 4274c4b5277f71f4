"""Journeys of children on record, in words for those who work with them."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from rightdoor.access.partnership import pack
from rightdoor.engines.journey import Stop, When
from rightdoor.families.queries.stops import Travelled
from rightdoor.ui.addresses import reverse
from rightdoor.ui.words import day_words

TONES = {"Missed": "warning", "Now": "good"}


def travelled_page(one: Travelled, today: date, *, may_note: bool) -> dict[str, Any]:
    """Give the journey of one child."""
    missed = {stop.planned.id for stop in one.missed(today)}
    return {
        "name": one.person.full_name,
        "born": f"Due on {day_words(one.child.day)}"
        if one.child.unborn
        else f"Born on {day_words(one.child.day)}",
        "stops": [_stop(one, stop, today, missed=missed, may_note=may_note) for stop in one.stops],
    }


def _stop(one: Travelled, stop: Stop, today: date, *, missed: set[str], may_note: bool) -> dict[str, Any]:
    planned = pack().stop(stop.planned.id)
    held = one.noted.get(planned.id)
    said = "Missed" if planned.id in missed else "Now" if stop.when(today) is When.NOW and not held else ""
    noted = ""
    if held:
        day = f" on {day_words(held.on)}" if held.on else ""
        noted = f"{held.get_outcome_display()}{day}, noted by {held.by.name}"
    return {
        "name": planned.name,
        "who": planned.who,
        "days": f"{day_words(stop.first)} to {day_words(stop.last)}",
        "tag": {"text": said, "tone": TONES[said]} if said else None,
        "noted": noted,
        "note": held.note if held else "",
        "href": _note_at(one, stop) if may_note and stop.when(today) is not When.LATER else "",
    }


def _note_at(one: Travelled, stop: Stop) -> str:
    names = {"family_id": one.family.pk, "child_id": one.person.pk, "stop": stop.planned.id}
    return reverse("families:stop-note", kwargs=names)


def missed_rows(found: Iterable[Travelled], today: date) -> list[list[Any]]:
    """Give one row for each missed stop, the latest first."""
    rows = sorted(
        ((stop, one) for one in found for stop in one.missed(today)),
        key=lambda pair: (pair[0].last, str(pair[1].person.pk)),
        reverse=True,
    )
    return [
        [
            {
                "text": one.person.full_name,
                "href": reverse("families:journeys", kwargs={"family_id": one.family.pk}),
            },
            pack().stop(stop.planned.id).name,
            pack().stop(stop.planned.id).who,
            day_words(stop.last),
        ]
        for stop, one in rows
    ]
