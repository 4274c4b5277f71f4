"""What the Islington pack promises, checked against its document (I08)."""

from typing import Any

import pytest

from rightdoor.engines.packs import Pack
from tests.packs.told import (
    ASK,
    NO,
    YES,
    born,
    child,
    fit,
    is_not_yet,
    level,
    parent,
    read_pack,
    turned_today,
    unborn,
)

LEVEL_2: list[tuple[str, str]] = [
    ("family", "parenting_difficulty"), ("family", "parental_conflict"), ("family", "money_worries"),
    ("family", "homeless_or_at_risk"), ("family", "overcrowded"), ("parent", "young_parent"),
    ("parent", "care_experienced"), ("parent", "learning_disability"), ("parent", "physical_disability"),
    ("parent", "in_custody"), ("child", "send"), ("child", "disabled"), ("child", "young_carer"),
    ("child", "misses_school"), ("child", "misses_health_checks"), ("child", "behaviour_worry"),
    ("child", "development_worry"), ("child", "mental_health_need"), ("child", "substance_use"),
    ("child", "offending_risk"), ("child", "suspended_from_school"),
]  # fmt: skip
LEVEL_3: list[tuple[str, str]] = [
    ("parent", "drug_misuse"), ("parent", "alcohol_misuse"), ("parent", "mental_health"),
    ("parent", "domestic_abuse"), ("parent", "offending"), ("family", "several_agencies"),
    ("family", "help_declined"), ("family", "parenting_contract"), ("family", "stepping_down"),
    ("child", "child_in_need"), ("child", "persistent_absence"), ("child", "antisocial_behaviour"),
    ("child", "youth_offending"),
]  # fmt: skip
LEVEL_4: list[tuple[str, str]] = [
    ("family", "child_protection_current"), ("family", "edge_of_care"), ("family", "parenting_order"),
    ("family", "parent_cannot_care"), ("child", "child_protection_plan"), ("child", "in_care"),
    ("child", "significant_harm"), ("child", "exploited"),
]  # fmt: skip
SIGNS = [(*sign, code) for code, signs in (("2", LEVEL_2), ("3", LEVEL_3), ("4", LEVEL_4)) for sign in signs]


@pytest.fixture(scope="module")
def islington() -> Pack:
    return read_pack("islington")


# Levels: I08 Sections 3, 7 and 12.


@pytest.mark.parametrize(("who", "fact", "expected"), SIGNS)
def test_each_sign_alone_leads_to_its_level(islington: Pack, who: str, fact: str, expected: str) -> None:
    people = {"parent": [parent(**{fact: "yes"})], "child": [child(**{fact: "yes"})], "family": []}[who]
    family = {fact: "yes"} if who == "family" else {}
    assert level(islington, people, **family)[0] == expected


def test_every_sign_of_the_levels_is_tried_by_a_test(islington: Pack) -> None:
    bands = islington.scheme("levels").bands
    counted = {band.code: len(band.ways) for band in bands}
    assert counted == {"1": 0, "2": len(LEVEL_2), "3": len(LEVEL_3), "4": len(LEVEL_4)}


def test_a_family_nobody_has_asked_may_be_at_any_level(islington: Pack) -> None:
    assert level(islington, [parent(), child()]) == ("1", ("2", "3", "4"))


# Parenting programmes: I08 Section 8 and Appendix A.

AGES = [
    ("incredible-years", 2, 9),
    ("triple-p-group-teen", 13, 20),
    ("strengthening-families", 5, 19),
    ("entering-the-teen-zone", 8, 14),
]


@pytest.mark.parametrize(("programme", "youngest", "too_old"), AGES)
def test_a_programme_starts_on_one_birthday_and_ends_on_another(
    islington: Pack, programme: str, youngest: int, too_old: int
) -> None:
    dates = [is_not_yet(youngest), turned_today(youngest), is_not_yet(too_old), turned_today(too_old)]
    found = [fit(islington, programme, [child(birth_date=date)], need_level=2) for date in dates]
    assert found == [NO, YES, YES, NO]


LEVELS = [
    ("incredible-years", born(4), {2, 3, 4}),
    ("triple-p", born(4), {1, 2, 3, 4}),
    ("triple-p-group-teen", born(14), {1, 2, 3, 4}),
    ("strengthening-families", born(7), {1, 2}),
    ("solihull", born(2), {1, 2, 3}),
    ("childrens-centre-family-support", born(2), {2, 3, 4}),
]


