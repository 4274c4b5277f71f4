"""Who each Lewisham service is for, at the edges of its rule: L18 Current Services, L21 sections 7 and 11."""

from typing import Any

import pytest

from rightdoor.engines.packs import Pack
from tests.packs.told import (
    ASK,
    NO,
    YES,
    Told,
    born,
    child,
    fit,
    is_not_yet,
    parent,
    read_pack,
    turned_today,
    unborn,
)

HERE = {"lives_in_area": "yes"}


@pytest.fixture(scope="module")
def lewisham() -> Pack:
    return read_pack("lewisham")


def woman(**facts: Any) -> Told:
    """Tell of a mother."""
    return parent("mother", sex="female", **facts)


def man(**facts: Any) -> Told:
    """Tell of a father."""
    return parent("father", sex="male", **facts)


# Ages that open and close a service for a child, everything else being right.

ABUSED, SENT = [woman(domestic_abuse_side="experienced")], [woman(social_care_referred="yes")]
REMOVED = {"removed_from_parents": "yes", "return_home_assessed": "yes"}
AGES: list[tuple[str, dict[str, str], list[Told], int, int]] = [
    ("community-groups", {"lives_with_perpetrator": "no"}, ABUSED, 4, 12),
    ("caring-and-supporting", REMOVED, SENT, 4, 13),
    ("functional-family-therapy", {"youth_offending": "yes"}, [], 10, 18),
    ("functional-family-therapy", {"offending_risk": "yes"}, [], 10, 18),
    ("young-carers", {"young_carer": "yes"}, [], 8, 19),
    ("compass", {"mental_health_need": "yes", "send": "no"}, [], 10, 20),
    ("compass", {"sexual_health_need": "yes", "send": "yes"}, [], 10, 25),
    ("compass", {"substance_use": "yes", "send": "no"}, [], 10, 20),
    ("first-response", {"child_protection_plan": "yes"}, [], 11, 19),
]


@pytest.mark.parametrize("case", AGES, ids=lambda case: f"{case[0]}-{case[3]}-{case[4]}")
def test_a_service_opens_on_one_birthday_and_closes_on_another(
    lewisham: Pack, case: tuple[str, dict[str, str], list[Told], int, int]
) -> None:
    rule, facts, adults, youngest, too_old = case
    dates = [is_not_yet(youngest), turned_today(youngest), is_not_yet(too_old), turned_today(too_old)]
    found = [
        fit(lewisham, rule, [child(birth_date=date, **facts), *adults], in_crisis="no") for date in dates
    ]
    assert found == [NO, YES, YES, NO]


@pytest.mark.parametrize(("birth_date", "expected"), [(is_not_yet(11), YES), (turned_today(11), NO)])
def test_meliot_takes_children_under_11(lewisham: Pack, birth_date: str, expected: str) -> None:
    assert (
        fit(lewisham, "meliot-family-centre", [child(birth_date=birth_date, child_in_need="yes")]) == expected
    )


@pytest.mark.parametrize("rule", ["meliot-family-centre", "first-response"])
def test_edge_of_care_needs_a_live_social_work_plan(lewisham: Pack, rule: str) -> None:
    plans = dict.fromkeys(["child_in_need", "child_protection_plan", "in_care"], "no")
    age = 8 if rule == "meliot-family-centre" else 14
    assert fit(lewisham, rule, [child(birth_date=born(age), **plans)]) == NO


# Domestic abuse.


@pytest.mark.parametrize(
    ("with_abuser", "crisis", "side", "expected"),
    [
        ("no", "no", "experienced", YES),
        ("no", "no", "both", YES),
        ("yes", "no", "experienced", NO),
        ("no", "yes", "experienced", NO),
        ("no", "no", "caused", NO),
        ("unknown", "no", "experienced", ASK),
        ("no", "unknown", "experienced", ASK),
        ("unknown", "yes", "experienced", NO),
    ],
)
def test_community_groups_is_for_families_away_from_the_abuser_and_out_of_crisis(
    lewisham: Pack, with_abuser: str, crisis: str, side: str, expected: str
) -> None:
    people = [child(birth_date=born(7), lives_with_perpetrator=with_abuser), woman(domestic_abuse_side=side)]
    assert fit(lewisham, "community-groups", people, in_crisis=crisis) == expected


