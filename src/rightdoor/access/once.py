"""Sending a form twice changes once: the second sending finds what the first made."""

from collections.abc import Callable
from datetime import datetime
from typing import TypeVar
from uuid import UUID

from django.db import IntegrityError, models, transaction

from rightdoor.access.models import Submission

Made = TypeVar("Made", bound=models.Model)


def once(token: UUID | None, model: type[Made], make: Callable[[], Made], *, now: datetime) -> Made:
    """Make something under a token, or give what was made under it before.

    Without a token (a caller that is not a form) it is simply made.
    """
    if token is None:
        return make()
    try:
        with transaction.atomic():
            mark = Submission.objects.create(
                token=token, made_kind=model._meta.label_lower, made_id="", at=now
            )
            made = make()
            mark.made_id = str(made.pk)
            mark.save(update_fields=["made_id"])
            return made
    except IntegrityError:
        mark_or_none = Submission.objects.filter(token=token, made_kind=model._meta.label_lower).first()
        if mark_or_none is None:
            raise
        return model._default_manager.get(pk=mark_or_none.made_id)
