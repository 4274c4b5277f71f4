"""Levels of need and services, with their reasons, as pages show them."""

from collections.abc import Iterable, Mapping
from typing import Any

from rightdoor.engines.facts import Circumstances
from rightdoor.engines.packs import Pack
from rightdoor.engines.rules import Fit, LevelResult, Reason
from rightdoor.engines.story import Story
from rightdoor.frontdoor.models import LevelFound

LEVELS, ITHRIVE = "levels", "ithrive"
_VERDICTS = (
    ("fits", "Fits", "good"),
    ("need_to_ask", "Need to ask first", "warning"),
    ("does_not_fit", "Does not fit", "quiet"),
)
Names = Mapping[str, str]


def names_of(story: Story) -> dict[str, str]:
    """Give the name under which each person of the story is spoken of."""
    return {told.key: told.full_name for told in story.people}


def level_card(pack: Pack, scheme: str, circumstances: Circumstances, people: Names) -> dict[str, Any]:
    """Give the level one scheme of a pack finds, with every reason for, against and still to ask."""
    found = pack.scheme(scheme)
    result = pack.level(circumstances, found.id)
    return {
        "anchor": f"{pack.id}-{scheme}",
        "title": f"{pack.name}: {found.name}",
        "band": result.band.name,
        "means": result.band.means,
        "response": result.band.response,
        "certain": result.certain,
        "may_be": [band.name for band in result.may_be],
        "source": found.source,
        "version": found.version,
        **reasons(result, people),
    }


def reasons(result: LevelResult | Fit, people: Names) -> dict[str, Any]:
    """Give the three lists of reasons as `ui.reasons` wants them."""
    return {
        "for_": _lines(result.reasons_for, people),
        "against": _lines(result.reasons_against, people),
        "ask": [
            {"text": reason.say, "detail": " ".join(_questions(reason, people))}
            for reason in result.still_to_ask
        ],
    }


def _lines(found: Iterable[Reason], people: Names) -> list[dict[str, str]]:
    return [{"text": reason.sentence, "detail": _whom(reason, people)} for reason in found]


def _whom(reason: Reason, people: Names) -> str:
    return ", ".join(people.get(key, key) for key in reason.people)


def _questions(reason: Reason, people: Names) -> list[str]:
    asked: dict[str, list[str]] = {}
    for question in reason.questions:
        whom = people.get(question.person, question.person) if question.person else ""
        asked.setdefault(question.text_practitioner, []).append(whom)
    return [f"{', '.join(filter(None, whom))}: {text}" if any(whom) else text for text, whom in asked.items()]


def cards(
    own: Pack, others: Iterable[Pack], circumstances: Circumstances, people: Names
) -> list[dict[str, Any]]:
    """Give our own level first, then our i-THRIVE grouping, then the same facts under the other packs."""
    schemes = {scheme.id for scheme in own.schemes}
    wanted = [(own, scheme) for scheme in (LEVELS, ITHRIVE) if scheme in schemes]
    wanted += [(other, LEVELS) for other in others]
    return [level_card(pack, scheme, circumstances, people) for pack, scheme in wanted]


def level_words(pack: Pack, found: LevelFound | None) -> str:
    """Give the level that counts as its name."""
    if found is None:
        return "Not screened yet"
    try:
        return pack.scheme(found.scheme).band(found.level).name
    except KeyError:
        return found.level


def fits(pack: Pack, circumstances: Circumstances, people: Names) -> list[dict[str, Any]]:
    """Give the services in three groups: those that fit, those to ask about first, those that do not fit.

    A service with several rules is shown under the best of them.
    """
    found: dict[str, Fit] = {}
    order = {verdict: place for place, (verdict, _, _) in enumerate(_VERDICTS)}
    for fit in pack.fits(circumstances):
        held = found.get(fit.service)
        if held is None or order[fit.verdict] < order[held.verdict]:
            found[fit.service] = fit
    return [
        {
            "code": verdict,
            "title": words,
            "tone": tone,
            "services": [_service(pack, fit, people) for fit in found.values() if fit.verdict == verdict],
        }
        for verdict, words, tone in _VERDICTS
    ]


def _service(pack: Pack, fit: Fit, people: Names) -> dict[str, Any]:
    service = pack.service(fit.service)
    return {
        "id": service.id,
        "name": service.name,
        "about": service.about,
        "who_for": service.who_for,
        "as_of": service.as_of,
        "whom": ", ".join(people.get(key, key) for key in fit.people),
        "route": fit.route or "",
        **reasons(fit, people),
    }
