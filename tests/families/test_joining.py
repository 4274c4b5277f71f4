"""Two records of one person."""

from datetime import datetime

import pytest

from rightdoor.access.policy import Refused
from rightdoor.families import actions
from rightdoor.families.models import Identifier, Member, Part, Person, Relationship
from rightdoor.families.queries import alike, people_of
from tests.factories import family, person, practitioner

pytestmark = pytest.mark.django_db


def _rows() -> list[tuple[object, ...]]:
    return [
        *Member.objects.order_by("pk").values_list("pk", "person_id"),
        *Identifier.objects.order_by("pk").values_list("pk", "person_id"),
        *Relationship.objects.order_by("pk").values_list("pk", "person_id", "other_id"),
        *Person.objects.order_by("pk").values_list("pk", "merged_into_id"),
    ]


def _doubled(now: datetime) -> tuple[Person, Person]:
    officer = practitioner("front_door")
    kept, gone, child = person("Ana", "Lima"), person("Anna", "Lima"), person("Leo", "Lima")
    family((kept, Part.PARENT), (gone, Part.PARENT), (child, Part.CHILD))
    for number, holder in (("1", kept), ("1", gone), ("2", gone)):
        actions.add_identifier(person=holder, system="council", value=number, source="x", by=officer, now=now)
    for parent in (kept, gone):
        actions.relate(person=parent, kind="parent", other=child, by=officer, now=now)
    actions.relate(person=kept, kind="sibling", other=gone, by=officer, now=now)
    return kept, gone


def test_what_pointed_at_one_points_at_the_other(now: datetime) -> None:
    kept, gone = _doubled(now)
    actions.merge_people(
        kept=kept, gone=gone, why="same birth certificate", by=practitioner("front_door"), now=now
    )
    assert sorted(kept.identifiers.values_list("value", flat=True)) == ["1", "2"]
    assert Member.objects.get(person=gone).family == Member.objects.get(person=kept).family


def test_the_record_that_is_gone_is_no_longer_shown_in_the_family(now: datetime) -> None:
    kept, gone = _doubled(now)
    shared = Member.objects.get(person=kept).family
    actions.merge_people(kept=kept, gone=gone, why="same", by=practitioner("front_door"), now=now)
    assert [m.person.known_as for m in people_of(shared)] == ["Ana", "Leo"]


def test_undoing_puts_every_row_back_to_the_letter(now: datetime) -> None:
    kept, gone = _doubled(now)
    before, officer = _rows(), practitioner("front_door")
    merge = actions.merge_people(kept=kept, gone=gone, why="same", by=officer, now=now)
    assert _rows() != before
    actions.undo_merge(merge=merge, by=officer, now=now)
    assert _rows() == before


def test_a_record_is_not_joined_to_itself(now: datetime) -> None:
    one = person()
    with pytest.raises(Refused, match="same record"):
        actions.merge_people(kept=one, gone=one, why="x", by=practitioner("front_door"), now=now)


def test_a_join_is_undone_once(now: datetime) -> None:
    kept, gone = _doubled(now)
    officer = practitioner("front_door")
    merge = actions.merge_people(kept=kept, gone=gone, why="same", by=officer, now=now)
    actions.undo_merge(merge=merge, by=officer, now=now)
    with pytest.raises(Refused, match="already"):
        actions.undo_merge(merge=merge, by=officer, now=now)


def test_records_most_alike_are_offered(now: datetime) -> None:
    kept, gone = _doubled(now)
    assert gone in [known.person for known in alike(kept)]


def test_two_who_join_the_same_records_both_ways_make_no_circle(now: datetime) -> None:
    officer, one, other = practitioner("front_door"), person("Ana"), person("Anna")
    stale_one, stale_other = Person.objects.get(pk=one.pk), Person.objects.get(pk=other.pk)
    actions.merge_people(kept=one, gone=other, why="same", by=officer, now=now)
    with pytest.raises(Refused, match="already been joined"):
        actions.merge_people(kept=stale_other, gone=stale_one, why="same", by=officer, now=now)


def test_a_join_is_not_undone_under_a_later_one(now: datetime) -> None:
    officer, a, b, c = practitioner("front_door"), person("A"), person("B"), person("C")
    first = actions.merge_people(kept=b, gone=a, why="same", by=officer, now=now)
    actions.merge_people(kept=c, gone=b, why="same", by=officer, now=now)
    with pytest.raises(Refused, match="Undo that first"):
        actions.undo_merge(merge=first, by=officer, now=now)
