"""A form that changes something carries a token made when it was shown: sent twice, it changes once."""

from uuid import UUID, uuid4


def new_token() -> str:
    """Give a fresh token for a form being shown."""
    return str(uuid4())


def token_of(text: str | None) -> UUID | None:
    """Give the token a form carried, or None when it carried none that can be read."""
    try:
        return UUID(text or "")
    except ValueError:
        return None
