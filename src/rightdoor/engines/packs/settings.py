"""settings.csv: schools, GP practices, children's centres: wherever families ask for help."""

from collections import Counter
from collections.abc import Collection
from pathlib import Path
from typing import Annotated, Final, Literal

from pydantic import Field, model_validator

from rightdoor.engines.packs.fields import Id, Name, Record, Source
from rightdoor.engines.packs.partnership import Partnership, first_word
from rightdoor.engines.packs.problems import Faults
from rightdoor.engines.packs.reading import csv_file

FILE: Final = "settings.csv"
SettingKind = Literal[
    "school", "nursery", "college", "gp", "childrens-centre", "family-hub", "library", "other"
]


class Setting(Record):
    """One line of settings.csv."""

    kind: Annotated[SettingKind, Field(description="what kind of place")]
    id: Id
    name: Annotated[Name, Field(description="as people know it")]
    postcode: Annotated[
        str,
        Field(
            description="capitals, one space; empty when unknown",
            pattern=r"^[A-Z]{1,2}[0-9][A-Z0-9]? [0-9][A-Z]{2}$",
        ),
    ] = ""
    area: Annotated[str, Field(description="ward or district code; empty when unknown")] = ""
    lat: Annotated[float | None, Field(ge=49, le=61, description="degrees north; may be empty")] = None
    lon: Annotated[float | None, Field(ge=-9, le=2.5, description="degrees east; may be empty")] = None
    source: Source

    @model_validator(mode="after")
    def _whole_position(self) -> "Setting":
        if (self.lat is None) != (self.lon is None):
            raise ValueError("Give both “lat” and “lon”, or neither.")
        return self


def read_settings(
    folder: Path, areas: Collection[str], partnership: Partnership | None, faults: Faults
) -> tuple[Setting, ...]:
    """Read the settings of a pack; note ids used twice, areas no map draws and sources nobody listed."""
    rows = csv_file(folder, FILE, Setting, faults)
    times = Counter(row.id for _, row in rows)
    for line, row in rows:
        if times[row.id] > 1:
            faults.add_at(
                FILE, line, "id", f"The id “{row.id}” is used {times[row.id]} times. Keep one line."
            )
        if row.area and row.area not in areas:
            faults.add_at(FILE, line, "area", f"“{row.area}” is no area of this pack. Correct the code.")
        if partnership and not partnership.cites(row.source):
            reason = f"“{first_word(row.source)}” is no source of pack.toml. Begin with the id of one."
            faults.add_at(FILE, line, "source", reason)
    return tuple(row for _, row in rows)
