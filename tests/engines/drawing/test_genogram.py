"""The genogram: everybody once, nobody on top of anybody, parents above children, whatever is recorded."""

from itertools import combinations
from typing import Any
from xml.etree import ElementTree

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rightdoor.engines.drawing.genogram import FamilyPicture, Genogram, Household, Person, Relation, draw
from rightdoor.engines.drawing.genogram.lines import RADIUS
from rightdoor.engines.drawing.genogram.model import COUPLES, PARENTS, SIBLINGS

SVG = "{http://www.w3.org/2000/svg}"
KINDS = [*PARENTS, *COUPLES, *SIBLINGS, "grandparent", "other"]
WORDS = st.text(max_size=60)


@st.composite
def pictures(draw_one: Any) -> FamilyPicture:
    count = draw_one(st.integers(0, 25))
    ids = [f"p{number}" for number in range(count)]
    who = st.sampled_from([*ids, "stranger"])
    people = [
        Person(
            id=one,
            label=draw_one(WORDS),
            sex=draw_one(st.sampled_from(["F", "M", "U"])),
            state=draw_one(st.sampled_from(["born", "unborn", "died"])),
            age=draw_one(WORDS),
        )
        for one in ids
    ]
    ties = draw_one(st.lists(st.builds(Relation, st.sampled_from(KINDS), who, who), max_size=40))
    homes = draw_one(
        st.lists(st.builds(Household, WORDS, WORDS, st.lists(who, max_size=6).map(tuple)), max_size=4)
    )
    return FamilyPicture(people, ties, homes, draw_one(who), draw_one(WORDS))


def tree(made: Genogram) -> ElementTree.Element:
    return ElementTree.fromstring(made.svg)  # noqa: S314 - our own drawing


def symbols(made: Genogram) -> list[ElementTree.Element]:
    return [g for g in tree(made).iter(f"{SVG}g") if "genogram__person " in f"{g.get('class')} "]


@given(pictures())
def test_everybody_is_drawn_exactly_once_and_told_in_the_table(picture: FamilyPicture) -> None:
    made = draw(picture)
    assert len(symbols(made)) == len(made.boxes) == len(made.rows) == len(picture.people)


@given(pictures())
def test_no_two_symbols_touch(picture: FamilyPicture) -> None:
    boxes = draw(picture).boxes.values()
    for one, other in combinations(boxes, 2):
        assert abs(one.x - other.x) > 2 * RADIUS or abs(one.y - other.y) > 2 * RADIUS


@given(pictures())
def test_parents_stand_above_children_unless_the_record_goes_in_circles(picture: FamilyPicture) -> None:
    boxes = draw(picture).boxes
    pairs = [
        (t.one, t.other) for t in picture.relations if t.kind in PARENTS and {t.one, t.other} <= set(boxes)
    ]
    if nx.is_directed_acyclic_graph(nx.DiGraph(pairs)):
        assert all(boxes[parent].y < boxes[child].y for parent, child in pairs)


@given(pictures())
def test_everything_lies_inside_the_drawing(picture: FamilyPicture) -> None:
    made = draw(picture)
    _, _, width, height = map(float, tree(made).attrib["viewBox"].split())
    for box in made.boxes.values():
        assert RADIUS <= box.x <= width - RADIUS
        assert RADIUS <= box.y <= height - RADIUS


@given(pictures())
def test_the_same_record_always_gives_the_same_drawing(picture: FamilyPicture) -> None:
    assert draw(picture).svg == draw(picture).svg


@given(pictures())
def test_no_drawing_carries_styles_or_scripts(picture: FamilyPicture) -> None:
    made = tree(draw(picture))
    assert not [node for node in made.iter() if "style" in node.attrib or node.tag.endswith("script")]


def person(id_: str, **details: Any) -> Person:
    return Person(id_, id_.capitalize(), **details)


def family(ids: str, *ties: str, **rest: Any) -> FamilyPicture:
    """``family("ann ben", "ann parent ben")``."""
    relations = [Relation(kind, one, other) for one, kind, other in map(str.split, ties)]  # type: ignore[arg-type]
    return FamilyPicture([person(id_) for id_ in ids.split()], relations, **rest)


def test_one_person_alone_is_a_family() -> None:
    made = draw(family("ann"))
    assert made.words == "1 person."
    assert made.rows == (("Ann", "Not known", "None recorded", "Not known"),)


def test_nobody_yet_says_so() -> None:
    assert draw(family("")).words == "Nobody is recorded yet."


def test_a_couple_stands_side_by_side_with_nobody_between() -> None:
    boxes = draw(family("ann bob cat dan eve", "ann spouse eve", "bob sibling eve", "cat sibling dan")).boxes
    left, right = sorted([boxes["ann"].x, boxes["eve"].x])
    assert boxes["ann"].y == boxes["eve"].y
    assert not [box for name, box in boxes.items() if left < box.x < right and name not in {"ann", "eve"}]


