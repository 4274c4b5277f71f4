"""Accounts in words."""

from collections import Counter
from collections.abc import Iterable

from rightdoor.access.models import Practitioner
from rightdoor.access.roles import ROLES
from rightdoor.engines.packs import Pack
from rightdoor.ui.addresses import reverse
from rightdoor.ui.words import date_words


def job_name(pack: Pack, job: str) -> str:
    """Give the name of a job; one that has left the pack is shown as it was kept."""
    return next((role.name for role in pack.roles if role.id == job), job)


def account_rows(accounts: Iterable[Practitioner], pack: Pack) -> list[list[object]]:
    """Give the rows of the list of accounts; two of one name are told apart by their addresses."""
    shown = list(accounts)
    times = Counter(account.name for account in shown)
    return [
        [
            {
                "text": account.name if times[account.name] == 1 else f"{account.name} ({account.email})",
                "href": reverse("access:account-see", args=[account.pk]),
            },
            job_name(pack, account.job),
            account.agency.name,
            ", ".join(ROLES[code].name for code in ROLES if code in account.role_codes) or "No role",
        ]
        for account in shown
    ]


def account_summary(account: Practitioner, pack: Pack) -> list[dict[str, str]]:
    """Give what is kept about a practitioner."""
    away = f"Until {date_words(account.away_until)}" if account.away_until else "No"
    return [
        {"key": "Name", "value": account.name},
        {"key": "E-mail address", "value": account.email},
        {"key": "Agency", "value": account.agency.name},
        {"key": "Job", "value": job_name(pack, account.job)},
        {"key": "Telephone", "value": account.telephone},
        {"key": "Supervisor", "value": account.supervisor.name if account.supervisor else "Nobody yet"},
        {"key": "Away", "value": away},
        {"key": "Account", "value": "Open" if account.is_active else "Closed"},
    ]


def held_roles(account: Practitioner, endable: set[str]) -> list[dict[str, object]]:
    """Give each role held, what it lets them do, and whether it can be ended by who looks."""
    return [
        {"code": code, "name": role.name, "does": role.description, "can_end": code in endable}
        for code, role in ROLES.items()
        if code in account.role_codes
    ]
