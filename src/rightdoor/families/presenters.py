"""A family's record in the words and shapes that pages show."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from rightdoor.engines.codes import Code, ethnicities, languages, religions
from rightdoor.families import sections
from rightdoor.families.models import ChronologyEvent, Family, Household, Member, Person, Relationship
from rightdoor.families.relations import Relation, in_words, seen_from
from rightdoor.ui.addresses import reverse
from rightdoor.ui.dates import PartialDate
from rightdoor.ui.words import age_words, date_words, names_listed

_SERVICE_TONES = {"early_help": "good", "edge_of_care": "warning", "statutory": "warning", "none": "neutral"}


def family_page(family: Family, *, current: str, title: str) -> dict[str, Any]:
    """Give what every page about a family needs: its name, its parts, and why it may be seen."""
    return {
        "family": family,
        "title": title,
        "caption": family.name,
        "sections": sections.links(family, current),
        "sections_label": "Parts of this record",
        "service_tag": {"text": family.get_service_display(), "tone": _SERVICE_TONES[family.service]},
        "why_seen": family.seen_because,
        "wide": True,
    }


def born_words(person: Person, today: date) -> str:
    """Say when somebody was born or is expected, and how old they are."""
    if person.due_date:
        return f"Expected {date_words(person.due_date)}"
    if person.birth_date is None:
        return "Birth date not known"
    if not person.birth_date_exact:
        return f"About {age_words(person.birth_date, today)} (born about {person.birth_date.year})"
    return f"Born {date_words(person.birth_date)}, {age_words(person.birth_date, today)}"


def people_rows(members: Iterable[Member], today: date) -> list[dict[str, Any]]:
    """Give one row for each member, with a link to their page."""
    return [
        {
            "name": member.person.full_name,
            "href": reverse(
                "families:person", kwargs={"family_id": member.family_id, "person_id": member.person_id}
            ),
            "about": f"{member.get_part_display()}. {born_words(member.person, today)}.",
            "tags": [{"text": "Needs an interpreter", "tone": "info"}]
            if member.person.needs_interpreter
            else [],
        }
        for member in members
    ]


def relation_rows(person: Person, relationships: list[Relationship]) -> list[str]:
    """Say what each other person is to this one."""
    return [_relation_words(relation) for relation in seen_from(person, relationships)]


def _relation_words(relation: Relation) -> str:
    return f"{relation.person.full_name}: {in_words(relation.kind)}"


def timeline(events: Iterable[ChronologyEvent]) -> list[dict[str, Any]]:
    """Give chronology events as the timeline component shows them."""
    return [
        {
            "when": event.on,
            "title": event.title,
            "text": event.text,
            "by": _told_by(event),
            "tag": {"text": event.kind.replace("_", " ").capitalize()},
        }
        for event in events
    ]


def _label(codes: Mapping[str, Code], code: str) -> str:
    return codes[code].label if code in codes else ""


def _told_by(event: ChronologyEvent) -> str:
    """Say whose knowledge it is; where an agency told it to somebody else, say who wrote it down."""
    if event.by is None:
        return event.agency
    if event.agency in {"", event.by.agency.name}:
        return ", ".join(words for words in (event.by.name, event.agency) if words)
    return f"Told by {event.agency}. Written down by {event.by.name}."


def facts_about(person: Person, today: date) -> list[dict[str, Any]]:
    """Give what is recorded of a person as rows; what is not known says so."""
    rows = [
        ("Known as", person.known_as),
        ("Family name", person.family_name),
        ("Also known as", ", ".join(str(name) for name in person.other_names.all())),
        ("Born", born_words(person, today)),
        ("Sex", person.get_sex_display()),
        ("Ethnicity", _label(ethnicities(), person.ethnicity)),
        ("First language", _label(languages(), person.first_language)),
        ("Needs an interpreter", {True: "Yes", False: "No", None: ""}[person.needs_interpreter]),
        ("Religion", _label(religions(), person.religion)),
        ("Numbers", ", ".join(str(number) for number in person.identifiers.all())),
    ]
    return [{"key": key, "value": value or "Not known yet"} for key, value in rows]


def contact_rows(person: Person) -> list[dict[str, Any]]:
    """Give the ways to reach somebody, the unsafe ones said loudly."""
    words = {True: "Safe to use", False: "Do not use", None: "Not known whether it is safe"}
    tones = {True: "good", False: "danger", None: "warning"}
    return [
        {
            "kind": p.get_kind_display(),
            "value": p.value,
            "note": p.note,
            "safe": words[p.safe],
            "tone": tones[p.safe],
        }
        for p in person.contact_points.all()
    ]


def home_rows(households: list[Household]) -> list[dict[str, Any]]:
    """Give each home and who lives there now."""
    return [
        {
            "name": home.name,
            "people": names_listed(r.person.full_name for r in home.residences.all()) or "Nobody now",
        }
        for home in households
    ]


def person_initial(member: Member, typed: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """Give what a form about somebody starts with: the record, under what was typed over it if anything."""
    person = member.person
    partial = PartialDate.of(person.birth_date) if person.birth_date else None
    if partial and not person.birth_date_exact:
        partial = PartialDate(partial.year)
    held = {
        "version": person.version,
        "known_as": person.known_as,
        "family_name": person.family_name,
        "part": member.part,
        "expected": person.due_date is not None,
        "due_date": person.due_date,
        "birth_date": partial,
        "sex": person.sex,
        "ethnicity": person.ethnicity,
        "first_language": person.first_language,
        "needs_interpreter": {True: "yes", False: "no", None: ""}[person.needs_interpreter],
        "religion": person.religion,
        "disabilities": person.disabilities,
    }
    texts = {"known_as", "family_name"}
    return held | {name: typed[name] for name in texts if typed and name in typed}
