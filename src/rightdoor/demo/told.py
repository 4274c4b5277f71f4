"""The families of the demo that go through the actions themselves: what each of them told."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from rightdoor.demo.naming import DATA
from rightdoor.engines.story import PersonTold, Story
from rightdoor.frontdoor.actions import Asking

_PARTS = 9  # of the pack's list of postcodes; each family lives in one of them


@dataclass(frozen=True)
class Told:
    """One family's story, who asks on what terms, and the work that followed, where any did."""

    story: Story
    asking: Asking
    work: Mapping[str, Any]


class Families:
    """Tells each family's story as of a day. `places` are postcodes of the pack, with their areas."""

    def __init__(self, today: date, places: Sequence[tuple[str, str]]) -> None:
        """Tell of the families as they are today."""
        self._today, self._places = today, places
        self._told = tomllib.loads((DATA / "stories.toml").read_text(encoding="utf-8"))

    def tell(self, name: str) -> Told:
        """Give the story of a family by its name in data/stories.toml."""
        told = self._told[name]
        postcode = self._places[told["place"] * len(self._places) // _PARTS][0]
        people = [self._person(dict(person)) for person in told["people"]]
        story = Story.model_validate({**told["story"], "people": people, "postcode": postcode})
        return Told(story, Asking(**{"agreed": "yes", **told["asking"]}), told.get("work", {}))

    def _person(self, told: dict[str, Any]) -> PersonTold:
        born, due = told.pop("born", None), told.pop("due", None)
        if born:
            told["birth_date"] = self._years_ago(*born)
        if due:
            told["due_date"] = self._today + timedelta(days=due)
        return PersonTold.model_validate(told)

    def _years_ago(self, years: int, days: int) -> date:
        return self._today.replace(day=1, year=self._today.year - years) - timedelta(days=days)
