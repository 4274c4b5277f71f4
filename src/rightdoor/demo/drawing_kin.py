"""Drawing a family: its shape, its names, its home. Plausible, never real."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from rightdoor.demo import needs
from rightdoor.demo.chance import Chance, Table
from rightdoor.demo.kin import Kin, Kinsperson, Lives, OtherParent, Sex
from rightdoor.demo.naming import Community, communities, forename, surname

Place = tuple[str, str]
_MONTH = 30.44
_FURTHEST_DUE = 6  # months ahead in which a pregnancy may have been told of
_STREETS = (
    "Storybook Close", "Made-up Road", "Pretend Street", "Once Upon Lane", "Teapot Terrace", "Nobody's Row",
    "Invented Gardens", "Paper Boat Walk", "Marmalade Mews", "Imaginary Avenue",
    "Lantern House, Fable Estate",
)  # fmt: skip
_CHILDREN = Table({1: 30.0, 2: 38.0, 3: 20.0, 4: 8.0, 5: 3.0, 6: 1.0})
_COUPLE = Table({"partner": 5.0, "spouse": 5.0})
# How old a mother is at her first birth, in years: roughly England's spread, never below 15.
_FIRST_BIRTH, _SPREAD, _YOUNGEST, _OLDEST = 27, 6, 15, 42
_DISABILITIES = ("AUT", "LD", "COMM", "BEH")


@dataclass(frozen=True)
class Shape:
    """Who brings the children up. `father` is where he lives: yes (with them), sometimes, no, or unknown."""

    mother: Lives = "yes"
    father: Lives = "yes"
    stepfather: bool = False
    grandmother: bool = False
    other_parent: OtherParent = "told"


_SHAPES = Table(
    {
        Shape(): 34.0,
        Shape(father="no"): 14.0,
        Shape(father="sometimes"): 9.0,
        Shape(father="unknown", other_parent="not_known"): 9.0,
        Shape(father="unknown", other_parent="prefer_not"): 5.0,
        Shape(mother="sometimes"): 4.0,
        Shape(father="no", stepfather=True): 12.0,
        Shape(grandmother=True, father="unknown", mother="no", other_parent="not_known"): 4.0,
        Shape(grandmother=True): 4.0,
    }
)
TWO_HOMES = Shape(father="sometimes")
TOGETHER = Shape()


def draw_kin(
    chance: Chance,
    places: Sequence[Place],
    on: date,
    *,
    shape: Shape | None = None,
    community: Community | None = None,
    children: int = 0,
) -> Kin:
    """Draw a family as it is on a day. `places` are postcodes with their area."""
    shape = shape or chance.draw(_SHAPES)
    home = community or chance.draw(communities())
    postcode, area = chance.pick(places)
    births = _births(chance, on, children or chance.draw(_CHILDREN))
    mother, father = _names(chance, home)
    painter = _Painter(chance, home, on)
    people = _adults(painter, shape, births[0], (mother, father))
    people += painter.children(births, _shared_name(chance, mother, father, shape))
    kin = Kin(
        people=people,
        lines=f"{chance.between(1, 180)} {chance.pick(_STREETS)}",
        postcode=postcode,
        area=area,
        other_parent=shape.other_parent,
        couple=chance.draw(_COUPLE),
        telephone=f"020 7946 0{chance.between(0, 999):03d}",
        email=f"family{chance.between(1, 99999)}@example.org" if chance.happens(0.5) else "",
    )
    needs.give(chance, kin, on)
    return kin


def _births(chance: Chance, on: date, number: int) -> list[date]:
    """Give birth dates, eldest first; one after `on` is a child on the way."""
    months = [chance.between(-_FURTHEST_DUE, 16 * 12)]
    while len(months) < number:
        younger = months[-1] - (0 if chance.happens(0.02) else chance.between(13, 52))
        if younger < -_FURTHEST_DUE:
            break
        months.append(younger)
    eldest = on - timedelta(days=int(months[0] * _MONTH) + chance.between(1, 28))
    births = [eldest + timedelta(days=int((months[0] - month) * _MONTH)) for month in months]
    # Not all on one day of the month; twins on the same day.
    moved = {month: timedelta(days=chance.between(0, 27)) for month in months}
    return [born - moved[month] for month, born in zip(months, births, strict=True)]


def _names(chance: Chance, home: Community) -> tuple[str, str]:
    """Give both parents' family names; one couple in five has roots in two communities."""
    other = chance.draw(communities()) if chance.happens(0.2) else home
    mother, father = surname(chance, home), surname(chance, other)
    if chance.happens(0.012):
        return "", father
    if chance.happens(0.012):
        mother = f"{mother} {surname(chance, home)}-{surname(chance, other)} de {surname(chance, home)}"
    return (father if chance.happens(0.4) else mother), father


