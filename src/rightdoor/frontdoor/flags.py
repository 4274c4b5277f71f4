"""Why a request stands out: short codes with the words an officer reads. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass

from rightdoor.engines.facts import VULNERABILITIES
from rightdoor.engines.story import Story
from rightdoor.frontdoor.asking.story import Asking

DANGER_NOW, AGREEMENT_MISSING = "danger-now", "no-agreement"
SEVERAL = 2
URGENT, ORDINARY = 0, 1


@dataclass(frozen=True)
class Flag:
    """One reason to look twice, and how loudly it is shown (a tone of `ui.tag`)."""

    code: str
    words: str
    tone: str = "neutral"


_ALL = (
    Flag(DANGER_NOW, "Danger now", "danger"),
    Flag("several-vulnerabilities", "Several parental vulnerabilities", "warning"),
    Flag("parent-vulnerability", "Parent with a need of their own", "people"),
    Flag("no-agreement", "No agreement yet", "warning"),
    Flag("secret-address", "Address must stay secret", "danger"),
    Flag("unborn", "Baby on the way", "info"),
    Flag("young-person", "A young person asks", "info"),
    Flag("adult-service", "From an adult service", "people"),
    Flag("interpreter", "Interpreter needed", "info"),
    Flag("elsewhere", "Home outside our area", "warning"),
)
FLAGS: dict[str, Flag] = {flag.code: flag for flag in _ALL}


def flags_of(story: Story, asking: Asking, *, ours: bool) -> list[str]:
    """Give the codes that hold, in order. `ours` is False when the postcode is another council's."""
    told = vulnerabilities(story)
    holds = {
        DANGER_NOW: story.in_danger_now == "yes",
        "several-vulnerabilities": len(told) >= SEVERAL,
        "parent-vulnerability": len(told) == 1,
        "no-agreement": asking.agreed != "yes",
        "secret-address": story.address_secret == "yes",
        "unborn": any(person.due_date for person in story.people),
        "young-person": asking.asker == "young_person",
        "adult-service": asking.works_with == "adults",
        "interpreter": any(person.needs_interpreter == "yes" for person in story.people),
        "elsewhere": not ours,
    }
    return [code for code in FLAGS if holds[code]]


def vulnerabilities(story: Story) -> set[str]:
    """Give which of the five vulnerabilities any parent was said to have."""
    parents = story.of_part("parent")
    return {code for parent in parents for code in VULNERABILITIES if parent.facts.get(code) == "yes"}


def urgency_of(flags: Iterable[str]) -> int:
    """Give the first key of the queue: 0 when somebody is in danger now."""
    return URGENT if DANGER_NOW in flags else ORDINARY


def shown(codes: Iterable[str]) -> list[Flag]:
    """Give flags for showing; a code that is no longer used is left out."""
    return [FLAGS[code] for code in codes if code in FLAGS]
