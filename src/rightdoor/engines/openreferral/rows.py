"""A row of somebody's file: asked for by field, tolerant of what is missing or of the wrong kind."""

import math
from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import Any
from uuid import UUID

from rightdoor.engines.openreferral import cleaning
from rightdoor.engines.openreferral.cleaning import LONG, Notes
from rightdoor.engines.openreferral.words import uuid_or_made

LARGEST = 1_000_000


class Row:
    """What was told of one thing, with the notes of the whole row."""

    def __init__(self, told: Any, notes: Notes, path: str = "") -> None:
        """Keep what was told; what is no object holds nothing."""
        self.told: dict[str, Any] = told if isinstance(told, dict) else {}
        self.notes = notes
        self.path = path
        if told is not None and not isinstance(told, dict):
            notes.add(path or "row", "This is not an object. It was left out.")

    def __bool__(self) -> bool:
        """Say whether anything was told."""
        return bool(self.told)

    def name(self, field: str) -> str:
        """Name a field with the way to it."""
        return f"{self.path}.{field}" if self.path else field

    def text(self, *fields: str, most: int = LONG) -> str:
        """Give the first of these fields that holds a text."""
        for field in fields:
            told = cleaning.plain(self.told.get(field), self.name(field), self.notes, most)
            if told:
                return told
        return ""

    def choice(self, field: str, allowed: tuple[str, ...], otherwise: str) -> Any:
        """Give a code where it is a known one."""
        told = self.text(field, most=60)
        return told if told in allowed else otherwise

    def website(self, *fields: str) -> str:
        """Give the first of these fields that holds an address of the web."""
        for field in fields:
            told = cleaning.website(self.told.get(field), self.name(field), self.notes)
            if told:
                return told
        return ""

    def email(self, field: str) -> str:
        """Give an e-mail address."""
        return cleaning.email(self.told.get(field), self.name(field), self.notes)

    def number(self, field: str, low: float, high: float) -> float | None:
        """Give a number between two others."""
        told = self.told.get(field)
        if told is None or told == "":
            return None
        try:
            value = float(str(told)) if not isinstance(told, bool) else math.nan
        except ValueError:
            value = math.nan
        if not low <= value <= high:
            self.notes.add(self.name(field), "This is no number that can be right. It was left out.")
            return None
        return value

    def whole(self, field: str, low: int, high: int) -> int | None:
        """Give a whole number between two others."""
        value = self.number(field, low, high)
        return None if value is None else int(value)

    def money(self, field: str) -> Decimal | None:
        """Give a price."""
        value = self.number(field, 0, LARGEST)
        try:
            return None if value is None else Decimal(str(self.told[field]))
        except InvalidOperation:
            return None

    def day(self, *fields: str) -> date | None:
        """Give the first of these fields that holds a day."""
        for field in fields:
            told = self.told.get(field)
            if told in (None, ""):
                continue
            try:
                return date.fromisoformat(str(told)[:10])
            except ValueError:
                self.notes.add(self.name(field), "This is no date such as 2026-11-23. It was left out.")
        return None

    def moment(self, field: str) -> datetime | None:
        """Give a moment with its time zone."""
        told = self.told.get(field)
        if told in (None, ""):
            return None
        try:
            found = datetime.fromisoformat(str(told))
        except ValueError:
            found = None
        if found is None or found.tzinfo is None:
            self.notes.add(self.name(field), "This is no moment with its time zone. It was left out.")
            return None
        return found

    def id(self, *parts: object) -> UUID:
        """Give its id, or one made of what else it is."""
        return uuid_or_made(self.told.get("id"), *parts)

    def row(self, *fields: str) -> "Row":
        """Give the first of these fields that holds an object."""
        for field in fields:
            if self.told.get(field) is not None:
                return Row(self.told[field], self.notes, self.name(field))
        return Row(None, self.notes, self.name(fields[0]))

    def rows(self, *fields: str) -> Iterator["Row"]:
        """Give every object of the lists under these names."""
        for field in fields:
            told = self.told.get(field)
            if told is not None and not isinstance(told, list):
                self.notes.add(self.name(field), "This is not a list. It was left out.")
            for number, one in enumerate(told if isinstance(told, list) else []):
                row = Row(one, self.notes, f"{self.name(field)}[{number}]")
                if row:
                    yield row

    def words(self, field: str, allowed: tuple[str, ...]) -> tuple[Any, ...]:
        """Give those of a list of codes that are known."""
        told = self.told.get(field)
        found = [str(one) for one in told] if isinstance(told, list) else []
        return tuple(dict.fromkeys(one for one in found if one in allowed))
