"""Signing in: one at a time for each practitioner."""

from datetime import datetime

from django.db import transaction

from rightdoor.access import audit
from rightdoor.access.models import Practitioner


@transaction.atomic
def begin_session(*, practitioner: Practitioner, turn: str, by: Practitioner, now: datetime) -> None:
    """Note the newest sign-in; any older one ends with its next page."""
    practitioner.session_turn = turn
    practitioner.save(update_fields=["session_turn"])
    audit.record("signed_in", practitioner, by=by, now=now)
