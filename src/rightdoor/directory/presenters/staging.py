"""Files that were read in, and their rows, in words."""

from collections.abc import Iterable
from typing import Any

from django.urls import reverse

from rightdoor.directory.models import Service, StagedEntry, StagedImport
from rightdoor.directory.presenters.service import cost_words
from rightdoor.engines.listings import Listing
from rightdoor.ui.words import date_time_words

State = StagedEntry.State
OPEN = (State.WAITING, State.DUPLICATE)


def import_rows(found: Iterable[Any]) -> list[list[Any]]:
    """Give one row for each file."""
    return [
        [
            {"text": made.file, "href": reverse("directory:import", kwargs={"import_id": made.pk})},
            date_time_words(made.made_at),
            made.of_all,
            made.waiting,
        ]
        for made in found
    ]


def entry_rows(found: Iterable[StagedEntry]) -> list[list[Any]]:
    """Give one row for each row of a file."""
    return [
        [
            {
                "text": f"Row {row.row}: {row.name or 'no name'}",
                "href": reverse("directory:import-row", kwargs={"row_id": row.pk}),
            },
            "A change of one that is here" if row.changes and row.state in OPEN else row.get_state_display(),
            str(len(row.notes) or ""),
        ]
        for row in found
    ]


def states(made: StagedImport, current: str) -> list[dict[str, Any]]:
    """Give the lists of one file, the one looked at marked."""
    base = reverse("directory:import", kwargs={"import_id": made.pk})
    return [
        {"text": words, "href": f"{base}?show={state}", "current": state == current}
        for state, words in [("", "All rows"), *State.choices]
    ]


def row_page(row: StagedEntry, proposed: Iterable[Service]) -> dict[str, Any]:
    """Give one row: what it would be, what was noted, and what may be here already."""
    reasons = {one["id"]: one["reasons"] for one in row.alike}
    return {
        "title": row.name or f"Row {row.row}",
        "caption": f"{row.of.file}, row {row.row}",
        "row": row,
        "open": row.state in OPEN,
        "state": row.get_state_display(),
        "told": _told(Listing.model_validate(row.entry)) if row.entry else [],
        "notes": [[note["field"], note["reason"]] for note in row.notes],
        "alike": [
            {"id": service.pk, "name": service.name, "reasons": reasons[str(service.pk)]}
            for service in proposed
        ],
    }


def _told(entry: Listing) -> list[dict[str, str]]:
    places = "; ".join(", ".join(filter(None, (row.place.name, row.place.postcode))) for row in entry.places)
    contacts = "; ".join(
        ", ".join(filter(None, (row.title, row.telephone, row.email))) for row in entry.contacts
    )
    told = [
        ("Who runs it", entry.provider.name),
        ("About", entry.about),
        ("Who it is for", entry.who_for),
        ("Website", entry.website),
        ("Contacts", contacts),
        ("Places", places),
        ("What it costs", cost_words(entry)),
    ]
    return [{"key": key, "value": value} for key, value in told if value]
