"""Which generation each person stands in: parents above children, couples and siblings level."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from rightdoor.engines.drawing.genogram.ties import Pair, Ties

Edge = tuple[str, str, int]


def generations(people: Sequence[str], ties: Ties) -> dict[str, int]:
    """Generation of each person, 0 at the top.

    A parent is always above the child unless the record goes round in a circle (somebody is their own
    ancestor): then the tie that closes the circle is left out. Couples and siblings stand level
    unless that would put a parent beside or below a child.
    """
    edges = _without_circles(people, [(*pair, 1) for pair in ties.parent_pairs()])
    edges = _without_circles(people, edges + [(*pair, 2) for pair in ties.grandparents])
    group = _level(people, edges, [*ties.couples, *ties.siblings])
    depth = _longest(people, edges, group)
    return {person: depth[group[person]] for person in people}


def _without_circles(people: Iterable[str], edges: Sequence[Edge]) -> list[Edge]:
    kept: list[Edge] = []
    below: dict[str, set[str]] = {person: {person} for person in people}
    for upper, lower, drop in edges:
        if upper in below[lower]:
            continue
        kept.append((upper, lower, drop))
        for person, reached in below.items():
            if upper in reached:
                below[person] = reached | below[lower]
    return kept


def _level(people: Sequence[str], edges: Sequence[Edge], pairs: Iterable[Pair]) -> dict[str, str]:
    group = {person: person for person in people}
    for one, other in pairs:
        if group[one] == group[other]:
            continue
        merged = {person: group[other] if at == group[one] else at for person, at in group.items()}
        if not _has_circle(edges, merged):
            group = merged
    return group


def _grouped(edges: Iterable[Edge], group: dict[str, str]) -> dict[str, list[tuple[str, int]]]:
    down: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for upper, lower, drop in edges:
        down[group[upper]].append((group[lower], drop))
    return down


def _has_circle(edges: Sequence[Edge], group: dict[str, str]) -> bool:
    down = _grouped(edges, group)
    return len(_in_order(set(group.values()), down)) < len(set(group.values()))


def _in_order(groups: Iterable[str], down: dict[str, list[tuple[str, int]]]) -> list[str]:
    # Kahn's order; groups on a circle never become free and are left out.
    above: dict[str, int] = dict.fromkeys(sorted(groups), 0)
    for lowers in down.values():
        for lower, _ in lowers:
            above[lower] += 1
    free = [group for group, count in above.items() if count == 0]
    for group in free:
        for lower, _ in down.get(group, ()):
            above[lower] -= 1
            if above[lower] == 0:
                free.append(lower)
    return free


def _longest(people: Sequence[str], edges: Sequence[Edge], group: dict[str, str]) -> dict[str, int]:
    down = _grouped(edges, group)
    order = _in_order({group[person] for person in people}, down)
    depth = dict.fromkeys(order, 0)
    has_parents = {lower for lowers in down.values() for lower, _ in lowers}
    for upper in order:
        for lower, drop in down.get(upper, ()):
            depth[lower] = max(depth[lower], depth[upper] + drop)
    for upper in reversed(order):
        # Whoever has nobody above them stands just above their own children, not at the very top.
        if upper not in has_parents and down.get(upper):
            depth[upper] = min(depth[lower] - drop for lower, drop in down[upper])
    return depth