@pytest.mark.parametrize(("programme", "birth_date", "levels"), LEVELS)
def test_a_programme_is_for_its_levels_of_need(
    islington: Pack, programme: str, birth_date: str, levels: set[int]
) -> None:
    fitting = {
        n
        for n in range(1, 5)
        if fit(islington, programme, [child(birth_date=birth_date)], need_level=n) == YES
    }
    assert fitting == levels


def test_a_level_nobody_knows_is_asked_for(islington: Pack) -> None:
    assert fit(islington, "incredible-years", [child(birth_date=born(4))]) == ASK


def test_the_level_is_worked_out_from_what_was_told(islington: Pack) -> None:
    people = [parent(mental_health="yes"), child(birth_date=born(4))]
    assert fit(islington, "incredible-years", people) == YES


def test_incredible_years_wants_one_child_of_the_right_age_not_two_of_wrong_ages(islington: Pack) -> None:
    people = [child("baby", birth_date=born(1)), child("big", birth_date=born(11))]
    assert fit(islington, "incredible-years", people, need_level=2) == NO


@pytest.mark.parametrize(
    ("small_child", "verdict"),
    [
        (unborn(), YES),
        (child(birth_date="2026-11-22"), YES),
        (child(birth_date=is_not_yet(5)), YES),
        (child(birth_date=turned_today(5)), NO),
    ],
)
def test_solihull_runs_from_before_birth_to_the_fifth_birthday(
    islington: Pack, small_child: dict[str, Any], verdict: str
) -> None:
    assert fit(islington, "solihull", [small_child], need_level=1) == verdict


@pytest.mark.parametrize("programme", ["triple-p", "speakeasy"])
def test_programmes_for_all_parents_end_at_twenty(islington: Pack, programme: str) -> None:
    for_19 = fit(islington, programme, [child(birth_date=is_not_yet(20))], need_level=1)
    for_20 = fit(islington, programme, [child(birth_date=turned_today(20))], need_level=1)
    assert (for_19, for_20) == (YES, NO)


@pytest.mark.parametrize("programme", ["triple-p", "speakeasy", "incredible-years"])
def test_most_programmes_wait_for_the_birth(islington: Pack, programme: str) -> None:
    assert fit(islington, programme, [unborn()], need_level=2) == NO


# Other services.

CALM = {"parental_conflict": "no"}
TEEN_MUM = "specialist-midwifery-young-mothers"
AT_SCHOOL = {"misses_school": "no", "persistent_absence": "no"}
CASES: list[tuple[str, list[dict[str, Any]], dict[str, Any], str]] = [
    ("childrens-centres", [unborn()], {}, YES),
    ("childrens-centres", [child(birth_date=is_not_yet(5))], {}, YES),
    ("childrens-centres", [child(birth_date=turned_today(5))], {}, NO),
    (TEEN_MUM, [parent(birth_date=is_not_yet(20), pregnant="yes")], {}, YES),
    (TEEN_MUM, [parent(birth_date=turned_today(20), pregnant="yes")], {}, NO),
    (TEEN_MUM, [parent(birth_date=born(17), pregnant="no")], {}, NO),
    ("early-years-inclusion", [child(birth_date=is_not_yet(5), send="yes")], {}, YES),
    ("early-years-inclusion", [child(birth_date=turned_today(5), send="yes")], {}, NO),
    ("parent-partnership", [child(birth_date=born(9), send="yes")], {}, YES),
    ("parent-partnership", [child(birth_date=born(9), send="no")], {}, NO),
    ("camhs-in-schools", [child(birth_date=turned_today(5), mental_health_need="yes")], {}, YES),
    ("camhs-in-schools", [child(birth_date=is_not_yet(5), mental_health_need="yes")], {}, NO),
    ("education-social-work", [child(birth_date=born(9), misses_school="yes")], {}, YES),
    ("education-welfare-officers", [child(birth_date=born(9), **AT_SCHOOL)], {}, NO),
    ("drugs-and-alcohol-team", [parent(drug_misuse="no", alcohol_misuse="yes")], {}, YES),
    ("drugs-and-alcohol-team", [parent(drug_misuse="no", alcohol_misuse="no")], {}, NO),
    ("casa", [parent(drug_misuse="yes")], {}, YES),
    ("casa", [parent(drug_misuse="no")], {}, ASK),
    ("adult-mental-health", [parent(mental_health="yes")], {}, YES),
    ("adult-mental-health", [parent(mental_health="no")], {}, NO),
    ("disabled-childrens-team", [child(birth_date=born(9), disabled="yes")], {}, YES),
    ("disabled-childrens-team", [child(birth_date=born(9), disabled="no")], {}, NO),
    ("camhs", [child(birth_date=born(3), behaviour_worry="yes")], {}, YES),
    ("supporting-people", [], {"homeless_or_at_risk": "no", "overcrowded": "yes"}, YES),
    ("supporting-people", [], {"homeless_or_at_risk": "no", "overcrowded": "no"}, NO),
    ("family-group-conferences", [], {"need_level": 1, "help_declined": "yes"}, YES),
    ("family-group-conferences", [], {"need_level": 1, "help_declined": "no"}, NO),
    ("family-mediation", [], {"parental_conflict": "yes"}, YES),
    ("family-mediation", [child(birth_date=turned_today(14))], {**CALM, "parenting_difficulty": "yes"}, YES),
    ("family-mediation", [child(birth_date=is_not_yet(14))], {**CALM, "parenting_difficulty": "yes"}, NO),
    ("team-around-the-family", [], {"need_level": 2}, YES),
    ("team-around-the-family", [], {"need_level": 1, "several_agencies": "no"}, NO),
    ("expert-parenting-advisers", [parent(mental_health="yes", offending="yes")], {}, YES),
    ("yos-parenting-support", [child(youth_offending="yes")], {}, YES),
    ("yos-parenting-support", [child(youth_offending="no")], {}, NO),
    ("asb-parenting-support", [child(antisocial_behaviour="yes")], {}, YES),
    ("asb-parenting-support", [child(antisocial_behaviour="no")], {}, NO),
    ("parenting-contract", [child(birth_date=born(12), misses_school="yes")], {}, YES),
    ("parenting-order", [child(birth_date=born(12), youth_offending="yes")], {}, YES),
    ("parenting-order", [child(birth_date=turned_today(20), youth_offending="yes")], {}, NO),
    ("camhs-looked-after", [child(in_care="yes")], {}, YES),
    ("looked-after-children", [child(in_care="no")], {}, NO),
]  # fmt: skip


