"""Which services stand at which level for which ages, and where there are none."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rightdoor.engines.listings import Outline
from rightdoor.engines.packs import OfferColumn, OfferModel, OfferRow


@dataclass(frozen=True)
class Cell:
    """One level at one age; `column` is None where services do not say for what ages they are."""

    row: OfferRow
    column: OfferColumn | None
    entries: tuple[Outline, ...]

    @property
    def is_gap(self) -> bool:
        """Whether nothing is known to be offered here."""
        return self.column is not None and not self.entries


@dataclass(frozen=True)
class Matrix:
    """A model filled with services: cells row by row, and the services that name no row of it."""

    model: OfferModel
    rows: tuple[tuple[Cell, ...], ...]
    unplaced: tuple[Outline, ...]

    @property
    def gaps(self) -> tuple[Cell, ...]:
        """The cells with nothing in them."""
        return tuple(cell for row in self.rows for cell in row if cell.is_gap)


def matrix(model: OfferModel, entries: Iterable[Outline]) -> Matrix:
    """Lay services out. One whose ages span several columns stands in each."""
    listed = tuple(entries)
    rows = tuple(_row(model, row, listed) for row in model.row)
    known = {row.code for row in model.row}
    return Matrix(model, rows, tuple(entry for entry in listed if not known & levels_of(entry, model)))


def levels_of(entry: Outline, model: OfferModel) -> set[str]:
    """Give what a service says of its level, in the words of a model; empty when it says nothing."""
    said = getattr(entry, model.by)
    return {str(said)} - {""} if isinstance(said, str) else {str(one) for one in said}


def says_ages(entry: Outline) -> bool:
    """Whether a service says anything about the ages it is for."""
    return entry.for_pregnancy or entry.age_from_months is not None or entry.age_to_months is not None


def is_for(entry: Outline, column: OfferColumn) -> bool:
    """Whether a service's ages share a month with a column's. An end that is not given is open."""
    if entry.for_pregnancy and column.pregnancy:
        return True
    if entry.age_from_months is None and entry.age_to_months is None:
        return False
    first, last = column.months
    begins = entry.age_from_months or 0
    return begins < last and (entry.age_to_months is None or entry.age_to_months > first)


def _row(model: OfferModel, row: OfferRow, entries: Sequence[Outline]) -> tuple[Cell, ...]:
    here = [entry for entry in entries if row.code in levels_of(entry, model)]
    cells = [Cell(row, column, tuple(e for e in here if is_for(e, column))) for column in model.column]
    return (*cells, Cell(row, None, tuple(entry for entry in here if not says_ages(entry))))
