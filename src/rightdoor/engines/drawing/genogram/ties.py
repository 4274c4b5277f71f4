"""The relations that can be drawn, cleaned: known people only, nothing twice, families made of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from rightdoor.engines.drawing.genogram.model import COUPLES, PARENTS, SIBLINGS, FamilyPicture, Kind, Relation

MOST_PARENTS: Final = 2
Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Ties:
    """Parents of each child by kind, couples by kind, siblings, grandparents; all in a fixed order."""

    parents: dict[str, dict[str, Kind]]
    couples: dict[Pair, Kind | None]
    siblings: tuple[Pair, ...]
    grandparents: tuple[Pair, ...]

    def parent_pairs(self) -> list[Pair]:
        """Every (parent, child)."""
        return [(parent, child) for child, kinds in self.parents.items() for parent in kinds]


def ties_of(picture: FamilyPicture) -> Ties:
    """Clean the relations of a picture."""
    place = {person.id: number for number, person in enumerate(picture.people)}
    known = [
        tie for tie in picture.relations if tie.one in place and tie.other in place and tie.one != tie.other
    ]
    parents = _parents(known)
    couples = _couples(known, place)
    for kinds in parents.values():
        for one, other in combinations(_main(kinds), 2):
            # Two people with a child together are drawn as a pair, even when nobody said what they were.
            couples.setdefault(_pair(one, other, place), None)
    return Ties(
        parents=parents,
        couples=couples,
        siblings=tuple(
            sorted(_pairs(known, SIBLINGS, place), key=lambda pair: (place[pair[0]], place[pair[1]]))
        ),
        grandparents=tuple(dict.fromkeys((t.one, t.other) for t in known if t.kind == "grandparent")),
    )


def _main(kinds: dict[str, Kind]) -> list[str]:
    return [parent for parent, kind in kinds.items() if kind != "step_parent"][:MOST_PARENTS]


def _parents(known: Iterable[Relation]) -> dict[str, dict[str, Kind]]:
    found: dict[str, dict[str, Kind]] = defaultdict(dict)
    for kind in PARENTS:
        for tie in known:
            if tie.kind == kind:
                found[tie.other].setdefault(tie.one, kind)
    return dict(found)


def _pair(one: str, other: str, place: dict[str, int]) -> Pair:
    return (one, other) if place[one] <= place[other] else (other, one)


def _pairs(known: Iterable[Relation], kinds: tuple[Kind, ...], place: dict[str, int]) -> set[Pair]:
    return {_pair(tie.one, tie.other, place) for tie in known if tie.kind in kinds}


def _couples(known: Iterable[Relation], place: dict[str, int]) -> dict[Pair, Kind | None]:
    found: dict[Pair, Kind | None] = {}
    for kind in COUPLES:
        for tie in known:
            if tie.kind == kind:
                found.setdefault(_pair(tie.one, tie.other, place), kind)
    return found


@dataclass(frozen=True, slots=True)
class Family:
    """Children of one generation under the same parents (one, two, or none known), drawn as one sibship."""

    parents: tuple[str, ...]
    children: tuple[str, ...]
    kind: Kind


def families_of(ties: Ties, generation: dict[str, int]) -> list[Family]:
    """Sibships: by parents, kind and generation. Parents in two generations count as two families."""
    found: dict[tuple[tuple[str, ...], Kind, int], list[str]] = defaultdict(list)
    for child, kinds in ties.parents.items():
        for parents, kind in _parent_sets(kinds, generation):
            if generation[child] > generation[parents[0]]:
                found[parents, kind, generation[child]].append(child)
    families = [Family(parents, tuple(children), kind) for (parents, kind, _), children in found.items()]
    families += [
        Family((one,), (other,), "grandparent") for one, other in _bare_grandparents(ties, generation)
    ]
    return families + [Family((), pair, "sibling") for pair in _bare_siblings(ties, generation)]


def _parent_sets(kinds: dict[str, Kind], generation: dict[str, int]) -> list[tuple[tuple[str, ...], Kind]]:
    main = _main(kinds)
    sets: list[tuple[tuple[str, ...], Kind]] = []
    if len(main) == MOST_PARENTS and generation[main[0]] == generation[main[1]]:
        sets.append(((main[0], main[1]), kinds[main[0]]))
        main = []
    alone = main + [parent for parent in kinds if parent not in _main(kinds)]
    return sets + [((parent,), kinds[parent]) for parent in alone]


def _bare_siblings(ties: Ties, generation: dict[str, int]) -> list[Pair]:
    # Siblings under one drawn parent are already joined by that parent's lines.
    return [
        (one, other)
        for one, other in ties.siblings
        if generation[one] == generation[other]
        and not set(ties.parents.get(one, {})) & set(ties.parents.get(other, {}))
    ]


def _bare_grandparents(ties: Ties, generation: dict[str, int]) -> list[Pair]:
    def through(one: str, other: str) -> bool:
        return any(one in ties.parents.get(parent, {}) for parent in ties.parents.get(other, {}))

    return [
        pair for pair in ties.grandparents if not through(*pair) and generation[pair[0]] < generation[pair[1]]
    ]
