"""What waits is sent once, and nothing that fails holds up or loses the rest."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.core import mail

from rightdoor.post import actions
from rightdoor.post.models import Message

pytestmark = pytest.mark.django_db


def _write(now: datetime, to: str = "somebody@example.org") -> Message:
    return actions.write(to_name="", to_address=to, subject="Hello", body="Words", about="test:1", now=now)


def test_a_message_is_sent_once_however_often_the_post_goes_round(now: datetime) -> None:
    _write(now)
    assert [actions.deliver(now=now), actions.deliver(now=now)] == [1, 0]
    assert len(mail.outbox) == 1


def test_a_message_that_another_postman_has_taken_is_left_to_them(now: datetime) -> None:
    message = _write(now)
    Message.objects.filter(pk=message.pk).update(tries=1)
    assert actions._send(message, now) is False
    assert mail.outbox == []


def test_a_message_that_cannot_be_sent_at_all_does_not_hold_up_the_next(now: datetime) -> None:
    bad = _write(now)
    Message.objects.filter(pk=bad.pk).update(subject="Two\nlines")
    _write(now + timedelta(seconds=1))
    assert actions.deliver(now=now + timedelta(seconds=2)) == 1
    bad.refresh_from_db()
    assert bad.last_error.startswith("BadHeaderError")


def test_a_day_without_a_mail_server_loses_nothing(now: datetime, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*args: Any, **kwargs: Any) -> None:
        raise ConnectionRefusedError

    _write(now)
    with monkeypatch.context() as down:
        down.setattr(actions, "send_mail", refuse)
        for minutes in range(0, 24 * 60, 10):
            actions.deliver(now=now + timedelta(minutes=minutes))
    assert actions.deliver(now=now + timedelta(days=2)) == 1
