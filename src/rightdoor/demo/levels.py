"""The level of need the pack's own rules give, worked out once for all families alike."""

from collections.abc import Hashable, Mapping
from datetime import date
from typing import Any, NamedTuple

from rightdoor.engines.facts import Circumstances, Person, known, read
from rightdoor.engines.packs import Pack
from rightdoor.engines.rules import Scheme, assess_level
from rightdoor.frontdoor.circumstances import wanted_by

_DEFAULT = "levels"


class Found(NamedTuple):
    """What one scheme gives: the fields of a row of LevelFound."""

    scheme: str
    band: str
    may_be: list[str]
    reasons: list[dict[str, str]]


class Levels:
    """Asks the rules, and remembers the answer for families whose circumstances are the same to them."""

    def __init__(self, pack: Pack) -> None:
        """Ask the schemes of this pack."""
        self._schemes = pack.schemes
        wanted = {one for scheme in pack.schemes for one in wanted_by(scheme)}
        self._told = {who: sorted(code for kind, code in wanted if kind == who) for who, _ in wanted}
        self._kept: dict[Hashable, Found] = {}

    def found(self, document: Mapping[str, Any], on: date) -> list[Found]:
        """Give what each scheme that was in force on a day gives; the levels of need always."""
        told = read(document)
        alike = self._alike(told)
        in_force = [scheme for scheme in self._schemes if scheme.id == _DEFAULT or scheme.from_ <= on]
        return [self._of(scheme, told, alike) for scheme in in_force]

    def _of(self, scheme: Scheme, told: Circumstances, alike: Hashable) -> Found:
        key = (scheme.id, alike)
        if key not in self._kept:
            result = assess_level(scheme, told)
            self._kept[key] = Found(
                scheme.id,
                result.band.code,
                [band.code for band in result.may_be],
                [
                    {"criterion": r.criterion, "say": r.sentence, "side": r.side, "about": r.about}
                    for r in result.reasons
                    if r.matters
                ],
            )
        return self._kept[key]

    def _alike(self, told: Circumstances) -> Hashable:
        """Give what the rules can see: facts they ask for, told or following from others; no ids.

        Two people alike count as one: a rule asks whether there is somebody, never how many.
        """
        people = frozenset((person.part, self._seen(told, person.part, person)) for person in told.people)
        return (people, self._seen(told, "family", None))

    def _seen(self, told: Circumstances, who: str, person: Person | None) -> tuple[str, ...]:
        return tuple(str(known(told, code, person)) for code in self._told.get(who, ()))
