"""The services somebody keeps: a few keys in order, sealed in a cookie of their own device, nowhere else."""

from collections.abc import Mapping
from typing import Final
from uuid import UUID

from django.conf import settings
from django.http import HttpResponse

from rightdoor.directory.sealing import seal_services, unseal_services

A_DAY: Final = 24 * 60 * 60
COOKIE: Final = "kept"
# Long enough to ring tomorrow; short enough that it is gone before it is forgotten.
DAYS: Final = 2
# A list that was handed on is read when somebody gets round to it.
LINK_DAYS: Final = 30
# As many as anybody can ring, and as fit into an address and on a few sheets of paper.
MOST: Final = 20
Kept = tuple[UUID, ...]


class Full(Exception):
    """There is no room for what was to be kept; `room` is how many more there is room for."""

    def __init__(self, room: int) -> None:
        """Keep how many more would fit."""
        super().__init__(room)
        self.room = room


def kept_in(cookies: Mapping[str, str]) -> Kept:
    """Give what is kept on the device that sent these cookies; nothing where its time is over."""
    sealed = cookies.get(COOKIE, "")
    return (unseal_services(sealed, DAYS * A_DAY) or ())[:MOST] if sealed else ()


def to_hand_on(kept: Kept) -> str:
    """Give the list as it stands in an address."""
    return seal_services(kept)


def handed_on(sealed: str) -> Kept | None:
    """Give the list in an address; None when its time is over."""
    return unseal_services(sealed, LINK_DAYS * A_DAY)


def with_also(kept: Kept, more: Kept) -> Kept:
    """Put services at the end of the list, each once. Raises Full, and then nothing is kept of them."""
    new = tuple(key for key in dict.fromkeys(more) if key not in kept)
    if len(kept) + len(new) > MOST:
        raise Full(max(MOST - len(kept), 0))
    return kept + new


def without(kept: Kept, key: UUID) -> Kept:
    """Take a service off the list."""
    return tuple(one for one in kept if one != key)


def moved(kept: Kept, key: UUID, by: int) -> Kept:
    """Move a service so many places down the list (up, where it is less than none), as far as it goes."""
    if key not in kept:
        return kept
    rest, place = without(kept, key), min(max(kept.index(key) + by, 0), len(kept) - 1)
    return (*rest[:place], key, *rest[place:])


def keep_on_device(response: HttpResponse, kept: Kept) -> None:
    """Have the device keep the list, or forget it at once where nothing is on it."""
    if not kept:
        response.delete_cookie(COOKIE, samesite="Lax")
        return
    response.set_cookie(
        COOKIE,
        seal_services(kept),
        max_age=DAYS * A_DAY,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )
