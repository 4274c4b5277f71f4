"""Every address of the house that has a page is open to all, as it is and when its form is sent empty."""

from http import HTTPStatus

import pytest

from tests.accessibility.inside import Inside
from tests.house.walking import ANONYMOUS, SIGHTED, Address, World, addresses, table

pytestmark = [pytest.mark.browser, pytest.mark.django_db]
# Answers for machines: nothing for anybody to look at.
NO_PAGE = {
    "web:brand", "web:health", "web:robots", "web:sitemap", "find:service-dates",
    "directory:board-file", "find:journey-dates",
    "mfa_download_recovery_codes",
}  # fmt: skip
# Of the open data, these alone are looked at: lists of services inside other sites.
BLOCKS = {"open:block", "open:blocks", "open:block-near", "open:block-search"}
# Who is likeliest to see a page with something on it.
FIRST = (SIGHTED, "front_door", "panel_chair", "governance", "supervisor", ANONYMOUS)


def somebody_who_gets(address: Address, method: str, answer: int) -> str:
    """Give who, by the table of the walk, gets this answer; nobody when there is none."""
    row = table()[address.name][method]
    roles = [*FIRST, *row, "lead"]
    return next((one for one in roles if one != "others" and row.get(one, row["others"]) == answer), "")


def those_with(method: str, answer: int) -> list[tuple[Address, str]]:
    """Give the addresses at which somebody gets this answer, and who."""
    found = [(address, somebody_who_gets(address, method, answer)) for address in addresses()]
    return [(address, who) for address, who in found if who and not _for_machines(address.name)]


def _for_machines(name: str) -> bool:
    return name in NO_PAGE or (name.startswith("open:") and name not in BLOCKS)


SHOWN = those_with("get", HTTPStatus.OK)
MISTAKEN = those_with("post", HTTPStatus.UNPROCESSABLE_ENTITY)


@pytest.mark.parametrize(("address", "who"), SHOWN, ids=[one.name for one, _ in SHOWN])
def test_a_page_is_open_to_all(address: Address, who: str, walked: World, inside: Inside):
    inside.open(walked.path(address), walked.actors[who]).is_open_to_all()


@pytest.mark.parametrize(("address", "who"), MISTAKEN, ids=[one.name for one, _ in MISTAKEN])
def test_a_page_that_says_what_is_missing_is_open_to_all(
    address: Address, who: str, walked: World, inside: Inside
):
    inside.send(walked.path(address), walked.actors[who]).is_open_to_all()
    assert inside.page.locator(".govuk-error-summary a, .govuk-error-summary li").count()
    assert inside.page.title().startswith("Error:")


def test_the_sweep_sees_most_of_the_house():
    assert len(SHOWN) > 90
    assert len(MISTAKEN) > 30
