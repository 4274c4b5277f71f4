"""Are they already known? Found by any of several keys, ordered by likeness, shown with whom to ask."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet, Value

from rightdoor.access.prepared import Prepared, keep_each, several
from rightdoor.engines.known import Asked, Candidate, Likeness, compare
from rightdoor.engines.names import fold
from rightdoor.families.models import Address, Family, Identifier, Member, Person, PersonName, Sight

_MOST = 200
_DATES = 2
_ROOMS = (25, 100, 400, 1600, 6400)
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

    One query looks for each; all that is compared of those found is fetched for everybody together, and all
    that is shown of the few that are shown.
    """
    found = [_found(one) for one in asked]
    numbered = any(one.identifiers for one in asked)
    described = _described(list({pk for ids in found for pk in ids}), numbered=numbered)
    best = [
        _best(one, [(pk, described[pk]) for pk in ids if pk in described])[:at_most]
        for one, ids in zip(asked, found, strict=True)
    ]
    people = _people([pk for rows in best for _, pk in rows])
    homes = _families([people[pk] for rows in best for _, pk in rows])
    return [
        [Known(people[pk], like, tuple(homes[pk]), _known_to(homes[pk])) for like, pk in rows]
        for rows in best
    ]


def _best(asked: Asked, described: list[tuple[UUID, Candidate]]) -> list[tuple[Likeness, UUID]]:
    """Give those alike enough to be shown, likeliest first."""
    scored = ((compare(asked, candidate), pk) for pk, candidate in described)
    return sorted(
        ((like, pk) for like, pk in scored if like.worth_showing),
        key=lambda row: (-row[0].score, str(row[1])),
    )


def _people(ids: list[UUID]) -> dict[UUID, Person]:
    size = _room(len(ids))
    return {person.pk: person for person in _persons(size)(people=ids)} if ids else {}


@lru_cache(maxsize=8)
def _persons(size: int) -> Prepared[Person]:
    def question(people: Any) -> QuerySet[Person]:
        known = Person.objects.filter(pk__in=several(people, size))
        return known.only("known_as", "family_name", "birth_date", "birth_date_exact")

    return Prepared(question)


def _found(asked: Asked) -> list[UUID]:
    """Give the records that any key finds, strongest key first, each named by the record that now stands.

    The keys are a union: joined by OR, no index serves them all and every person on record is read.
    """
    values = _values(asked)
    if not values:
        return []
    rows = _looking(frozenset(values), len(asked.identifiers))(**values)
    return list(dict.fromkeys(kept or into or pk for kept, into, pk, _ in rows))


def _values(asked: Asked) -> dict[str, Any]:
    """Give what is looked for; what is not known, or too little to look for, is left out."""
    given, family = fold(asked.known_as), fold(asked.family_name)
    values: dict[str, Any] = {}
    if asked.identifiers:
        values |= {"numbers": [value for _, value in sorted(asked.identifiers)]}
    if asked.birth_date and asked.birth_date_exact:
        values |= {"born": _dates_like(asked.birth_date)}
    if family and given:
        values |= {"given": given, "given_2": given[:2], "family_3": family[:3]}
    if asked.postcode and (given or family):
        values |= {"postcode": asked.postcode, "given_1": given[:1]}
    if family:
        values |= {"family": family}
    return values


@lru_cache(maxsize=128)
def _looking(known: frozenset[str], numbers: int) -> Prepared[tuple[Any, ...]]:
    """Make the question for those of whom the same is known."""

    def question(**given: Any) -> QuerySet[Person, tuple[Any, ...]]:
        rows = [
            Person.objects.filter(key)
            .annotate(rank=Value(rank))
            .values_list("merged_into__merged_into", "merged_into", "pk", "rank")
            for rank, key in enumerate(_keys(given, numbers))
        ]
        return rows[0].union(*rows[1:], all=True).order_by("rank")[:_MOST]

    return Prepared(question, names=sorted(known))


def _keys(given: dict[str, Any], numbers: int) -> Iterator[Q]:
    """Give the ways in which anybody it could be is found, strongest first: number, birth, names, home."""
    if "numbers" in given:
        held = Identifier.objects.filter(value__in=several(given["numbers"], numbers))
        yield Q(pk__in=held.values("person"))
    if "born" in given:
        yield Q(birth_date__in=several(given["born"], _DATES))
    if "given" in given:
        yield Q(search_key=given["family"], given_key__startswith=given["given_2"])
        yield Q(search_key__startswith=given["family_3"], given_key=given["given"])
    if "postcode" in given:
        near = Address.objects.filter(postcode=given["postcode"]).values("person")
        yield Q(pk__in=near, given_key__startswith=given["given_1"])
    if "family" in given:
        yield Q(pk__in=PersonName.objects.filter(search_key=given["family"]).values("person"))


