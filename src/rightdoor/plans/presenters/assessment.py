"""The assessment as one page: each part with its questions, what answers them, and what is still open."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from rightdoor.engines.codes import disabilities, ethnicities, languages, religions
from rightdoor.engines.facts.vocabulary import fact
from rightdoor.families.models import Circumstance, Member, Part, Person
from rightdoor.families.presenters import born_words
from rightdoor.plans.models import Entry, Rating
from rightdoor.plans.questions import QUESTIONS, SCALES, Kept, Question, Section, Whose, of_section
from rightdoor.ui.words import date_words

_YES_NO = {True: "Yes", False: "No", None: ""}
_SECTION_OF_KIND = {
    Entry.Kind.ABOUT: Section.FAMILY,
    Entry.Kind.STRENGTH: Section.STRENGTHS,
    Entry.Kind.WORRY: Section.WORRIES,
    Entry.Kind.HISTORY: Section.HISTORY,
    Entry.Kind.NEED: Section.NEEDS,
    Entry.Kind.VOICE: Section.VOICES,
}


@dataclass
class Group:
    """One question, or one person in a part of the page, with what is written under it."""

    title: str
    question: str = ""
    entries: list[Entry] = field(default_factory=list)

    def title_of(self, entry: Entry) -> str:
        """Give what stands before one entry: the question, the person, or both."""
        asked = QUESTIONS.get(entry.question)
        if not self.question and asked and asked.section is Section.FAMILY:
            return f"{self.title}: {asked.words[0].lower()}{asked.words[1:]}"
        other = entry.person and self.question and entry.person.full_name
        return f"{self.title} ({other})" if other else self.title


@dataclass(frozen=True)
class PartView:
    """One part of the page. `unanswered` are open questions, `nothing_about` people not spoken of yet."""

    section: Section
    groups: list[Group]
    unanswered: list[str]
    nothing_about: list[str]


def parts(entries: Iterable[Entry], members: list[Member]) -> list[PartView]:
    """Give the written parts of the page, in order."""
    by_part: dict[Section, list[Entry]] = {section: [] for section in Section}
    for entry in entries:
        by_part[_section_of(entry)].append(entry)
    written = [section for section in Section if section not in {Section.SCALES, Section.FACTS}]
    return [_part(section, by_part[section], members) for section in written]


def _section_of(entry: Entry) -> Section:
    question = QUESTIONS.get(entry.question)
    return question.section if question else _SECTION_OF_KIND[Entry.Kind(entry.kind)]


def _part(section: Section, entries: list[Entry], members: list[Member]) -> PartView:
    asked = [question for question in of_section(section) if question.kept is Kept.ENTRY]
    of_family = [question for question in asked if question.whose is Whose.FAMILY]
    groups = [_for_question(question, entries) for question in of_family]
    unanswered = [group.title for group in groups if not group.entries]
    left = [entry for entry in entries if entry.question not in {question.code for question in of_family}]
    spoken_of = _for_people(left, members)
    whose = {question.whose for question in asked}
    per_person = section is not Section.FAMILY and bool(whose - {Whose.FAMILY})
    silent = _silent(spoken_of, members, whose) if per_person else []
    shown = [
        group for group in [*groups, *spoken_of.values(), *_nobodys(left, members, section)] if group.entries
    ]
    return PartView(section, shown, unanswered, silent)


def _for_question(question: Question, entries: list[Entry]) -> Group:
    return Group(
        question.words, question.code, [entry for entry in entries if entry.question == question.code]
    )


def _for_people(entries: list[Entry], members: list[Member]) -> dict[UUID, Group]:
    groups = {member.person_id: Group(member.person.full_name) for member in members}
    for entry in entries:
        if entry.person_id in groups:
            groups[entry.person_id].entries.append(entry)
    return groups


def _nobodys(entries: list[Entry], members: list[Member], section: Section) -> list[Group]:
    """Give what is about the whole family, or about somebody who is no longer a member."""
    current = {member.person_id for member in members}
    left = [entry for entry in entries if entry.person_id not in current]
    title = "The children (which child is not known)" if section is Section.VOICES else "The whole family"
    return [Group(title, entries=left)] if left else []


def _silent(groups: Mapping[UUID, Group], members: list[Member], whose: set[Whose]) -> list[str]:
    about = [m for m in members if Whose.PERSON in whose or m.part == Part.CHILD]
    return [member.person.full_name for member in about if not groups[member.person_id].entries]


def record_questions() -> list[Question]:
    """Give the questions whose answers belong to each person's own record."""
    return [question for question in of_section(Section.FAMILY) if question.kept is Kept.PERSON]


