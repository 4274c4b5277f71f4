"""What the Essex pack promises, checked against its document (E10)."""

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
)

FIVE = ("drug_misuse", "alcohol_misuse", "mental_health", "domestic_abuse", "offending")
DISTRICTS = {
    "Basildon", "Braintree", "Brentwood", "Castle Point", "Chelmsford", "Colchester",
    "Epping Forest", "Harlow", "Maldon", "Rochford", "Tendring", "Uttlesford",
}  # fmt: skip


@pytest.fixture(scope="module")
def essex() -> Pack:
    return read_pack("essex")


def answers(yes: int, unknown: int = 0) -> dict[str, str]:
    """Answer the five vulnerabilities: some yes, then some unknown, the rest no."""
    given = ["yes"] * yes + ["unknown"] * unknown
    return dict(zip(FIVE, given + ["no"] * (5 - len(given)), strict=True))


# Levels: E10 Section 2, Thresholds.


@pytest.mark.parametrize(
    ("yes", "unknown", "expected", "may_be"),
    [
        (0, 0, "1", ("2",)),
        (0, 1, "1", ("2", "3")),
        (0, 2, "1", ("2", "3", "4")),
        (0, 5, "1", ("2", "3", "4")),
        (1, 0, "3", ()),
        (1, 1, "3", ("4",)),
        (1, 4, "3", ("4",)),
        (2, 0, "4", ()),
        (2, 3, "4", ()),
        (3, 0, "4", ()),
        (4, 0, "4", ()),
        (5, 0, "4", ()),
    ],
)
def test_one_vulnerability_is_level_3_and_more_than_one_is_level_4(
    essex: Pack, yes: int, unknown: int, expected: str, may_be: tuple[str, ...]
) -> None:
    assert level(essex, [parent(**answers(yes, unknown)), child()]) == (expected, may_be)


@pytest.mark.parametrize("vulnerability", FIVE)
def test_each_of_the_five_alone_is_level_3(essex: Pack, vulnerability: str) -> None:
    only = answers(0) | {vulnerability: "yes"}
    assert level(essex, [parent(**only)]) == ("3", ())


@pytest.mark.parametrize("pair", [(one, two) for one in FIVE for two in FIVE if one < two])
def test_any_two_of_the_five_are_level_4(essex: Pack, pair: tuple[str, str]) -> None:
    both = answers(0) | dict.fromkeys(pair, "yes")
    assert level(essex, [parent(**both)]) == ("4", ())


def test_two_parents_with_one_different_vulnerability_each_are_level_4(essex: Pack) -> None:
    mother = parent("mother", **(answers(0) | {"mental_health": "yes"}))
    father = parent("father", **(answers(0) | {"drug_misuse": "yes"}))
    assert level(essex, [mother, father]) == ("4", ())


def test_two_parents_with_the_same_vulnerability_stay_at_level_3(essex: Pack) -> None:
    drinking = answers(0) | {"alcohol_misuse": "yes"}
    assert level(essex, [parent("mother", **drinking), parent("father", **drinking)]) == ("3", ())


def test_a_second_parent_nobody_has_asked_about_may_raise_the_level(essex: Pack) -> None:
    mother = parent("mother", **(answers(0) | {"mental_health": "yes"}))
    assert level(essex, [mother, parent("father")]) == ("3", ("4",))


def test_a_young_person_who_uses_drugs_is_not_a_parental_vulnerability(essex: Pack) -> None:
    people = [parent(**answers(0)), child(substance_use="yes")]
    assert level(essex, people)[0] == "2"


def test_a_sign_of_additional_need_alone_is_level_2(essex: Pack) -> None:
    assert level(essex, [parent(**answers(0)), child()], money_worries="yes") == ("2", ())


def test_every_sign_of_additional_need_together_never_reaches_level_3(essex: Pack) -> None:
    signs = {"money_worries": "yes", "homeless_or_at_risk": "yes", "parenting_difficulty": "yes"}
    assert level(essex, [parent(**answers(0)), child(misses_school="yes", send="yes")], **signs) == ("2", ())


# Tiers: E10 Figure 2.


@pytest.mark.parametrize(
    ("people", "family", "expected"),
    [
        ([], {}, "1"),
        ([child(misses_school="yes")], {}, "2"),
        ([parent(mental_health="yes")], {}, "3"),
        ([], {"several_agencies": "yes"}, "3"),
        ([parent(mental_health="yes", offending="yes")], {}, "4"),
        ([child(child_protection_plan="yes")], {}, "4"),
        ([], {"parenting_order": "yes"}, "4"),
    ],
)
def test_tiers_follow_the_county_model(
    essex: Pack, people: list[dict[str, Any]], family: dict[str, str], expected: str
) -> None:
    assert level(essex, people, scheme="tiers", **family)[0] == expected


