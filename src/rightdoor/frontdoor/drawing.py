"""The states of a request as a page of the docs, drawn from the table so that the two cannot differ."""

from rightdoor.frontdoor.states import STATES, Row, State

_HEAD = """# The states of a request

Drawn from `src/rightdoor/frontdoor/states.py`; a test fails when this page is not what the table says.

```mermaid
stateDiagram-v2
    [*] --> received
"""
_TABLE = """```

| State | In words | Who has it | May become | Audit event | The referrer is told |
| --- | --- | --- | --- | --- | --- |
"""


def states_page() -> str:
    """Give the whole page as Markdown with a Mermaid drawing."""
    arrows = [f"    {state} --> {after}\n" for state, row in STATES.items() for after in _in_order(row)]
    ends = [f"    {state} --> [*]\n" for state, row in STATES.items() if not row.next]
    return _HEAD + "".join(arrows + ends) + _TABLE + "".join(_line(s, row) for s, row in STATES.items())


def _in_order(row: Row) -> list[State]:
    return [state for state in State if state in row.next]


def _line(state: State, row: Row) -> str:
    after = ", ".join(f"`{name}`" for name in _in_order(row)) or "nothing: it is the end"
    told = "yes" if row.tells_referrer else "no"
    return f"| `{state}` | {row.words} | {row.owner} | {after} | `{row.audit}` | {told} |\n"
