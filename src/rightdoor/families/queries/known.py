"""Are they already known? Found by any of several keys, ordered by likeness, shown with whom to ask."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Prefetch, Q, Value

from rightdoor.engines.known import Asked, Candidate, Likeness, compare
from rightdoor.engines.names import fold
from rightdoor.families.models import Address, Family, Identifier, Person, PersonName, Sight

_MOST = 200
_DAYS_IN_MONTH_NAMES = 12


@dataclass(frozen=True)
class Known:
    """Somebody on record who may be the one asked about: that they are known, why, and to whom."""

    person: Person
    likeness: Likeness
    families: tuple[Family, ...]
    known_to: tuple[str, ...]


def already_known(asked: Asked, *, at_most: int = 8) -> list[Known]:
    """Give the people on record most like the one asked about, likeliest first.

    A record that was joined into another answers for it: the names it had still find the person.
    """
    return already_known_each([asked], at_most=at_most)[0]


def already_known_each(asked: Sequence[Asked], *, at_most: int = 8) -> list[list[Known]]:
    """Give, for each one asked about, the people on record most like them.

    One query looks for each; all that is shown of those found is fetched for everybody together.
    """
    candidates = [_candidates(one) for one in asked]
    people = _people({pk for found in candidates for pk in found})
    best = [
        _best(one, [people[pk] for pk in found if pk in people])[:at_most]
        for one, found in zip(asked, candidates, strict=True)
    ]
    homes = _families([person for found in best for _, person in found])
    return [
        [Known(person, like, tuple(homes[person.pk]), _known_to(homes[person.pk])) for like, person in found]
        for found in best
    ]


def _people(ids: set[UUID]) -> dict[UUID, Person]:
    # Many are compared and few are shown, so only what is compared is read.
    known = Person.objects.filter(pk__in=ids).only(
        "known_as", "family_name", "birth_date", "birth_date_exact"
    )
    return {
        person.pk: person
        for person in known.prefetch_related(
            Prefetch("other_names", PersonName.objects.only("person", "given", "family_name")),
            Prefetch("identifiers", Identifier.objects.only("person", "system", "value")),
            Prefetch("addresses", Address.objects.only("person", "postcode")),
            Prefetch("was", Person.objects.only("merged_into", "known_as", "family_name")),
        )
    }


def _best(asked: Asked, people: list[Person]) -> list[tuple[Likeness, Person]]:
    """Give those alike enough to be shown, likeliest first."""
    scored = ((compare(asked, _candidate(person)), person) for person in people)
    return sorted(
        ((like, person) for like, person in scored if like.worth_showing),
        key=lambda pair: (-pair[0].score, str(pair[1].pk)),
    )


def _candidates(asked: Asked) -> list[UUID]:
    """Give the ids of those worth comparing, by the strongest key first and at most `_MOST` of them.

    The keys are a union: joined by OR, no index serves them all and every person on record is read.
    """
    rows = [
        Person.objects.filter(key)
        .annotate(rank=Value(rank))
        .values_list("merged_into__merged_into", "merged_into", "pk", "rank")
        for rank, key in enumerate(_keys(asked))
    ]
    if not rows:
        return []
    found = rows[0].union(*rows[1:], all=True).order_by("rank")[:_MOST]
    return list(dict.fromkeys(kept or into or pk for kept, into, pk, _ in found))


def alike(person: Person) -> list[Known]:
    """Give other records that may be the same person as this one."""
    own = _candidate(person)
    asked = Asked(
        known_as=person.known_as,
        family_name=person.family_name,
        birth_date=person.birth_date,
        birth_date_exact=person.birth_date_exact,
        postcode=next(iter(sorted(own.postcodes)), ""),
        identifiers=own.identifiers,
    )
    return [known for known in already_known(asked) if known.person.pk != person.pk]


def _keys(asked: Asked) -> Iterator[Q]:
    """Give the ways in which anybody it could be is found, strongest first: number, birth, names, home."""
    given, family = fold(asked.known_as), fold(asked.family_name)
    for system, value in sorted(asked.identifiers):
        yield Q(pk__in=Identifier.objects.filter(system=system, value=value).values("person"))
    if asked.birth_date and asked.birth_date_exact:
        yield Q(birth_date__in=_dates_like(asked.birth_date))
    if family and given:
        yield Q(search_key=family, given_key__startswith=given[:2])
        yield Q(search_key__startswith=family[:3], given_key=given)
    if asked.postcode and (given or family):
        near = Address.objects.filter(postcode=asked.postcode).values("person")
        yield Q(pk__in=near, given_key__startswith=given[:1])
    if family:
        yield Q(pk__in=PersonName.objects.filter(search_key=family).values("person"))


def _dates_like(born: date) -> list[date]:
    """Give the date and the one with day and month swapped, where there is one."""
    swapped = [born.replace(month=born.day, day=born.month)] if born.day <= _DAYS_IN_MONTH_NAMES else []
    return [born, *swapped]


def _candidate(person: Person) -> Candidate:
    others = [(name.given, name.family_name) for name in person.other_names.all()]
    others += [(joined.known_as, joined.family_name) for joined in person.was.all()]
    return Candidate(
        given_names=(person.known_as, *(given for given, _ in others if given)),
        family_names=(person.family_name, *(family for _, family in others if family)),
        birth_date=person.birth_date,
        birth_date_exact=person.birth_date_exact,
        postcodes=frozenset(address.postcode for address in person.addresses.all() if address.postcode),
        identifiers=frozenset((i.system, i.value) for i in person.identifiers.all()),
    )


def _families(people: list[Person]) -> dict[UUID, list[Family]]:
    found: dict[UUID, list[Family]] = defaultdict(list)
    families = Family.objects.filter(members__person__in=people, members__until__isnull=True).distinct()
    open_sights = Sight.objects.filter(until__isnull=True).select_related("practitioner__agency")
    with_sights = families.prefetch_related("members", Prefetch("sights", queryset=open_sights))
    wanted = {person.pk for person in people}
    for family in with_sights:
        for member in family.members.all():
            if member.person_id in wanted and member.until is None:
                found[member.person_id].append(family)
    return found


def _known_to(families: list[Family]) -> tuple[str, ...]:
    """Say who works with these families now: a name, an agency and a telephone to ring, never what about."""
    words = [
        _whom(sight)
        for family in families
        for sight in family.sights.all()
        if sight.practitioner or sight.desk
    ]
    return tuple(dict.fromkeys(words)) or ("No open work. The front door holds the record.",)


def _whom(sight: Sight) -> str:
    if sight.practitioner is None:
        return "The front door" if sight.desk == "front-door" else "A panel"
    worker = sight.practitioner
    telephone = f", {worker.telephone}" if worker.telephone else ""
    return f"{worker.name}, {worker.agency.name}{telephone}"