def test_community_groups_wants_one_child_who_is_both_of_age_and_away_from_the_abuser(lewisham: Pack) -> None:
    of_age = child("middle", birth_date=born(7), lives_with_perpetrator="yes")
    away = child("big", birth_date=born(15), lives_with_perpetrator="no")
    people = [of_age, away, woman(domestic_abuse_side="experienced")]
    assert fit(lewisham, "community-groups", people, in_crisis="no") == NO


@pytest.mark.parametrize(
    ("mother", "birth_date", "expected"),
    [
        (woman(domestic_abuse_side="experienced"), turned_today(0), YES),
        (woman(domestic_abuse_side="experienced"), is_not_yet(5), YES),
        (woman(domestic_abuse_side="experienced"), turned_today(5), NO),
        (woman(domestic_abuse_side="caused"), born(3), NO),
        (man(domestic_abuse_side="experienced"), born(3), NO),
        (parent(domestic_abuse_side="experienced"), born(3), ASK),
    ],
)
def test_the_freedom_programme_is_for_women_with_a_child_under_5(
    lewisham: Pack, mother: Told, birth_date: str, expected: str
) -> None:
    assert fit(lewisham, "freedom-programme", [mother, child(birth_date=birth_date)], **HERE) == expected


@pytest.mark.parametrize("rule", ["athena", "athena-young-person"])
@pytest.mark.parametrize(
    ("sex", "birth_date", "expected"),
    [
        ("female", is_not_yet(13), NO),
        ("female", turned_today(13), YES),
        ("male", turned_today(13), NO),
        ("male", is_not_yet(16), NO),
        ("male", turned_today(16), YES),
        ("", turned_today(16), ASK),
        ("", is_not_yet(13), NO),
    ],
)
def test_athena_is_for_women_and_girls_from_13_and_men_from_16(
    lewisham: Pack, rule: str, sex: str, birth_date: str, expected: str
) -> None:
    person = parent if rule == "athena" else child
    told = person(sex=sex, birth_date=birth_date, gender_based_violence="yes")
    assert fit(lewisham, rule, [told], **HERE) == expected


def test_athena_is_for_people_who_live_in_lewisham(lewisham: Pack) -> None:
    told = [woman(birth_date=born(30), domestic_abuse_side="experienced")]
    assert fit(lewisham, "athena", told, lives_in_area="no") == NO


@pytest.mark.parametrize(("answer", "expected"), [("yes", YES), ("no", NO), ("unknown", ASK)])
def test_the_marac_hears_high_risk_only(lewisham: Pack, answer: str, expected: str) -> None:
    assert fit(lewisham, "marac", [woman(high_risk_domestic_abuse=answer)]) == expected


# Fathers.


@pytest.mark.parametrize(
    ("family", "expected"),
    [
        ({"domestic_abuse_current": "no", "child_protection_current": "no"}, YES),
        ({"domestic_abuse_current": "yes", "child_protection_current": "no"}, NO),
        ({"domestic_abuse_current": "no", "child_protection_current": "yes"}, NO),
        ({"domestic_abuse_current": "unknown", "child_protection_current": "no"}, ASK),
    ],
)
def test_supporting_fathers_involvement_bars_abuse_and_child_protection_going_on_now(
    lewisham: Pack, family: dict[str, str], expected: str
) -> None:
    assert (
        fit(lewisham, "supporting-fathers-involvement", [man(father_or_male_carer="yes")], **family)
        == expected
    )


@pytest.mark.parametrize(("birth_date", "expected"), [(is_not_yet(25), YES), (turned_today(25), NO)])
def test_young_fathers_are_under_25(lewisham: Pack, birth_date: str, expected: str) -> None:
    told = [man(father_or_male_carer="yes", birth_date=birth_date)]
    assert fit(lewisham, "young-fathers", told) == expected


@pytest.mark.parametrize(("baby", "expected"), [(unborn(), YES), (child(birth_date=born(1)), NO)])
def test_expectant_fathers_have_a_baby_on_the_way(lewisham: Pack, baby: Told, expected: str) -> None:
    assert fit(lewisham, "expectant-fathers", [man(father_or_male_carer="yes"), baby]) == expected


# Family support and parenting.


