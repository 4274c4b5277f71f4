"""Writing a message inside a change; sending it once the change has been kept."""

from datetime import datetime

from django.core.mail import send_mail
from django.db import transaction

from rightdoor.post.models import Channel, Message

TRIES = 8


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
    """Send what waits, oldest first; give the number sent. A failure is noted and tried again next time."""
    waiting = Message.objects.filter(sent_at__isnull=True, tries__lt=TRIES).order_by("written_at")[:at_most]
    return sum(_send(message, now) for message in waiting)


def _send(message: Message, now: datetime) -> bool:
    message.tries += 1
    try:
        send_mail(message.subject, message.body, None, [message.to_address])
    except OSError as error:
        message.last_error = str(error)[:300]
    else:
        message.sent_at = now
    message.save(update_fields=["tries", "last_error", "sent_at"])
    return message.sent_at is not None
