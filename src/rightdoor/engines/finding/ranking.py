"""Results in order: what was said, what was meant, what fits, what is near. Nothing is ever filtered out.

The weights are a policy, tuned on one half of the judged queries in bench/search and measured on the other.
"""

from collections.abc import Iterable
from math import asin, cos, exp, radians, sin, sqrt
from typing import Final

from rightdoor.engines.finding.fitting import REMOTE, fit
from rightdoor.engines.finding.prepared import Prepared
from rightdoor.engines.finding.reading import Reading, Slot
from rightdoor.engines.finding.shape import (
    ALL,
    COMES,
    COVERS,
    NEAR,
    NEIGHBOURS,
    Answer,
    Document,
    Found,
    Query,
)

SAID, MEANT, ABOUT, NAMED, IN_ORDER = 1.0, 1.0, 0.3, 0.8, 0.7
# Where a meaning was understood, the words it was put in count for less.
SAID_BESIDE_MEANT = 0.7
NEARNESS, NEAR_KM, FAR_KM = 0.35, 8.0, 5.0
EARTH_KM: Final = 6371.0


def rank(reading: Reading, services: Iterable[Prepared]) -> Answer:
    """Give every service, best first, grouped where a place was given."""
    found = [_found(reading, service) for service in services]
    found.sort(key=lambda one: (-one.score, one.document.name, one.document.id))
    return Answer(
        tuple(found),
        reading.read_as,
        tuple(sense.id for sense in reading.senses),
        tuple(issue for issue, _ in reading.issues),
    )


def _found(reading: Reading, service: Prepared) -> Found:
    query, document = reading.query, service.document
    km = _km(query, document)
    fits, reasons = fit(query, document, km)
    answers = relevance(reading, service)
    score = answers + fits + (NEARNESS * exp(-km / FAR_KM) if km is not None else 0.0)
    return Found(document, round(score, 6), round(answers, 6), _group(query, document, km), km, reasons)


def relevance(reading: Reading, service: Prepared) -> float:
    """Say how well a service answers the words: what was said, what was meant, what it is about."""
    return _said(reading, service) + _meant(reading, service) + _about(reading, service.document)


def _said(reading: Reading, service: Prepared) -> float:
    total = sum(slot.weight for slot in reading.slots)
    if not total:
        return 0.0
    share = SAID_BESIDE_MEANT if reading.senses else SAID
    score = share * sum(slot.weight * _answers(slot, service) for slot in reading.slots) / total
    if service.name and set(service.name) <= set(reading.asked):
        score += NAMED
    pairs = list(zip(reading.asked, reading.asked[1:], strict=False))
    together = sum(f" {first} {second} " in service.line for first, second in pairs)
    return score + (IN_ORDER * together / len(pairs) if pairs else 0.0)


def _answers(slot: Slot, service: Prepared) -> float:
    return max((worth * _holds(phrase, service) for phrase, worth in slot.phrases), default=0.0)


def _holds(phrase: tuple[str, ...], service: Prepared) -> float:
    weights = service.weights
    if len(phrase) == 1:
        return weights.get(phrase[0], 0.0)
    if all(one in weights for one in phrase) and f" {' '.join(phrase)} " in service.line:
        return max(weights[one] for one in phrase)
    return 0.0


def _meant(reading: Reading, service: Prepared) -> float:
    shares = (
        sum(weight * service.weights.get(word, 0.0) for word, weight in sense.words) / sense.total
        for sense in reading.senses
        if sense.total
    )
    return MEANT * max(shares, default=0.0)


def _about(reading: Reading, document: Document) -> float:
    share = 0.0
    for issue, weight in reading.issues:
        if issue in document.issues:
            share = max(share, weight * (1.0 if issue == document.issues[0] else 0.7))
    return ABOUT * share


def _km(query: Query, document: Document) -> float | None:
    if query.position is None or not document.spots:
        return None
    return min(kilometres(query.position, (spot.lat, spot.lon)) for spot in document.spots)


def kilometres(here: tuple[float, float], there: tuple[float, float]) -> float:
    """Give the distance as the crow flies between two positions in degrees."""
    lat, lon, other_lat, other_lon = map(radians, (*here, *there))
    half = sin((other_lat - lat) / 2) ** 2 + cos(lat) * cos(other_lat) * sin((other_lon - lon) / 2) ** 2
    return 2 * EARTH_KM * asin(min(1.0, sqrt(half)))


def _group(query: Query, document: Document, km: float | None) -> str:
    if query.position is None:
        return ALL
    if _elsewhere(query, document):
        return NEIGHBOURS
    if km is not None and km <= NEAR_KM:
        return NEAR
    return COMES if set(REMOTE) & set(document.delivery) else COVERS


def _elsewhere(query: Query, document: Document) -> bool:
    """Say whether it is known to be for another council's families, or to happen only outside this one."""
    if document.coverage in {"council", "national"} or not query.home_areas:
        return False
    areas = set(document.areas) or {spot.area for spot in document.spots if spot.area}
    return bool(areas) and not areas & query.home_areas
