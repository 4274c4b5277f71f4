"""From the answers of a draft to the story a request keeps. Pure: the same answers give the same story."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from rightdoor.engines.story import Contact, PersonTold, Story
from rightdoor.frontdoor.asking.answers import OTHER_PARENT, PRACTITIONER, YOU, Answers, Kept
from rightdoor.frontdoor.asking.steps import current

_HALF_A_YEAR = timedelta(days=183)
_SAID = frozenset({"yes", "no"})


@dataclass(frozen=True)
class Asking:
    """Who asks, how to answer them, and what was agreed. `agency` is an id of the pack, or empty."""

    asker: str
    name: str = ""
    email: str = ""
    telephone: str = ""
    agency: str = ""
    job: str = ""
    agreed: str = "not_asked"
    agreed_by: str = ""
    not_agreed_reason: str = ""
    not_agreed_basis: str = ""
    works_with: str = ""


def story_of(answers: Answers) -> Story:
    """Give the story these answers tell. What was asked and is asked no longer does not count."""
    told = Answers(current(answers), answers.signed_in)
    words = _words(told)
    home, danger = told.of("home"), told.of("danger")
    return Story(
        people=[_person(told, key) for key in told.people],
        other_parent=told.of("other-parent").get("other_parent") or "",
        address=home.get("address") or "",
        postcode=home.get("postcode") or "",
        address_secret=home.get("address_secret") or "unknown",
        contact=_contact(told),
        in_danger_now=danger.get("in_danger_now") or "unknown",
        danger_words=danger.get("danger_words") or "",
        how_things_are=_scale(told),
        **words,
    )


def _words(told: Answers) -> dict[str, Any]:
    """Gather the long texts, from one page each or from the practitioner's single page."""
    fields = {
        "worries": "worries",
        "strengths": "strengths",
        "hopes": "hopes",
        "child_words": "child-words",
        "others_helping": "helping",
    }
    together = told.of("story")
    return {name: together.get(name) or told.of(step).get(name) or "" for name, step in fields.items()}


def _scale(told: Answers) -> int | None:
    found = told.of("story").get("how_things_are")
    return found if found is not None else told.of("scale").get("how_things_are")


def _contact(told: Answers) -> Contact:
    said = told.of("contact")
    own = told.of("person", YOU)
    name = said.get("name") or f"{own.get('known_as', '')} {own.get('family_name', '')}".strip()
    return Contact(
        name=name[:200],
        telephone=said.get("telephone") or "",
        email=said.get("email") or "",
        safe_to_call=said.get("safe_to_call") or "unknown",
        safe_note=said.get("safe_note") or "",
    )


def _person(told: Answers, key: str) -> PersonTold:
    said = {**told.of("birth", key), **told.of("person", key)}
    part: Any = told.part(key)
    relation = said.get("relation") or ("parent" if key == OTHER_PARENT else "")
    return PersonTold(
        key=key,
        part=part,
        known_as=said.get("known_as") or "",
        family_name=said.get("family_name") or "",
        relation="" if part == "child" else relation,
        lives_with_children=said.get("lives_with_children") or "unknown",
        facts=_facts(told, key),
        **_born(said),
        **_background(told, key),
    )


def _born(said: Kept) -> dict[str, Any]:
    """Give birth or due date as far as it was told; a year or an age becomes a date marked as not exact."""
    how, sex = said.get("how"), said.get("sex") or "U"
    if how == "exact" and said.get("birth_date"):
        return {"birth_date": date.fromisoformat(said["birth_date"]), "sex": sex}
    if how == "unborn" and said.get("due_date"):
        return {"due_date": date.fromisoformat(said["due_date"]), "sex": "U"}
    told_on = date.fromisoformat(said["told_on"]) if said.get("told_on") else None
    about = _about(said, told_on)
    return {"birth_date": about, "birth_date_exact": about is None, "sex": sex}


def _about(said: Kept, told_on: date | None) -> date | None:
    """Give the middle of the year in which somebody was born, as far as it can lie in the past."""
    if said.get("how") == "year" and said.get("birth_year"):
        middle = date(said["birth_year"], 7, 1)
        return min(middle, told_on) if told_on else middle
    if said.get("how") == "age" and said.get("age") is not None and told_on:
        birthday = told_on.replace(year=told_on.year - said["age"], day=min(told_on.day, 28))
        return birthday - _HALF_A_YEAR
    return None


def _facts(told: Answers, key: str) -> dict[str, str | int | float | bool]:
    """Give what the short screen said about one person: yes and no; not known is left out."""
    kept = {**told.of("screening"), **told.of("screening", key)}
    begins = f"{key}__"
    facts: dict[str, str | int | float | bool] = {
        name.removeprefix(begins): value
        for name, value in kept.items()
        if name.startswith(begins) and value in _SAID
    }
    lives = {"yes": "yes", "no": "no"}.get(told.of("person", key).get("lives_with_children", ""))
    if lives and told.part(key) == "parent":
        facts["lives_with_children"] = lives
    return facts


def _background(told: Answers, key: str) -> dict[str, Any]:
    said = told.of("equality", key)
    talks = told.of("contact") if key == _first_to_talk_to(told) else {}
    return {
        "ethnicity": said.get("ethnicity") or "",
        "religion": said.get("religion") or "",
        "disabilities": said.get("disabilities") or [],
        "first_language": talks.get("first_language") or said.get("first_language") or "",
        "needs_interpreter": talks.get("needs_interpreter") or "unknown",
    }


def _first_to_talk_to(told: Answers) -> str:
    """Give the key of whoever the safe contact is for: the asker, or else the first parent."""
    if told.by_family:
        return YOU
    return next(iter(told.parents), "")


def asking_of(answers: Answers) -> Asking:
    """Give who asks and what was agreed."""
    told = Answers(current(answers), answers.signed_in)
    own, contact, sharing = told.of("asker"), told.of("contact"), told.of("sharing")
    agreed = sharing.get("refused") or sharing.get("agreed") or "not_asked"
    by_family = told.by_family
    listed_elsewhere = own.get("agency") == "other"
    job = own.get("job") or ""
    if listed_elsewhere and own.get("agency_other"):
        job = f"{job}, {own['agency_other']}"
    return Asking(
        asker=told.asker,
        name=_contact(told).name if by_family else own.get("name") or "",
        email=(contact if by_family else own).get("email") or "",
        telephone=(contact if by_family else own).get("telephone") or "",
        agency="" if listed_elsewhere else own.get("agency") or "",
        job=job[:200],
        agreed="yes" if agreed == "yes" else agreed,
        agreed_by=sharing.get("agreed_by") or (_contact(told).name if by_family else ""),
        not_agreed_reason=sharing.get("reason") or "",
        not_agreed_basis=sharing.get("basis") or "",
        works_with=own.get("works_with") or "" if told.asker == PRACTITIONER else "",
    )
