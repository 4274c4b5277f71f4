"""How big a demo is: how many of everything."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Size:
    """Numbers of a demo. `families` are on record; `unlinked` requests never led to a record."""

    name: str
    years: int
    leads: int
    plans_open: int
    plans_closed: int
    allocating: int
    at_panel: int
    screening: int
    received: int
    single_agency: int
    statutory: int
    edge_of_care: int
    marac: int
    passed_to_lead: int
    advised_known: int
    unlinked: int
    handovers_waiting: int
    seed: int = 20261122

    @property
    def families(self) -> int:
        """About how many families are on record."""
        helped = self.plans_open + self.plans_closed + self.allocating + self.at_panel + self.screening
        return helped + self.single_agency + self.statutory + self.edge_of_care + self.marac

    @property
    def requests(self) -> int:
        """About how many requests there are."""
        return self.families + self.received + self.advised_known + self.unlinked + self.passed_to_lead


TINY = Size(
    "tiny", years=1, leads=8, plans_open=8, plans_closed=5, allocating=2, at_panel=2, screening=3, received=2,
    single_agency=4, statutory=2, edge_of_care=1, marac=1, passed_to_lead=1, advised_known=2, unlinked=5,
    handovers_waiting=2,
)  # fmt: skip
BOROUGH = Size(
    "borough", years=1, leads=36, plans_open=60, plans_closed=57, allocating=6, at_panel=11, screening=14,
    received=12, single_agency=58, statutory=18, edge_of_care=7, marac=4, passed_to_lead=8, advised_known=45,
    unlinked=98, handovers_waiting=5,
)  # fmt: skip
COUNTY = Size(
    "county", years=10, leads=400, plans_open=2900, plans_closed=17080, allocating=120, at_panel=22,
    screening=150, received=90, single_agency=24500, statutory=5500, edge_of_care=400, marac=900,
    passed_to_lead=1300, advised_known=23500, unlinked=23500, handovers_waiting=90,
)  # fmt: skip
SIZES = {size.name: size for size in (TINY, BOROUGH, COUNTY)}
