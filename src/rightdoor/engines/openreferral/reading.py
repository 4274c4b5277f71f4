"""Open Referral UK as an entry: the shapes of version 3 and of version 1, read tolerantly, with notes."""

from dataclasses import dataclass, field
from typing import Any, get_args
from uuid import UUID

from pydantic import ValidationError

from rightdoor.engines.listings import Closed, Cost, CostOption, Coverage, Dated, Hours, Listing, is_shared
from rightdoor.engines.listings.shape import Known
from rightdoor.engines.openreferral.cleaning import Note, Notes
from rightdoor.engines.openreferral.hanging import contacts_of, place_of, provider_of, terms_of
from rightdoor.engines.openreferral.rows import Row
from rightdoor.engines.openreferral.times import read_schedule
from rightdoor.engines.openreferral.words import (
    language_code,
    made_id,
    oldest_in_months,
    slug_of,
    youngest_in_months,
)
from rightdoor.engines.openreferral.writing import FREE
from rightdoor.engines.packs.services import WayIn

STATUS = {"active": "active", "temporarily closed": "paused", "inactive": "paused", "defunct": "closed"}
OLDEST_YEARS, LONGEST_WAIT = 120, 520


@dataclass(frozen=True)
class Read:
    """What a row came to: an entry, or none, and what was noted."""

    entry: Listing | None
    notes: tuple[Note, ...] = field(default=())


def read(raw: Any) -> Read:
    """Read one service. What cannot be an entry is refused; whatever else is wrong is left out and noted."""
    notes = Notes()
    row = Row(raw, notes)
    name = row.text("name", most=200)
    if not name:
        notes.add("name", "A service needs a name. Refused.")
        return Read(None, tuple(notes.told))
    try:
        entry = _entry(row, name)
    except (ValidationError, ValueError, OverflowError) as error:
        notes.add("row", f"Refused: {_first(error)}")
        return Read(None, tuple(notes.told))
    _note_personal(entry, notes)
    return Read(entry, tuple(notes.told))


def _first(error: Exception) -> str:
    if isinstance(error, ValidationError):
        fault = error.errors()[0]
        return f"{'.'.join(map(str, fault['loc']))} {fault['msg']}".strip()
    return str(error)


def _entry(row: Row, name: str) -> Listing:
    own = row.row("x_rightdoor")
    provider = provider_of(row, name)
    key = row.id(provider.id, "service", name)
    if str(key) != str(row.told.get("id", "")).lower():
        row.notes.add("id", "This was no UUID. An id that stays the same was made.")
    places = tuple(place_of(at, key) for at in row.rows("service_at_locations"))
    at = {str(place.id): place.place.id for place in places}
    hours, dates = _times(row, at, key)
    first, last = _ages(row)
    words = terms_of(row, key)
    return Listing(
        id=key,
        slug=own.text("slug", most=80) or slug_of(name),
        name=name,
        provider=provider,
        commissioner=next((fund.text("source", most=200) for fund in row.rows("funding", "fundings")), ""),
        about=row.text("description"),
        who_for=row.text("eligibility_description") or _who_for(row),
        how_in=own.words("how_in", get_args(WayIn)),
        how_in_note=row.text("application_process"),
        website=row.website("url") or own.text("website", most=500),
        age_from_months=first,
        age_to_months=last,
        for_pregnancy=own.told.get("for_pregnancy") is True,
        rule=own.text("rule", most=80),
        coverage=_coverage(row, own),
        cost=_cost(row, own),
        creche=own.choice("creche", get_args(Known), "unknown"),
        languages=tuple(dict.fromkeys(_languages(row))),
        access_needs=own.text("access_needs"),
        wait_weeks=own.whole("wait_weeks", 0, LONGEST_WAIT),
        wait_words=row.text("wait_time", most=200),
        capacity=own.text("capacity", most=300),
        alert=row.text("alert"),
        status=_status(row),
        contacts=contacts_of(row, key),
        places=places,
        where=own.text("where"),
        when=own.text("when"),
        hours=hours,
        dates=dates,
        closures=_closures(row, own, key),
        source=own.text("source", most=300),
        as_of=own.text("as_of", most=40),
        checked_on=row.day("assured_date"),
        checked_by=own.text("checked_by", most=200),
        changed_at=row.moment("last_modified"),
        **words,
    )


def _status(row: Row) -> Any:
    return STATUS.get(row.text("status", most=60).lower(), "active")


def _who_for(row: Row) -> str:
    told = [one.text("eligibility") for one in row.rows("eligibilitys", "eligibility")]
    return ". ".join(words for words in told if words)


