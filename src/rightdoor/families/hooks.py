"""Where rooms above may speak up. Each list is filled once, when Django starts."""

from collections.abc import Callable

from rightdoor.families.models import Family, Service

# Each gives a sentence saying why this family may not be put into this help by hand, or an empty text.
reasons_against: list[Callable[[Family, Service], str]] = []


def reason_against(family: Family, service: Service) -> str:
    """Give the first reason why the family may not go into a kind of help, or an empty text."""
    return next((reason for ask in reasons_against if (reason := ask(family, service))), "")
