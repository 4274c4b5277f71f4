"""What somebody looks for, and the services they keep, sealed so that nobody else can read them.

Words in an address end up in the history of a browser that a violent partner may read, and in every log on
the way. Words kept on the server would be kept with a person. Sealed, they are in neither, and yet paging,
the back button and a second tab work. What is looked for is over in two hours; a list of services lives as
long as whoever opens it allows.
"""

import base64
import hashlib
import json
from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from typing import Any, Final
from uuid import UUID

from cryptography.fernet import Fernet, InvalidToken
from django.conf import settings

from rightdoor.engines.journey import Child

SECONDS: Final = 2 * 60 * 60


FINDING, KEEPING, RIGHT = b"finding-help:", b"keeping-services:", b"still-right:"
JOURNEY: Final = b"journey:"
# How long the link of a reminder works; how long a calendar may read a child's journey.
REMINDED: Final = 60 * 24 * 60 * 60
CHILDHOOD: Final = 20 * 366 * 24 * 60 * 60
KEY: Final = 16  # bytes of a service's key


def seal(asked: dict[str, Any]) -> str:
    """Seal what is asked."""
    return _sealed(FINDING, json.dumps(asked, separators=(",", ":")).encode())


def unseal(sealed: str) -> dict[str, Any] | None:
    """Give what was sealed; None when it is over, or was never ours."""
    try:
        told = json.loads(_opened(FINDING, sealed, SECONDS))
    except (InvalidToken, ValueError):
        return None
    return told if isinstance(told, dict) else None


def seal_services(keys: Iterable[UUID]) -> str:
    """Seal a list of services: their keys in order, and nothing else."""
    return _sealed(KEEPING, b"".join(key.bytes for key in keys))


def unseal_services(sealed: str, seconds: int) -> tuple[UUID, ...] | None:
    """Give the keys that were sealed so long ago at most; None when that is over, or they were never ours."""
    try:
        told = _opened(KEEPING, sealed, seconds)
    except (InvalidToken, ValueError):
        return None
    return tuple(UUID(bytes=told[at : at + KEY]) for at in range(0, len(told), KEY))


def seal_right(*, owner: UUID, service: UUID, fresh_from: int) -> str:
    """Seal who was asked whether an entry is still right, and from which day its age was counted then."""
    return _sealed(RIGHT, owner.bytes + service.bytes + fresh_from.to_bytes(4))


def unseal_right(sealed: str) -> tuple[UUID, UUID, int] | None:
    """Give owner, entry and day; None when the link is over, or was never ours."""
    try:
        told = _opened(RIGHT, sealed, REMINDED)
    except (InvalidToken, ValueError):
        return None
    return UUID(bytes=told[:KEY]), UUID(bytes=told[KEY : 2 * KEY]), int.from_bytes(told[2 * KEY :])


def seal_child(child: Child) -> str:
    """Seal the one date a journey is made from."""
    return _sealed(JOURNEY, bytes([child.unborn]) + child.day.toordinal().to_bytes(4))


def unseal_child(sealed: str) -> Child | None:
    """Give the date that was sealed; None where it was never ours."""
    try:
        told = _opened(JOURNEY, sealed, CHILDHOOD)
        return Child(date.fromordinal(int.from_bytes(told[1:])), unborn=bool(told[0]))
    except (InvalidToken, ValueError):
        return None


def _sealed(purpose: bytes, plain: bytes) -> str:
    return _box(purpose, settings.SECRET_KEY).encrypt(plain).decode().rstrip("=")


def _opened(purpose: bytes, sealed: str, seconds: int) -> bytes:
    whole = sealed + "=" * (-len(sealed) % 4)
    return _box(purpose, settings.SECRET_KEY).decrypt(whole.encode(), ttl=seconds)


@lru_cache(maxsize=4)
def _box(purpose: bytes, secret: str) -> Fernet:
    return Fernet(base64.urlsafe_b64encode(hashlib.sha256(purpose + secret.encode()).digest()))
