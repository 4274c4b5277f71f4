"""The states of a request: what may come next, who has it, what is written in the audit, who is told.

This table is the only place that says so; docs/reference/request-states.md is drawn from it.
"""

from dataclasses import dataclass
from enum import StrEnum


class State(StrEnum):
    """Where a request stands."""

    RECEIVED = "received"
    SCREENING = "screening"
    AT_PANEL = "at_panel"
    ALLOCATING = "allocating"
    HELPING = "helping"
    ENDED = "ended"


class Owner(StrEnum):
    """Who has the request in hand."""

    FRONT_DOOR = "front door"
    PANEL = "panel"
    LEAD = "lead professional"
    NOBODY = "nobody"


@dataclass(frozen=True)
class Row:
    """One state: its words, owner, allowed next states, audit event and whether the referrer is told."""

    words: str
    owner: Owner
    next: frozenset[State]
    audit: str
    tells_referrer: bool


STATES: dict[State, Row] = {
    State.RECEIVED: Row(
        "Received",
        Owner.FRONT_DOOR,
        # Straight to an end only where somebody is in danger now and screening must not delay.
        frozenset({State.SCREENING, State.ENDED}),
        "request_received",
        tells_referrer=True,
    ),
    State.SCREENING: Row(
        "Being looked at",
        Owner.FRONT_DOOR,
        # Straight to help where a lead professional already holds the family's plan.
        frozenset({State.AT_PANEL, State.ALLOCATING, State.HELPING, State.ENDED}),
        "request_screened",
        tells_referrer=False,
    ),
    State.AT_PANEL: Row(
        "Going to a panel",
        Owner.PANEL,
        frozenset({State.ALLOCATING, State.SCREENING, State.ENDED}),
        "request_to_panel",
        tells_referrer=True,
    ),
    State.ALLOCATING: Row(
        "Finding the right worker",
        Owner.FRONT_DOOR,
        frozenset({State.HELPING, State.SCREENING, State.ENDED}),
        "request_allocating",
        tells_referrer=True,
    ),
    State.HELPING: Row("Help has started", Owner.LEAD, frozenset(), "request_helping", tells_referrer=True),
    State.ENDED: Row("Answered", Owner.NOBODY, frozenset(), "request_ended", tells_referrer=True),
}
OPEN = frozenset(state for state, row in STATES.items() if row.owner in {Owner.FRONT_DOOR, Owner.PANEL})


def may_become(state: State, after: State) -> bool:
    """Say whether a request in one state may go to another."""
    return after in STATES[state].next