def test_a_parent_with_two_partners_stands_between_them() -> None:
    boxes = draw(family("mum old new", "old ex_partner mum", "mum partner new")).boxes
    assert sorted(boxes, key=lambda name: boxes[name].x)[1] == "mum"


def test_half_siblings_stand_under_their_own_parents() -> None:
    ties = ["mum parent tom", "old parent tom", "mum parent bea", "new parent bea"]
    ties += ["old ex_partner mum", "mum partner new"]
    boxes = draw(family("mum old new tom bea", *ties)).boxes
    assert (boxes["old"].x < boxes["new"].x) == (boxes["tom"].x < boxes["bea"].x)


def test_siblings_are_drawn_in_the_order_given() -> None:
    boxes = draw(family("mum a b c", "mum parent a", "mum parent b", "mum parent c")).boxes
    assert boxes["a"].x < boxes["b"].x < boxes["c"].x


def test_a_parent_stands_over_the_middle_of_the_children() -> None:
    boxes = draw(family("mum a b", "mum parent a", "mum parent b")).boxes
    assert boxes["mum"].x == pytest.approx((boxes["a"].x + boxes["b"].x) / 2)


def test_a_grandparent_stands_two_rows_above_when_the_parent_is_not_known() -> None:
    boxes = draw(family("gran child", "gran grandparent child")).boxes
    assert boxes["child"].generation - boxes["gran"].generation == 2


def test_being_ones_own_ancestor_does_not_stop_the_drawing() -> None:
    assert len(draw(family("a b c", "a parent b", "b parent c", "c parent a")).boxes) == 3


def test_a_parent_who_is_also_said_to_be_the_partner_stays_above() -> None:
    boxes = draw(family("a b", "a parent b", "a partner b")).boxes
    assert boxes["a"].y < boxes["b"].y


@pytest.mark.parametrize(
    ("details", "shape"),
    [
        ({"sex": "F"}, "circle"),
        ({"sex": "M"}, "rect"),
        ({"sex": "U"}, "polygon"),
        ({"sex": "F", "state": "unborn"}, "polygon"),
    ],
)
def test_shapes_tell_who_is_who(details: dict[str, Any], shape: str) -> None:
    made = draw(FamilyPicture([person("a", **details)]))
    assert symbols(made)[0].find(f"{SVG}{shape}") is not None


def test_somebody_who_died_is_crossed_and_the_record_is_outlined_twice() -> None:
    made = draw(FamilyPicture([person("a", sex="F", state="died")], index="a"))
    classes = [node.get("class") for node in symbols(made)[0]]
    assert classes.count("genogram__died") == 2
    assert "genogram__inner" in classes


def test_one_stroke_for_separated_and_two_for_divorced() -> None:
    def strokes(kind: str) -> int:
        made = tree(draw(family("a b", f"a {kind} b")))
        return len(made.findall(f".//*[@class='genogram__lines']/{SVG}path[@class='genogram__apart']"))

    assert [strokes(kind) for kind in ("spouse", "ex_partner", "ex_spouse")] == [0, 1, 2]


def test_each_home_has_its_ring_and_a_child_may_have_two() -> None:
    homes = [Household("1", "Elm Road", ("mum", "tom")), Household("2", "The flat", ("dad", "tom"))]
    made = draw(family("mum dad tom", "mum parent tom", "dad parent tom", households=homes))
    names = [
        node.text for node in tree(made).iter(f"{SVG}text") if node.get("class") == "genogram__home-name"
    ]
    assert set(names) == {"Elm Road", "The flat"}
    assert made.rows[2][3] == "Elm Road and The flat"


def test_the_table_tells_relationships_both_ways() -> None:
    people = [Person("m", "Joy", "F"), Person("s", "Max", "M"), Person("p", "Lee", "M")]
    ties = [Relation("parent", "m", "s"), Relation("step_parent", "p", "s"), Relation("ex_partner", "m", "p")]
    rows = draw(FamilyPicture(people, ties)).rows
    assert [row[2] for row in rows] == [
        "Mother of Max. Used to be with Lee.",
        "Son of Joy. Stepson of Lee.",
        "Stepfather of Max. Used to be with Joy.",
    ]


def test_a_long_name_is_broken_into_lines_and_read_whole() -> None:
    name = "Wolfeschlegelsteinhausenbergerdorff-Featherstonehaugh de la Cruz y Montgomery"
    group = symbols(draw(FamilyPicture([Person("a", name)])))[0]
    title = group.find(f"{SVG}title")
    assert title is not None
    assert str(title.text).startswith(name)
    assert 2 <= len(group.findall(f"{SVG}text")) <= 4


def test_six_generations_stand_in_six_rows() -> None:
    ids = [f"p{number}" for number in range(25)]
    ties = [f"p{number // 2} parent p{number}" for number in range(1, 25)]
    made = draw(family(" ".join(ids), *ties))
    assert made.words == "25 people in 6 generations."
