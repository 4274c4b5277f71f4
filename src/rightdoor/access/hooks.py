"""Where rooms above may speak up. Each list is filled once, when Django starts."""

from collections.abc import Callable

from rightdoor.access.models import Practitioner

# Each gives a sentence saying why this account must stay open for now, or an empty text.
reasons_to_stay: list[Callable[[Practitioner], str]] = []


def reason_to_stay(practitioner: Practitioner) -> str:
    """Give the first reason why the account must stay open, or an empty text."""
    return next((reason for ask in reasons_to_stay if (reason := ask(practitioner))), "")