# Who services are for.


@pytest.mark.parametrize(
    ("birth_date", "verdict"),
    [
        (is_not_yet(8), NO),
        (turned_today(8), YES),
        (is_not_yet(18), YES),
        (turned_today(18), NO),
    ],
)
def test_m_pact_is_for_a_child_of_8_to_17(essex: Pack, birth_date: str, verdict: str) -> None:
    people = [parent(in_treatment="yes"), child(birth_date=birth_date)]
    assert fit(essex, "m-pact", people) == verdict


@pytest.mark.parametrize(
    ("facts", "verdict"),
    [
        ({"in_treatment": "yes"}, YES),
        ({"in_treatment": "no", "in_recovery": "yes"}, YES),
        ({"in_treatment": "no", "in_recovery": "no"}, NO),
        ({"in_treatment": "no"}, ASK),
        ({}, ASK),
    ],
)
def test_m_pact_asks_for_a_parent_in_treatment_or_recovery(
    essex: Pack, facts: dict[str, str], verdict: str
) -> None:
    assert fit(essex, "m-pact", [parent(**facts), child(birth_date=born(10))]) == verdict


CASES: list[tuple[str, list[dict[str, Any]], dict[str, str], str]] = [
    ("adult-drug-alcohol-treatment", [parent(drug_misuse="no", alcohol_misuse="yes")], {}, YES),
    ("adult-drug-alcohol-treatment", [parent(drug_misuse="no", alcohol_misuse="no")], {}, NO),
    ("drug-interventions", [parent(drug_misuse="yes", in_criminal_justice="yes")], {}, YES),
    ("drug-interventions", [parent(drug_misuse="yes", in_criminal_justice="no")], {}, NO),
    ("prison-drug-service", [parent(drug_misuse="yes", in_custody="yes")], {}, YES),
    ("prison-drug-service", [parent(drug_misuse="yes", in_custody="no")], {}, NO),
    ("eypdas", [parent(**answers(0)), child(substance_use="yes")], {}, YES),
    ("eypdas", [parent(drug_misuse="yes"), child(substance_use="no")], {}, YES),
    ("eypdas", [parent(**answers(0)), child(substance_use="no")], {}, NO),
    ("family-intervention-projects", [parent(**answers(1))], {}, NO),
    ("family-intervention-projects", [parent(**answers(1, 1))], {}, ASK),
    ("family-intervention-projects", [parent(**answers(2))], {}, YES),
    ("family-group-conferences", [parent(mental_health="yes")], {}, YES),
    ("family-group-conferences", [child(child_protection_plan="yes")], {}, YES),
    ("family-centres", [parent(**answers(1)), child(child_in_need="yes")], {}, YES),
    ("family-centres", [parent(**answers(0)), child(child_in_need="yes")], {}, NO),
    ("parenting-programmes", [], {"parenting_difficulty": "yes"}, YES),
    ("young-carers", [child(young_carer="yes")], {}, YES),
    ("young-carers", [child(young_carer="no")], {}, NO),
    ("camhs", [child(mental_health_need="yes")], {}, YES),
    ("camhs", [child(mental_health_need="no")], {}, NO),
    ("adult-mental-health", [parent(mental_health="yes")], {}, YES),
    ("adult-mental-health", [parent(mental_health="no")], {}, NO),
    ("refuges", [parent(sex="female", domestic_abuse_side="experienced")], {}, YES),
    ("refuges", [parent(sex="female", domestic_abuse_side="both")], {}, YES),
    ("refuges", [parent(sex="female", domestic_abuse_side="caused")], {}, NO),
    ("refuges", [parent(sex="male", domestic_abuse_side="experienced")], {}, NO),
    ("domestic-abuse-support", [parent(sex="male", domestic_abuse_side="experienced")], {}, YES),
    ("domestic-abuse-support", [parent(domestic_abuse_side="caused")], {}, NO),
    ("youth-offending-service", [child(youth_offending="no", offending_risk="yes")], {}, YES),
    ("youth-offending-service", [child(youth_offending="no", offending_risk="no")], {}, NO),
    ("probation", [parent(offending="yes", in_criminal_justice="yes")], {}, YES),
    ("probation", [parent(offending="no", in_criminal_justice="yes")], {}, NO),
    ("maternity", [parent(pregnant="yes")], {}, YES),
    ("maternity", [{"id": "baby", "part": "child", "due_date": "2027-02-01"}], {}, YES),
    ("childcare-low-income", [child(birth_date=is_not_yet(5))], {"money_worries": "yes"}, YES),
    ("childcare-low-income", [child(birth_date=turned_today(5))], {"money_worries": "yes"}, NO),
    ("common-assessment", [child(send="yes")], {}, YES),
]


