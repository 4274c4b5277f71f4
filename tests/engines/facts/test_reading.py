"""Facts documents: read whole, or refused with the path to each fault."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rightdoor.engines.facts import FactsError, read, read_json

SOUND: dict[str, Any] = {
    "as_of": "2026-11-22",
    "people": [
        {
            "id": "mum",
            "part": "parent",
            "sex": "female",
            "birth_date": "1996-03-01",
            "facts": {"mental_health": "yes"},
        },
        {"id": "c1", "part": "child", "due_date": "2027-01-10"},
        {"id": "gran", "part": "other_adult", "age_years": 70},
    ],
    "family": {"in_crisis": "no"},
}
# change to the first person, path, reason
FAULTS = [
    ({"part": None}, "people[0].part", "Say whether this is a parent"),
    ({"part": "mother"}, "people[0].part", "“mother” is not a part."),
    ({"name": "Ada"}, "people[0].name", "“name” does not belong here."),
    ({"birthdate": "1996-03-01"}, "people[0].birthdate", "Did you mean “birth_date”?"),
    ({"birth_date": "1996-02-30"}, "people[0].birth_date", "'1996-02-30' is not a date."),
    ({"birth_date": "2026-11-23"}, "people[0].birth_date", "after the day of the document"),
    ({"birth_date": "1896-03-01"}, "people[0].birth_date", "more than 120 years ago"),
    ({"birth_date": 1996}, "people[0].birth_date", "1996 is not a date."),
    ({"age_years": 121, "birth_date": None}, "people[0].age_years", "between 0 and 120"),
    ({"age_years": -1, "birth_date": None}, "people[0].age_years", "between 0 and 120"),
    ({"age_years": 4.5}, "people[0].age_years", "Write a whole number"),
    ({"age_years": True}, "people[0].age_years", "Write a whole number"),
    ({"due_date": "2027-01-10", "birth_date": None}, "people[0].due_date", "Only a child not yet born"),
    ({"part": "child", "due_date": "2027-01-10", "facts": {}}, "people[0].due_date", "not both"),
    (
        {"part": "child", "birth_date": None, "due_date": "2027-09-27", "facts": {}},
        "people[0].due_date",
        "44 weeks",
    ),
    ({"sex": "F"}, "people[0].sex", "“F” is not a sex."),
    ({"id": "c1"}, "people[1].id", "Two people have the id “c1”."),
    ({"id": 7}, "people[0].id", "Write text in quotation marks."),
    ({"facts": []}, "people[0].facts", "Write an object"),
    ({"facts": {"mental_helth": "yes"}}, "people[0].facts.mental_helth", "Did you mean “mental_health”?"),
    (
        {"facts": {"young_carer": "yes"}},
        "people[0].facts.young_carer",
        "no fact “young_carer” about a parent",
    ),
    ({"facts": {"mental_health": "very"}}, "people[0].facts.mental_health", "“very” is not an answer."),
    ({"facts": {"mental_health": True}}, "people[0].facts.mental_health", "True is not an answer."),
    ({"facts": {"mental_health": ["yes"]}}, "people[0].facts.mental_health", "one word or one number"),
    ({"facts": {"age": 30}}, "people[0].facts.age", "worked out from the person's sex and dates"),
    ({"facts": {"alcohol_units_per_week": -1}}, "people[0].facts.alcohol_units_per_week", "at least 0"),
    (
        {"facts": {"alcohol_units_per_week": 1001}},
        "people[0].facts.alcohol_units_per_week",
        "at most 1000 units",
    ),
    (
        {"facts": {"alcohol_units_per_week": "ten"}},
        "people[0].facts.alcohol_units_per_week",
        "is not a number",
    ),
    (
        {"facts": {"alcohol_units_per_week": float("nan")}},
        "people[0].facts.alcohol_units_per_week",
        "not a number",
    ),
]


def refused(document: Any) -> list[tuple[str, str]]:
    with pytest.raises(FactsError) as caught:
        read(document)
    return [(problem.path, problem.reason) for problem in caught.value.problems]


@pytest.mark.parametrize(("change", "path", "reason"), FAULTS)
def test_a_fault_is_told_with_its_path(change: dict[str, Any], path: str, reason: str) -> None:
    people = [{**SOUND["people"][0], **change}, *SOUND["people"][1:]]
    ((where, why),) = refused({**SOUND, "people": people})
    assert where == path
    assert reason in why


@pytest.mark.parametrize(
    "document", [None, 3, "text", [], {}, {"as_of": None}, {"as_of": "soon"}, {"people": 1}]
)
def test_something_that_is_no_document_is_refused(document: Any) -> None:
    assert refused(document)


def test_text_that_is_not_json_is_told_with_line_and_column() -> None:
    with pytest.raises(FactsError, match=r"not JSON: .* \(line 2, column 1\)"):
        read_json("{\n")


def test_json_nested_too_deeply_is_refused_and_not_a_crash() -> None:
    with pytest.raises(FactsError, match="not"):
        read_json("[" * 200_000)


def test_a_number_of_ten_thousand_digits_is_refused_and_not_a_crash() -> None:
    with pytest.raises(FactsError, match="far too long"):
        read_json("1" * 10_000)


def test_everything_but_the_day_may_be_unknown() -> None:
    told = read({"as_of": "2026-11-22"})
    assert (told.people, dict(told.family)) == ((), {})


def test_a_person_without_an_id_gets_one() -> None:
    told = read({"as_of": "2026-11-22", "people": [{"part": "child"}, {"part": "child"}]})
    assert [person.id for person in told.people] == ["person-1", "person-2"]


def test_a_document_survives_being_written_and_read_again() -> None:
    told = read(SOUND)
    assert read_json(json.dumps(told.as_document())) == told


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["as_of", "people", "family", "part", "facts", "id", "sex", "x"]),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)


@given(ANYTHING)
def test_any_value_at_all_is_read_or_refused(document: Any) -> None:
    try:
        read(document)
    except FactsError as error:
        assert error.problems
