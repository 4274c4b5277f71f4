"""Checking on the page whether a service is for a family."""

import re

import pytest
from django.contrib.sessions.models import Session
from django.test import Client

from tests.directory.factories import service

pytestmark = pytest.mark.django_db
AT = "/find/services/group/fit/"


def send(client: Client, question: str, answer: str, *told: str, status: int = 200) -> str:
    page = client.post(AT, {"question": question, "answer": answer, "told": list(told)})
    assert page.status_code == status
    return page.content.decode()


def told_in(page: str) -> list[str]:
    return re.findall(r'name="told" value="([^"]*)"', page)


def test_a_service_without_a_rule_cannot_be_checked(client: Client) -> None:
    service("Group")
    assert client.get(AT).status_code == 404
    assert "Check if this is for my family" not in client.get("/find/services/group/").content.decode()


def test_a_check_goes_on_until_it_has_an_answer_and_says_why(client: Client) -> None:
    service("Group", rule="understanding-your-baby", how_in=("professional",))
    assert "Are you female or male?" in client.get(AT).content.decode()
    page = send(client, "parent.sex", "female")
    assert told_in(page) == ["parent.sex=female"]
    page = send(client, "child.age", "9m", *told_in(page))
    assert "This is probably not the right help for you" in page
    assert "under 9 months" in page


def test_an_answer_that_is_left_out_is_asked_for_and_nothing_is_lost(client: Client) -> None:
    service("Group", rule="understanding-your-baby")
    page = send(client, "child.age", "", "parent.sex=female", status=422)
    assert "Select an age" in page
    assert told_in(page) == ["parent.sex=female"]


@pytest.mark.parametrize(
    "told",
    [["x=y"], ["parent.sex=purple"], ["parent.age=" + "9" * 400], ["=", "who="], ["child.age=-1m"] * 300],
)
def test_whatever_is_sent_is_answered_with_a_question(told: list[str], client: Client) -> None:
    service("Group", rule="understanding-your-baby")
    page = client.post(AT, {"question": "nonsense", "answer": "yes", "told": told})
    assert page.status_code == 422
    assert "Is this for my family?" in page.content.decode()


def test_nothing_that_was_answered_is_kept(client: Client) -> None:
    service("Group", rule="understanding-your-baby")
    page = client.post(AT, {"question": "parent.sex", "answer": "female"})
    assert Session.objects.count() == 0
    assert "no-store" in page["cache-control"]
    assert "female" not in page.cookies.output()
