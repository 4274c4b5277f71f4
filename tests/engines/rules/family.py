"""Families for tests of rules: told by hand, and made at random."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from hypothesis import strategies as st

from rightdoor.engines.facts import Circumstances, Fact, Person, codes, fact, known
from rightdoor.engines.facts.people import Value

TODAY = date(2026, 11, 22)


def told(*people: Person, **family: Value) -> Circumstances:
    """Tell of a family today."""
    return Circumstances(TODAY, people, family)


def parent(id: str = "mum", sex: str = "unknown", **facts: Value) -> Person:
    """Tell of a parent."""
    return Person(id, "parent", sex=sex, facts=facts)  # type: ignore[arg-type]


def child(id: str = "c1", born: date | None = None, **facts: Value) -> Person:
    """Tell of a child."""
    return Person(id, "child", birth_date=born, facts=facts)


def _answers(found: Fact) -> list[Value]:
    if found.code == "need_level":
        return [1, 2, 3, 4]
    return [0, 28, 50, 51, 200] if found.kind == "number" else list(found.options or ("yes", "no"))


def _facts(who: str) -> st.SearchStrategy[dict[str, Value]]:
    stated = [found for code in codes(who) if (found := fact(who, code)) and found.stated]
    pairs = [(found.code, answer) for found in stated for answer in _answers(found)]
    return st.lists(st.sampled_from([pair for pair in pairs if _possible(*pair)]), max_size=20).map(dict)


def _possible(code: str, answer: Value) -> bool:
    return code != "pregnant_weeks" or answer in (0, 28)


_SEXES = st.sampled_from(["female", "male", "unknown"])
_PARENTS = st.builds(
    Person,
    id=st.just("?"),
    part=st.just("parent"),
    sex=_SEXES,
    birth_date=st.none() | st.dates(date(1960, 1, 1), date(2010, 1, 1)),
    facts=_facts("parent"),
)
_BORN = st.builds(
    Person,
    id=st.just("?"),
    part=st.just("child"),
    sex=_SEXES,
    birth_date=st.none() | st.dates(date(2001, 1, 1), TODAY),
    facts=_facts("child"),
)
_UNBORN = st.builds(
    Person,
    id=st.just("?"),
    part=st.just("child"),
    due_date=st.dates(TODAY, date(2027, 8, 1)),
    facts=_facts("child"),
)


@st.composite
def families(draw: st.DrawFn) -> Circumstances:
    """Make a family of up to three parents and three children about whom anything may be known."""
    people = draw(st.lists(_PARENTS, max_size=3)) + draw(st.lists(_BORN | _UNBORN, max_size=3))
    numbered = tuple(replace(person, id=f"p{number}") for number, person in enumerate(people))
    return Circumstances(TODAY, numbered, draw(_facts("family")))


@st.composite
def answered(draw: st.DrawFn) -> tuple[Circumstances, Circumstances]:
    """Make a family, and the same family with some unknown things answered.

    The agreed level of need is left out: it is a decision, and takes the place of what was worked out.
    """
    before = draw(families())
    people = tuple(draw(_more_known(before, person)) for person in before.people)
    family = draw(_facts("family"))
    added = {code: value for code, value in family.items() if known(before, code) is None}
    added.pop("need_level", None)
    return before, Circumstances(TODAY, people, {**before.family, **added})


@st.composite
def _more_known(draw: st.DrawFn, before: Circumstances, person: Person) -> Person:
    answers: Mapping[str, Value] = draw(_facts(person.part))
    added = {code: value for code, value in answers.items() if known(before, code, person) is None}
    richer = replace(person, facts={**person.facts, **added})
    if person.birth_date is None and person.due_date is None and draw(st.booleans()):
        richer = replace(richer, birth_date=draw(st.dates(date(2001, 1, 1), TODAY)))
    if person.sex == "unknown" and draw(st.booleans()):
        richer = replace(richer, sex=draw(st.sampled_from(["female", "male"])))
    return richer