def _shared_name(chance: Chance, mother: str, father: str, shape: Shape) -> str:
    if shape.father == "unknown":
        return mother
    if mother != father and mother and chance.happens(0.12):
        return f"{mother}-{father}"
    return father if chance.happens(0.55) else mother


def _years(number: float) -> timedelta:
    return timedelta(days=int(number * 365.25))


def _adults(painter: "_Painter", shape: Shape, eldest: date, names: tuple[str, str]) -> list[Kinsperson]:
    """Draw the grown-ups, those who live with the children first. `names` are mother's and father's."""
    chance, (mother, father) = painter.chance, names
    age = min(max(chance.normal(_FIRST_BIRTH, _SPREAD), _YOUNGEST), _OLDEST)
    born = eldest - _years(age) - timedelta(days=chance.between(0, 360))
    his = min(born - _years(chance.normal(2, 5)), eldest - _years(_YOUNGEST + 1))
    people = [painter.adult("mother", "F", mother, born, lives=shape.mother)]
    if shape.grandmother:
        gran = born - _years(chance.between(19, 35))
        people.append(painter.adult("gran", "F", mother, gran, relation="grandparent"))
        people[-1].part = "parent" if shape.mother == "no" else "other_adult"
    if shape.father != "unknown":
        people.append(painter.adult("father", "M", father, his, lives=shape.father))
    if shape.stepfather:
        name = surname(chance, painter.home)
        people.append(painter.adult("partner", "M", name, his, relation="stepParent"))
    return sorted(people, key=lambda person: (person.part != "parent", person.lives != "yes"))


@dataclass
class _Painter:
    """Draws the people of one family of a community on a day; no two of them are called the same."""

    chance: Chance
    home: Community
    on: date
    called: set[str] = field(default_factory=set)

    def adult(
        self,
        key: str,
        sex: Sex,
        family_name: str,
        born: date,
        *,
        relation: str = "parent",
        lives: Lives = "yes",
    ) -> Kinsperson:
        """Draw a grown-up. Of some nobody knows when they were born, of others only the year."""
        known = not self.chance.happens(0.25 if lives == "no" else 0.04)
        exact = known and not self.chance.happens(0.06)
        person = Kinsperson(
            id=self.chance.id(),
            key=key,
            part="parent",
            sex=sex,
            known_as=self._known_as(sex, born),
            family_name=family_name,
            born=(born if exact else born.replace(month=7, day=1)) if known else None,
            exact=exact or not known,
            relation=relation,
            lives=lives,
        )
        return self._background(person)

    def children(self, births: list[date], family_name: str) -> list[Kinsperson]:
        """Draw the children, eldest first."""
        return [
            self._child(f"child-{place}", born, family_name) for place, born in enumerate(births, start=1)
        ]

    def _child(self, key: str, born: date, family_name: str) -> Kinsperson:
        sex: Sex = "F" if self.chance.happens(0.49) else "M"
        expected = born > self.on
        child = Kinsperson(
            id=self.chance.id(),
            key=key,
            part="child",
            sex=sex,
            known_as=self._known_as(sex, born),
            family_name=family_name,
            born=None if expected else born,
            due=born if expected else None,
        )
        if expected:
            return child
        if self.chance.happens(0.08):
            child.disabilities = [self.chance.pick(_DISABILITIES)]
        return self._background(child)

    def _known_as(self, sex: str, born: date) -> str:
        first = forename(self.chance, self.home, sex, born)
        while first in self.called:
            first = forename(self.chance, self.home, sex, born)
        self.called.add(first)
        if self.chance.happens(0.02):
            return f"{first}-{forename(self.chance, self.home, sex, born)}"
        if self.chance.happens(0.012):
            return " ".join((first, *(forename(self.chance, self.home, sex, born) for _ in range(3))))
        return first

    def _background(self, person: Kinsperson) -> Kinsperson:
        """Tell some of a person's background; much of it nobody has asked."""
        chance, home = self.chance, self.home
        if chance.happens(0.8):
            person.ethnicity = chance.pick(home.ethnicities)
        if chance.happens(0.6):
            person.religion = chance.pick(home.religions)
        if chance.happens(0.7):
            person.language = chance.pick(home.languages)
            person.interpreter = "yes" if person.language != "en" and chance.happens(0.4) else "no"
        return person
