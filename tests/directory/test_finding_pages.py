"""The pages of finding help: what is asked stays unread, and emergency help stands first."""

import re
from datetime import timedelta
from urllib.parse import unquote

import pytest
import time_machine
from django.test import Client

from rightdoor.access import audit
from rightdoor.access.models import AuditEntry
from rightdoor.access.partnership import pack
from rightdoor.directory import actions, sealing
from tests.directory.factories import place, service
from tests.factories import NOW

pytestmark = pytest.mark.django_db


def look(client: Client, **asked: object) -> str:
    """Look for something, and give the page of what was found."""
    answer = client.post("/find/", asked, follow=True)
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.fixture
def directory() -> None:
    actions.load_services(pack=pack(), by=audit.SYSTEM, now=NOW)


@pytest.mark.usefixtures("directory")
def test_somebody_finds_help_in_their_own_words(client: Client) -> None:
    page = look(client, words="i cant stop crying since the baby")
    first = " ".join(re.findall(r'href="/find/services/[a-z-]+/">([^<]+)</a>', page)[:3])
    assert "perinatal" in first.lower() or "Mindful Mums" in first


@pytest.mark.usefixtures("directory")
def test_what_is_looked_for_stands_in_no_address_and_no_row(client: Client) -> None:
    before = AuditEntry.objects.count()
    answer = client.post("/find/", {"words": "husband hits me", "postcode": "SE13 6LY"})
    address = unquote(answer["Location"])
    assert "husband" not in address
    assert "SE13" not in address
    assert AuditEntry.objects.count() == before
    assert not answer.cookies


def test_the_results_tell_nobody_where_somebody_came_from(client: Client) -> None:
    answer = client.post("/find/", {"words": "play"}, follow=True)
    assert answer["Referrer-Policy"] == "no-referrer"
    assert answer["Cache-Control"] == "no-store"


def test_a_search_is_over_after_two_hours(client: Client) -> None:
    with time_machine.travel(NOW, tick=False):
        address = f"/find/found/{sealing.seal({'words': 'play'})}/"
        assert client.get(address).status_code == 200
    with time_machine.travel(NOW + timedelta(hours=2, minutes=1), tick=False):
        assert client.get(address).status_code == 410


@pytest.mark.parametrize("sealed", ["x", "gAAAA", "a" * 500, "%00", "é"])
def test_what_nobody_sealed_is_a_search_that_is_over(client: Client, sealed: str) -> None:
    answer = client.get(f"/find/found/{sealed}/")
    assert answer.status_code == 410
    assert "We keep no searches" in answer.content.decode()


def test_something_must_be_asked(client: Client) -> None:
    answer = client.post("/find/", {"words": "  "})
    assert answer.status_code == 422
    assert "Write what would help, or your postcode" in answer.content.decode()


def test_a_mistake_in_the_postcode_loses_no_word_and_no_emergency_help(client: Client) -> None:
    answer = client.post("/find/", {"words": "I want to die", "postcode": "nowhere"})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert 'value="I want to die"' in page
    assert page.index("116 123") < page.index("Your postcode")


@pytest.mark.usefixtures("directory")
def test_urgent_words_show_help_before_anything_that_was_found(client: Client) -> None:
    page = look(client, words="my husband hits me")
    assert page.index("Call 999") < page.index("0808 2000 247") < page.index("app-card")
    assert "govuk-exit-this-page" in page


def test_somebody_who_finds_nothing_is_offered_what_has_services_and_a_person(client: Client) -> None:
    service("Talk", issues=("mental-health",))
    page = look(client, words="xylophone")
    assert "We found nothing for these words" in page
    assert "/find/pathways/mental-health/" in page
    assert "/find/pathways/offending/" not in page
    assert "Ask us, and a person will look with you" in page


def test_a_postcode_parts_what_was_found_and_says_how_far(client: Client) -> None:
    service("Near play", places=(place(),))
    service("Play by telephone", delivery=("telephone",))
    service("Play all over", coverage={"kind": "council"})
    page = look(client, words="play", postcode="SE13 6LY")
    order = ["Near you", "Near play", "away", "Comes to you", "telephone", "across the area", "all over"]
    places = [page.index(words, page.index("Near you")) for words in order]
    assert places == sorted(places)


def test_a_postcode_nobody_knows_is_said_to_be_unknown(client: Client) -> None:
    service("Play")
    assert "We do not know where that postcode is" in look(client, words="play", postcode="ZE1 0AA")
    assert "We took the middle of its area" in look(client, words="play", postcode="SE13 9ZZ")


def test_a_slip_is_put_right_and_can_be_taken_back(client: Client) -> None:
    service("Tantrums", about="Help with tantrums")
    page = look(client, words="tantrams")
    assert "We looked for <strong" in page
    assert "?as-typed" in page


def test_a_long_list_goes_on_on_the_next_page_without_telling_what_was_asked(client: Client) -> None:
    for number in range(12):
        service(f"Play {number:02}")
    address = client.post("/find/", {"words": "play"})["Location"]
    first, second = (client.get(f"{address}?page={number}").content.decode() for number in (1, 2))
    assert "Play 00" in first
    assert "Play 11" in second
    assert "Play 11" not in first


def test_a_group_with_many_is_shown_whole_on_its_own_page(client: Client) -> None:
    for number in range(7):
        service(f"Play {number}", places=(place(),))
    service("Play on the phone", delivery=("telephone",))
    address = client.post("/find/", {"words": "play", "postcode": "SE13 6LY"})["Location"]
    assert "?group=near" in client.get(address).content.decode()
    alone = client.get(f"{address}?group=near").content.decode()
    assert "Play 6" in alone
    assert "Play on the phone" not in alone
    assert client.get(f"{address}?group=nonsense").status_code == 200


@pytest.mark.usefixtures("directory")
def test_what_was_chosen_besides_is_answered_beside_each_result(client: Client) -> None:
    page = look(client, words="domestic abuse course", also=["creche", "free"], age="2y", language="bn")
    assert "Has a crèche" in page
    assert "For children under 5" in page
    assert "Ask if they speak Bengali" in page
    assert "Ask what it costs" in page
