"""Ask one criterion of a person, of anybody of a kind, or of the family."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from rightdoor.engines.facts import Circumstances, Person, Span, fact, known
from rightdoor.engines.facts.known import Known
from rightdoor.engines.rules.results import Question
from rightdoor.engines.rules.terms import Criterion, Test
from rightdoor.engines.rules.verdict import Verdict, every, some

YES, NO, UNKNOWN = Verdict.YES, Verdict.NO, Verdict.UNKNOWN
WHO_IS_THERE = {
    "parent": ("Who looks after the children?", "Who are the parents and carers?"),
    "child": ("Who are the children in the family?", "Which children are in the family?"),
}


@dataclass(frozen=True)
class Found:
    """How a criterion came out: for whom it was found, and what to ask where it is unknown."""

    holds: Verdict
    people: tuple[str, ...] = ()
    questions: tuple[Question, ...] = ()


@dataclass(frozen=True)
class Asker:
    """Circumstances to be asked. `need_level` is the level of need worked out, when none was told."""

    told: Circumstances
    need_level: Span | None = None

    def ask(self, criterion: Criterion, bound: Person | None = None) -> Found:
        """Ask a criterion of `bound` when it is about people like that, else of anybody, or the family."""
        if criterion.who == "family":
            return self._of(criterion, None)
        if bound and bound.part == criterion.who:
            return self._of(criterion, bound)
        people = self.told.of_kind(criterion.who)
        if not people:
            return Found(UNKNOWN, questions=(_who_is_there(criterion.who),))
        if criterion.counts and not criterion.same_person:
            return self._count_over_all(criterion, people)
        return _anybody([self._of(criterion, person) for person in people])

    def value(self, code: str, person: Person | None) -> Known:
        """Say what is known of a fact."""
        found = known(self.told, code, person)
        return self.need_level if found is None and code == "need_level" else found

    def _of(self, criterion: Criterion, person: Person | None) -> Found:
        values = {code: self.value(code, person) for code in criterion.facts}
        if criterion.counts:
            holds = _holds(criterion.test, _counted(list(values.values())))
        else:
            holds = _holds(criterion.test, values[criterion.facts[0]])
        who = (person.id,) if person else ()
        return Found(holds, who, self._questions(criterion, values, person) if holds is UNKNOWN else ())

    def _count_over_all(self, criterion: Criterion, people: tuple[Person, ...]) -> Found:
        merged = [some(_is_yes(self.value(code, person)) for person in people) for code in criterion.facts]
        holds = _holds(criterion.test, _span(merged))
        each = [self._of(criterion, person) for person in people]
        having = tuple(person.id for person in people if self._has_any(criterion, person))
        questions = tuple(self._open_questions(criterion, merged, people)) if holds is UNKNOWN else ()
        return Found(holds, having or tuple(found.people[0] for found in each if holds is UNKNOWN), questions)

    def _has_any(self, criterion: Criterion, person: Person) -> bool:
        return any(self.value(code, person) == "yes" for code in criterion.facts)

    def _open_questions(
        self, criterion: Criterion, merged: list[Verdict], people: tuple[Person, ...]
    ) -> Iterator[Question]:
        for code, verdict in zip(criterion.facts, merged, strict=True):
            if verdict is UNKNOWN:
                for person in people:
                    if self.value(code, person) is None:
                        yield _question(criterion.who, code, person)

    def _questions(
        self, criterion: Criterion, values: dict[str, Known], person: Person | None
    ) -> tuple[Question, ...]:
        exact = criterion.counts
        wanted = (code for code, value in values.items() if not exact or value is None)
        return tuple(_question(criterion.who, code, person) for code in wanted)


def with_level(asker: Asker, low: float, high: float) -> Asker:
    """Give an asker who also knows between which levels the need lies."""
    return replace(asker, need_level=Span(low, high))


def _anybody(found: list[Found]) -> Found:
    holds = some(one.holds for one in found)
    telling = [one for one in found if one.holds is holds]
    people = tuple(person for one in telling for person in one.people)
    return Found(holds, people, tuple(question for one in telling for question in one.questions))


def _counted(values: list[Known]) -> Span:
    return _span([_is_yes(value) for value in values])


def _span(verdicts: list[Verdict]) -> Span:
    low = sum(verdict is YES for verdict in verdicts)
    return Span(low, low + sum(verdict is UNKNOWN for verdict in verdicts))


def _is_yes(value: Known) -> Verdict:
    return UNKNOWN if value is None else YES if value == "yes" else NO


def _holds(test: Test, value: Known) -> Verdict:
    if value is None:
        return UNKNOWN
    return every(_number_tests(test, value) if isinstance(value, Span) else _word_tests(test, value))


def _word_tests(test: Test, value: str) -> Iterator[Verdict]:
    if test.is_ is not None:
        yield YES if value == test.is_ else NO
    if test.one_of is not None:
        yield YES if value in test.one_of else NO


def _number_tests(test: Test, span: Span) -> Iterator[Verdict]:
    for least in (test.at_least, test.from_):
        if least is not None:
            yield _reaches(span.low >= least, span.high >= least)
    for most in (test.less_than, test.before):
        if most is not None:
            yield _reaches(span.high < most, span.low < most)
    if test.more_than is not None:
        yield _reaches(span.low > test.more_than, span.high > test.more_than)
    if test.at_most is not None:
        yield _reaches(span.high <= test.at_most, span.low <= test.at_most)


def _reaches(certainly: bool, possibly: bool) -> Verdict:
    return YES if certainly else UNKNOWN if possibly else NO


def _question(who: str, code: str, person: Person | None) -> Question:
    found = fact(who, code)
    if found is None:
        raise KeyError(f"There is no fact “{code}” about a {who}.")
    return Question(code, who, person.id if person else None, found.question, found.question_practitioner)


def _who_is_there(who: str) -> Question:
    return Question("people", who, None, *WHO_IS_THERE[who])
