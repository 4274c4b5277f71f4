"""The levels of need and i-THRIVE groupings of Lewisham: L21 sections 7.1, 7.2, 10.2 and 11.1."""

from typing import Any

import pytest

from rightdoor.engines.packs import Pack
from tests.packs.told import child, level, parent, read_pack

# thresholds.toml, scheme "levels": what alone leads to each level.
LEVEL_2 = [
    ("parent", "drug_misuse"), ("parent", "alcohol_misuse"), ("parent", "mental_health"),
    ("parent", "offending"), ("parent", "young_parent"), ("parent", "care_experienced"),
    ("parent", "child_previously_removed"),
    ("parent", "learning_disability"), ("family", "parenting_difficulty"), ("family", "money_worries"),
    ("child", "misses_school"), ("child", "suspended_from_school"), ("child", "speech_delay"),
    ("child", "misses_health_checks"), ("child", "young_carer"), ("child", "mental_health_need"),
    ("child", "substance_use"), ("child", "behaviour_diagnosis"), ("child", "antisocial_behaviour"),
]  # fmt: skip
LEVEL_3 = [
    ("parent", "domestic_abuse"), ("family", "domestic_abuse_current"), ("child", "lives_with_perpetrator"),
    ("family", "several_agencies"), ("family", "parental_conflict"), ("child", "persistent_absence"),
    ("child", "out_of_school"), ("family", "homeless_or_at_risk"), ("family", "stepping_down"),
    ("child", "exploitation_risk"), ("child", "youth_offending"), ("child", "offending_risk"),
    ("child", "gang_involvement"),
]  # fmt: skip
LEVEL_4 = [
    ("child", "significant_harm"), ("child", "child_protection_plan"), ("family", "child_protection_current"),
    ("child", "child_in_need"), ("child", "in_care"), ("family", "edge_of_care"), ("child", "exploited"),
    ("family", "parent_cannot_care"), ("parent", "high_risk_domestic_abuse"),
]  # fmt: skip
SIGNS = [(*sign, code) for code, signs in (("2", LEVEL_2), ("3", LEVEL_3), ("4", LEVEL_4)) for sign in signs]


@pytest.fixture(scope="module")
def lewisham() -> Pack:
    return read_pack("lewisham")


def told(who: str, fact: str) -> tuple[list[dict[str, Any]], dict[str, str]]:
    """Tell one thing, and nothing else, about a parent, a child or the family."""
    people = {"parent": [parent(**{fact: "yes"})], "child": [child(**{fact: "yes"})], "family": []}[who]
    return people, {fact: "yes"} if who == "family" else {}


def test_every_sign_of_the_levels_is_tried_by_a_test(lewisham: Pack) -> None:
    counted = {band.code: len(band.ways) for band in lewisham.scheme("levels").bands}
    together = 2  # two vulnerabilities; three signs in children
    assert counted == {"1": 0, "2": len(LEVEL_2), "3": len(LEVEL_3) + together, "4": len(LEVEL_4)}


@pytest.mark.parametrize(("who", "fact", "expected"), SIGNS)
def test_each_sign_alone_leads_to_its_level(lewisham: Pack, who: str, fact: str, expected: str) -> None:
    people, family = told(who, fact)
    assert level(lewisham, people, **family)[0] == expected


@pytest.mark.parametrize(("who", "fact"), LEVEL_2 + LEVEL_3)
def test_levels_2_and_3_are_targeted_early_help(lewisham: Pack, who: str, fact: str) -> None:
    people, family = told(who, fact)
    expected = "getting-advice" if fact == "money_worries" else "getting-help"
    assert level(lewisham, people, scheme="ithrive", **family)[0] == expected


def test_two_vulnerabilities_are_level_3_even_when_two_parents_share_them(lewisham: Pack) -> None:
    apart = [parent("mother", mental_health="yes"), parent("father", drug_misuse="yes")]
    together = [parent(mental_health="yes", drug_misuse="yes")]
    assert level(lewisham, apart)[0] == level(lewisham, together)[0] == "3"


def test_a_family_nobody_has_asked_may_be_at_any_level(lewisham: Pack) -> None:
    assert level(lewisham, [parent(), child()]) == ("1", ("2", "3", "4"))


@pytest.mark.parametrize(("signs", "expected"), [(1, "2"), (2, "2"), (3, "3")])
def test_three_signs_in_children_together_are_level_3(lewisham: Pack, signs: int, expected: str) -> None:
    facts = dict.fromkeys(["misses_school", "speech_delay", "young_carer"][:signs], "yes")
    assert level(lewisham, [child(**facts)])[0] == expected


GROUPINGS = [
    ("family", "wants_advice", "getting-advice"),
    ("child", "enduring_mental_illness", "getting-more-help"),
    ("parent", "perinatal_mental_illness_severe", "getting-more-help"),
    ("child", "child_in_need", "getting-more-help"),
    ("family", "risk_despite_help", "getting-risk-support"),
    ("child", "child_protection_plan", "getting-risk-support"),
    ("family", "edge_of_care", "getting-risk-support"),
]


@pytest.mark.parametrize(("who", "fact", "expected"), GROUPINGS)
def test_a_sign_leads_to_its_thrive_grouping(lewisham: Pack, who: str, fact: str, expected: str) -> None:
    people, family = told(who, fact)
    assert level(lewisham, people, scheme="ithrive", **family)[0] == expected


def test_the_five_thrive_groupings_are_in_order(lewisham: Pack) -> None:
    names = [band.name for band in lewisham.scheme("ithrive").bands]
    expected = [
        "Thriving",
        "Getting Advice and Signposting",
        "Getting Help",
        "Getting More Help",
        "Getting Risk Support",
    ]
    assert names == expected
