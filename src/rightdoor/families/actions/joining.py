"""Two records of one person made one, so that it can be undone to the letter."""

from datetime import datetime
from typing import Any

from django.apps import apps
from django.db import IntegrityError, models, transaction

from rightdoor.access import audit
from rightdoor.access.models import Practitioner
from rightdoor.access.policy import Refused
from rightdoor.families.models import Merge, Person


def _links() -> list[tuple[type[models.Model], str]]:
    """Give every model and field, in any room, that points at a person."""
    found = []
    for model in apps.get_models():
        for field in model._meta.get_fields():
            if isinstance(field, models.ForeignKey) and field.related_model is Person:
                found.append((model, field.name))
    return [(m, f) for m, f in found if m not in (Merge, Person)]


def _moves(row: models.Model, field: str, kept: Person) -> bool:
    """Point a row at the kept person, unless the database refuses to hear the same thing twice."""
    try:
        with transaction.atomic():
            type(row)._default_manager.filter(pk=row.pk).update(**{field: kept})
    except IntegrityError:
        return False
    return True


@transaction.atomic
def merge_people(*, kept: Person, gone: Person, why: str, by: Practitioner, now: datetime) -> Merge:
    """Join `gone` into `kept`: everything that pointed at one points at the other.

    Rows that would say the same thing twice stay with `gone`, out of sight, and return when undone.
    Raises Refused when it is one record, or one of them was merged before.
    """
    if kept.pk == gone.pk:
        raise Refused("These are the same record.")
    # Held in one order, so that two who join the same records at once wait for each other.
    both = Person.objects.select_for_update(no_key=True).filter(pk__in=[kept.pk, gone.pk]).order_by("pk")
    if any(one.merged_into_id for one in both):
        raise Refused("One of these records has already been joined to another. Undo that first.")
    moved: list[dict[str, Any]] = []
    for model, field in _links():
        for row in model._default_manager.filter(**{field: gone}):
            if _moves(row, field, kept):
                moved.append({"model": model._meta.label_lower, "id": str(row.pk), "field": field})
    Person.objects.filter(pk=gone.pk).update(merged_into=kept)
    merge = Merge.objects.create(kept=kept, gone=gone, moved=moved, why=why, by=by, at=now)
    audit.record("people_merged", merge, by=by, now=now, kept=kept.pk, gone=gone.pk, rows=len(moved))
    return merge


@transaction.atomic
def undo_merge(*, merge: Merge, by: Practitioner, now: datetime) -> Merge:
    """Take a merge back: each row that moved returns to where it was. Raises Refused when done already."""
    merge = Merge.objects.select_for_update().get(pk=merge.pk)
    if merge.undone_at:
        raise Refused("This has already been undone.")
    if merge.kept.merged_into_id:
        raise Refused("The record kept has since been joined to another. Undo that first.")
    for row in merge.moved:
        model = apps.get_model(row["model"])
        model._default_manager.filter(pk=row["id"], **{row["field"]: merge.kept}).update(
            **{row["field"]: merge.gone}
        )
    Person.objects.filter(pk=merge.gone_id).update(merged_into=None)
    merge.undone_by, merge.undone_at = by, now
    merge.save(update_fields=["undone_by", "undone_at"])
    audit.record("merge_undone", merge, by=by, now=now, rows=len(merge.moved))
    return merge
