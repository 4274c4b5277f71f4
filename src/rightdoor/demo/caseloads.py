"""Sharing out the open plans: most leads hold a few, some are near the limit of their role, some over."""

from rightdoor.access.models import Practitioner
from rightdoor.demo.chance import Chance
from rightdoor.engines.packs import Pack

_FIRST = (6, 3)  # open plans of the first two leads, who can be signed in as
_PART_FOR_ONE = 3  # nobody is given more than a third of all open plans


def share_out(chance: Chance, pack: Pack, leads: list[Practitioner], number: int) -> list[Practitioner]:
    """Give the lead of each open plan, `number` in all, in no order."""
    shared = [lead for lead, held in zip(leads, _FIRST, strict=False) for _ in range(held)]
    over = 1  # the first whose role has a limit is over it by one
    for lead in leads[len(_FIRST) :]:
        limit = _limit(pack, lead)
        if limit and limit <= number // _PART_FOR_ONE and len(shared) + limit < number:
            shared += [lead] * max(1, limit + over)
            over = chance.between(-3, 1)
    free = [lead for lead in leads[len(_FIRST) :] if not _limit(pack, lead)] or leads
    while len(shared) < number:
        shared.append(chance.pick(free))
    del shared[number:]
    chance.shuffle(shared)
    return shared


def _limit(pack: Pack, lead: Practitioner) -> int | None:
    """Give how many families a lead's role may hold; None where it counts people, or nobody has said."""
    role = pack.role(lead.job)
    return role.caseload_limit if role.caseload_unit in (None, "families") else None
