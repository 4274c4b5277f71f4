"""How a service fits what was asked beside words, and the plain reasons to say so.

Known to fit ranks above unknown, and unknown above known not to fit. Nothing is left out.
"""

from typing import Final

from rightdoor.engines.finding.shape import Document, Known, Opening, Part, Query, Reason

FITS, FITS_NOT = 0.25, -0.6
# Entries checked lately stand a little higher.
FRESH, FRESH_DAYS, OLD_DAYS = 0.05, 180, 365
# Ways in which help comes to somebody wherever they are.
REMOTE: Final = ("online", "telephone", "home-visit")
SEALED, OPEN_DOOR = -0.15, 0.05
NOON, EVENING, SATURDAY = 12 * 60, 17 * 60, 5
_PARTS: Final[dict[str, tuple[int, int]]] = {
    "morning": (0, NOON),
    "afternoon": (NOON, EVENING),
    "evening": (EVENING, 24 * 60),
}


def fit(query: Query, document: Document, km: float | None) -> tuple[float, tuple[Reason, ...]]:
    """Give what fitting adds to the score, and the reasons to show."""
    score, reasons = 0.0, []
    if km is not None:
        reasons.append(Reason("distance", round(km, 2)))
    elif query.position is not None and not query.remote:
        reasons += [Reason(way) for way in REMOTE if way in document.delivery][:1]
    for known, reason in _asked(query, document):
        score += {"yes": FITS, "no": FITS_NOT, "unknown": 0.0}[known]
        if reason is not None:
            reasons.append(reason)
    return score + _always(query, document), tuple(reasons)


def _asked(query: Query, document: Document) -> list[tuple[Known, Reason | None]]:
    told = [_age(query, document)]
    if query.language:
        told.append(_listed("language", query.language, document.languages))
    if query.creche:
        told.append((document.creche, _reason("creche", document.creche)))
    if query.free:
        free: Known = {"free": "yes", "paid": "no"}.get(document.cost, "unknown")  # type: ignore[assignment]
        told.append((free, _reason("free", free)))
    if query.accessible:
        told.append(_listed("step-free", "step-free", document.features))
    if query.for_fathers:
        told.append(_for_fathers(document))
    if query.remote:
        told.append(_remote(document))
    if query.weekday is not None or query.part or query.weekend:
        told.append(_when(query, document.openings))
    return told


def _reason(code: str, known: Known, value: str = "") -> Reason:
    return Reason(code if known != "unknown" else f"{code}-unknown", value, known != "no")


def _listed(code: str, wanted: str, listed: tuple[str, ...]) -> tuple[Known, Reason]:
    """Answer from a list that nobody claims to be complete: what is not in it is unknown, never a no."""
    known: Known = "yes" if wanted in listed else "unknown"
    return known, _reason(code, known, wanted)


def _age(query: Query, document: Document) -> tuple[Known, Reason | None]:
    first, last = document.age_from, document.age_to
    band = Reason("ages", (first, last))
    if query.expecting:
        if document.pregnancy or "pregnancy" in document.issues:
            return "yes", Reason("pregnancy")
        return ("no" if first else "unknown"), (band if first or last else None)
    if first is None and last is None:
        return "unknown", None
    if query.child_months is None:
        return "unknown", band
    inside = (first is None or first <= query.child_months) and (last is None or query.child_months < last)
    return ("yes" if inside else "no"), Reason("ages", (first, last), inside)


def _for_fathers(document: Document) -> tuple[Known, Reason | None]:
    if "fathers" in document.audience:
        return "yes", Reason("fathers")
    only_mothers = document.audience == ("mothers",)
    return ("no" if only_mothers else "unknown"), (Reason("mothers", fits=False) if only_mothers else None)


def _remote(document: Document) -> tuple[Known, Reason | None]:
    ways = [way for way in REMOTE if way in document.delivery]
    if ways:
        return "yes", Reason(ways[0])
    known: Known = "no" if document.delivery else "unknown"
    return known, (Reason("in-person", fits=False) if document.delivery else Reason("remote-unknown"))


def _when(query: Query, openings: tuple[Opening, ...]) -> tuple[Known, Reason]:
    if not openings:
        return "unknown", Reason("open-unknown")
    fits = any(_open(query, one) for one in openings)
    return ("yes" if fits else "no"), Reason("open" if fits else "open-not", fits=fits)


def _open(query: Query, one: Opening) -> bool:
    if query.weekday is not None and one.weekday != query.weekday:
        return False
    if query.weekend and one.weekday < SATURDAY:
        return False
    return not query.part or _in_part(query.part, one)


def _in_part(part: Part, one: Opening) -> bool:
    if one.opens is None:
        return False
    first, last = _PARTS[part]
    closes = one.closes if one.closes is not None else one.opens + 60
    closes = closes if closes > one.opens else 24 * 60
    return one.opens < last and first < closes


def _always(query: Query, document: Document) -> float:
    """Count what counts whatever is asked: a door one can open oneself, and how lately it was checked."""
    score = OPEN_DOOR if "self" in document.how_in else 0.0
    if (document.levels and min(document.levels) > 3) or document.audience == ("practitioners",):  # noqa: PLR2004
        score += SEALED
    if document.paused:
        score += SEALED
    if query.today is not None and document.checked_day is not None:
        days = query.today - document.checked_day
        score += FRESH if days <= FRESH_DAYS else (-FRESH if days > OLD_DAYS else 0.0)
    return score
