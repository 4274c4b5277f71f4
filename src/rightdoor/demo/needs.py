"""What is hard for a made-up family, in the proportions national returns give."""

from collections.abc import Mapping
from datetime import date

from rightdoor.demo.chance import Chance
from rightdoor.demo.kin import Kin, Kinsperson
from rightdoor.engines.facts import VULNERABILITIES

# Shares of episodes with a factor in which the factor was found (data/SOURCES.md); the rest are our guess.
_PARENTS: Mapping[str, float] = {
    "mental_health": 1073 / 3168,
    "domestic_abuse": 1049 / 3168,
    "alcohol_misuse": 351 / 3168,
    "drug_misuse": 334 / 3168,
    "offending": 0.05,
}
# By fact: how likely, from which age and before which (in whole years).
_CHILDREN: Mapping[str, tuple[float, int, int]] = {
    "behaviour_worry": (0.16, 3, 16),
    "misses_school": (0.16, 5, 16),
    "mental_health_need": (0.12, 8, 18),
    "speech_delay": (0.10, 1, 5),
    "young_carer": (0.06, 8, 18),
    "exploitation_risk": (0.06, 12, 18),
}
_FAMILIES: Mapping[str, float] = {
    "money_worries": 0.22,
    "parenting_difficulty": 0.18,
    "parental_conflict": 0.12,
    "homeless_or_at_risk": 0.10,
}
_YEAR = 365.25
_MOST_THEMES = 5


def give(chance: Chance, kin: Kin, on: date) -> None:
    """Give a family its needs, and the facts that tell of them. Nobody is without any."""
    for parent in kin.parents:
        parent.facts |= _asked(chance, parent)
    for code, probability in _PARENTS.items():
        if chance.happens(probability):
            _of_parent(chance, kin, code)
    for code, (probability, from_age, before_age) in _CHILDREN.items():
        fitting = [child for child in kin.children if from_age <= _age(child, on) < before_age]
        if fitting and chance.happens(probability):
            chance.pick(fitting).facts[code] = "yes"
            kin.themes.append(code)
    for code, probability in _FAMILIES.items():
        if chance.happens(probability):
            kin.family_facts[code] = "yes"
            kin.themes.append(code)
    if not kin.themes:
        kin.family_facts["parenting_difficulty"] = "yes"
        kin.themes.append("parenting_difficulty")
    del kin.themes[_MOST_THEMES:]


def _asked(chance: Chance, parent: Kinsperson) -> dict[str, str]:
    """Give what was answered no, or is plain from where they live; what was not asked is left out."""
    no = dict.fromkeys(sorted(VULNERABILITIES), "no") if chance.happens(0.35) else {}
    lives = {"yes": "yes", "no": "no"}.get(parent.lives)
    return no | ({"lives_with_children": lives} if lives else {})


def _of_parent(chance: Chance, kin: Kin, code: str) -> None:
    kin.themes.append(code)
    if code == "domestic_abuse":
        _abuse(chance, kin)
        return
    at_home = [parent for parent in kin.parents if parent.lives != "no"] or kin.parents
    chance.pick(at_home).facts[code] = "yes"


def _abuse(chance: Chance, kin: Kin) -> None:
    """One is hurt; where the other is known, they are who hurts. Some addresses must then stay secret."""
    hurt, *others = sorted(kin.parents, key=lambda parent: parent.sex != "F")
    hurt.facts |= {"domestic_abuse": "yes", "domestic_abuse_side": "experienced"}
    for other in others[:1]:
        other.facts |= {"domestic_abuse": "yes", "domestic_abuse_side": "caused"}
    kin.danger = chance.happens(0.04)
    apart = all(other.lives == "no" for other in others)
    kin.secret = apart and chance.happens(0.3)


def harm(chance: Chance, kin: Kin) -> None:
    """Make it grave enough for a social worker: a child is being harmed, or in need of one."""
    children = [child for child in kin.children if child.born] or kin.children
    chance.pick(children).facts[chance.pick(("significant_harm", "child_in_need"))] = "yes"


def edge(chance: Chance, kin: Kin) -> None:
    """Make the children close to coming into care."""
    harm(chance, kin)
    kin.family_facts["edge_of_care"] = "yes"


def high_risk(chance: Chance, kin: Kin) -> None:
    """Make one parent be at high risk of serious harm from domestic abuse."""
    if "domestic_abuse" not in kin.themes:
        kin.themes.insert(0, "domestic_abuse")
        _abuse(chance, kin)
    hurt = next(one for one in kin.parents if one.facts.get("domestic_abuse_side") == "experienced")
    hurt.facts["high_risk_domestic_abuse"] = "yes"
    harm(chance, kin)


def _age(child: Kinsperson, on: date) -> int:
    return int((on - child.born).days / _YEAR) if child.born else -1
