"""Which entries may be one and the same: proposed with reasons, never decided."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import urlsplit

from rapidfuzz.fuzz import token_set_ratio

from rightdoor.engines.listings import Listing
from rightdoor.engines.names import fold

# So many are looked at for one sign: a postcode with fifty services is a community centre, not a duplicate.
MOST: Final = 50
MOST_PROPOSED: Final = 3
NEARLY, ROUGHLY = 90, 70


@dataclass(frozen=True)
class Alike:
    """An entry that may be the same, and why."""

    id: str
    name: str
    reasons: tuple[str, ...]


@dataclass
class Known:
    """Entries by what they share with others."""

    by_sign: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    names: dict[str, str] = field(default_factory=dict)

    def add(self, entry: Listing) -> None:
        """Take note of an entry."""
        key = str(entry.id)
        if key in self.names:
            return
        self.names[key] = entry.name
        for sign, _ in _signs(entry):
            if len(self.by_sign[sign]) < MOST:
                self.by_sign[sign].append(key)

    def alike(self, entry: Listing) -> list[Alike]:
        """Propose which entries this one may be."""
        shared: dict[str, list[str]] = defaultdict(list)
        for sign, reason in _signs(entry):
            for key in self.by_sign.get(sign, ()):
                # “Group 1” and “Group 2” of one house are two.
                if key != str(entry.id) and _numbers(entry.name) == _numbers(self.names[key]):
                    shared[key].append(reason)
        ranked = [
            (near, Alike(key, self.names[key], (f"The names are {near:.0f}% alike", *reasons)))
            for key, reasons in shared.items()
            if (near := token_set_ratio(fold_words(entry.name), fold_words(self.names[key])))
            >= (ROUGHLY if len(reasons) > 1 else NEARLY)
        ]
        return [one for _, one in sorted(ranked, key=lambda pair: (-pair[0], pair[1].id))[:MOST_PROPOSED]]


def _numbers(name: str) -> list[str]:
    return sorted(re.findall(r"\d+", name))


def fold_words(name: str) -> str:
    """Give a name in small letters, for comparing."""
    return " ".join(name.casefold().split())


def _signs(entry: Listing) -> Iterator[tuple[str, str]]:
    yield f"name/{fold_words(entry.name)}", "They have the same name"
    yield f"provider/{fold(entry.provider.name)}", f"Both are run by {entry.provider.name}"
    for number in entry.provider.identifiers:
        yield f"number/{number.scheme}/{number.value}", f"{number.kind} number {number.value}"
    for website in {domain(entry.website), domain(entry.provider.website)} - {""}:
        yield f"web/{website}", f"Both are at {website}"
    for row in entry.places:
        if row.place.uprn:
            yield f"uprn/{row.place.uprn}", "Both are in the same building (UPRN)"
        if " " in row.place.postcode:
            yield f"postcode/{row.place.postcode}", f"Both are at {row.place.postcode}"


def domain(address: str) -> str:
    """Give the domain of an address of the web."""
    return urlsplit(address).netloc.lower().removeprefix("www.")
