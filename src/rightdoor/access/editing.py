"""Two people, one record: saving over newer text is refused, and neither text is lost."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import models, transaction
from django.http import QueryDict
from django.utils.datastructures import MultiValueDict

from rightdoor.access.models import Draft, Practitioner
from rightdoor.ui.forms import BaseForm
from rightdoor.ui.words import date_time_words

NOT_KEPT = {"csrfmiddlewaretoken", "token", "version"}


@dataclass
class Conflict(Exception):
    """Somebody saved first. Holds both versions so that the page can show them side by side."""

    record: models.Model
    theirs: dict[str, Any]
    yours: dict[str, Any]

    def __str__(self) -> str:
        return "Somebody else saved this while you were writing. Nothing has been lost."


def save_over(record: models.Model, changes: Mapping[str, Any], *, version: int) -> None:
    """Save `changes` if the record still has the `version` they were typed over; else raise Conflict.

    The comparison and the save are one statement, so two savers cannot both win.
    """
    manager = type(record)._default_manager
    saved = manager.filter(pk=record.pk, version=version).update(**changes, version=version + 1)
    if not saved:
        current = manager.get(pk=record.pk)
        raise Conflict(current, {name: getattr(current, name) for name in changes}, dict(changes))
    record.refresh_from_db()


@transaction.atomic
def keep_draft(*, page: str, fields: dict[str, Any], version: int, by: Practitioner, now: datetime) -> Draft:
    """Keep what has been typed on a page, replacing what was kept before."""
    draft, _ = Draft.objects.update_or_create(
        practitioner=by, page=page, defaults={"fields": fields, "version": version, "saved_at": now}
    )
    return draft


@transaction.atomic
def drop_draft(*, page: str, by: Practitioner) -> None:
    """Forget the draft of a page, once its text has been saved."""
    Draft.objects.filter(practitioner=by, page=page).delete()


def draft_of(page: str, by: Practitioner) -> Draft | None:
    """Give the draft this practitioner left on a page, if any."""
    return Draft.objects.filter(practitioner=by, page=page).first()


def put_back(form: BaseForm, draft: Draft) -> str:
    """Put what was typed and not saved into a form; give the words that say so."""
    typed: MultiValueDict[str, Any] = MultiValueDict(draft.fields)
    for name, field in form.fields.items():
        if name not in NOT_KEPT:
            form.initial[name] = field.widget.value_from_datadict(
                typed, MultiValueDict(), form.add_prefix(name)
            )
    kept = date_time_words(draft.saved_at)
    return f"This is what you were writing. It was kept on {kept} and is not saved yet."


def typed_in(posted: QueryDict) -> dict[str, Any]:
    """Give what was typed into a form, without what only travels with it."""
    return {name: values for name, values in posted.lists() if name.rpartition("-")[2] not in NOT_KEPT}
