"""The request form, page by page, as browsers meet it."""

import re

import pytest
from django.test import Client

from rightdoor.access.partnership import pack
from rightdoor.frontdoor.models import HelpRequest, RequestDraft
from rightdoor.post.models import Message
from tests import factories
from tests.directory.factories import service
from tests.frontdoor.walking import PARENT, PRACTITIONER, answer, begin, walk

pytestmark = pytest.mark.django_db


@pytest.fixture
def signed_in(client: Client) -> Client:
    worker = factories.practitioner("practitioner", name="Hanna Visitor")
    client.force_login(worker, backend="allauth.account.auth_backends.AuthenticationBackend")
    client.worker = worker
    return client


def test_a_parent_walks_to_the_end_and_one_request_is_there(client: Client) -> None:
    walk(client, PARENT)
    response = client.post("/ask/1/check/")
    sent = HelpRequest.objects.get()
    assert response["Location"] == "/ask/1/sent/"
    assert sent.told.of_part("parent")[0].facts == {"mental_health": "yes", "lives_with_children": "yes"}
    assert sent.reference in client.get("/ask/1/sent/").content.decode()


def test_a_practitioner_signed_in_is_not_asked_who_they_are(signed_in: Client) -> None:
    walk(signed_in, PRACTITIONER)
    signed_in.post("/ask/1/check/")
    sent = HelpRequest.objects.get()
    assert (sent.practitioner, sent.asker_agency) == (signed_in.worker, signed_in.worker.agency)
    assert Message.objects.get().to_address == signed_in.worker.email


def test_sending_twice_makes_one_request_and_shows_the_same_page(client: Client) -> None:
    walk(client, PARENT)
    first, second = client.post("/ask/1/check/"), client.post("/ask/1/check/")
    assert first["Location"] == second["Location"] == "/ask/1/sent/"
    assert HelpRequest.objects.count() == 1


def test_going_back_after_sending_leads_to_the_page_that_says_it_was_sent(client: Client) -> None:
    walk(client, PARENT)
    client.post("/ask/1/check/")
    assert client.get("/ask/1/worries/")["Location"] == "/ask/1/sent/"


def test_the_draft_is_gone_once_it_is_sent(client: Client) -> None:
    walk(client, PARENT)
    client.post("/ask/1/check/")
    assert not RequestDraft.objects.exists()


def test_somebody_comes_back_in_another_browser_with_the_code(client: Client) -> None:
    begin(client)
    answer(client, "who", PARENT["who"])
    code = RequestDraft.objects.get().code
    other = Client()
    response = other.post("/ask/come-back/", {"code": code.lower().replace("-", " ")})
    assert response["Location"] == "/ask/1/danger/"


def test_a_wrong_code_opens_nothing(client: Client) -> None:
    response = client.post("/ask/come-back/", {"code": "BBBB-BBBB-BBBB-BBBB"})
    assert response.status_code == 422
    assert "There is no request with this code" in response.content.decode()


def test_a_practitioners_draft_opens_for_nobody_else(signed_in: Client) -> None:
    begin(signed_in)
    code = RequestDraft.objects.get().code
    assert Client().post("/ask/come-back/", {"code": code}).status_code == 422


def test_two_windows_with_two_requests_never_mix(client: Client) -> None:
    begin(client, 1)
    begin(client, 2)
    answer(client, "who", {"asker": "parent"}, number=1)
    answer(client, "who", {"asker": "public"}, number=2)
    askers = [draft.answers["who"]["asker"] for draft in RequestDraft.objects.order_by("begun_at")]
    assert askers == ["parent", "public"]


def test_two_windows_on_one_question_lose_neither_answer(client: Client) -> None:
    walk(client, PARENT)
    response = client.post("/ask/1/worries/", {"worries": "From there", "seen": "none"})
    assert response.status_code == 409
    assert "From there" in response.content.decode()
    assert "I feel low." in response.content.decode()
    assert RequestDraft.objects.get().answers["worries"] == {"worries": "I feel low."}


def test_adding_a_person_twice_with_one_page_adds_one(client: Client) -> None:
    walk(client, PARENT)
    answer(client, "people", {"more": "yes"})
    child = {"part": "child", "known_as": "Noor", "seen": "none"}
    client.post("/ask/1/person/p1/", child)
    client.post("/ask/1/person/p1/", child)
    assert "person:p2" not in RequestDraft.objects.get().answers


def test_somebody_taken_off_the_list_leaves_nothing_behind(client: Client) -> None:
    walk(client, PARENT)
    answer(client, "people", {"more": "yes"})
    answer(client, "person/p1", {"part": "child", "known_as": "Noor"})
    client.post("/ask/1/people/p1/remove/")
    assert not [name for name in RequestDraft.objects.get().answers if name.endswith(":p1")]


def test_a_changed_answer_leads_back_to_the_check_page(client: Client) -> None:
    walk(client, PARENT)
    response = answer(client, "hopes", {"hopes": "To rest."}, query="?from=check")
    assert response["Location"] == "/ask/1/check/"


