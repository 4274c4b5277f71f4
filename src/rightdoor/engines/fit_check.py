"""“Is this for my family?”: the fewest questions that a rule of eligibility still needs, one after another.

Nothing is kept here. An answer is text, by the name of its question: "parent.age", "child.age",
"parent.pregnant" and so on, as the list of facts names them. A child's age is "unborn", months such as "7m"
(under two years) or years such as "3y"; a parent's is years. Whatever else is yes, no, a number or an option.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final

from rightdoor.engines.calendar import add_months
from rightdoor.engines.facts import Circumstances, Fact, FactsError, Person, fact
from rightdoor.engines.rules import Fit, Rule, Scheme, eligible

UNSURE: Final = "unknown"
UNBORN: Final = "unborn"
WHO: Final = "who"
TERM: Final = timedelta(weeks=40)
WEEKS: Final = "parent.pregnant_weeks"
# Nobody in the family can answer these; they decide nothing until somebody has worked with it.
_NOT_FOR_FAMILIES: Final = frozenset({"family.need_level", "people"})
_AGE: Final = re.compile(r"(\d{1,3})([my])")
Answers = Mapping[str, str]


@dataclass(frozen=True)
class Checked:
    """How far a check has come: the next question, or the answer; neither before it is known who."""

    fit: Fit | None
    asks: Fact | None

    @property
    def name(self) -> str:
        """Name of the next question."""
        return f"{self.asks.who}.{self.asks.code}" if self.asks else ""


def check(rules: Sequence[Rule], answers: Answers, today: date, levels: Scheme | None = None) -> Checked:
    """Weigh the rule for whom it is asked about, and find the question that would help most.

    `rules` are those of one service, for parents, children or families. With several, `answers["who"]` says
    which: its value is "parent" or "child". An answer that cannot be so counts as none.
    """
    rule = _rule(rules, answers)
    if rule is None:
        return Checked(None, None)
    fit = eligible(rule, _circumstances(answers, today), levels)
    if fit.verdict != "need_to_ask":
        return Checked(fit, None)
    if answers.get("child.age") == UNBORN and WEEKS not in answers:
        return Checked(fit, fact("parent", "pregnant_weeks"))
    return Checked(fit, next((found for found in _open(fit) if _name(found) not in answers), None))


def whom(rules: Sequence[Rule]) -> tuple[str, ...]:
    """Give for whom a service has rules, in the order of the rules."""
    return tuple(dict.fromkeys(rule.for_ for rule in rules))


def _rule(rules: Sequence[Rule], answers: Answers) -> Rule | None:
    if len(whom(rules)) == 1:
        return rules[0]
    return next((rule for rule in rules if rule.for_ == answers.get(WHO)), None)


def _open(fit: Fit) -> list[Fact]:
    named = {f"{one.who}.{one.code}": fact(one.who, one.code) for one in fit.questions}
    return [found for name, found in named.items() if found and name not in _NOT_FOR_FAMILIES]


def _name(found: Fact) -> str:
    return f"{found.who}.{found.code}"


def _circumstances(answers: Answers, today: date) -> Circumstances:
    """Take the answers that can be so, one parent and one child."""
    told = dict(answers)
    while True:
        try:
            return Circumstances(today, (_parent(told), _child(told, today)), _facts(told, "family"))
        except FactsError as error:
            wrong = {problem.path.rpartition(".")[2] for problem in error.problems}
            kept = {name: text for name, text in told.items() if _written(name) not in wrong}
            if len(kept) == len(told):
                return Circumstances(today, (Person("parent", "parent"), Person("child", "child")))
            told = kept


def _written(name: str) -> str:
    """Give the last word of the path by which a wrong answer is told."""
    return {"parent.age": "age_years", "child.age": "age_years"}.get(name, name.partition(".")[2])


def _parent(told: Answers) -> Person:
    years = told.get("parent.age", "")
    return Person(
        "parent",
        "parent",
        sex=_sex(told, "parent"),
        age_years=int(years) if years.isdecimal() and len(years) <= len("120") else None,
        facts=_facts(told, "parent"),
    )


def _child(told: Answers, today: date) -> Person:
    plain: dict[str, Any] = {"sex": _sex(told, "child"), "facts": _facts(told, "child")}
    age, weeks = told.get("child.age", ""), told.get(WEEKS, "")
    if age == UNBORN and weeks.isdecimal() and len(weeks) <= len("44"):
        return Person("child", "child", due_date=today + TERM - timedelta(weeks=int(weeks)), **plain)
    found = _AGE.fullmatch(age)
    if found and found[2] == "m":
        return Person("child", "child", birth_date=add_months(today, -int(found[1])), **plain)
    return Person("child", "child", age_years=int(found[1]) if found else None, **plain)


def _sex(told: Answers, who: str) -> Any:
    sex = told.get(f"{who}.sex")
    return sex if sex in ("female", "male") else "unknown"


def _facts(told: Answers, who: str) -> dict[str, Any]:
    facts: dict[str, Any] = {}
    for name, text in told.items():
        owner, _, code = name.partition(".")
        found = fact(owner, code) if owner == who else None
        if found and found.stated and text != UNSURE:
            facts[code] = _number(text) if found.kind == "number" else text
    return facts


def _number(text: str) -> float | str:
    try:
        return float(text)
    except ValueError:
        return text
