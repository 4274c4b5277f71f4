"""What the rules answer: a level of need or a fit, always with its reasons and the questions still to ask."""

from dataclasses import dataclass
from typing import Literal

from rightdoor.engines.rules.terms import Band
from rightdoor.engines.rules.verdict import Verdict

Side = Literal["for", "against", "ask"]
FitVerdict = Literal["fits", "does_not_fit", "need_to_ask"]


@dataclass(frozen=True)
class Question:
    """A question that would settle a criterion. `person` is an id, or None for the family."""

    code: str
    who: str
    person: str | None
    text: str
    text_practitioner: str


@dataclass(frozen=True)
class Reason:
    """How one criterion came out and what that speaks for.

    `holds` is whether the criterion's sentence is so, `side` what that means for the result, and `people`
    the ids of those it was found in. `about` names the band or the route the criterion belongs to; it is
    empty for the rule itself. `matters` is False where the result would be the same without it.
    """

    criterion: str
    say: str
    holds: Verdict
    side: Side
    about: str = ""
    people: tuple[str, ...] = ()
    questions: tuple[Question, ...] = ()
    matters: bool = True

    @property
    def sentence(self) -> str:
        """The criterion's sentence with what was found."""
        return {
            Verdict.YES: self.say,
            Verdict.NO: f"Not so: {self.say}",
            Verdict.UNKNOWN: f"Not known yet: {self.say}",
        }[self.holds]


@dataclass(frozen=True)
class Reasoned:
    """Something that explains itself."""

    reasons: tuple[Reason, ...]

    @property
    def reasons_for(self) -> tuple[Reason, ...]:
        """What speaks for it."""
        return tuple(reason for reason in self.reasons if reason.side == "for" and reason.matters)

    @property
    def reasons_against(self) -> tuple[Reason, ...]:
        """What speaks against it."""
        return tuple(reason for reason in self.reasons if reason.side == "against" and reason.matters)

    @property
    def still_to_ask(self) -> tuple[Reason, ...]:
        """What is not known yet and could change the answer."""
        return tuple(reason for reason in self.reasons if reason.side == "ask" and reason.matters)

    @property
    def questions(self) -> tuple[Question, ...]:
        """The questions that could change the answer, each once."""
        return tuple(dict.fromkeys(question for reason in self.still_to_ask for question in reason.questions))


@dataclass(frozen=True)
class LevelResult(Reasoned):
    """The band that certainly holds, and those that answers still missing could raise it to."""

    scheme: str
    band: Band
    may_be: tuple[Band, ...]

    @property
    def certain(self) -> bool:
        """True when no answer that is missing could raise the band."""
        return not self.may_be


@dataclass(frozen=True)
class Fit(Reasoned):
    """Whether a service fits. `people` are those it fits or may fit; `route` is the way in that holds."""

    rule: str
    service: str
    verdict: FitVerdict
    people: tuple[str, ...]
    route: str | None = None
    note: str = ""
