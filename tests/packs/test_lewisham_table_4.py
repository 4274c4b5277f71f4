"""Who each drug and alcohol service of Lewisham is for: L18 Table 4, cell by cell."""

from typing import Any

import pytest

from rightdoor.engines.packs import Pack
from tests.packs.told import ASK, NO, YES, born, child, fit, is_not_yet, parent, read_pack, turned_today

TREATMENT = ("new-direction", "primary-care-recovery")
ADULT = {"birth_date": born(34)}
SUBSTANCES = ("stimulants", "cannabis", "nps", "opiates")
NOTHING_ELSE = dict.fromkeys(
    ["uses_stimulants", "uses_cannabis", "uses_nps", "uses_opiates", "in_criminal_justice", "binge_drinks"],
    "no",
)
DRINKER: dict[str, Any] = NOTHING_ELSE | {"drinks_daily": "yes"}
OPIATES: dict[str, Any] = NOTHING_ELSE | {
    "alcohol_units_per_week": 0, "drinks_daily": "no", "uses_opiates": "yes", "injects_opiates": "no",
    "injects_neck_or_groin": "no", "poly_substance": "no", "complex_comorbidity": "no",
    "uses_on_top_of_prescription": "no", "can_engage_gp_treatment": "yes",
}  # fmt: skip


@pytest.fixture(scope="module")
def lewisham() -> Pack:
    return read_pack("lewisham")


def both(pack: Pack, **facts: Any) -> tuple[str, str]:
    """Say what New Direction and the Primary Care Recovery Service answer to one adult of 34."""
    told = [parent(**ADULT, **facts)]
    return fit(pack, "new-direction", told), fit(pack, "primary-care-recovery", told)


# Alcohol.


@pytest.mark.parametrize(
    ("units", "able", "expected"),
    [
        (199, "yes", (NO, YES)),
        (200, "yes", (NO, NO)),
        (201, "yes", (YES, NO)),
        (199, "no", (YES, NO)),
        (200, "no", (YES, NO)),
        (201, "no", (YES, NO)),
        (199, "unknown", (ASK, ASK)),
        (201, "unknown", (YES, NO)),
    ],
)
def test_a_daily_drinker_is_parted_by_units_and_by_being_able_to_use_a_gp(
    lewisham: Pack, units: int, able: str, expected: tuple[str, str]
) -> None:
    told = DRINKER | {"alcohol_units_per_week": units, "can_engage_gp_treatment": able}
    assert both(lewisham, **told) == expected


@pytest.mark.parametrize(
    ("daily", "binge", "expected"), [("yes", "no", YES), ("no", "yes", YES), ("no", "no", NO)]
)
def test_primary_care_takes_daily_and_binge_drinkers(
    lewisham: Pack, daily: str, binge: str, expected: str
) -> None:
    pattern = {"drinks_daily": daily, "binge_drinks": binge}
    told = DRINKER | {"alcohol_units_per_week": 60, "can_engage_gp_treatment": "yes"} | pattern
    assert both(lewisham, **told)[1] == expected


def test_units_nobody_has_asked_about_are_asked_for(lewisham: Pack) -> None:
    assert both(lewisham, **DRINKER, can_engage_gp_treatment="yes") == (ASK, ASK)


# Ages: 18 for every adult service.


@pytest.mark.parametrize("service", [*TREATMENT, "aftercare"])
def test_adult_services_begin_on_the_eighteenth_birthday(lewisham: Pack, service: str) -> None:
    told = {
        "uses_cannabis": "yes",
        "complex_comorbidity": "no",
        "abstinent": "yes",
        "main_substance": "cannabis",
    }
    dates = [is_not_yet(18), turned_today(18)]
    assert [fit(lewisham, service, [parent(birth_date=date, **told)]) for date in dates] == [NO, YES]


# Stimulants, cannabis and new psychoactive substances.


@pytest.mark.parametrize("substance", ["stimulants", "cannabis", "nps"])
@pytest.mark.parametrize(
    ("complex_illness", "expected"), [("no", (YES, YES)), ("yes", (YES, NO)), ("unknown", (YES, ASK))]
)
def test_complex_illness_rules_out_primary_care_but_not_new_direction(
    lewisham: Pack, substance: str, complex_illness: str, expected: tuple[str, str]
) -> None:
    told = OPIATES | {
        "uses_opiates": "no",
        f"uses_{substance}": "yes",
        "complex_comorbidity": complex_illness,
    }
    assert both(lewisham, **told) == expected


# Opiates.


def test_an_opiate_user_with_no_sign_of_instability_is_for_primary_care(lewisham: Pack) -> None:
    assert both(lewisham, **OPIATES) == (NO, YES)


@pytest.mark.parametrize(
    "sign",
    [
        {"poly_substance": "yes"},
        {"complex_comorbidity": "yes"},
        {"uses_on_top_of_prescription": "yes"},
        {"can_engage_gp_treatment": "no"},
        {"injects_opiates": "yes", "injects_neck_or_groin": "yes"},
    ],
)
def test_each_sign_of_instability_moves_an_opiate_user_to_new_direction(
    lewisham: Pack, sign: dict[str, str]
) -> None:
    assert both(lewisham, **(OPIATES | sign)) == (YES, NO)


