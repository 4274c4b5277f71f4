"""A made-up family as it would tell of itself: who is in it, where it lives, what is hard."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Literal
from uuid import UUID

from rightdoor.demo.chance import Chance
from rightdoor.demo.words import Voice
from rightdoor.engines.story import Answer, Contact, PersonTold, Story

Sex = Literal["F", "M"]
Lives = Literal["yes", "no", "sometimes", "unknown"]
OtherParent = Literal["told", "not_known", "prefer_not", "none", ""]
_NOT_YET = timedelta(days=1)


@dataclass
class Kinsperson:
    """One person. A child not yet born when the family first told of it has a `due` date."""

    id: UUID
    key: str
    part: Literal["parent", "child", "other_adult"]
    sex: Sex
    known_as: str
    family_name: str
    born: date | None
    exact: bool = True
    due: date | None = None
    relation: str = ""
    lives: Lives = "yes"
    ethnicity: str = ""
    religion: str = ""
    language: str = ""
    interpreter: Answer = "unknown"
    disabilities: list[str] = field(default_factory=list)
    facts: dict[str, str] = field(default_factory=dict)

    def unborn(self, on: date) -> bool:
        """Whether the child was still expected on a day."""
        return self.due is not None and on < self.due + _NOT_YET

    def told(self, on: date) -> PersonTold:
        """Give the person as somebody would have described them on a day."""
        unborn = self.unborn(on)
        return PersonTold(
            key=self.key,
            part=self.part,
            known_as="" if unborn else self.known_as,
            family_name=self.family_name,
            birth_date=None if unborn else self.born or self.due,
            birth_date_exact=self.exact or unborn,
            due_date=self.due if unborn else None,
            sex="U" if unborn else self.sex,
            relation=self.relation,
            lives_with_children="unknown" if self.part == "child" else self.lives,
            first_language=self.language,
            needs_interpreter=self.interpreter,
            ethnicity=self.ethnicity,
            religion=self.religion,
            disabilities=self.disabilities,
            facts=dict(self.facts),
        )


@dataclass
class Kin:
    """Everybody in the family, their home and their needs. `themes` are codes of facts, gravest first."""

    people: list[Kinsperson]
    lines: str
    postcode: str
    area: str
    themes: list[str] = field(default_factory=list)
    family_facts: dict[str, str] = field(default_factory=dict)
    other_parent: OtherParent = "told"
    secret: bool = False
    danger: bool = False
    couple: str = "partner"
    telephone: str = ""
    email: str = ""

    @property
    def parents(self) -> list[Kinsperson]:
        """Those who bring the children up or are their parents."""
        return [person for person in self.people if person.part == "parent"]

    @property
    def children(self) -> list[Kinsperson]:
        """The children, eldest first."""
        return [person for person in self.people if person.part == "child"]

    @property
    def name(self) -> str:
        """What practitioners call the family: its first two family names."""
        names = [person.family_name for person in self.children + self.parents if person.family_name]
        return " and ".join(list(dict.fromkeys(names))[:2]) or f"Family of {self.people[0].known_as}"

    def voice(self, chance: Chance) -> Voice:
        """Let the family be spoken of by name."""
        born = [child.known_as for child in self.children if not child.due]
        return Voice(chance, child=next(iter(born), "the baby"), parent=self.parents[0].known_as)


def story_of(kin: Kin, chance: Chance, on: date) -> Story:
    """Give what the family would tell on a day."""
    voice = kin.voice(chance)
    first = kin.parents[0]
    speaks = next((theme for theme in kin.themes if theme != "speech_delay"), "")
    return Story(
        people=[person.told(on) for person in kin.people],
        other_parent=kin.other_parent,
        address=kin.lines,
        postcode=kin.postcode,
        address_secret="yes" if kin.secret else "no",
        contact=Contact(
            name=f"{first.known_as} {first.family_name}".strip(),
            telephone=kin.telephone,
            email=kin.email,
            safe_to_call="no" if kin.secret else "yes",
            safe_note="Only on weekday mornings. Leave no message." if kin.secret else "",
        ),
        worries=" ".join(voice.worry(theme) for theme in kin.themes[:2]),
        strengths=voice.of("strengths"),
        hopes=voice.of("hopes"),
        child_words=voice.child(speaks) if speaks and chance.happens(0.5) else "",
        others_helping=voice.of("helping"),
        how_things_are=chance.between(2, 6) if chance.happens(0.8) else None,
        in_danger_now="yes" if kin.danger else "no",
        danger_words="An ex-partner said he would come tonight." if kin.danger else "",
        family_facts=dict(kin.family_facts),
    )
