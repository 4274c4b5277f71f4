"""Champions in words: with names for those who look after them, without for everybody else."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from django.utils.timezone import localdate

from rightdoor.access.models import Practitioner
from rightdoor.access.permissions import Permission
from rightdoor.engines.packs import Pack
from rightdoor.ui.addresses import reverse
from rightdoor.ui.speaking import gettext, only_english
from rightdoor.ui.words import date_time_words, date_words, days_from, month_words, plural
from rightdoor.workforce.models import Champion, Kind, Wish
from rightdoor.workforce.queries import Met, Tally

SOON = timedelta(days=2)
SHOWN = 12  # months


def area_name(pack: Pack, code: str, nowhere: str = "Everywhere") -> str:
    """Give the name of an area; the code where the pack no longer has it."""
    return pack.atlas.areas[code].name if code in pack.atlas.areas else code or nowhere


def desk_parts(who: Practitioner, current: str) -> list[dict[str, Any]]:
    """Give the pages about champions that somebody may open, the one they are on marked."""
    pages = [("Champions", "champions"), ("Want to help", "wishes")] if may_keep(who) else []
    if who.may(Permission.WORKFORCE_READ):
        pages.append(("Hours and reach", "counts"))
    return [
        {"text": text, "href": reverse(f"workforce:{name}"), "current": name == current}
        for text, name in pages
    ]


def may_keep(who: Practitioner) -> bool:
    """Say whether somebody looks after champions."""
    return who.may(Permission.WORKFORCE_KEEP)


def champion_rows(champions: Iterable[Any], pack: Pack, today: date) -> list[list[Any]]:
    """Give one row for each champion, for those who look after them."""
    return [
        [
            {"text": one.name, "href": reverse("workforce:champion", kwargs={"champion_id": one.pk})},
            one.get_kind_display(),
            area_name(pack, one.area),
            ", ".join(one.languages),
            training_words(one, today),
            hours_words(one.hours),
            date_words(one.last_on, "Nothing yet"),
        ]
        for one in champions
    ]


def training_words(champion: Champion, today: date) -> str:
    """Say how the training of a champion stands: none, run out, or until when it counts."""
    trained = list(champion.trainings.all())
    if not trained:
        return "Not trained yet"
    ends = [one.expires_on for one in trained]
    lasting = [day for day in ends if day is not None]
    if len(lasting) < len(ends):
        return "Trained"
    last = max(lasting)
    return f"Trained until {date_words(last)}" if last >= today else f"Ran out on {date_words(last)}"


def hours_words(hours: Decimal) -> str:
    """Say hours without noughts that mean nothing: “2 hours”, “2.5 hours”."""
    told = f"{hours.normalize():f}"
    return f"{told} hour" if told == "1" else f"{told} hours"


def summary_rows(champion: Champion, pack: Pack) -> list[dict[str, str]]:
    """Give what is kept of a champion."""
    told = [
        ("What they do", champion.get_kind_display()),
        ("Where", area_name(pack, champion.area)),
        ("Languages", ", ".join(champion.languages)),
        ("Reached by", champion.reach),
        ("Parents can meet them", champion.meet or "Not shown to parents"),
        ("Agreed on", date_words(champion.agreed_on)),
        ("Began", date_words(champion.started_on)),
    ]
    if champion.ended_on:
        told.append(("Stopped", date_words(champion.ended_on)))
    return [{"key": key, "value": value} for key, value in told]


def training_rows(champion: Champion, today: date) -> list[list[str]]:
    """Give the courses of a champion."""
    return [
        [one.course, date_words(one.done_on), _until(one.expires_on, today)]
        for one in champion.trainings.all()
    ]


def _until(day: date | None, today: date) -> str:
    if day is None:
        return "Does not run out"
    return date_words(day) if day >= today else f"Ran out on {date_words(day)}"


def activity_rows(champion: Champion, pack: Pack) -> list[list[str]]:
    """Give what a champion did, newest first."""
    return [
        [
            date_words(one.on),
            hours_words(one.hours),
            f"{one.reached:,}",
            ", ".join(part for part in (one.where, area_name(pack, one.area, "")) if part),
        ]
        for one in champion.activities.all()
    ]


def met_groups(met: Iterable[Met], pack: Pack, area: str) -> list[dict[str, Any]]:
    """Give where parents can meet champions, by area, those of one area first where it is asked for."""
    kinds = dict(Kind.choices)
    found: dict[str, list[dict[str, str]]] = {}
    for one in met:
        if area in ("", one.area) or not one.area:
            speaks = gettext("Speaks %(languages)s") % {"languages": ", ".join(one.languages)}
            line = {
                "kind": str(kinds.get(one.kind, one.kind)),
                "meet": only_english(one.meet),
                "spoken": speaks if one.languages else "",
            }
            everywhere = gettext("All over %(place)s") % {"place": pack.name}
            found.setdefault(area_name(pack, one.area, everywhere), []).append(line)
    return [{"heading": name, "lines": lines} for name, lines in sorted(found.items())]


def month_rows(tallies: Iterable[Tally]) -> list[list[str]]:
    """Give months with what was done."""
    return [[month_words(one.key), *_numbers(one)] for one in tallies]


def area_rows(tallies: Iterable[Tally], pack: Pack) -> list[list[str]]:
    """Give areas with what was done, by name."""
    return sorted([area_name(pack, one.key, "Not said"), *_numbers(one)] for one in tallies)


def _numbers(one: Tally) -> list[str]:
    return [str(one.active), f"{one.hours.normalize():f}", f"{one.reached:,}"]


def standing_words(standing: dict[str, int]) -> str:
    """Say how many champions there are."""
    active, trained, waiting = standing["active"], standing["trained"], standing["waiting"]
    return (
        f"{plural(active, 'champion')} now. {trained} of them trained. "
        f"{plural(waiting, 'person', 'people')} asked to help and waits for an answer."
        if waiting == 1
        else f"{plural(active, 'champion')} now. {trained} of them trained. "
        f"{plural(waiting, 'person', 'people')} asked to help and wait for an answer."
    )


def wish_cards(wishes: Iterable[Wish], pack: Pack, now: datetime) -> list[dict[str, Any]]:
    """Give those who asked to help, each with a clock."""
    return [
        {
            "id": wish.pk,
            "title": wish.get_kind_display(),
            "clock": _clock(wish, now),
            "waits": wish.answered_at is None,
            "rows": _wish_rows(wish, pack),
        }
        for wish in wishes
    ]


def _wish_rows(wish: Wish, pack: Pack) -> list[dict[str, str]]:
    told = [("Asked", date_time_words(wish.asked_at)), ("Where", area_name(pack, wish.area, "Not said"))]
    if wish.forgotten_at:
        told.append(("Who", "Removed, as promised"))
    else:
        told += [("Who", wish.name), ("Reached by", wish.reach), ("They say", wish.about)]
    if wish.answered_at and wish.answered_by:
        told.append(("Answered", f"{date_time_words(wish.answered_at)}, by {wish.answered_by.name}"))
    return [{"key": key, "value": value} for key, value in told if value]


def _clock(wish: Wish, now: datetime) -> dict[str, Any]:
    today = localdate(now)
    if wish.answered_at:
        state = "met" if wish.answered_at <= wish.due_at else "met_late"
        return {"state": state, "words": days_from(wish.answered_at, today), "due": None}
    state = "overdue" if now > wish.due_at else "due_soon" if wish.due_at - now <= SOON else "on_time"
    return {"state": state, "words": days_from(wish.due_at, today), "due": wish.due_at}