def person_answers(member: Member, today: date) -> dict[str, str | None]:
    """Give what the record says of one person by question: "" is not known yet, None does not apply."""
    answers = _answers(member.person, member, today)
    return {question.code: answers.get(question.code) for question in record_questions()}


def _answers(person: Person, member: Member, today: date) -> dict[str, str]:
    unborn = person.due_date is not None
    born = {"due_date": date_words(person.due_date)} if unborn else {"birth": _born(person, today)}
    return {
        "known_as": person.known_as,
        "family_name": person.family_name,
        "part": member.get_part_display(),
        **born,
        "sex": "" if person.sex == "U" else person.get_sex_display(),
        "first_language": _label(languages(), person.first_language),
        "needs_interpreter": _YES_NO[person.needs_interpreter],
        "ethnicity": _label(ethnicities(), person.ethnicity),
        "religion": _label(religions(), person.religion),
        "disabilities": ", ".join(_label(disabilities(), code) for code in person.disabilities),
    }


def _born(person: Person, today: date) -> str:
    return born_words(person, today) if person.birth_date else ""


def _label(codes: Mapping[str, Any], code: str) -> str:
    found = codes.get(code)
    return found.label if found else code


def scales(ratings: Iterable[Rating]) -> list[dict[str, Any]]:
    """Give each scale that was rated, by whom it is about: the latest score, and the one before."""
    rated: dict[tuple[str, str], list[Rating]] = {}
    for rating in ratings:
        whose = rating.person.full_name if rating.person else ""
        rated.setdefault((rating.scale, whose), []).append(rating)
    return [_scale(code, whose, found) for (code, whose), found in rated.items()]


def _scale(code: str, whose: str, found: list[Rating]) -> dict[str, Any]:
    scale = SCALES.get(code)
    words = scale.words if scale else code
    latest = found[-1]
    return {
        "code": code,
        "title": f"{words} ({whose})" if whose else words,
        "value": latest.score,
        "before": found[-2].score if found[1:] else None,
        "low": scale.low if scale else "",
        "high": scale.high if scale else "",
        "said": [_view_of(rating) for rating in reversed(found)],
    }


def _view_of(rating: Rating) -> str:
    view = f"{rating.score}: {rating.said_by}, {date_words(rating.at)}"
    return f"{view}. {rating.why}" if rating.why else view


def fact_rows(
    latest: Mapping[tuple[UUID | None, str], Circumstance], members: list[Member]
) -> list[dict[str, Any]]:
    """Give what is known of each person and of the family for the rules, with whose word it is."""
    whose: dict[UUID | None, tuple[str, str]] = {None: ("The family", "family")}
    whose |= {member.person_id: (member.person.full_name, member.part) for member in members}
    rows = []
    for (person, code), circumstance in latest.items():
        if person in whose:
            name, part = whose[person]
            known = fact(part, code)
            question = known.question_practitioner if known else code.replace("_", " ")
            told = f"{circumstance.told_by}, {date_words(circumstance.recorded_at)}"
            rows.append(
                {"who": name, "key": question, "value": value_words(circumstance.value), "told": told}
            )
    return rows


def value_words(value: Any) -> str:
    """Say a fact's value in words."""
    said = {"yes": "Yes", "no": "No", "unknown": "Not known yet", True: "Yes", False: "No"}
    return said.get(value) or str(value).replace("_", " ")
