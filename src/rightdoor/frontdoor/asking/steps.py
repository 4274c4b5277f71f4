"""Which questions there are, in which order, and for whom: the one table of the request form."""

from collections.abc import Callable
from dataclasses import dataclass

from rightdoor.frontdoor.asking.answers import (
    FAMILY_ASKERS,
    OTHER_PARENT,
    PARENT,
    PRACTITIONER,
    PUBLIC,
    YOU,
    YOUNG_PERSON,
    Answers,
    slot,
)

When = Callable[[Answers], bool]
Keys = Callable[[Answers], list[str]]
Place = tuple[str, str]
CHECK: Place = ("check", "")


@dataclass(frozen=True)
class Step:
    """One page of the form: asked when `when` holds, once, or once for each key of `keys`.

    `must` steps have to be answered before a request can be sent.
    """

    name: str
    when: When
    keys: Keys = lambda answers: [""]
    must: bool = False


def _asked_of(*askers: str) -> When:
    return lambda answers: answers.asker in askers


def _anybody(answers: Answers) -> bool:
    return bool(answers.asker)


def _works_with_adults(answers: Answers) -> bool:
    return answers.asker == PRACTITIONER and answers.of("asker").get("works_with") == "adults"


def _elsewhere(answers: Answers) -> bool:
    return bool(answers.of("home").get("elsewhere"))


def _other_told(answers: Answers) -> bool:
    return OTHER_PARENT in answers.people


def _page_per_parent(answers: Answers) -> bool:
    return answers.asker in {PARENT, PUBLIC} and bool(answers.parents)


def _has_parents(answers: Answers) -> bool:
    return answers.asker == PRACTITIONER and bool(answers.parents)


def _background_wanted(answers: Answers) -> bool:
    return answers.of("background").get("background") == "yes"


_each_parent: Keys = lambda answers: answers.parents  # noqa: E731 - a row of the table, not a function
_each_person: Keys = lambda answers: answers.people  # noqa: E731
_oneself: Keys = lambda answers: [YOU]  # noqa: E731
_the_other: Keys = lambda answers: [OTHER_PARENT]  # noqa: E731
_FAMILY = tuple(FAMILY_ASKERS)
_EACH_ON_ITS_PAGE = (*_FAMILY, PUBLIC)

STEPS: tuple[Step, ...] = (
    Step("who", lambda answers: not answers.signed_in, must=True),
    Step("danger", _anybody, must=True),
    Step("sharing", _anybody, must=True),
    Step("asker", _asked_of(PUBLIC, PRACTITIONER), must=True),
    Step("children", _works_with_adults),
    Step("person", _asked_of(*_FAMILY), _oneself, must=True),
    Step("birth", _asked_of(*_FAMILY), _oneself),
    Step("contact", _anybody, must=True),
    Step("people", _anybody),
    Step("other-parent", _anybody),
    Step("person", _other_told, _the_other),
    Step("birth", lambda answers: _other_told(answers) and answers.asker != PRACTITIONER, _the_other),
    Step("home", _anybody),
    Step("elsewhere", _elsewhere, must=True),
    Step("worries", _asked_of(*_EACH_ON_ITS_PAGE), must=True),
    Step("strengths", _asked_of(*_EACH_ON_ITS_PAGE)),
    Step("hopes", _asked_of(*_EACH_ON_ITS_PAGE)),
    Step("child-words", _asked_of(PARENT)),
    Step("helping", _asked_of(*_EACH_ON_ITS_PAGE)),
    Step("scale", _asked_of(PARENT, YOUNG_PERSON)),
    Step("story", _asked_of(PRACTITIONER), must=True),
    Step("screening", _page_per_parent, _each_parent),
    Step("screening", _has_parents),
    Step("background", _anybody),
    Step("equality", _background_wanted, _each_person),
)
# Pages that the list of people opens; they belong to the path only while somebody is being added.
OPENED_FROM_LIST = ("person", "birth")


def path(answers: Answers) -> list[Place]:
    """Give every page that these answers lead through, in order, without the last one (check)."""
    return [(step.name, key) for step in STEPS if step.when(answers) for key in step.keys(answers)]


def stopped_by(answers: Answers) -> str:
    """Say why the form cannot go on: "no-agreement", "own-council" or nothing."""
    if answers.by_family and answers.of("sharing").get("agreed") == "no":
        return "no-agreement"
    if _elsewhere(answers) and answers.of("elsewhere").get("send_here") == "no":
        return "own-council"
    return ""


def must_still_answer(answers: Answers) -> list[Place]:
    """Give the pages without which the request cannot be sent and that are not answered yet."""
    needed = {step.name for step in STEPS if step.must}
    return [
        (name, key)
        for name, key in path(answers)
        if name in needed and key != OTHER_PARENT and not answers.has(name, key)
    ]


def after(answers: Answers, place: Place, *, checking: bool = False) -> Place:
    """Give the page that follows one just answered.

    Somebody who came from the check page goes back to it, by way of whatever has become unanswered.
    """
    name, key = place
    if name in OPENED_FROM_LIST and key in answers.listed:
        asks_birth = name == "person" and answers.asker != PRACTITIONER
        return ("birth", key) if asks_birth else ("people", "")
    order = path(answers)
    if checking:
        return next((p for p in order if not answers.has(*p)), CHECK)
    place_at = order.index(place) if place in order else -1
    return order[place_at + 1] if place_at + 1 < len(order) else CHECK


def before(answers: Answers, place: Place) -> Place | None:
    """Give the page before one; None before the first."""
    name, key = place
    if name in OPENED_FROM_LIST and key not in {YOU, OTHER_PARENT}:
        return ("person", key) if name == "birth" else ("people", "")
    order = [*path(answers), CHECK]
    place_at = order.index(place) if place in order else 0
    return order[place_at - 1] if place_at > 0 else None


def first_unanswered(answers: Answers) -> Place:
    """Give the page to go on from."""
    return next((place for place in path(answers) if not answers.has(*place)), CHECK)


def may_open(answers: Answers, place: Place) -> bool:
    """Say whether a page is part of this form: on the path, or opened from the list of people."""
    name, key = place
    if place in (*path(answers), CHECK):
        return True
    may_add = key in answers.listed or key == answers.next_key
    return name in OPENED_FROM_LIST and bool(answers.asker) and may_add


def current(answers: Answers) -> dict[str, dict[str, object]]:
    """Give only the answers that count: those of pages that are part of the form now.

    An answer to a question that is no longer asked is dropped, however it got there.
    """
    listed = [(name, key) for key in answers.listed for name in OPENED_FROM_LIST]
    wanted = {slot(*place) for place in [*path(answers), *listed]}
    return {name: dict(kept) for name, kept in answers.kept.items() if name in wanted}
