"""Tables of the reference pages, made from the code so that they are never out of date.

A document marks where a table goes: a comment `<!-- table: services.toml Service -->`, the table, and a
comment `<!-- end of table -->`. `fill` puts the tables in; a test checks that the documents are current.
"""

import re
from collections.abc import Iterable
from datetime import date
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from rightdoor.engines.facts import Fact, vocabulary
from rightdoor.engines.packs.areas import PopulationRow, PostcodeRow
from rightdoor.engines.packs.plain import nested_model
from rightdoor.engines.packs.rows import FILES
from rightdoor.engines.packs.settings import Setting
from rightdoor.engines.packs.sheets import SheetHead, TranslationHead

_TABLE = re.compile(r"(<!-- table: ([\w./*]+) (\w+) -->\n).*?(<!-- end of table -->)", re.DOTALL)
_ROWS: dict[str, type[BaseModel]] = {
    "areas/population.csv": PopulationRow,
    "postcodes.csv": PostcodeRow,
    "settings.csv": Setting,
    "sheets/*/*.md": TranslationHead,
}
_FILES: dict[str, type[BaseModel]] = {**FILES, "sheets/*.md": SheetHead}
_NESTED = {tuple: "list of tables", dict: "tables by name"}
_WORDS = {str: "text", int: "whole number", float: "number", bool: "true or false", date: "date"}


def fill(text: str) -> str:
    """Bring every marked table of a document up to date. Raises KeyError for a table that is not known."""
    return _TABLE.sub(lambda found: f"{found[1]}\n{_table(found[2], found[3])}\n\n{found[4]}", text)


def pack_tables() -> list[tuple[str, str]]:
    """Name every table of the pack format: the file and the record."""
    nested = [(file, name) for file, model in _FILES.items() for name in _models(model)]
    return nested + [(file, model.__name__) for file, model in _ROWS.items()]


def _table(where: str, name: str) -> str:
    if where == "facts":
        return _facts_table([fact for fact in vocabulary().values() if fact.who == name])
    known = {name: _ROWS[where]} if where in _ROWS else _models(_FILES[where])
    return _fields_table(known[name])


def _models(model: type[BaseModel]) -> dict[str, type[BaseModel]]:
    """Find the records of a file by name, the file itself left out when all it has are lists of records."""
    found = {} if _is_only_lists(model) else {model.__name__: model}
    for info in model.model_fields.values():
        inner = nested_model(info.annotation)
        if inner is not None:
            found |= _models(inner) if not _is_only_lists(inner) else {}
    return found


def _is_only_lists(model: type[BaseModel]) -> bool:
    return all(nested_model(info.annotation) for info in model.model_fields.values())


def _fields_table(model: type[BaseModel]) -> str:
    rows = [
        (f"`{info.alias or name}`", _value(info.annotation), _needed(info), info.description or "")
        for name, info in model.model_fields.items()
    ]
    return _markdown(("Field", "Value", "Needed", "What"), rows)


def _needed(info: FieldInfo) -> str:
    return "yes" if info.is_required() else ""


def _value(annotation: Any) -> str:
    if nested_model(annotation):
        return _NESTED.get(get_origin(annotation), "table")
    origin, inner = get_origin(annotation), get_args(annotation)
    if origin is Literal:
        return ", ".join(f"`{word}`" if word else "empty" for word in inner)
    if origin is tuple:
        return f"{'list of' if Ellipsis in inner else 'two'} {_several(_value(inner[0]))}"
    if origin in (Union, UnionType, Annotated):
        kinds = [one for one in inner if one is not NoneType and not isinstance(one, FieldInfo)]
        return _value(kinds[-1] if origin is not Annotated else inner[0])
    return _WORDS[annotation]


def _several(kind: str) -> str:
    return f"{kind}s" if kind.endswith("number") else kind


def _facts_table(facts: Iterable[Fact]) -> str:
    rows = [(f"`{fact.code}`", _answers(fact), fact.question_practitioner, _marks(fact)) for fact in facts]
    return _markdown(("Fact", "Answers", "Question", "Notes"), rows)


def _answers(fact: Fact) -> str:
    if fact.kind == "yes_no":
        return "yes, no"
    if fact.kind == "choice":
        return ", ".join(fact.options)
    if fact.kind == "age":
        return "years and months"
    return f"number ({fact.unit})"


def _marks(fact: Fact) -> str:
    marks = {
        "vulnerability": fact.vulnerability,
        "in the short screen": fact.screening,
        "follows from other facts": fact.derived and fact.stated,
        "follows from other facts, cannot be told": not fact.stated,
    }
    return ", ".join(mark for mark, holds in marks.items() if holds)


def _markdown(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [head, tuple("---" for _ in head), *rows]
    return "\n".join(f"| {' | '.join(line)} |".replace("  |", " |") for line in lines)
