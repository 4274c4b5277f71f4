"""The table of a plan's states, and the page that is drawn from it."""

from pathlib import Path

from rightdoor.plans.states import OPEN, STATES, State, as_markdown

PAGE = Path(__file__).resolve().parents[2] / "docs" / "reference" / "plan-states.md"


def test_the_page_of_states_is_current():
    assert PAGE.read_text(encoding="utf-8") == as_markdown(), "write states.as_markdown() into it"


def test_every_state_has_its_row():
    assert set(STATES) == set(State)


def test_every_open_state_can_be_closed_and_a_closed_plan_stays_closed():
    assert all(State.CLOSED in STATES[state].next for state in OPEN)
    assert not STATES[State.CLOSED].next


def test_every_state_can_be_reached():
    reached = set().union(*(row.next for row in STATES.values())) | {State.ASSESSING}
    assert reached == set(State)