@pytest.mark.parametrize(
    ("birth_date", "expected"), [(turned_today(0), YES), (is_not_yet(4), YES), (turned_today(4), NO)]
)
def test_baby_fab_ends_where_caring_and_supporting_begins(
    lewisham: Pack, birth_date: str, expected: str
) -> None:
    people = [child(birth_date=birth_date, **REMOVED), woman(social_care_referred="yes")]
    assert fit(lewisham, "baby-fab", people) == expected


@pytest.mark.parametrize("rule", ["caring-and-supporting", "baby-fab"])
def test_only_social_care_can_refer_to_the_groups_for_parents_of_removed_children(
    lewisham: Pack, rule: str
) -> None:
    people = [
        child(birth_date=born(5 if rule == "caring-and-supporting" else 2), **REMOVED),
        woman(social_care_referred="no"),
    ]
    assert fit(lewisham, rule, people) == NO


@pytest.mark.parametrize(
    ("rule", "levels"),
    [("family-thrive", {2, 3}), ("safer-stronger-families", {2, 3}), ("family-social-work-ssf", {4})],
)
def test_targeted_early_help_is_for_levels_2_and_3(lewisham: Pack, rule: str, levels: set[int]) -> None:
    family = {"edge_of_care": "no", "child_protection_current": "no"}
    assert {n for n in range(1, 5) if fit(lewisham, rule, [], need_level=n, **family) == YES} == levels


@pytest.mark.parametrize("rule", ["family-thrive", "safer-stronger-families"])
def test_a_family_on_the_edge_of_care_is_not_for_early_help(lewisham: Pack, rule: str) -> None:
    family = {"edge_of_care": "yes", "child_protection_current": "no"}
    assert fit(lewisham, rule, [], need_level=3, **family) == NO


TROUBLES = [
    "youth_offending",
    "gang_involvement",
    "antisocial_behaviour",
    "substance_use",
    "pregnant",
    "not_in_work_or_training",
    "misses_school",
    "behaviour_diagnosis",
]


@pytest.mark.parametrize("trouble", TROUBLES)
def test_each_trouble_of_a_young_person_opens_the_parent_support_group(lewisham: Pack, trouble: str) -> None:
    assert fit(lewisham, "parent-support-group", [child(**{trouble: "yes"})]) == YES


def test_the_parent_support_group_is_not_for_a_young_person_with_none_of_its_troubles(lewisham: Pack) -> None:
    assert fit(lewisham, "parent-support-group", [child(**dict.fromkeys(TROUBLES, "no"))]) == NO


SIMPLE = [
    ("hidden-harm", "parent", "alcohol_misuse"),
    ("hidden-harm", "parent", "drug_misuse"),
    ("parental-wellbeing", "parent", "mental_health"),
    ("parents-as-partners", "family", "parental_conflict"),
    ("cyp-iapt", "child", "behaviour_diagnosis"),
    ("youth-offending-parenting", "child", "youth_offending"),
    ("young-peoples-mental-health", "child", "enduring_mental_illness"),
    ("sendiass", "child", "send"),
    ("local-offer", "child", "send"),
]


@pytest.mark.parametrize(("rule", "who", "fact"), SIMPLE)
def test_one_fact_opens_a_service(lewisham: Pack, rule: str, who: str, fact: str) -> None:
    people = {"parent": [parent(**{fact: "yes"})], "child": [child(**{fact: "yes"})], "family": []}[who]
    family = {fact: "yes"} if who == "family" else {}
    assert fit(lewisham, rule, people, **family) == YES


def test_every_rule_is_tried_by_a_test(lewisham: Pack) -> None:
    table_4 = {"new-direction", "primary-care-recovery", "aftercare"}
    compass = {"compass-substance-misuse", "compass-substance-misuse-parent"}
    named = {row[0] for row in (*AGES, *SIMPLE)} | {
        "meliot-family-centre", "freedom-programme", "athena", "athena-young-person", "marac",
        "understanding-your-baby", "family-nurse-partnership", "mecsh", "health-visiting", "indigo",
        "mindful-mums", "mother-and-baby-unit", "perinatal-mental-health",
        "perinatal-mental-health-midwife", "talking-therapies", "supporting-fathers-involvement",
        "young-fathers", "expectant-fathers", "baby-fab", "family-thrive", "safer-stronger-families",
        "family-social-work-ssf", "parent-support-group",
    }  # fmt: skip
    assert {rule.id for rule in lewisham.rules} == named | table_4 | compass
