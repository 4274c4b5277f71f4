"""A pack that has been read and checked whole: everything one partnership has agreed."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Protocol, TypeVar

from rightdoor.engines.calendar import Clock, WorkingCalendar, england_and_wales
from rightdoor.engines.facts import Circumstances, read_json
from rightdoor.engines.packs.agencies import Agency
from rightdoor.engines.packs.areas import BoundaryFile, Locality, PopulationRow
from rightdoor.engines.packs.atlas import Area, Atlas, Place, tidy_postcode
from rightdoor.engines.packs.directory import Directory
from rightdoor.engines.packs.journey import Stop
from rightdoor.engines.packs.offers import OfferModel
from rightdoor.engines.packs.panels import Panel
from rightdoor.engines.packs.partnership import Partnership, SourceDocument, first_word
from rightdoor.engines.packs.pathways import Before, IssueWords
from rightdoor.engines.packs.roles import Role
from rightdoor.engines.packs.services import Service
from rightdoor.engines.packs.settings import Setting
from rightdoor.engines.packs.shapes import Shape
from rightdoor.engines.packs.sheets import Sheet
from rightdoor.engines.packs.terms import Term
from rightdoor.engines.rules import Criterion, Fit, LevelResult, Rule, Scheme, assess_level, eligible_for


class _Named(Protocol):
    @property
    def id(self) -> str: ...


R = TypeVar("R", bound=_Named)
T = TypeVar("T")


@dataclass(frozen=True, eq=False)
class Pack:
    """All records of a pack. Lookups by id raise KeyError, naming the pack, when there is no such record."""

    folder: Path
    partnership: Partnership
    agencies: tuple[Agency, ...]
    roles: tuple[Role, ...]
    layers: tuple[BoundaryFile, ...]
    localities: tuple[Locality, ...]
    services: tuple[Service, ...]
    criteria: Mapping[str, Criterion]
    schemes: tuple[Scheme, ...]
    rules: tuple[Rule, ...]
    clocks: tuple[Clock, ...]
    panels: tuple[Panel, ...]
    shapes: tuple[Shape, ...]
    offers: tuple[OfferModel, ...]
    issues: tuple[IssueWords, ...]
    order: tuple[Before, ...]
    terms: tuple[Term, ...]
    directory: Directory
    stops: tuple[Stop, ...]
    atlas: Atlas
    texts: Mapping[str, str]
    sheets: tuple[Sheet, ...]
    settings: tuple[Setting, ...]

    @property
    def id(self) -> str:
        """The pack's id, the name of its folder."""
        return self.partnership.id

    @property
    def name(self) -> str:
        """The place's short name."""
        return self.partnership.name

    @property
    def version(self) -> str:
        """The pack's version, such as 2026.1."""
        return self.partnership.version

    @property
    def calendar(self) -> WorkingCalendar:
        """The working days of this partnership."""
        return england_and_wales()

    def source(self, cited: str) -> SourceDocument | None:
        """Find the document a `source` cites by its first word; None for a local setting."""
        word = first_word(cited)
        return next((source for source in self.partnership.source if source.id == word), None)

    def agency(self, id: str) -> Agency:
        """Find an agency."""
        return self._find("agency", self._agencies, id)

    def role(self, id: str) -> Role:
        """Find a role."""
        return self._find("role", self._roles, id)

    def service(self, id: str) -> Service:
        """Find a service."""
        return self._find("service", self._services, id)

    def scheme(self, id: str = "levels") -> Scheme:
        """Find a scheme of bands; the levels of need unless another is named."""
        return self._find("scheme", _by_id(self.schemes), id)

    def rule(self, id: str) -> Rule:
        """Find a rule of eligibility."""
        return self._find("rule", self._rules, id)

    def rules_for(self, service: str) -> tuple[Rule, ...]:
        """Give the rules of eligibility of a service; none when nobody has said who it is for."""
        return tuple(rule for rule in self.rules if rule.service == service)

    def clock(self, id: str) -> Clock:
        """Find a clock."""
        return self._find("clock", _by_id(self.clocks), id)

    def panel(self, id: str) -> Panel:
        """Find a panel."""
        return self._find("panel", _by_id(self.panels), id)

    def shape(self, id: str) -> Shape:
        """Find a shape of help."""
        return self._find("shape", _by_id(self.shapes), id)

    def offer(self, id: str) -> OfferModel:
        """Find a model in which the offer is laid out."""
        return self._find("model of the offer", _by_id(self.offers), id)

    def area(self, code: str) -> Area:
        """Find a ward or district by its official code."""
        return self._find("area", self.atlas.areas, code)

    def locality(self, id: str) -> Locality:
        """Find a locality."""
        return self._find("locality", _by_id(self.localities), id)

    def locality_of(self, area: str) -> Locality | None:
        """Give the locality a ward or district belongs to, if it belongs to one."""
        return next((locality for locality in self.localities if area in locality.wards), None)

    def population(self, code: str) -> PopulationRow | None:
        """Give the newest population of an area, locality or the whole council; None when it is not known."""
        rows = [row for row in self.atlas.population if row.code == code]
        return max(rows, key=lambda row: row.year, default=None)

    def place(self, postcode: str) -> str | None:
        """Give the area code of a postcode, however it is spaced; None when it is unknown or elsewhere."""
        found = self.position(postcode)
        return found.area if found else None

    def position(self, postcode: str) -> Place | None:
        """Give area and position of a postcode, however it is spaced; None when unknown or elsewhere."""
        return self.atlas.postcodes.get(tidy_postcode(postcode))

    def words(self, name: str) -> str:
        """Give the Markdown of a file in words/, such as "agreement"."""
        return self._find("text", self.texts, name)

    def sheet(self, id: str) -> Sheet:
        """Find a sheet for families."""
        return self._find("sheet", self._sheets, id)

    def stop(self, id: str) -> Stop:
        """Find a stop of the journey."""
        return self._find("stop", _by_id(self.stops), id)

    def setting(self, id: str) -> Setting:
        """Find a school, a GP practice or another setting."""
        return self._find("setting", self._settings, id)

    def level(self, circumstances: Circumstances, scheme: str = "levels") -> LevelResult:
        """Find the level of need of a family by this partnership's rules."""
        return _level(self, scheme, _told(circumstances))

    def fits(self, circumstances: Circumstances) -> tuple[Fit, ...]:
        """Weigh every rule of eligibility for a family, working its level of need out when none was told."""
        return _fits(self, _told(circumstances))

    @cached_property
    def _agencies(self) -> Mapping[str, Agency]:
        return _by_id(self.agencies)

    @cached_property
    def _roles(self) -> Mapping[str, Role]:
        return _by_id(self.roles)

    @cached_property
    def _services(self) -> Mapping[str, Service]:
        return _by_id(self.services)

    @cached_property
    def _rules(self) -> Mapping[str, Rule]:
        return _by_id(self.rules)

    @cached_property
    def _sheets(self) -> Mapping[str, Sheet]:
        return _by_id(self.sheets)

    @cached_property
    def _settings(self) -> Mapping[str, Setting]:
        return _by_id(self.settings)

    def _find(self, what: str, known: Mapping[str, T], id: str) -> T:
        try:
            return known[id]
        except KeyError:
            raise KeyError(f"There is no {what} “{id}” in the pack “{self.id}”.") from None


# Whoever works on a request opens its pages one after another, and nothing told changes meanwhile: the same
# circumstances under the same rules are weighed once. Both are plain values; nothing else is asked.
@lru_cache(maxsize=256)
def _level(pack: Pack, scheme: str, told: str) -> LevelResult:
    return assess_level(pack.scheme(scheme), read_json(told))


@lru_cache(maxsize=64)
def _fits(pack: Pack, told: str) -> tuple[Fit, ...]:
    return eligible_for(pack.rules, read_json(told), pack.scheme())


def _told(circumstances: Circumstances) -> str:
    return json.dumps(circumstances.as_document(), sort_keys=True)


def _by_id(records: Iterable[R]) -> Mapping[str, R]:
    return {record.id: record for record in records}