def _room(number: int) -> int:
    """Give for how many values a question is made, so that few questions serve any number."""
    return next(size for size in _ROOMS if size >= number or size == _ROOMS[-1])


def _described(ids: list[UUID], *, numbered: bool) -> dict[UUID, Candidate]:
    """Give what is compared of some people, and nothing more; numbers only where one was asked for."""
    if not ids:
        return {}
    *asked, numbering = _describing(_room(len(ids)))
    people, names, homes = (ask(people=ids) for ask in asked)
    numbers = numbering(people=ids) if numbered else ()
    others: dict[UUID, list[tuple[str, str]]] = defaultdict(list)
    for person, given, family in names:
        others[person].append((given, family))
    postcodes, identifiers = _gathered(homes), _gathered(numbers)
    return {
        pk: Candidate(
            given_names=(known_as, *(given for given, _ in others[pk] if given)),
            family_names=(family_name, *(family for _, family in others[pk] if family)),
            birth_date=born,
            birth_date_exact=exact,
            postcodes=frozenset(postcode for (postcode,) in postcodes[pk] if postcode),
            identifiers=frozenset(identifiers[pk]),
        )
        for pk, known_as, family_name, born, exact in people
    }


def _gathered(rows: Iterable[tuple[Any, ...]]) -> dict[UUID, list[tuple[Any, ...]]]:
    found: dict[UUID, list[tuple[Any, ...]]] = defaultdict(list)
    for person, *told in rows:
        found[person].append(tuple(told))
    return found


@lru_cache(maxsize=8)
def _describing(size: int) -> tuple[Prepared[tuple[Any, ...]], ...]:
    def persons(people: Any) -> QuerySet[Person, tuple[Any, ...]]:
        known = Person.objects.filter(pk__in=several(people, size))
        return known.values_list("pk", "known_as", "family_name", "birth_date", "birth_date_exact")

    def names(people: Any) -> QuerySet[Any, tuple[Any, ...]]:
        # The names they had, and those of the records that were joined into theirs.
        had = PersonName.objects.filter(person__in=several(people, size)).order_by()
        was = Person.objects.filter(merged_into__in=several(people, size)).order_by()
        joined = was.values_list("merged_into", "known_as", "family_name")
        return had.values_list("person", "given", "family_name").union(joined, all=True)

    def homes(people: Any) -> QuerySet[Address, tuple[Any, ...]]:
        return Address.objects.filter(person__in=several(people, size)).values_list("person", "postcode")

    def numbers(people: Any) -> QuerySet[Identifier, tuple[Any, ...]]:
        held = Identifier.objects.filter(person__in=several(people, size))
        return held.values_list("person", "system", "value")

    return Prepared(persons), Prepared(names), Prepared(homes), Prepared(numbers)


def alike(person: Person) -> list[Known]:
    """Give other records that may be the same person as this one."""
    own = _described([person.pk], numbered=True)[person.pk]
    asked = Asked(
        known_as=person.known_as,
        family_name=person.family_name,
        birth_date=person.birth_date,
        birth_date_exact=person.birth_date_exact,
        postcode=next(iter(sorted(own.postcodes)), ""),
        identifiers=own.identifiers,
    )
    return [known for known in already_known(asked) if known.person.pk != person.pk]


def _dates_like(born: date) -> list[date]:
    """Give the date and the one with day and month swapped, where there is one."""
    swapped = [born.replace(month=born.day, day=born.month)] if born.day <= _DAYS_IN_MONTH_NAMES else []
    return [born, *swapped]


def _families(people: list[Person]) -> dict[UUID, list[Family]]:
    """Give the families each of these is a member of now, with the open reasons for which each is seen."""
    found: dict[UUID, list[Family]] = defaultdict(list)
    if not people:
        return found
    ids = list({person.pk for person in people})
    families: dict[UUID, Family] = {}
    for member in _memberships(_room(len(ids)))(people=ids):
        found[member.person_id].append(families.setdefault(member.family_id, member.family))
    sights = _open_sights(_room(len(families)))(families=list(families))
    keep_each(list(families.values()), "sights", sights, by="family")
    return found


@lru_cache(maxsize=8)
def _memberships(size: int) -> Prepared[Member]:
    def question(people: Any) -> QuerySet[Member]:
        now = Member.objects.filter(person__in=several(people, size), until__isnull=True)
        return now.select_related("family").order_by("family__created_at", "pk")

    return Prepared(question)


@lru_cache(maxsize=8)
def _open_sights(size: int) -> Prepared[Sight]:
    def question(families: Any) -> QuerySet[Sight]:
        seen = Sight.objects.filter(family__in=several(families, size), until__isnull=True)
        return seen.select_related("practitioner__agency").order_by("pk")

    return Prepared(question)


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
