"""The TOML files of a pack as they stand, each in its schema, before the checks that look across files."""

from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from rightdoor.engines.packs.agencies import Agencies
from rightdoor.engines.packs.areas import Areas
from rightdoor.engines.packs.clocks import Clocks
from rightdoor.engines.packs.criteria import Criteria
from rightdoor.engines.packs.directory import Directory
from rightdoor.engines.packs.eligibility import Eligibility
from rightdoor.engines.packs.fields import File
from rightdoor.engines.packs.journey import Journey
from rightdoor.engines.packs.offers import Offers
from rightdoor.engines.packs.panels import Panels
from rightdoor.engines.packs.partnership import Partnership
from rightdoor.engines.packs.pathways import Pathways
from rightdoor.engines.packs.problems import Faults
from rightdoor.engines.packs.reading import toml_file
from rightdoor.engines.packs.roles import Roles
from rightdoor.engines.packs.services import Services
from rightdoor.engines.packs.shapes import Shapes
from rightdoor.engines.packs.terms import Terms
from rightdoor.engines.packs.thresholds import Thresholds

FILES: dict[str, type[File]] = {
    "pack.toml": Partnership,
    "agencies.toml": Agencies,
    "roles.toml": Roles,
    "areas.toml": Areas,
    "services.toml": Services,
    "criteria.toml": Criteria,
    "thresholds.toml": Thresholds,
    "eligibility.toml": Eligibility,
    "clocks.toml": Clocks,
    "panels.toml": Panels,
    "shapes.toml": Shapes,
    "offers.toml": Offers,
    "pathways.toml": Pathways,
    "terms.toml": Terms,
    "directory.toml": Directory,
    "journey.toml": Journey,
}


F = TypeVar("F", bound=File)


@dataclass(frozen=True)
class Rows:
    """One value per file. A file that could not be read stands empty and is named in `broken`."""

    partnership: Partnership | None
    agencies: Agencies
    roles: Roles
    areas: Areas
    services: Services
    criteria: Criteria
    thresholds: Thresholds
    eligibility: Eligibility
    clocks: Clocks
    panels: Panels
    shapes: Shapes
    offers: Offers
    pathways: Pathways
    terms: Terms
    directory: Directory
    journey: Journey
    broken: frozenset[str]

    def sound(self, file: str) -> bool:
        """Say whether a file could be read, so that checks against it make sense."""
        return file not in self.broken


def read_rows(folder: Path, faults: Faults) -> Rows:
    """Read every TOML file."""
    broken: set[str] = set()

    def read(name: str, model: type[F]) -> F:
        found = toml_file(folder, name, model, faults)
        if found is None:
            broken.add(name)
        return model() if found is None else found

    return Rows(
        partnership=toml_file(folder, "pack.toml", Partnership, faults),
        agencies=read("agencies.toml", Agencies),
        roles=read("roles.toml", Roles),
        areas=read("areas.toml", Areas),
        services=read("services.toml", Services),
        criteria=read("criteria.toml", Criteria),
        thresholds=read("thresholds.toml", Thresholds),
        eligibility=read("eligibility.toml", Eligibility),
        clocks=read("clocks.toml", Clocks),
        panels=read("panels.toml", Panels),
        shapes=read("shapes.toml", Shapes),
        offers=read("offers.toml", Offers),
        pathways=read("pathways.toml", Pathways),
        terms=read("terms.toml", Terms),
        directory=read("directory.toml", Directory),
        journey=read("journey.toml", Journey),
        broken=frozenset(broken),
    )
