"""Read a facts document from JSON; every fault names the path to what is wrong."""

import json
from collections.abc import Mapping
from datetime import date
from difflib import get_close_matches
from typing import Any, cast

from rightdoor.engines.facts.checks import UNKNOWN
from rightdoor.engines.facts.circumstances import Circumstances
from rightdoor.engines.facts.people import (
    FactProblem,
    FactsDocument,
    FactsError,
    Part,
    Person,
    Sex,
    Value,
)

_TOP = ("as_of", "people", "family")
_PERSON = ("id", "part", "sex", "birth_date", "due_date", "age_years", "facts")


def read_json(text: str) -> Circumstances:
    """Read a facts document from JSON text. Raises FactsError."""
    try:
        document = json.loads(text)
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, column {error.colno}"
        raise FactsError([FactProblem("", f"This is not JSON: {error.msg} ({where}).")]) from None
    except (ValueError, RecursionError):
        reason = "This is not a facts document: something in it is far too long or too deep."
        raise FactsError([FactProblem("", reason)]) from None
    return read(document)


def read(document: FactsDocument | Mapping[str, Any] | Any) -> Circumstances:
    """Read a facts document that is already plain values (mappings, lists, text, numbers).

    Raises FactsError holding every problem found. Only `as_of` must be there; all else may be unknown.
    """
    reader = _Reader()
    top = reader.table("", document, _TOP)
    as_of = reader.day("as_of", top.get("as_of"))
    if as_of is None and not reader.problems:
        reader.note("as_of", "Say which day this is about, such as 2026-11-22.")
    people = [reader.person(f"people[{n}]", n, item) for n, item in enumerate(reader.items("people", top))]
    family = reader.facts("family", top.get("family"))
    if reader.problems or as_of is None:
        raise FactsError(reader.problems)
    return Circumstances(as_of, tuple(people), family)


class _Reader:
    """Turns JSON values into typed ones and collects what could not be turned."""

    def __init__(self) -> None:
        self.problems: list[FactProblem] = []

    def note(self, path: str, reason: str) -> None:
        self.problems.append(FactProblem(path, reason))

    def table(self, path: str, value: Any, known: tuple[str, ...]) -> Mapping[str, Any]:
        if not isinstance(value, Mapping):
            self.note(path, "Write an object with names and values in curly brackets.")
            return {}
        for key in value:
            if key not in known:
                near = get_close_matches(str(key), known, n=1)
                hint = f"Did you mean “{near[0]}”?" if near else f"Use one of: {', '.join(known)}."
                self.note(f"{path}.{key}".lstrip("."), f"“{key}” does not belong here. {hint}")
        return value

    def items(self, path: str, top: Mapping[str, Any]) -> list[Any]:
        value = top.get(path)
        if value is None:
            return []
        if not isinstance(value, list | tuple):
            self.note(path, "Write a list in square brackets.")
            return []
        return list(value)

    def person(self, path: str, number: int, value: Any) -> Person:
        row = self.table(path, value, _PERSON)
        if isinstance(value, Mapping) and row.get("part") is None:
            self.note(f"{path}.part", "Say whether this is a parent, a child or an other_adult.")
        return Person(
            id=self.text(f"{path}.id", row.get("id")) or f"person-{number + 1}",
            part=cast("Part", self.text(f"{path}.part", row.get("part")) or "other_adult"),
            sex=cast("Sex", self.text(f"{path}.sex", row.get("sex")) or UNKNOWN),
            birth_date=self.day(f"{path}.birth_date", row.get("birth_date")),
            due_date=self.day(f"{path}.due_date", row.get("due_date")),
            age_years=self.whole(f"{path}.age_years", row.get("age_years")),
            facts=self.facts(f"{path}.facts", row.get("facts")),
        )

    def facts(self, path: str, value: Any) -> Mapping[str, Value]:
        if value is None:
            return {}
        if not isinstance(value, Mapping):
            self.note(path, "Write an object with names and values in curly brackets.")
            return {}
        for code, told in value.items():
            if not isinstance(told, str | int | float | None):
                self.note(f"{path}.{code}", "Write one word or one number.")
        return value

    def text(self, path: str, value: Any) -> str | None:
        if value is None or isinstance(value, str):
            return value
        self.note(path, "Write text in quotation marks.")
        return None

    def whole(self, path: str, value: Any) -> int | None:
        if value in (None, UNKNOWN):
            return None
        if isinstance(value, int) and not isinstance(value, bool):
            return value
        self.note(path, "Write a whole number without quotation marks.")
        return None

    def day(self, path: str, value: Any) -> date | None:
        if value in (None, "", UNKNOWN):
            return None
        try:
            return date.fromisoformat(value)
        except (TypeError, ValueError):
            self.note(path, f"{value!r} is not a date. Write it such as 2026-11-22.")
            return None
