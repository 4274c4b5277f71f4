"""The answers of one draft, read by step. A step about one person has that person's key behind a colon."""

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from rightdoor.ui.speaking import gettext

Kept = dict[str, Any]
YOU, OTHER_PARENT = "you", "other"
PARENT, YOUNG_PERSON, PUBLIC, PRACTITIONER = "parent", "young_person", "public", "practitioner"
FAMILY_ASKERS = frozenset({PARENT, YOUNG_PERSON})
_LISTED = re.compile(r"person:(p[1-9][0-9]?)$")
MOST_LISTED = 20


def slot(step: str, key: str = "") -> str:
    """Name the place where a step's answers are kept."""
    return f"{step}:{key}" if key else step


def typed_slot(step: str) -> str:
    """Name the place where what is being typed on a page is kept until the page is sent."""
    return f"typed/{step}"


def digest(kept: Kept | None) -> str:
    """Give a short mark of one step's answers, so that a page can say which ones it was drawn from."""
    if kept is None:
        return "none"
    text = json.dumps(kept, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()[:16]


@dataclass(frozen=True)
class Answers:
    """What has been answered so far. `signed_in` is True when a practitioner writes under their own name."""

    kept: Mapping[str, Kept]
    signed_in: bool = False

    def of(self, step: str, key: str = "") -> Kept:
        """Give a step's answers; none yet is an empty record."""
        return self.kept.get(slot(step, key)) or {}

    def typed(self, step: str) -> Kept:
        """Give what was typed on a page and not sent yet."""
        return self.kept.get(typed_slot(step)) or {}

    def has(self, step: str, key: str = "") -> bool:
        """Say whether a step has been answered, even with nothing."""
        return slot(step, key) in self.kept

    @property
    def asker(self) -> str:
        """Who asks: parent, young_person, public or practitioner; empty before that was answered."""
        return PRACTITIONER if self.signed_in else str(self.of("who").get("asker", ""))

    @property
    def by_family(self) -> bool:
        """Whether somebody of the family itself asks."""
        return self.asker in FAMILY_ASKERS

    @property
    def listed(self) -> list[str]:
        """The keys of people added to the list, in the order added."""
        keys = [found[1] for name in self.kept if (found := _LISTED.match(name))]
        return sorted(keys, key=lambda key: int(key[1:]))

    @property
    def next_key(self) -> str:
        """The key the next person added will have."""
        return f"p{max((int(key[1:]) for key in self.listed), default=0) + 1}"

    @property
    def people(self) -> list[str]:
        """The keys of everybody told of: whoever asks for their own family first, the other parent last."""
        first = [YOU] if self.by_family else []
        last = [OTHER_PARENT] if self.of("other-parent").get("other_parent") == "told" else []
        return [*first, *self.listed, *last]

    def part(self, key: str) -> str:
        """Give the part somebody plays: parent, child, other_adult or unknown."""
        if key == YOU:
            return "child" if self.asker == YOUNG_PERSON else "parent"
        fallback = "parent" if key == OTHER_PARENT else "unknown"
        return str(self.of("person", key).get("part") or fallback)

    @property
    def parents(self) -> list[str]:
        """The keys of those who bring up the children."""
        return [key for key in self.people if self.part(key) == "parent"]

    def name(self, key: str) -> str:
        """Give a name for headings: as told, or a plain stand-in."""
        if key == YOU:
            return gettext("you")
        told = self.of("person", key)
        name = f"{told.get('known_as', '')} {told.get('family_name', '')}".strip()
        stand_in = (
            gettext("the other parent")
            if key == OTHER_PARENT
            else gettext("person %(number)s") % {"number": key[1:]}
        )
        return name or stand_in
