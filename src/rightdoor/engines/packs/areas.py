"""areas.toml: the map of the partnership, and the tables of people and postcodes that go with it."""

from typing import Annotated, Literal

from pydantic import Field

from rightdoor.engines.packs.fields import File, Id, Name, Record, Source

AreaKind = Literal["ward", "locality", "district"]
WHOLE_COUNCIL = ("borough", "county")


class BoundaryFile(Record):
    """One layer of the map."""

    id: Annotated[AreaKind, Field(description="what kind of area it draws")]
    name: Annotated[Name, Field(description="what the layer is called")]
    file: Annotated[str, Field(pattern=r"^areas/[a-z0-9_-]+\.geojson$", description="a file of this pack")]
    code_property: Annotated[Name, Field(description="property that holds the official code")]
    name_property: Annotated[Name, Field(description="property that holds the name")]
    source: Source


class Locality(Record):
    """A group of wards or districts that works as one."""

    id: Id
    name: Annotated[Name, Field(description="as people know it")]
    wards: Annotated[tuple[str, ...], Field(min_length=1, description="codes of its wards or districts")]
    source: Source


class Areas(File):
    """All layers and localities."""

    kind: tuple[BoundaryFile, ...] = ()
    locality: tuple[Locality, ...] = ()


class PopulationRow(Record):
    """One line of areas/population.csv."""

    code: Annotated[
        Name, Field(description="code of an area, id of a locality, or code of the whole council")
    ]
    name: Annotated[Name, Field(description="name of the area")]
    kind: Annotated[
        Literal["ward", "locality", "district", "borough", "county"],
        Field(description="`borough` and `county` are the whole council"),
    ]
    year: Annotated[int, Field(description="year the figures are for", ge=1990, le=2099)]
    population: Annotated[int, Field(description="people of all ages", ge=0)]
    children_0_17: Annotated[int | None, Field(ge=0, description="may be empty when unknown")] = None
    source: Source


class PostcodeRow(Record):
    """One line of postcodes.csv."""

    postcode: Annotated[
        str, Field(description="capitals, one space", pattern=r"^[A-Z]{1,2}[0-9][A-Z0-9]? [0-9][A-Z]{2}$")
    ]
    area: Annotated[str, Field(description="ward or district code; empty when unknown")] = ""
    lat: Annotated[float, Field(ge=49, le=61, description="degrees north")]
    lon: Annotated[float, Field(ge=-9, le=2.5, description="degrees east")]
