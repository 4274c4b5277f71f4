"""The table of states: every state is reached, ends are ends, and the docs show what the table says."""

from pathlib import Path

from rightdoor.frontdoor.drawing import states_page
from rightdoor.frontdoor.states import OPEN, STATES, State, may_become

DRAWN = Path(__file__).parents[2] / "docs" / "reference" / "request-states.md"


def test_the_page_of_states_says_what_the_table_says() -> None:
    assert DRAWN.read_text(encoding="utf-8") == states_page(), "write it again with drawing.states_page()"


def test_every_state_can_be_reached_from_the_first() -> None:
    reached, waiting = set(), {State.RECEIVED}
    while waiting:
        state = waiting.pop()
        reached.add(state)
        waiting |= STATES[state].next - reached
    assert reached == set(State)


def test_every_open_state_can_come_to_an_end() -> None:
    for state in OPEN:
        reached, waiting = set(), {state}
        while waiting:
            at = waiting.pop()
            reached.add(at)
            waiting |= STATES[at].next - reached
        assert reached & {State.ENDED, State.HELPING}


def test_nothing_follows_an_answered_request() -> None:
    assert not any(may_become(State.ENDED, after) for after in State)
