"""Which level of need a family has, why, and which answers could still raise it."""

from collections.abc import Mapping
from dataclasses import replace

from rightdoor.engines.facts import Circumstances
from rightdoor.engines.rules.asking import UNKNOWN, YES, Asker
from rightdoor.engines.rules.reasoning import Weighed, merge, weigh
from rightdoor.engines.rules.results import LevelResult, Reason
from rightdoor.engines.rules.terms import Band, Scheme
from rightdoor.engines.rules.verdict import Verdict, some


def assess_level(scheme: Scheme, circumstances: Circumstances) -> LevelResult:
    """Find the highest band that certainly holds; the default band when none does.

    `may_be` holds the higher bands that an answer still missing could bring about, lowest first.
    Every criterion that was weighed is among the reasons, under the code of its band.
    """
    asker = Asker(circumstances)
    ways = {band.code: [weigh(asker, way, about=band.code) for way in band.ways] for band in scheme.bands}
    verdicts = {code: some(way.holds for way in found) for code, found in ways.items()}
    holding = [band for band in scheme.bands if band.default or verdicts[band.code] is YES]
    highest = max(holding, key=lambda band: band.order)
    may_be = [band for band in scheme.bands if band.order > highest.order and verdicts[band.code] is UNKNOWN]
    reasons = [reason for band in scheme.bands for reason in _reasons(band, ways, verdicts, highest)]
    return LevelResult(merge(reasons), scheme.id, highest, tuple(may_be))


def level_span(scheme: Scheme, circumstances: Circumstances) -> tuple[int, int]:
    """Give the least and the most a numbered level of need may be. The codes of the scheme are numbers."""
    result = assess_level(scheme, circumstances)
    return int(result.band.code), int(max((result.band, *result.may_be), key=lambda band: band.order).code)


def _reasons(
    band: Band, ways: Mapping[str, list[Weighed]], verdicts: Mapping[str, Verdict], highest: Band
) -> list[Reason]:
    verdict = verdicts[band.code]
    above = band.order > highest.order
    relevant = above or band.code == highest.code
    return [
        replace(reason, matters=relevant and reason.matters and way.holds is verdict)
        for way in ways[band.code]
        for reason in way.reasons
    ]
