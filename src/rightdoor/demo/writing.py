"""Writing many rows quickly: gathered by model, written in batches, one audit entry for each batch."""

import gc
from collections import Counter
from collections.abc import Callable
from datetime import datetime
from itertools import count
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connections, models, transaction
from django.db.backends.base.base import BaseDatabaseWrapper

from rightdoor.access import audit
from rightdoor.access.models import AuditEntry
from rightdoor.families import models as families
from rightdoor.frontdoor import models as frontdoor
from rightdoor.plans import models as plans

# An order in which every row comes after those it points to.
ORDER: tuple[type[models.Model], ...] = (
    families.Person, families.PersonName, families.Identifier, families.Family, families.Member,
    families.Household, families.Residence, families.Address, families.ProtectedAddress,
    families.ContactPoint,
    families.Relationship, families.Circumstance, families.Agreement, families.SharingDecision,
    families.ChronologyEvent, families.Sight,
    frontdoor.PanelMeeting, frontdoor.HelpRequest, frontdoor.PersonNamed, frontdoor.ClockPause,
    frontdoor.Screening, frontdoor.LevelFound, frontdoor.Decision, frontdoor.AgendaItem,
    plans.LeadOffer, plans.Plan, plans.LeadTurn, plans.Handover, plans.Step, plans.TeamMember, plans.Meeting,
    plans.Attendance, plans.Assessment, plans.Entry, plans.Rating, plans.Goal, plans.PlanAction, plans.Review,
    plans.GoalScore,
)  # fmt: skip
_BATCH = 40_000


# Their ids are counted up by the database, and one points to the other: Django has to hand them over.
_NUMBERED = {frontdoor.Screening, frontdoor.LevelFound}


def insert(rows: list[models.Model]) -> None:
    """Write rows of one model with one prepared statement: several times as fast as `bulk_create`."""
    model, connection = type(rows[0]), connections[DEFAULT_DB_ALIAS]
    if model in _NUMBERED:
        manager: models.Manager[Any] = model._default_manager
        manager.bulk_create(rows)
        return
    fields = [field for field in model._meta.concrete_fields if not isinstance(field, models.AutoField)]
    quote = connection.ops.quote_name
    columns = ", ".join(quote(str(field.column)) for field in fields)
    places = ", ".join(["%s"] * len(fields))
    statement = f"INSERT INTO {quote(model._meta.db_table)} ({columns}) VALUES ({places})"  # noqa: S608
    values = [_column(rows, field, connection) for field in fields]
    with connection.cursor() as cursor:
        cursor.executemany(statement, list(zip(*values, strict=True)))


def _column(rows: list[models.Model], field: Any, connection: BaseDatabaseWrapper) -> list[Any]:
    """Give one column's values as the database wants them; words and numbers go as they are."""
    held = [getattr(row, field.attname) for row in rows]
    kind = field.target_field if field.is_relation else field
    if isinstance(kind, models.UUIDField):
        if connection.features.has_native_uuid_field:
            return held
        return [value.hex if value else None for value in held]
    if isinstance(kind, models.DateTimeField):
        return [connection.ops.adapt_datetimefield_value(value) for value in held]
    if isinstance(kind, (models.DateField, models.JSONField)):
        return [kind.get_db_prep_save(value, connection) for value in held]
    return held


class Keeper:
    """Gathers rows and writes them when there are enough, so that memory stays bounded.

    The rows do not go through the actions, which make one audit entry each; each batch written is one entry
    of the audit, by the system, with how many rows of which model it holds.
    """

    def __init__(self, now: datetime) -> None:
        """Begin with nothing gathered. `now` is the moment of the audit entries."""
        self._now = now
        self._rows: dict[type[models.Model], list[models.Model]] = {model: [] for model in ORDER}
        self._waiting = 0
        self._number = count(1)
        self.written: Counter[str] = Counter()

    def keep(self, *rows: models.Model) -> None:
        """Gather rows."""
        for row in rows:
            self._rows[type(row)].append(row)
        self._waiting += len(rows)

    def rest(self) -> None:
        """Write what is gathered, if it is much. Call it between families, when nothing is half made."""
        if self._waiting >= _BATCH:
            self.flush()

    @transaction.atomic
    def flush(self) -> None:
        """Write everything gathered, and let go of it."""
        batch = {model: rows for model, rows in self._rows.items() if rows}
        for model, rows in batch.items():
            insert(rows)
            self.written[model._meta.label_lower] += len(rows)
            self._rows[model] = []
        if batch:
            self._audit({model._meta.label_lower: len(rows) for model, rows in batch.items()})
        self._waiting = 0
        gc.collect()

    def _audit(self, numbers: dict[str, int]) -> None:
        AuditEntry.objects.create(
            at=self._now,
            actor=audit.SYSTEM,
            verb="demo_rows_made",
            subject_kind="demo",
            subject_id=f"batch {next(self._number)}",
            detail=numbers,
        )


Report = Callable[[str, float], None]


def silent(words: str, part: float) -> None:
    """Report to nobody."""
