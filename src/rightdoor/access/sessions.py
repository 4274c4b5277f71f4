"""How long a sign-in lasts: until a newer one, an hour of silence, or the end of a working day."""

import uuid
from datetime import datetime

from django.conf import settings
from django.http import HttpRequest

from rightdoor.access.models import Practitioner

TURN, BEGAN, SEEN = "turn", "began", "seen"
# Noting every request would write to the database on every page; every few minutes is near enough.
NOTE_EVERY = 300


def begin(request: HttpRequest, now: datetime) -> str:
    """Mark the session as the newest of this practitioner; give the mark."""
    turn = uuid.uuid4().hex
    request.session.update({TURN: turn, BEGAN: now.timestamp(), SEEN: now.timestamp()})
    return turn


def ended_because(request: HttpRequest, practitioner: Practitioner, now: datetime) -> str:
    """Say why this session counts no more, or give an empty text."""
    if request.session.get(TURN) != practitioner.session_turn:
        return "elsewhere"
    if now.timestamp() - request.session.get(BEGAN, 0) > settings.SESSION_HOURS * 3600:
        return "day"
    return ""


def note(request: HttpRequest, now: datetime) -> None:
    """Keep a session alive while its practitioner is working."""
    if now.timestamp() - request.session.get(SEEN, 0) > NOTE_EVERY:
        request.session[SEEN] = now.timestamp()
