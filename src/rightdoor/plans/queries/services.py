"""Services of the directory that an action of a plan can name."""

from collections.abc import Iterable

from rightdoor.access.partnership import pack
from rightdoor.directory.queries.shortlist import all_pages, pages_of
from rightdoor.plans.models import Goal


def services_to_choose(beside: str = "") -> list[tuple[str, str]]:
    """Give the services there are, by name: the pack's, the directory's, and one chosen before."""
    known = {service.id: service.name for service in pack().services} | all_pages()
    if beside:
        known.setdefault(beside, beside)
    return sorted(known.items(), key=lambda one: (one[1].casefold(), one[0]))


def pages_named(goals: Iterable[Goal]) -> dict[str, str]:
    """Give the services that the actions of goals name and that have a page, in one question at most."""
    return pages_of(action.service for goal in goals for action in goal.actions.all())