def _ages(row: Row) -> tuple[int | None, int | None]:
    told = next(iter([*row.rows("eligibilitys", "eligibility"), row]))
    told = row if any(row.told.get(name) is not None for name in ("minimum_age", "maximum_age")) else told
    low = told.number("minimum_age", 0, OLDEST_YEARS)
    high = told.number("maximum_age", 0, OLDEST_YEARS)
    first = None if low is None else youngest_in_months(low)
    last = None if high is None else oldest_in_months(high)
    if first is not None and last is not None and first >= last:
        row.notes.add("minimum_age", "The youngest age is above the oldest. Both were left out.")
        return None, None
    return first, last


def _languages(row: Row) -> list[str]:
    told = [
        language_code(one.text("code", most=20), one.text("name", "language", most=80))
        for one in row.rows("languages")
    ]
    return [code for code in told if code]


def _cost(row: Row, own: Row) -> Cost:
    options = tuple(
        CostOption(words=one.text("option", "amount_description", most=300), amount=one.money("amount"))
        for one in row.rows("cost_options")
    )
    words = row.text("fees_description", "fees", most=1000)
    kind = own.choice("cost", ("free", "paid"), "")
    only_free = len(options) == 1 and options[0].words == FREE and options[0].amount == 0
    if kind:
        return Cost(kind=kind, words=words, options=() if kind == "free" and only_free else options)
    if own:
        return Cost(words=words, options=options)
    if only_free or words.casefold() in {"free", "free of charge", "no charge"}:
        return Cost(kind="free", words="" if only_free else words)
    paid = any(option.amount for option in options)
    return Cost(kind="paid" if paid else "unknown", words=words, options=options)


def _coverage(row: Row, own: Row) -> Coverage:
    told = own.row("coverage")
    if told:
        areas = told.told.get("areas")
        return Coverage(
            kind=told.choice("kind", ("radius", "areas", "council", "national"), "unknown"),
            km=told.number("km", 0, LONGEST_WAIT),
            areas=tuple(map(str, areas)) if isinstance(areas, list) else (),
        )
    if own:
        return Coverage()
    codes = [_area_code(one) for one in row.rows("service_areas")]
    known = tuple(dict.fromkeys(code for code in codes if code))
    if codes and not known:
        row.notes.add("service_areas", "The area has no official code: whom it covers is not known.")
    return Coverage(kind="areas", areas=known) if known else Coverage()


def _area_code(row: Row) -> str:
    last = (row.text("uri") or row.text("service_area")).rstrip("/").rpartition("/")[2]
    return last if len(last) == len("E09000023") and last[0] in "EWSNK" and last[1:].isdigit() else ""


def _times(row: Row, at: dict[str, UUID], key: UUID) -> tuple[tuple[Hours, ...], tuple[Dated, ...]]:
    hours: list[Hours] = []
    dates: list[Dated] = []
    found = list(row.rows("schedules", "regular_schedules"))
    for place in row.rows("service_at_locations"):
        for one in place.rows("schedules", "regular_schedule", "regular_schedules"):
            one.told.setdefault("service_at_location_id", place.told.get("id"))
            found.append(one)
    for one in found:
        one.told.setdefault("id", made_id(key, one.path))
        if "weekday" in one.told and "byday" not in one.told:
            one.told["byday"] = str(one.told["weekday"])[:2]
        try:
            weekly, dated, wrong = read_schedule(one.told, at, key)
        except (ValueError, TypeError, OverflowError):
            weekly, dated, wrong = [], None, "This time cannot be read."
        if wrong:
            one.notes.add(one.path, f"{wrong} It was left out.")
        hours += weekly
        dates += [dated] if dated else []
    return _once(hours), _once(dates)


def _once(rows: list[Any]) -> tuple[Any, ...]:
    return tuple({row.id: row for row in rows}.values())


def _closures(row: Row, own: Row, key: UUID) -> tuple[Closed, ...]:
    told = [
        Closed.model_validate(
            {
                "id": one.id(key, "closed", number),
                "at": one.told.get("at"),
                "first": one.told.get("first"),
                "last": one.told.get("last"),
                "reason": one.text("reason", most=200),
            }
        )
        for number, one in enumerate(own.rows("closures"))
    ]
    for number, one in enumerate(row.rows("holiday_schedules")):
        first, last = one.day("start_date"), one.day("end_date")
        if one.told.get("closed") and first and last and first <= last:
            told.append(Closed(id=one.id(key, "holiday", number), first=first, last=last))
    return tuple(told)


def _note_personal(entry: Listing, notes: Notes) -> None:
    names = (entry.name, entry.provider.name)
    emails = [entry.provider.email, *(contact.email for contact in entry.contacts)]
    for address in dict.fromkeys(emails):
        if address and not is_shared(address, *names):
            notes.add("email", f"{address} may be somebody's own. It is kept but never shown.")
