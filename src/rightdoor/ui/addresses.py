"""Addresses of named pages, worked out once a page and filled with what varies.

Django finds an address by trying patterns anew each time; a list of fifty lines that asks for fifty addresses
spends more on that than on its questions to the database.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import Any, Final
from uuid import UUID

from django import urls

# What stands in for a value of each kind, one for each place; none of them stands in any address of ours.
_STANDS: Final[dict[type, Callable[[int], Any]]] = {
    UUID: lambda place: UUID(int=0x5C0FFEE50DD54BAD8BADDECAFC0FFE00 + place),
    int: lambda place: 91827364554637281900 + place,
    str: lambda place: f"qzxwv-{place}-vwxzq",
}
_PLAIN: Final = re.compile(r"[A-Za-z0-9_-]+")


def reverse(name: str, *, args: Sequence[Any] = (), kwargs: Mapping[str, Any] | None = None) -> str:
    """Give the address of a page as Django's `reverse` does. Raises NoReverseMatch as it does."""
    given = dict(kwargs or {})
    values = (*args, *given.values())
    if all(map(_fills, values)):
        kinds = tuple(map(type, values))
        shape = _shape(urls.get_urlconf(), name, tuple(given), kinds)
        if shape:
            return shape.format(*values)
    return urls.reverse(name, args=args or None, kwargs=given or None)


def _fills(value: object) -> bool:
    """Whether a value stands in an address as it is written."""
    if type(value) is str:
        return _PLAIN.fullmatch(value) is not None
    return type(value) is UUID or (type(value) is int and value >= 0)


@lru_cache(maxsize=1024)
def _shape(urlconf: str | None, name: str, names: tuple[str, ...], kinds: tuple[type, ...]) -> str:
    """Give an address with {0}, {1} … where the values go; empty where it takes only some values."""
    stands = [_STANDS[kind](place) for place, kind in enumerate(kinds)]
    unnamed = len(stands) - len(names)
    try:
        found = urls.reverse(
            name,
            urlconf,
            args=stands[:unnamed] or None,
            kwargs=dict(zip(names, stands[unnamed:], strict=True)) or None,
        )
    except urls.NoReverseMatch:
        return ""
    for place, stand in enumerate(stands):
        found = found.replace(str(stand), f"{{{place}}}")
    return found
