"""What made-up people say, filled with the names of those they say it about."""

import tomllib
from functools import cache
from typing import Any

from rightdoor.demo.chance import Chance
from rightdoor.demo.naming import DATA


@cache
def _all() -> dict[str, Any]:
    return tomllib.loads((DATA / "words.toml").read_text(encoding="utf-8"))


def themes() -> list[str]:
    """Give the themes that can be spoken of: codes of facts, parents' first."""
    return list(_all()["theme"])


class Voice:
    """What is said about one family: {child} and {parent} become names of that family."""

    def __init__(self, chance: Chance, *, child: str, parent: str) -> None:
        """Speak of this child and this parent."""
        self._chance = chance
        self._names = {"{child}": child or "the child", "{parent}": parent or "the parent"}

    def say(self, text: str) -> str:
        """Put the names in."""
        for stands_for, name in self._names.items():
            text = text.replace(stands_for, name)
        return text

    def of(self, kind: str) -> str:
        """Say one of the general things of a kind, such as `strengths`."""
        found = _all()["general"][kind]
        return self.say(found if isinstance(found, str) else self._chance.pick(found))

    def worry(self, theme: str) -> str:
        """Say one of the worries of a theme."""
        return self.say(self._chance.pick(_all()["theme"][theme]["worries"]))

    def child(self, theme: str) -> str:
        """Say what a child might say."""
        return self.say(_all()["theme"][theme]["child"])

    def goals(self, theme: str) -> list[tuple[str, list[str]]]:
        """Give the goals of a theme, each with what is to be done about it."""
        goals = _all()["theme"][theme]["goals"]
        return [(self.say(goal["words"]), [self.say(text) for text in goal["actions"]]) for goal in goals]

    def decision(self, kind: str) -> str:
        """Give a reason for a decision of a kind, such as `team`."""
        return self.say(self._chance.pick(_all()["decision"][kind]))
