"""Questions to the database whose SQL is made once and asked again with other values.

Making the SQL of a question costs the ORM several times what the database takes to answer it. A question that
every page asks is therefore written as a function of what varies, and marked `prepared`; rows, converters and
prefetching stay the ORM's own.
"""

import copy
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, datetime
from functools import cached_property
from inspect import signature
from typing import Any, Generic, TypeVar
from uuid import UUID

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.models import Expression, Model, QuerySet
from django.db.models.sql.compiler import SQLCompiler

Row = TypeVar("Row")
Record = TypeVar("Record", bound=Model)
Scalar = str | int | bool | UUID | date | datetime | None


class Given(Expression):
    """Stands in a filter for a value that is known only when the question is asked."""

    conditional = False

    def __init__(self, name: str) -> None:
        """Name the value; it is a parameter of the question."""
        super().__init__()
        self.name = name

    def as_sql(self, compiler: SQLCompiler, connection: Any) -> tuple[str, Any]:
        """Give a placeholder, and this value itself in place of what it will be."""
        return "%s", [self]


class Prepared(Generic[Row]):
    """One question; call it with its values by name, for the rows it finds."""

    def __init__(self, ask: Callable[..., QuerySet[Any, Row]]) -> None:
        """Keep the question; it is put into SQL when it is first asked."""
        self._ask, self._names = ask, signature(ask).parameters.keys()
        self.__doc__ = ask.__doc__

    def __call__(self, **values: Scalar) -> list[Row]:
        """Give the rows.

        Raises TypeError where a value is missing or unknown, and ValueError for None: SQL compares to NULL in
        other words, so such a question must be another one.
        """
        return list(self._asked(values))

    def first(self, **values: Scalar) -> Row | None:
        """Give the first row, if there is any; the question itself says that it wants one at most."""
        return next(iter(self(**values)), None)

    @cached_property
    def _template(self) -> QuerySet[Any, Row]:
        return self._ask(**{name: Given(name) for name in self._names})

    @cached_property
    def _compiled(self) -> tuple[SQLCompiler, str, tuple[Any, ...]]:
        compiler = self._template.query.get_compiler(using=DEFAULT_DB_ALIAS)
        words, params = compiler.as_sql()
        return compiler, words, tuple(params)

    def _asked(self, values: dict[str, Scalar]) -> QuerySet[Any, Row]:
        made, words, params = self._compiled
        compiler = copy.copy(made)
        compiler.connection = connections[DEFAULT_DB_ALIAS]
        filled = tuple(self._fill(params, values, compiler.connection))
        compiler.as_sql = lambda *_, **__: (words, filled)  # type: ignore[method-assign]
        query = copy.copy(self._template.query)
        query.get_compiler = lambda *_, **__: compiler  # type: ignore[method-assign]
        return _another(self._template, query)

    def _fill(self, params: tuple[Any, ...], values: dict[str, Scalar], connection: Any) -> Iterator[Any]:
        if values.keys() != self._names:
            raise TypeError(f"{self._ask.__name__} is asked with {sorted(values)}")
        for param in params:
            yield _adapted(values[param.name], connection) if isinstance(param, Given) else param


def prepared(ask: Callable[..., QuerySet[Any, Row]]) -> Prepared[Row]:
    """Mark a function of values by name, which gives a queryset, as a question to be put into SQL once."""
    return Prepared(ask)


def knowing(rows: list[Record], **known: Model) -> list[Record]:
    """Tell each row what it hangs on, so that nobody asks: `knowing(goals, plan=plan)`."""
    for row in rows:
        for name, record in known.items():
            setattr(row, name, record)
    return rows


def keep_each(records: Sequence[Model], name: str, rows: Iterable[Model], by: str) -> None:
    """Share rows out among the records they hang on `by` a foreign key, as prefetching `name` does."""
    shares: dict[Any, list[Model]] = {record.pk: [] for record in records}
    for row in rows:
        shares.get(getattr(row, f"{by}_id"), []).append(row)
    for record in records:
        keep(record, name, knowing(shares[record.pk], **{by: record}))


def keep(record: Model, name: str, rows: Sequence[Any]) -> None:
    """Let `record.name.all()` give these rows without asking, as it does after prefetching."""
    held: Any = getattr(record, name).all()
    held._result_cache, held._prefetch_done = rows, True
    cache: dict[str, Any] = record.__dict__.setdefault("_prefetched_objects_cache", {})
    cache[name] = held


def _adapted(value: Scalar, connection: Any) -> Any:
    if value is None:
        raise ValueError("A prepared question cannot be asked with None.")
    if isinstance(value, UUID):
        return value if connection.features.has_native_uuid_field else value.hex
    if isinstance(value, datetime):
        return connection.ops.adapt_datetimefield_value(value)
    if isinstance(value, date):
        return connection.ops.adapt_datefield_value(value)
    return value


def _another(template: QuerySet[Any, Row], query: Any) -> QuerySet[Any, Row]:
    # What QuerySet._clone does, without copying the query part by part.
    new: Any = template.__class__(model=template.model, query=query, using=DEFAULT_DB_ALIAS)
    for name in ("_iterable_class", "_fields", "_prefetch_related_lookups", "_known_related_objects"):
        setattr(new, name, getattr(template, name))
    return new  # type: ignore[no-any-return]