def test_a_change_that_opens_a_question_asks_it_before_the_check_page(client: Client) -> None:
    walk(client, PARENT)
    response = answer(client, "other-parent", {"other_parent": "told"}, query="?from=check")
    assert response["Location"] == "/ask/1/person/other/?from=check"


def test_a_family_that_does_not_agree_is_not_asked_any_more(client: Client) -> None:
    begin(client)
    answer(client, "who", PARENT["who"])
    answer(client, "danger", PARENT["danger"])
    response = answer(client, "sharing", {"agreed": "no"})
    assert response["Location"] == "/ask/1/stopped/"
    assert "nothing is sent" in client.get("/ask/1/stopped/").content.decode()
    assert client.post("/ask/1/check/")["Location"] == "/ask/1/stopped/"


def test_a_postcode_of_another_council_names_that_council(client: Client) -> None:
    walk(client, PARENT)
    response = answer(client, "home", {"postcode": "N1 1AA"}, query="?from=check")
    assert response["Location"] == "/ask/1/elsewhere/?from=check"
    assert "Islington" in client.get("/ask/1/elsewhere/").content.decode()


def test_a_request_with_nothing_answered_is_not_sent_and_says_what_is_missing(client: Client) -> None:
    begin(client)
    answer(client, "who", PARENT["who"])
    response = client.post("/ask/1/check/")
    assert response.status_code == 422
    assert "What is your name?" in response.content.decode()
    assert not HelpRequest.objects.exists()


def test_emergency_words_come_before_the_question_about_danger(client: Client) -> None:
    begin(client)
    answer(client, "who", PARENT["who"])
    text = client.get("/ask/1/danger/").content.decode()
    assert 0 < text.index(pack().partnership.emergency.text[:20]) < text.index('name="in_danger_now"')


def test_every_public_page_can_be_left_quickly_and_is_not_kept_by_the_browser(client: Client) -> None:
    begin(client)
    response = client.get("/ask/1/who/")
    assert "govuk-exit-this-page" in response.content.decode()
    assert "no-store" in response["Cache-Control"]


def test_what_is_being_typed_is_still_there_after_a_crash(client: Client) -> None:
    begin(client)
    answer(client, "who", PARENT["who"])
    response = client.post("/ask/1/keep/worries/", {"worries": "Half a sen", "other": "x"})
    assert response.json()["saved"].startswith("Saved at")
    assert "Half a sen" in client.get("/ask/1/worries/").content.decode()
    assert "other" not in RequestDraft.objects.get().answers["typed/worries"]


def test_what_was_typed_is_forgotten_once_the_page_is_sent(client: Client) -> None:
    walk(client, PARENT)
    client.post("/ask/1/keep/hopes/", {"hopes": "Half"})
    answer(client, "hopes", {"hopes": "To sleep well."})
    assert "typed/hopes" not in RequestDraft.objects.get().answers


def test_what_is_typed_is_no_part_of_the_request_until_it_is_sent(client: Client) -> None:
    walk(client, PARENT)
    client.post("/ask/1/keep/hopes/", {"hopes": "Never sent"})
    client.post("/ask/1/check/")
    assert "Never sent" not in str(HelpRequest.objects.get().story)


def test_nothing_is_kept_for_a_browser_that_holds_no_draft(client: Client) -> None:
    assert client.post("/ask/1/keep/worries/", {"worries": "x"}).status_code == 403


def test_signing_in_half_way_does_not_make_a_parents_request_a_workers_own(client: Client) -> None:
    walk(client, PARENT)
    worker = factories.practitioner("practitioner")
    client.force_login(worker, backend="allauth.account.auth_backends.AuthenticationBackend")
    client.post("/ask/1/check/")
    sent = HelpRequest.objects.get()
    assert (sent.asker, sent.practitioner, sent.asker_name) == ("parent", None, "Marta Vale")


def test_answers_about_several_parents_say_whose_they_are(signed_in: Client) -> None:
    told = {**PRACTITIONER, "other-parent": {"other_parent": "told"}}
    told["person/other"] = {"known_as": "Jonas", "relation": "parent", "how": "unknown"}
    walk(signed_in, told)
    page = signed_in.get("/ask/1/check/").content.decode()
    form = signed_in.get("/ask/1/screening/").content.decode()
    box = re.search(r'name="([^"]*__mental_health)"', form)
    assert box
    answer(signed_in, "screening", {box[1]: "yes"})
    assert "Jonas: " in signed_in.get("/ask/1/check/").content.decode()
    assert "Jonas: " not in page


@pytest.mark.parametrize(("slug", "told"), [("stay-and-play", True), ("gone", False), ("x" * 900, False)])
def test_the_service_somebody_comes_from_stands_where_it_is_asked_what_would_help(
    slug: str, told: bool, client: Client
) -> None:
    service("Stay and play")
    first = client.get("/ask/", {"service": slug}).content.decode()
    assert ("You are asking for" in first) == told
    client.post(f"/ask/?service={slug}")
    (draft,) = RequestDraft.objects.all()
    assert bool(draft.answers) == told
