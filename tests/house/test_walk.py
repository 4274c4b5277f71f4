"""Who may go where: every address, everybody, GET and POST, against one table read by people."""

import logging

import pytest
import time_machine
from django.db import transaction
from pytest_django import DjangoDbBlocker

from rightdoor.access.roles import ROLES
from tests.factories import NOW
from tests.house import walking
from tests.house.walking import ANONYMOUS, METHODS, SIGHTED, Answer, addresses, table
from tests.house.world import world

pytestmark = pytest.mark.django_db
ACTORS = [ANONYMOUS, SIGHTED, *ROLES]
Answers = dict[tuple[str, str, str], Answer]

# What anybody may open without signing in. A page not named here must send strangers to sign in.
OPEN = (
    "account_", "advice:", "ask:", "champions:", "demo:", "directory:still-right", "find:",
    "mfa_authenticate", "open:", "openid_connect_", "socialaccount_",
    "web:accessibility", "web:brand", "web:components", "web:front", "web:health",
    "web:language", "web:privacy", "web:robots", "web:sitemap",
)  # fmt: skip
STAY_CLOSED = {"account_change_password", "account_reauthenticate", "account_set_password"}
REFUSED = {"sign-in", 401, 403, 404, 405}


@pytest.fixture(scope="module")
def answers(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Answers:
    with django_db_blocker.unblock(), time_machine.travel(NOW), transaction.atomic():
        logging.disable(logging.CRITICAL)  # thousands of refusals, each with its trace
        found = walking.walk(world())
        logging.disable(logging.NOTSET)
        transaction.set_rollback(True)
    return found


def test_every_address_has_its_row_in_the_table(answers: Answers) -> None:
    missing = [address.name for address in addresses() if address.name not in table()]
    rows = "\n".join(walking.row(answers, name, ACTORS) for name in missing)
    assert not missing, f"Read these rows, then add them to walk.toml if they are right:\n\n{rows}"


def test_every_row_of_the_table_has_its_address() -> None:
    assert set(table()) - {address.name for address in addresses()} == set()


@pytest.mark.parametrize("actor", ACTORS)
def test_everybody_gets_what_the_table_says(actor: str, answers: Answers) -> None:
    wrong = [
        f"{method} {name} as {actor}: {got}, not {expected}"
        for name, methods in table().items()
        for method in METHODS
        if (expected := methods[method].get(actor, methods[method]["others"]))
        != (got := answers.get((name, method, actor)))
    ]
    assert not wrong, "\n".join(wrong)


def test_nothing_but_the_open_pages_opens_without_signing_in(answers: Answers) -> None:
    opened = [
        f"{method} {name}: {answer}"
        for (name, method, actor), answer in answers.items()
        if actor == ANONYMOUS and answer not in REFUSED and not is_open(name)
    ]
    assert not opened, "\n".join(opened)


def test_a_family_does_not_exist_for_those_without_sight_of_it(answers: Answers) -> None:
    of_families = {address.name for address in addresses() if "family_id" in address.varies}
    seen = [
        f"{method} {name} as {actor}: {answer}"
        for (name, method, actor), answer in answers.items()
        if name in of_families and actor not in (ANONYMOUS, SIGHTED) and answer not in (404, 405)
    ]
    assert not seen, "\n".join(seen)


def test_nothing_breaks_whoever_asks_for_whatever(answers: Answers) -> None:
    broken = [" ".join(asked) for asked, answer in answers.items() if answer == 500]
    assert not broken, "\n".join(broken)


def is_open(name: str) -> bool:
    return name.startswith(OPEN) and name not in STAY_CLOSED
