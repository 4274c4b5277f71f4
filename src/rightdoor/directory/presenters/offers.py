"""The offer laid out, and pathways, as their pages show them."""

from collections.abc import Sequence
from typing import Any

from markupsafe import Markup

from rightdoor.engines.drawing.pathway import Band, Stop, way
from rightdoor.engines.listings import Outline
from rightdoor.engines.offers import Cell, Matrix, Step, Way
from rightdoor.engines.packs import IssueWords, OfferModel, OfferRow, Pack
from rightdoor.ui.addresses import reverse
from rightdoor.ui.speaking import lazy as _
from rightdoor.ui.words import plural

NO_AGES = "any"
# Where the way out of a page leads: somewhere dull.
ELSEWHERE = "https://www.bbc.co.uk/weather"
WAYS_IN = {
    "self": _("You can go there yourself"),
    "professional": _("Somebody who works with you asks for it"),
    "court": _("A court can order it"),
    "own-agency": _("Its own agency offers it to families it knows"),
}


def levels_model(pack: Pack) -> OfferModel:
    """Give the partnership's own levels of need as a model, for those who work with families."""
    scheme = pack.scheme()
    rows = tuple(OfferRow(code=band.code, name=band.name, about=band.means) for band in scheme.bands)
    first = pack.offers[0]
    return OfferModel(
        id="levels",
        name=scheme.name,
        by="levels",
        about=scheme.name,
        row=rows,
        column=first.column,
        source=scheme.source,
    )


def matrix_page(laid: Matrix, models: Sequence[OfferModel]) -> dict[str, Any]:
    """Give the page of one model: its table, its gaps in words, and the way to the other models."""
    return {
        "model": laid.model,
        "models": [
            {"text": model.name, "href": _model(model), "current": model.id == laid.model.id}
            for model in models
        ],
        "columns": [column.name for column in laid.model.column],
        "rows": [
            {
                "name": cells[0].row.name,
                "about": cells[0].row.about,
                "cells": [_cell(laid, cell) for cell in cells],
            }
            for cells in laid.rows
        ],
        "gaps": [f"{cell.row.name}, {_ages(cell)}" for cell in laid.gaps],
        "unplaced": links(laid.unplaced),
    }


def cell_page(laid: Matrix, cell: Cell) -> dict[str, Any]:
    """Give the page of one cell: its services, or that there are none."""
    return {
        "title": f"{cell.row.name}: {_ages(cell)}",
        "model": laid.model,
        "back_href": _model(laid.model),
        "about": cell.row.about,
        "entries": cell.entries,
        "cards": cards(cell.entries),
    }


def pathway_page(issue: IssueWords, steps: Sequence[Step], others: Sequence[IssueWords]) -> dict[str, Any]:
    """Give the page of one issue: the drawing, and the same as lists."""
    bands = [Band(step.row.name, tuple(_stop(entry) for entry in step.entries), NOTHING) for step in steps]
    told = [
        f"{step.row.name}: {plural(len(step.entries), 'service')}"
        if step.entries
        else f"{step.row.name}: none"
        for step in steps
    ]
    words = ". ".join(told) + ". A filled circle marks what you can go to yourself."
    return {
        "issue": issue,
        "title": issue.name,
        "picture": Markup(way(bands, title=f"The way through: {issue.name}", words=words)),  # noqa: S704 - escaped there
        "picture_words": words,
        "steps": [{"row": step.row, "cards": cards(step.entries)} for step in steps],
        "others": [
            {"text": other.name, "href": _issue(other.id)} for other in others if other.id != issue.id
        ],
    }


def order_page(ways: Sequence[Way], words: dict[str, IssueWords]) -> list[dict[str, Any]]:
    """Give several issues in their order, each with why something comes before it."""
    return [
        {
            "text": words[one.issue].name,
            "href": _issue(one.issue),
            "about": words[one.issue].about,
            "reasons": [rule.why for rule in one.after],
        }
        for one in ways
    ]


def cards(entries: Sequence[Outline]) -> list[dict[str, Any]]:
    """Give services as cards: name, for whom, how to get in."""
    return [
        {
            "title": entry.name,
            "href": _service(entry),
            "lines": [line for line in (entry.who_for, ". ".join(ways_in(entry))) if line],
        }
        for entry in entries
    ]


def ways_in(entry: Outline) -> list[str]:
    """Say how to get in, a sentence a way; whom to ask when nobody has said."""
    return [str(WAYS_IN[way_in]) for way_in in entry.how_in] or [NOT_SAID]


def links(entries: Sequence[Outline]) -> list[dict[str, str]]:
    """Give services as links."""
    return [{"text": entry.name, "href": _service(entry)} for entry in entries]


NOT_SAID = "Ask the front door how to get in"
NOTHING = "We know of nothing here. Ask the front door."


def _stop(entry: Outline) -> Stop:
    return Stop(entry.name, "self" in entry.how_in)


def _cell(laid: Matrix, cell: Cell) -> dict[str, Any]:
    column = cell.column.id if cell.column else NO_AGES
    names = {"model_id": laid.model.id, "row": cell.row.code, "column": column}
    count = len(cell.entries)
    return {
        "href": reverse("find:offer-cell", kwargs=names),
        "text": plural(count, "service") if count else ("Gap" if cell.is_gap else "None"),
        "words": f"{cell.row.name}, {_ages(cell)}",
        "gap": cell.is_gap,
    }


def _ages(cell: Cell) -> str:
    return cell.column.name if cell.column else "ages not said"


def _service(entry: Outline) -> str:
    return reverse("find:service", kwargs={"slug": entry.slug})


def _model(model: OfferModel) -> str:
    return reverse("find:offer", kwargs={"model_id": model.id})


def _issue(issue: str) -> str:
    return reverse("find:pathway", kwargs={"issue": issue})