@pytest.mark.parametrize(
    ("steady", "expected"),
    [({"stable_on_prescription": "yes"}, YES), ({"stable_in_work_or_study": "yes"}, YES), ({}, ASK)],
)
def test_who_injects_but_not_in_neck_or_groin_may_be_steady_enough_for_primary_care(
    lewisham: Pack, steady: dict[str, str], expected: str
) -> None:
    told = OPIATES | {"injects_opiates": "yes"} | steady
    assert both(lewisham, **told) == (YES, expected)


# Criminal justice.


def test_new_direction_assesses_people_in_the_criminal_justice_system(lewisham: Pack) -> None:
    told = OPIATES | {"in_criminal_justice": "yes"}
    assert both(lewisham, **told) == (YES, YES)


def test_being_on_probation_alone_opens_no_treatment(lewisham: Pack) -> None:
    told = OPIATES | {
        "uses_opiates": "no",
        "in_criminal_justice": "yes",
        "alcohol_misuse": "no",
        "drug_misuse": "no",
    }
    assert both(lewisham, **told) == (NO, NO)


# Aftercare.


@pytest.mark.parametrize(
    ("main", "substitute", "expected"),
    [("alcohol", "no", YES), ("alcohol", "yes", NO), ("alcohol", "unknown", ASK), ("none", "no", NO)]
    + [(substance, "yes", YES) for substance in SUBSTANCES],
)
def test_aftercare_bars_an_opiate_substitute_for_alcohol_only(
    lewisham: Pack, main: str, substitute: str, expected: str
) -> None:
    told = parent(**ADULT, abstinent="yes", main_substance=main, opiate_substitute_prescribed=substitute)
    assert fit(lewisham, "aftercare", [told]) == expected


@pytest.mark.parametrize(("abstinent", "expected"), [("no", NO), ("unknown", ASK)])
def test_aftercare_is_for_people_who_have_stopped(lewisham: Pack, abstinent: str, expected: str) -> None:
    told = parent(**ADULT, abstinent=abstinent, main_substance="cannabis")
    assert fit(lewisham, "aftercare", [told]) == expected


def test_one_person_must_meet_every_point_not_two_people_between_them(lewisham: Pack) -> None:
    stopped = parent("mother", **ADULT, abstinent="yes", main_substance="none")
    using = parent("father", **ADULT, abstinent="no", main_substance="cannabis")
    assert fit(lewisham, "aftercare", [stopped, using]) == NO


# Young people: Compass.


@pytest.mark.parametrize(
    ("birth_date", "send", "expected"),
    [
        (is_not_yet(19), "no", YES),
        (turned_today(19), "no", NO),
        (turned_today(19), "unknown", ASK),
        (turned_today(19), "yes", YES),
        (is_not_yet(25), "yes", YES),
        (turned_today(25), "yes", NO),
    ],
)
def test_compass_ends_at_19_or_at_25_with_special_needs(
    lewisham: Pack, birth_date: str, send: str, expected: str
) -> None:
    told = child(birth_date=birth_date, send=send, main_substance="cannabis")
    assert fit(lewisham, "compass-substance-misuse", [told]) == expected


@pytest.mark.parametrize("substance", ["alcohol", "stimulants", "cannabis", "nps"])
def test_compass_takes_young_people_for_every_substance(lewisham: Pack, substance: str) -> None:
    told = child(birth_date=born(16), main_substance=substance)
    assert fit(lewisham, "compass-substance-misuse", [told]) == YES


EXCLUSIONS = ("chaotic_substance_use", "injects_opiates", "complex_comorbidity", "pregnant")


@pytest.mark.parametrize("reason", [None, *EXCLUSIONS])
def test_each_exclusion_bars_talking_help_for_opiates(lewisham: Pack, reason: str | None) -> None:
    told = dict.fromkeys(EXCLUSIONS, "no") | ({reason: "yes"} if reason else {})
    young = child(birth_date=born(17), main_substance="opiates", **told)
    assert fit(lewisham, "compass-substance-misuse", [young]) == (NO if reason else YES)


def test_the_exclusions_for_opiates_do_not_bar_help_for_cannabis(lewisham: Pack) -> None:
    young = child(birth_date=born(17), main_substance="cannabis", pregnant="yes")
    assert fit(lewisham, "compass-substance-misuse", [young]) == YES


@pytest.mark.parametrize(("birth_date", "expected"), [(is_not_yet(19), YES), (turned_today(19), NO)])
def test_compass_takes_a_young_parent_too(lewisham: Pack, birth_date: str, expected: str) -> None:
    told = parent(birth_date=birth_date, uses_cannabis="yes", learning_disability="no")
    assert fit(lewisham, "compass-substance-misuse-parent", [told]) == expected
