"""Who each Lewisham service for pregnancy, birth and the first years is for: L18 Current Services."""

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
    parent,
    read_pack,
    turned_today,
    unborn,
)

NINE_MONTHS_TODAY, NINE_MONTHS_TOMORROW = "2026-02-22", "2026-02-23"
FIVE = ("drug_misuse", "alcohol_misuse", "mental_health", "domestic_abuse", "offending")


@pytest.fixture(scope="module")
def lewisham() -> Pack:
    return read_pack("lewisham")


def woman(**facts: Any) -> dict[str, Any]:
    """Tell of a mother."""
    return parent("mother", sex="female", **facts)


READY = {
    "health_visitor_referred": "yes",
    "willing_to_attend": "yes",
    "perinatal_mental_illness_severe": "no",
}


@pytest.mark.parametrize(
    ("birth_date", "expected"), [(turned_today(0), YES), (NINE_MONTHS_TOMORROW, YES), (NINE_MONTHS_TODAY, NO)]
)
def test_understanding_your_baby_is_for_infants_under_nine_months(
    lewisham: Pack, birth_date: str, expected: str
) -> None:
    assert (
        fit(lewisham, "understanding-your-baby", [woman(**READY), child(birth_date=birth_date)]) == expected
    )


def test_understanding_your_baby_waits_until_the_baby_is_born(lewisham: Pack) -> None:
    assert fit(lewisham, "understanding-your-baby", [woman(**READY), unborn()]) == NO


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"perinatal_mental_illness_severe": "yes"}, NO),
        ({"perinatal_mental_illness_severe": "unknown"}, ASK),
        ({"health_visitor_referred": "no"}, NO),
        ({"willing_to_attend": "no"}, NO),
    ],
)
def test_understanding_your_baby_has_its_conditions(
    lewisham: Pack, change: dict[str, str], expected: str
) -> None:
    told = [woman(**(READY | change)), child(birth_date=born(0))]
    assert fit(lewisham, "understanding-your-baby", told) == expected


@pytest.mark.parametrize(
    ("birth_date", "vulnerable", "expected"),
    [
        (is_not_yet(19), "no", YES),
        (turned_today(19), "no", YES),
        (is_not_yet(20), "no", YES),
        (turned_today(20), "no", NO),
        (turned_today(20), "yes", YES),
        (turned_today(22), "yes", YES),
        (is_not_yet(23), "yes", YES),
        (turned_today(23), "yes", NO),
    ],
)
def test_family_nurses_see_first_time_mothers_to_19_and_vulnerable_ones_to_22(
    lewisham: Pack, birth_date: str, vulnerable: str, expected: str
) -> None:
    asked = dict.fromkeys(
        [*FIVE, "care_experienced", "child_previously_removed", "learning_disability"], "no"
    )
    mother = woman(
        birth_date=birth_date, first_time_parent="yes", **(asked | {"care_experienced": vulnerable})
    )
    assert fit(lewisham, "family-nurse-partnership", [mother, unborn()]) == expected


@pytest.mark.parametrize(("birth_date", "expected"), [(is_not_yet(2), YES), (turned_today(2), NO)])
@pytest.mark.parametrize("rule", ["family-nurse-partnership", "mecsh"])
def test_home_visiting_ends_on_the_second_birthday(
    lewisham: Pack, rule: str, birth_date: str, expected: str
) -> None:
    mother = woman(birth_date=born(18), first_time_parent="yes", mental_health="yes", pregnant="no")
    assert fit(lewisham, rule, [mother, child(birth_date=birth_date)]) == expected


def test_family_nurses_do_not_take_a_second_time_mother(lewisham: Pack) -> None:
    mother = woman(birth_date=born(18), first_time_parent="no", pregnant="yes")
    assert fit(lewisham, "family-nurse-partnership", [mother]) == NO


def test_mecsh_begins_in_pregnancy(lewisham: Pack) -> None:
    assert fit(lewisham, "mecsh", [woman(alcohol_misuse="yes"), unborn()]) == YES


@pytest.mark.parametrize(
    ("baby", "expected"),
    [(unborn(), YES), (child(birth_date=is_not_yet(5)), YES), (child(birth_date=turned_today(5)), NO)],
)
def test_health_visiting_runs_from_pregnancy_to_the_fifth_birthday(
    lewisham: Pack, baby: dict[str, Any], expected: str
) -> None:
    assert fit(lewisham, "health-visiting", [woman(pregnant="no"), baby]) == expected


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({"mental_health_severity": "moderate"}, YES),
        ({"mental_health_severity": "severe"}, YES),
        ({"domestic_abuse_side": "experienced"}, YES),
        ({"trafficked": "yes"}, YES),
        ({"learning_disability": "yes"}, YES),
        ({"birth_date": is_not_yet(20)}, YES),
        ({"birth_date": turned_today(20)}, ASK),
    ],
)
def test_each_reason_alone_opens_the_indigo_team_to_a_pregnant_woman(
    lewisham: Pack, facts: dict[str, str], expected: str
) -> None:
    assert fit(lewisham, "indigo", [woman(**facts), unborn()]) == expected


SEVERITY = [
    ("perinatal-mental-health-midwife", {"mild": YES, "moderate": YES, "severe": NO, "unknown": ASK}),
    ("perinatal-mental-health", {"mild": NO, "moderate": YES, "severe": YES, "unknown": ASK}),
    ("talking-therapies", {"mild": YES, "moderate": YES, "severe": NO, "unknown": ASK}),
]


@pytest.mark.parametrize(("rule", "expected"), SEVERITY)
def test_how_severe_the_need_is_decides_who_can_help(
    lewisham: Pack, rule: str, expected: dict[str, str]
) -> None:
    found = {
        severity: fit(lewisham, rule, [woman(birth_date=born(30), mental_health_severity=severity), unborn()])
        for severity in expected
    }
    assert found == expected


@pytest.mark.parametrize("rule", ["perinatal-mental-health", "mindful-mums", "mother-and-baby-unit"])
@pytest.mark.parametrize(("birth_date", "expected"), [(is_not_yet(1), YES), (turned_today(1), NO)])
def test_the_time_around_birth_ends_on_the_first_birthday(
    lewisham: Pack, rule: str, birth_date: str, expected: str
) -> None:
    ill = {"mental_health_severity": "severe", "perinatal_mental_illness_severe": "yes", "pregnant": "no"}
    assert fit(lewisham, rule, [woman(**ill), child(birth_date=birth_date)]) == expected