@pytest.mark.parametrize(("service", "people", "family", "verdict"), CASES)
def test_each_rule_says_who_its_service_is_for(
    islington: Pack, service: str, people: list[dict[str, Any]], family: dict[str, Any], verdict: str
) -> None:
    assert fit(islington, service, people, **family) == verdict


def test_every_rule_is_tried_by_a_test(islington: Pack) -> None:
    tried = {row[0] for row in (*CASES, *AGES, *LEVELS)} | {"speakeasy"}
    assert {rule.id for rule in islington.rules} == tried


# Tiers by age (I08 Section 12), clocks, orders, areas.


@pytest.mark.parametrize("tier", [1, 2, 3])
@pytest.mark.parametrize("age_in_months", [12, 8 * 12, 16 * 12])
def test_every_age_has_help_at_the_first_three_tiers(islington: Pack, tier: int, age_in_months: int) -> None:
    found = [
        service.id
        for service in islington.services
        if tier in service.levels
        and service.age_from_months is not None
        and service.age_from_months <= age_in_months < (service.age_to_months or 10_000)
    ]
    assert found


def test_the_wait_for_a_programme_is_at_most_a_month(islington: Pack) -> None:
    (version,) = islington.clock("parenting-programme-wait").versions
    assert (version.length, version.unit) == (1, "months")


@pytest.mark.parametrize(("shape_id", "weeks"), [("entering-the-teen-zone", 7), ("speakeasy", 8)])
def test_courses_last_as_long_as_the_strategy_says(islington: Pack, shape_id: str, weeks: int) -> None:
    assert [phase.weeks_from_to for phase in islington.shape(shape_id).phase] == [(weeks, weeks)]


def test_only_a_court_leads_to_a_parenting_order(islington: Pack) -> None:
    assert islington.service("parenting-order").how_in == ("court",)
    assert islington.service("parenting-contract").how_in == ("professional",)


def test_the_borough_has_17_wards_and_their_people_add_up(islington: Pack) -> None:
    wards = [row for row in islington.atlas.population if row.kind == "ward"]
    (borough,) = (row for row in islington.atlas.population if row.kind == "borough")
    assert len(wards) == 17
    assert sum(row.population for row in wards) == borough.population == 248_115
    assert sum(row.children_0_17 or 0 for row in wards) == borough.children_0_17 == 43_232


def test_a_postcode_leads_to_a_ward_of_the_borough(islington: Pack) -> None:
    wards = {row.code for row in islington.atlas.population if row.kind == "ward"}
    assert islington.place("N1 1AA") in wards
