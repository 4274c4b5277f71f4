"""Sending a form twice changes once: the second sending finds what the first made."""

from collections.abc import Callable
from datetime import datetime
from typing import TypeVar
from uuid import UUID, uuid5

from django.db import IntegrityError, models, transaction

from rightdoor.access.models import Practitioner, Submission
from rightdoor.access.policy import Refused

Made = TypeVar("Made", bound=models.Model)


def once(
    token: UUID | None,
    model: type[Made],
    make: Callable[[], Made],
    *,
    now: datetime,
    by: Practitioner | None = None,
) -> Made:
    """Make something under a token, or give what was made under it before.

    Without a token (a caller that is not a form) it is simply made. With `by` the token is that person's own:
    sent by somebody else it is another token, and gives them nothing of what the first one made.
    """
    if token is None:
        return make()
    if by is not None:
        token = uuid5(token, str(by.pk))
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
        mark_or_none = Submission.objects.filter(token=token).first()
        if mark_or_none is None:
            raise
        if mark_or_none.made_kind != model._meta.label_lower:
            raise Refused("This form was sent before, as another. Open it again and send it anew.") from None
        return model._default_manager.get(pk=mark_or_none.made_id)
