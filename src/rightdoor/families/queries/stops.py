"""The journeys of children on record: what is planned, what was noted, what was missed."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from django.db.models import Prefetch, Q, QuerySet
from django.utils.timezone import localdate

from rightdoor.access.models import Practitioner
from rightdoor.engines.calendar import add_months
from rightdoor.engines.journey import Child, Stop, journey, missed
from rightdoor.engines.packs import Pack
from rightdoor.families.models import Family, Member, Part, Person, StopNoted
from rightdoor.families.sight import families_for

# Children this old have no stop that is noted any more, whatever the pack says of the time before school.
GROWN_MONTHS: Final = 72


@dataclass(frozen=True)
class Travelled:
    """One child's journey: each stop that is noted, and what became of it."""

    family: Family
    person: Person
    child: Child
    stops: tuple[Stop, ...]
    noted: dict[str, StopNoted]

    def missed(self, today: date) -> list[Stop]:
        """Give the stops that were over since the child came on record, neither held nor unwanted."""
        done = {one.stop for one in self.noted.values() if one.outcome != StopNoted.Outcome.MISSED}
        return missed(self.stops, frozenset(done), today, localdate(self.person.created_at))


def journeys_of(family: Family, pack: Pack, today: date) -> list[Travelled]:
    """Give the journey of each young child of a family, the youngest first, in a fixed number of queries."""
    return _travelled(_children(today).filter(family=family), pack)


def journeys_in_sight(who: Practitioner, pack: Pack, today: date) -> list[Travelled]:
    """Give the journeys of all young children of the families a practitioner may see, in a fixed number of
    queries."""
    return _travelled(_children(today).filter(family__in=families_for(who)), pack)


def _children(today: date) -> QuerySet[Member]:
    young = Q(person__birth_date__gt=add_months(today, -GROWN_MONTHS), person__birth_date_exact=True)
    found = Member.objects.filter(
        young | Q(person__due_date__isnull=False),
        part=Part.CHILD,
        until__isnull=True,
        person__merged_into__isnull=True,
        person__died_on__isnull=True,
    )
    said = StopNoted.objects.select_related("by")
    # What was noted of a record that was joined into this one counts for it.
    noted = [Prefetch("person__stops", said), Prefetch("person__was__stops", said)]
    found = found.select_related("person", "family").prefetch_related(*noted)
    return found.order_by("-person__birth_date", "pk")


def _travelled(members: QuerySet[Member], pack: Pack) -> list[Travelled]:
    planned = [stop for stop in pack.stops if stop.noted]
    return [
        Travelled(
            family=member.family,
            person=member.person,
            child=child,
            stops=tuple(journey(planned, child)),
            noted=_noted(member.person),
        )
        for member in members
        if (child := _child(member.person)) is not None
    ]


def _noted(person: Person) -> dict[str, StopNoted]:
    joined = [one for was in person.was.all() for one in was.stops.all()]
    return {one.stop: one for one in [*joined, *person.stops.all()]}


def _child(person: Person) -> Child | None:
    if person.birth_date:
        return Child(person.birth_date)
    return Child(person.due_date, unborn=True) if person.due_date else None
