"""The national lists, whole."""

from collections.abc import Callable, Mapping

import pytest

from rightdoor.engines import codes


@pytest.mark.parametrize(
    ("found", "size"),
    [
        (codes.ethnicities, 20),
        (codes.disabilities, 13),
        (codes.assessment_factors, 44),
        (codes.religions, 10),
        (codes.sexes, 3),
        (codes.referral_sources, 22),
        (codes.primary_needs, 10),
        (codes.send_needs, 12),
        (codes.relationship_types, 33),
    ],
)
def test_a_list_is_whole(found: Callable[[], Mapping[str, object]], size: int) -> None:
    assert len(found()) == size


def test_there_are_enough_languages_and_english_is_one() -> None:
    assert len(codes.languages()) >= 60
    assert codes.languages()["en"].label == "English"


def test_languages_stand_in_the_order_of_their_names() -> None:
    labels = [language.label for language in codes.languages().values()]
    assert labels == sorted(labels)


@pytest.mark.parametrize("kind", codes.relationship_types().values(), ids=lambda kind: kind.code)
def test_the_inverse_of_an_inverse_is_the_relationship_itself(kind: codes.RelationshipType) -> None:
    inverse = codes.relationship_types()[kind.inverse]
    assert inverse.inverse == kind.code


def test_two_factors_are_no_longer_used() -> None:
    retired = [factor.code for factor in codes.assessment_factors().values() if not factor.current]
    assert retired == ["18A", "19A"]


@pytest.mark.parametrize(
    ("code", "label"),
    [("halfSibling", "half-sibling"), ("exPartner", "ex-partner"), ("stepParent", "step-parent")],
)
def test_a_relationship_is_written_as_people_say_it(code: str, label: str) -> None:
    assert codes.relationship_types()[code].label == label


def test_a_list_cannot_be_changed_by_who_reads_it() -> None:
    with pytest.raises(TypeError):
        codes.sexes()["X"] = codes.Code("X", "Other")  # type: ignore[index]
