"""From a story to a record."""

from datetime import date, datetime

import pytest

from rightdoor.engines.story import Contact, PersonTold, Story
from rightdoor.families import actions
from rightdoor.families.models import Address, Person, ProtectedAddress, Relationship
from rightdoor.families.queries import circumstances, people_of
from tests.factories import person, practitioner

pytestmark = pytest.mark.django_db

MUM = PersonTold(
    key="mum",
    part="parent",
    known_as="Ines",
    family_name="Ferreira",
    sex="F",
    relation="parent",
    lives_with_children="yes",
    facts={"mental_health": "yes"},
)
CHILD = PersonTold(
    key="c1", part="child", known_as="Tomas", family_name="Ferreira", birth_date=date(2023, 5, 1)
)
STORY = Story(
    people=[MUM, CHILD], postcode="SE13 6LG", address="1 Some Street", family_facts={"in_crisis": "no"}
)


def _admit(story: Story, now: datetime, **matches: Person) -> actions.Admitted:
    return actions.admit(
        story=story,
        matches={key: found.pk for key, found in matches.items()},
        family=None,
        told_by="Health visitor",
        because="test:1",
        by=practitioner("front_door"),
        now=now,
    )


def test_everybody_told_of_becomes_a_member_with_parents_first(now: datetime) -> None:
    admitted = _admit(STORY, now)
    assert [m.person.known_as for m in people_of(admitted.family)] == ["Ines", "Tomas"]


def test_what_was_told_is_what_the_rules_are_asked_with(now: datetime) -> None:
    found = circumstances(_admit(STORY, now).family, now.date())
    assert found.of_kind("parent")[0].facts == {"mental_health": "yes"}
    assert found.of_kind("child")[0].birth_date == date(2023, 5, 1)
    assert found.family == {"in_crisis": "no"}


def test_what_an_adult_is_to_the_children_is_related(now: datetime) -> None:
    _admit(STORY, now)
    link = Relationship.objects.get()
    assert (link.person.known_as, link.kind, link.other.known_as) == ("Ines", "parent", "Tomas")


def test_an_unborn_child_has_a_parent_to_be(now: datetime) -> None:
    unborn = PersonTold(key="c2", part="child", due_date=date(2027, 2, 1))
    admitted = _admit(Story(people=[MUM, unborn]), now)
    assert Relationship.objects.get().kind == "parentOfUnbornChild"
    assert admitted.people["c2"].known_as == "Baby, expected in February 2027"


def test_a_known_person_keeps_what_is_recorded_and_gains_the_other_name(now: datetime) -> None:
    known = person("Tomas", "Mensah", birth_date=date(2023, 5, 2))
    _admit(STORY, now, c1=known)
    known.refresh_from_db()
    assert (known.family_name, known.birth_date) == ("Mensah", date(2023, 5, 2))
    assert [str(name) for name in known.other_names.all()] == ["Tomas Ferreira"]


def test_a_gap_on_record_is_filled_from_the_story(now: datetime) -> None:
    known = person("Tomas", "Ferreira")
    _admit(STORY, now, c1=known)
    known.refresh_from_db()
    assert known.birth_date == date(2023, 5, 1)


def test_a_secret_address_is_stored_apart_and_names_no_area(now: datetime) -> None:
    admitted = _admit(STORY.model_copy(update={"address_secret": "yes"}), now)
    assert not Address.objects.exists()
    assert ProtectedAddress.objects.count() == 2
    assert admitted.family.area == ""


def test_a_story_that_names_nobody_still_opens_a_family(now: datetime) -> None:
    assert _admit(Story(worries="Please help"), now).family.name == "Family, name not told"


def test_whoever_was_named_for_contact_can_be_reached_and_it_says_whether_that_is_safe(now: datetime) -> None:
    contact = Contact(name="Ines", telephone="020 7946 0001", safe_to_call="no", safe_note="He answers")
    admitted = _admit(STORY.model_copy(update={"contact": contact}), now)
    point = admitted.people["mum"].contact_points.get()
    assert (point.value, point.safe, point.note) == ("020 7946 0001", False, "He answers")


def test_with_no_child_named_the_address_is_the_parents(now: datetime) -> None:
    alone = MUM.model_copy(update={"lives_with_children": "unknown"})
    admitted = _admit(STORY.model_copy(update={"people": [alone]}), now)
    assert admitted.people["mum"].addresses.get().postcode == "SE13 6LG"


def test_a_family_is_named_after_its_children_and_not_after_a_partner_who_is_feared(now: datetime) -> None:
    feared = PersonTold(key="he", part="parent", known_as="Carl", family_name="Stroud", relation="stepParent")
    assert _admit(Story(people=[MUM, feared, CHILD]), now).family.name == "Ferreira"


def test_only_where_no_childs_family_name_was_told_do_parents_name_the_family(now: datetime) -> None:
    unborn = PersonTold(key="c1", part="child", known_as="")
    assert _admit(Story(people=[MUM, unborn]), now).family.name == "Ferreira"
