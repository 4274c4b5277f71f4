"""The directory for those who keep it true, in words."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, Final

from rightdoor.access.models import Practitioner
from rightdoor.directory import policy
from rightdoor.directory.forms import keeping as forms
from rightdoor.directory.models import ChangeRequest, Correction, Service, Version
from rightdoor.directory.presenters.openings import hours_words
from rightdoor.directory.queries import keeping as asked
from rightdoor.engines.completeness import Completeness
from rightdoor.engines.freshness import Freshness, Keeping
from rightdoor.engines.listings import Closed, Dated, Hours, Listing
from rightdoor.ui.addresses import reverse
from rightdoor.ui.words import date_time_words, day_words

CHANGES, CORRECTIONS = "changes", "corrections"
LISTS: Final = {
    asked.DUE: "To check",
    asked.ORPHANS: "Nobody’s",
    asked.INCOMPLETE: "Incomplete",
    asked.HIDDEN: "Hidden",
    CHANGES: "Changes",
    CORRECTIONS: "Corrections",
    asked.ALL: "All",
}
STATES: Final = {
    Freshness.FRESH: "Fresh",
    Freshness.DUE: "To check",
    Freshness.LATE: "Late",
    Freshness.OVER: "Too old",
}
HEAD: Final = ["Service", "Owner", "Last checked or written", "Stands", "Complete"]
FIELDS: Final = {
    "name": "Name", "about": "What it does", "who_for": "Who it is for", "commissioner": "Who pays for it",
    "how_in": "Ways in", "how_in_note": "More about getting in", "website": "Website", "stage": "Stage",
    "levels": "Levels", "ithrive": "i-THRIVE", "issues": "What it helps with", "offer": "Offer",
    "terms": "Words of other lists", "audience": "For whom", "age_from_months": "Youngest age, months",
    "age_to_months": "Age at which it has ended, months", "for_pregnancy": "For people who are pregnant",
    "rule": "Rule of eligibility", "delivery": "How it is given", "coverage": "Where people must live",
    "cost": "What it costs", "creche": "Crèche", "languages": "Languages", "access_needs": "Access",
    "wait_weeks": "Weeks to wait", "wait_words": "Waiting", "capacity": "Places", "alert": "Notice",
    "status": "How it stands", "where": "Where", "when": "When", "contacts": "How to reach them",
    "places": "Places it is at", "hours": "Weekly hours", "dates": "Dates", "closures": "Closed days",
    "provider": "Who runs it", "source": "Source", "as_of": "As of", "slug": "Address of its page",
}  # fmt: skip
MISSING: Final = {
    "about": "what it does", "who_for": "who it is for", "how_in": "how to get in",
    "contact": "how to reach them", "where": "where it is", "when": "when it is on", "cost": "what it costs",
    "ages": "for which ages", "delivery": "how it is given", "access": "access", "languages": "languages",
    "creche": "crèche", "wait": "waiting", "issues": "what it helps with",
}  # fmt: skip
_NOT_SAID: Final = frozenset({"id", "checked_on", "checked_by", "changed_at"})
_CHOICES: Final = dict([*forms.WAYS, *forms.DELIVERY, *forms.STATUS, *forms.COST, *forms.KNOWN])


def lists(current: str, counts: Mapping[str, int]) -> list[dict[str, Any]]:
    """Give the lists of the board with how many stand in each, the one looked at marked."""
    return [
        {
            "text": f"{words} ({counts[show]})" if show in counts else words,
            "href": f"{reverse('directory:board')}?show={show}",
            "current": show == current,
        }
        for show, words in LISTS.items()
    ]


def entry_rows(entries: Iterable[Service], keeping: Keeping, today: date) -> list[list[Any]]:
    """Give one row of the board for each entry."""
    return [
        [{"text": one.name, "href": _entry(one)}, *cells]
        for one, cells in ((one, _cells(one, keeping, today)) for one in entries)
    ]


def plain_rows(entries: Iterable[Service], keeping: Keeping, today: date) -> list[list[str]]:
    """Give the same as text, for a table elsewhere."""
    return [[one.name, *_cells(one, keeping, today)] for one in entries]


def _cells(one: Service, keeping: Keeping, today: date) -> list[str]:
    complete = "not counted" if one.completeness is None else f"{one.completeness}%"
    return [owner_words(one), day_words(one.fresh_from), state_words(one, keeping, today), complete]


def owner_words(one: Service) -> str:
    """Say who answers for an entry."""
    owner = one.owner
    name = "" if owner is None else owner.name if owner.is_active else f"{owner.name} (account closed)"
    agency = one.owner_agency.name if one.owner_agency else ""
    return ", ".join(filter(None, [name, agency])) or "Nobody"


def state_words(one: Service, keeping: Keeping, today: date) -> str:
    """Say how an entry stands."""
    if one.status == "closed":
        return "Closed"
    if one.hidden_since:
        return "Hidden from families"
    return STATES[keeping.state(one.fresh_from, today)]


def _entry(one: Service) -> str:
    return reverse("directory:entry", kwargs={"service_id": one.pk})


def change_rows(changes: Iterable[ChangeRequest]) -> list[list[Any]]:
    """Give one row for each change that waits."""
    return [
        [
            {
                "text": one.service.name,
                "href": reverse("directory:change", kwargs={"change_id": one.pk}),
            },
            ", ".join(FIELDS[name] for name in one.after),
            one.made_by.name,
            date_time_words(one.made_at),
        ]
        for one in changes
    ]


def correction_rows(corrections: Iterable[Correction]) -> list[list[Any]]:
    """Give one row for each correction that waits."""
    return [
        [
            {
                "text": one.service.name,
                "href": reverse("directory:correction", kwargs={"correction_id": one.pk}),
            },
            one.words,
            date_time_words(one.made_at),
        ]
        for one in corrections
    ]


def waiting_links(changes: Iterable[ChangeRequest], corrections: Iterable[Correction]) -> dict[str, Any]:
    """Give what waits for one entry as links, each named by what it says and when."""
    return {
        "changes": [
            {"text": f"{what}: {who}, {when}", "href": link["href"]}
            for link, what, who, when in change_rows(changes)
        ],
        "corrections": [
            {"text": f"{words[:LONGEST]} ({when})", "href": link["href"]}
            for link, words, when in correction_rows(corrections)
        ],
    }


def entry_page(
    one: Service, entry: Listing, complete: Completeness, *, who: Practitioner, keeping: Keeping, today: date
) -> dict[str, Any]:
    """Give the page of one entry for whoever answers for it."""
    keeps = bool(policy.may_keep(who))
    due, over = keeping.due_on(one.fresh_from), keeping.over_on(one.fresh_from)
    checked = f"{day_words(one.checked_on)}, {one.checked_by}" if one.checked_on else "Never"
    return {
        "title": one.name,
        "caption": "Directory",
        "one": one,
        "keeps": keeps,
        "about": [
            {"key": "Owner", "value": owner_words(one)},
            {"key": "Stands", "value": state_words(one, keeping, today)},
            {"key": "Last checked", "value": checked},
            {"key": "Check it by", "value": day_words(due)},
            {"key": "Hidden from families on", "value": day_words(one.hidden_since or over)},
            {"key": "Complete", "value": f"{complete.score}%"},
            {"key": "Missing", "value": missing_words(complete) or "Nothing"},
            {"key": "Version", "value": str(one.version)},
        ],
        "says": says(entry),
    }


def says(entry: Listing) -> list[dict[str, str]]:
    """Give all that an entry says."""
    kept = entry.model_dump(mode="json")
    told = {words: said(name, kept[name]) for name, words in FIELDS.items()}
    return [{"key": words, "value": value} for words, value in told.items() if value != EMPTY]


def missing_words(complete: Completeness) -> str:
    """Say what families would miss."""
    return ", ".join(MISSING[code] for code in complete.missing)


EMPTY: Final = "nothing"
LONGEST: Final = 120


def said(name: str, value: Any) -> str:
    """Say a value of an entry's JSON."""
    if value in (None, "", [], {}):
        return EMPTY
    if name in _ROWS:
        return "; ".join(_ROWS[name](one) for one in value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return "; ".join(said(name, one) for one in value)
    if isinstance(value, dict):
        return ", ".join(
            said(key, inner) for key, inner in value.items() if key != "id" and inner not in (None, "", [])
        )
    return _CHOICES.get(value, value) if isinstance(value, str) else str(value)


def _hours(row: Mapping[str, Any]) -> str:
    (words,) = hours_words([Hours.model_validate(row)])
    return words


def _date(row: Mapping[str, Any]) -> str:
    one = Dated.model_validate(row)
    words = date_time_words(one.starts)
    return f"{words}, called off" if one.cancelled else words


def _closed(row: Mapping[str, Any]) -> str:
    one = Closed.model_validate(row)
    return (
        f"{day_words(one.first)} to {day_words(one.last)}" if one.first != one.last else day_words(one.first)
    )


def _place(row: Mapping[str, Any]) -> str:
    place = row["place"]
    shown = {"near": "families see only about where", "hidden": "never shown"}.get(place["shown"], "")
    told = [place[part] for part in ("name", "address", "city", "postcode")]
    return ", ".join(filter(None, [*told, *place["features"], row["note"], shown]))


_ROWS: Final = {"hours": _hours, "dates": _date, "closures": _closed, "places": _place}


def differences(before: Mapping[str, Any], after: Mapping[str, Any]) -> list[dict[str, str]]:
    """Give what differs, old beside new, in the order of the form."""
    return [
        {"name": name, "field": words, "old": said(name, before.get(name)), "new": said(name, after[name])}
        for name, words in FIELDS.items()
        if name in after and before.get(name) != after[name]
    ]


def change_page(change: ChangeRequest, now_kept: Mapping[str, Any]) -> dict[str, Any]:
    """Give a change as its differences, and what moved since it was written."""
    moved = [
        {"field": FIELDS[name], "now": said(name, now_kept[name])}
        for name in change.after
        if now_kept[name] != change.before[name]
    ]
    return {
        "title": change.service.name,
        "caption": "A change that was asked for",
        "change": change,
        "rows": differences(change.before, change.after),
        "moved": moved,
        "asked": f"{change.made_by.name}, {date_time_words(change.made_at)}",
        "open": change.state == ChangeRequest.State.WAITING,
        "taken": [FIELDS[name] for name in change.taken],
    }


def history(versions: Sequence[Version]) -> list[dict[str, Any]]:
    """Give every version with what it changed, newest first."""
    older: Sequence[Version | None] = [*versions[1:], None]
    return [
        {
            "number": one.number,
            "when": date_time_words(one.kept_at),
            "who": one.kept_by.name if one.kept_by else "The house itself",
            "why": one.why,
            "rows": differences(before.entry, _told(one.entry)) if before else [],
            "first": before is None,
        }
        for one, before in zip(versions, older, strict=True)
    ]


def _told(entry: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in entry.items() if name not in _NOT_SAID}
