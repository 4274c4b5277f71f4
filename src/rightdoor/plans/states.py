"""The states of a plan: what may come next, who owns it, what the audit says.

docs/reference/plan-states.md is drawn from this table.
"""

from dataclasses import dataclass
from enum import StrEnum


class State(StrEnum):
    """Where a plan stands."""

    ASSESSING = "assessing"
    ACTIVE = "active"
    STEPPED_UP = "stepped_up"
    STEPPING_DOWN = "stepping_down"
    CLOSED = "closed"


@dataclass(frozen=True)
class Row:
    """One state: its words, allowed next states, and the audit event on arriving."""

    words: str
    next: frozenset[State]
    audit: str


STATES: dict[State, Row] = {
    State.ASSESSING: Row(
        "Being assessed", frozenset({State.ACTIVE, State.STEPPED_UP, State.CLOSED}), "plan_opened"
    ),
    State.ACTIVE: Row(
        "Active", frozenset({State.STEPPED_UP, State.STEPPING_DOWN, State.CLOSED}), "plan_agreed"
    ),
    State.STEPPED_UP: Row(
        "Stepped up, with oversight",
        frozenset({State.ACTIVE, State.STEPPING_DOWN, State.CLOSED}),
        "plan_stepped_up",
    ),
    State.STEPPING_DOWN: Row(
        "Stepping down", frozenset({State.ACTIVE, State.STEPPED_UP, State.CLOSED}), "plan_stepping_down"
    ),
    State.CLOSED: Row("Closed", frozenset(), "plan_closed"),
}
OPEN = frozenset(state for state in State if state is not State.CLOSED)


def may_become(state: State, after: State) -> bool:
    """Say whether a plan in one state may go to another."""
    return after in STATES[state].next


def as_markdown() -> str:
    """Draw the table of states as the page docs/reference/plan-states.md."""
    arrows = [f"    {state} --> {after}" for state in State for after in State if may_become(state, after)]
    rows = [
        f"| `{state}` | {row.words} | {_next_words(row)} | `{row.audit}` |" for state, row in STATES.items()
    ]
    return "\n".join(
        [
            "# The states of a plan",
            "",
            "Drawn from `src/rightdoor/plans/states.py`; a test says when it is out of date.",
            "A plan has exactly one lead professional in every state but the last.",
            "",
            "```mermaid",
            "stateDiagram-v2",
            f"    [*] --> {State.ASSESSING}",
            *arrows,
            f"    {State.CLOSED} --> [*]",
            "```",
            "",
            "| State | In words | May become | Written in the audit on arriving |",
            "| --- | --- | --- | --- |",
            *rows,
            "",
        ]
    )


def _next_words(row: Row) -> str:
    return ", ".join(f"`{state}`" for state in State if state in row.next) or "nothing more"