@pytest.mark.parametrize(("service", "people", "family", "verdict"), CASES)
def test_each_rule_says_who_its_service_is_for(
    essex: Pack, service: str, people: list[dict[str, Any]], family: dict[str, str], verdict: str
) -> None:
    assert fit(essex, service, people, **family) == verdict


@pytest.mark.parametrize(("convicted", "verdict"), [("no", YES), ("yes", NO), ("unknown", ASK)])
def test_the_perpetrator_programme_is_for_people_no_court_has_convicted(
    essex: Pack, convicted: str, verdict: str
) -> None:
    someone = parent(domestic_abuse_side="caused", convicted_of_domestic_abuse=convicted)
    assert fit(essex, "perpetrator-programme", [someone]) == verdict


def test_what_one_parent_does_and_a_court_said_of_the_other_is_not_mixed_up(essex: Pack) -> None:
    causes = parent("one", domestic_abuse_side="caused", convicted_of_domestic_abuse="no")
    convicted = parent("two", domestic_abuse_side="experienced", convicted_of_domestic_abuse="yes")
    assert fit(essex, "perpetrator-programme", [causes, convicted]) == YES


def test_the_allocation_group_does_not_hear_child_protection(essex: Pack) -> None:
    safe = {"edge_of_care": "no", "child_protection_current": "no", "money_worries": "yes"}
    assert fit(essex, "maag", [child(child_protection_plan="no")], **safe) == YES
    assert fit(essex, "maag", [child(child_protection_plan="yes")], **safe) == NO


def test_every_rule_is_tried_by_a_test(essex: Pack) -> None:
    tried = {case[0] for case in CASES} | {"m-pact", "perpetrator-programme", "maag"}
    assert {rule.id for rule in essex.rules} == tried


# Shapes, caseloads, panels, areas.


def test_families_first_has_two_phases_and_boosters_at_3_6_and_12_months(essex: Pack) -> None:
    shape = essex.shape("families-first")
    assert [phase.weeks_from_to for phase in shape.phase] == [(1, 8), (8, 12)]
    assert shape.boosters_months == (3, 6, 12)


@pytest.mark.parametrize(
    ("shape_id", "weeks", "months"),
    [
        ("option-2", (4, 6), None),
        ("m-pact", (10, 10), None),
        ("family-recovery", None, (6, 12)),
        ("intensive-family-work", None, (12, 18)),
        ("nurse-home-visiting", None, (24, 24)),
        ("multi-systemic-therapy", None, (6, 6)),
    ],
)
def test_other_shapes_last_as_long_as_the_report_says(
    essex: Pack, shape_id: str, weeks: tuple[int, int] | None, months: tuple[int, int] | None
) -> None:
    phase = essex.shape(shape_id).phase[0]
    assert (phase.weeks_from_to, phase.months_from_to) == (weeks, months)


def test_an_intensive_worker_holds_4_to_6_families(essex: Pack) -> None:
    role = essex.role("intensive-family-worker")
    assert (role.caseload_unit, role.caseload_from, role.caseload_limit) == ("families", 4, 6)


def test_models_from_elsewhere_are_shapes_and_not_services(essex: Pack) -> None:
    services = {service.id for service in essex.services}
    assert services.isdisjoint({"option-2", "families-first", "family-recovery", "nurse-home-visiting"})


def test_the_allocation_group_hears_levels_2_and_3(essex: Pack) -> None:
    assert {panel.id: panel.considers for panel in essex.panels} == {"maag": (2, 3)}


def test_the_county_has_its_twelve_districts_and_their_people_add_up(essex: Pack) -> None:
    districts = [row for row in essex.atlas.population if row.kind == "district"]
    (county,) = (row for row in essex.atlas.population if row.kind == "county")
    assert {row.name for row in districts} == DISTRICTS
    assert sum(row.population for row in districts) == county.population == 1_506_345
    assert sum(row.children_0_17 or 0 for row in districts) == county.children_0_17 == 313_591


def test_a_postcode_leads_to_its_district(essex: Pack) -> None:
    assert essex.place("CB10 1AA") == "E07000077"  # Uttlesford
