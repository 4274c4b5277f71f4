"""Writing a message inside a change; sending it once the change has been kept."""

from datetime import datetime, timedelta

from django.core.mail import send_mail
from django.db import transaction
from django.db.models import Q

from rightdoor.post.models import Channel, Message

TRIES = 14
# Doubled after every failure: a mail server may be out of order for a day and a half, and nothing is lost.
FIRST_WAIT = timedelta(seconds=20)


@transaction.atomic
def write(*, to_name: str, to_address: str, subject: str, body: str, about: str, now: datetime) -> Message:
    """Keep an e-mail for sending. It exists if, and only if, the change around it is kept."""
    return Message.objects.create(
        channel=Channel.EMAIL,
        to_name=to_name,
        to_address=to_address,
        subject=subject,
        body=body,
        about=about,
        written_at=now,
    )


def deliver(*, now: datetime, at_most: int = 100) -> int:
    """Send what waits, oldest first; give the number sent. A failure is noted and tried again later.

    Two who deliver at once never send one message twice: each takes a message before sending it.
    """
    waiting = Message.objects.filter(_due(now)).order_by("written_at")[:at_most]
    return sum(_send(message, now) for message in list(waiting))


def _due(now: datetime) -> Q:
    """Give the condition for what should be tried now: after each failure it waits twice as long."""
    due = Q(tries=0)
    for tries in range(1, TRIES):
        due |= Q(tries=tries, written_at__lte=now - FIRST_WAIT * (2**tries - 1))
    return Q(sent_at__isnull=True) & due


def _send(message: Message, now: datetime) -> bool:
    if not Message.objects.filter(pk=message.pk, tries=message.tries).update(tries=message.tries + 1):
        return False
    try:
        send_mail(message.subject, message.body, None, [message.to_address])
    except Exception as error:
        # Whatever it is, one message that cannot be sent must not hold up the rest.
        message.last_error = f"{type(error).__name__}: {error}"[:300]
    else:
        message.sent_at = now
    message.save(update_fields=["last_error", "sent_at"])
    return message.sent_at is not None
