"""Questions to the database whose SQL is made once and asked again with other values.

Making the SQL of a question costs the ORM several times what the database takes to answer it. A question that
every page asks is therefore written as a function of what varies, and marked `prepared`; rows, converters and
prefetching stay the ORM's own.
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime
from functools import cached_property
from inspect import signature
from operator import itemgetter
from typing import Any, Generic, TypeVar
from uuid import UUID

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.models import Expression, Model, QuerySet, prefetch_related_objects
from django.db.models.query import (
    FlatValuesListIterable,
    ModelIterable,
    ValuesListIterable,
    get_related_populators,
)
from django.db.models.sql.compiler import SQLCompiler

Row = TypeVar("Row")
Record = TypeVar("Record", bound=Model)
Scalar = str | int | bool | UUID | date | datetime | None
Value = Scalar | Sequence[Scalar]


class Given(Expression):
    """Stands in a filter for a value that is known only when the question is asked."""

    conditional = False

    def __init__(self, name: str, place: int | None = None) -> None:
        """Name the value, which is a parameter of the question; `place` is one of several under that name."""
        super().__init__()
        self.name, self.place = name, place

    def as_sql(self, compiler: SQLCompiler, connection: Any) -> tuple[str, Any]:
        """Give a placeholder, and this value itself in place of what it will be."""
        return "%s", [self]


class Several(Expression):
    """Stands for one to `most` values, each at a place of its own."""

    conditional = False

    def __init__(self, name: str, most: int) -> None:
        """Name the values, which together are one parameter of the question."""
        super().__init__()
        self.name, self.most = name, most

    def as_sql(self, compiler: SQLCompiler, connection: Any) -> tuple[str, Any]:
        """Give the placeholders, and what they stand for."""
        places = [Given(self.name, place) for place in range(self.most)]
        return f"({', '.join(['%s'] * self.most)})", places


def several(given: Any, most: int) -> Any:
    """Stand in a filter for one to `most` values: `pk__in=several(ids, 25)`, asked with `ids=[...]`."""
    return Several(given.name, most)


class Prepared(Generic[Row]):
    """One question; call it with its values by name, for the rows it finds."""

    def __init__(self, ask: Callable[..., QuerySet[Any, Row]], names: Iterable[str] = ()) -> None:
        """Keep the question; it is put into SQL when it is first asked.

        `names` are its values where its parameters do not name them.
        """
        self._ask, self._names = ask, dict.fromkeys(names or signature(ask).parameters).keys()
        self.__doc__ = ask.__doc__

    def __call__(self, **values: Value) -> list[Row]:
        """Give the rows.

        Raises TypeError where a value is missing or unknown, and ValueError for None: SQL compares to NULL in
        other words, so such a question must be another one. Of several values none is no row.
        """
        if values.keys() != self._names:
            raise TypeError(f"{self._ask.__name__} is asked with {sorted(values)}")
        if not all(self._fits(name, value) for name, value in values.items()):
            return []
        asked, connection = self._asked, connections[DEFAULT_DB_ALIAS]
        with connection.cursor() as cursor:
            cursor.execute(asked.words, [_filled(param, values, connection) for param in asked.params])
            found = cursor.fetchall()
        return asked.rows(found, connection)

    def _fits(self, name: str, value: Value) -> bool:
        if not isinstance(value, (list, tuple)):
            return True
        if len(value) > (most := self._asked.room[name]):
            raise ValueError(f"{self._ask.__name__} takes at most {most} of {name}.")
        return bool(value)

    def first(self, **values: Value) -> Row | None:
        """Give the first row, if there is any; the question itself says that it wants one at most."""
        return next(iter(self(**values)), None)

    @cached_property
    def _asked(self) -> "_Question[Row]":
        return _Question(self._ask(**{name: Given(name) for name in self._names}))


class _Question(Generic[Row]):
    """A question in SQL, and how what comes back becomes rows: worked out once."""

    def __init__(self, template: QuerySet[Any, Row]) -> None:
        compiler = template.query.get_compiler(using=DEFAULT_DB_ALIAS)
        self.words, params = compiler.as_sql()
        self.params: tuple[Any, ...] = tuple(params)
        # How many values each name has room for: the last place is the last of its placeholders.
        self.room = {
            param.name: param.place + 1
            for param in self.params
            if isinstance(param, Given) and param.place is not None
        }
        columns = [column[0] for column in compiler.select[: compiler.col_count]]
        # Each converter with its column; composite keys are not used in this house.
        self._converters = [
            (place, converter, column)
            for place, (converters, column) in compiler.get_converters(columns).items()
            for converter in converters
        ]
        self._lookups = template._prefetch_related_lookups  # type: ignore[attr-defined]
        self._shape: Callable[[Any], Any] = _shape(template, compiler)

    def rows(self, found: Iterable[Sequence[Any]], connection: Any) -> list[Row]:
        """Turn what the database gave into what was asked for."""
        rows = [self._shape(self._converted(row, connection)) for row in found]
        if self._lookups and rows:
            prefetch_related_objects(rows, *self._lookups)
        return rows

    def _converted(self, row: Sequence[Any], connection: Any) -> list[Any]:
        values = list(row)
        for place, converter, column in self._converters:
            values[place] = converter(values[place], column, connection)
        return values


def _shape(template: QuerySet[Any, Any], compiler: SQLCompiler) -> Callable[[Any], Any]:
    """Give what makes a row of its values: a value alone, a tuple, or a record with what hangs on it."""
    kind = template._iterable_class
    if kind is FlatValuesListIterable:
        return itemgetter(0)
    if kind is ValuesListIterable:
        return tuple
    if kind is not ModelIterable:
        raise TypeError(f"A prepared question gives records or values, not {kind.__name__}.")
    return _record(compiler)


def _record(compiler: Any) -> Callable[[Any], Model]:
    about, select, annotated = compiler.klass_info, compiler.select, dict(compiler.annotation_col_map or {})
    model, places = about["model"], about["select_fields"]
    first, last = places[0], places[-1] + 1
    names = [column[0].target.attname for column in select[first:last]]
    related = get_related_populators(about, select, DEFAULT_DB_ALIAS)  # type: ignore[call-arg]  # the stubs are of a later Django

    def make(row: list[Any]) -> Model:
        record: Model = model.from_db(DEFAULT_DB_ALIAS, names, row[first:last])
        for other in related:
            other.populate(row, record)
        for name, place in annotated.items():
            setattr(record, name, row[place])
        return record

    return make


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


def _filled(param: Any, values: dict[str, Value], connection: Any) -> Any:
    if not isinstance(param, Given):
        return param
    value: Any = values[param.name]
    if param.place is None:
        return _adapted(value, connection)
    # Fewer than there is room for: the last stands again, which finds nothing more.
    return _adapted(value[min(param.place, len(value) - 1)], connection)


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
