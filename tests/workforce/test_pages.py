"""Pages about champions: for parents, for those who look after them, and in counts."""

import pytest
import time_machine
from django.test import Client

from rightdoor.access.partnership import pack
from rightdoor.workforce import actions
from rightdoor.workforce.forms.champions import how_long
from rightdoor.workforce.models import Activity, Champion, Wish
from rightdoor.workforce.presenters import champions as present
from tests.factories import NOW, practitioner
from tests.house.walking import BACKEND
from tests.words.reading import blocks
from tests.words.test_reading_age import faults
from tests.workforce.factories import BEGAN, active, champion, keeper, wish

pytestmark = pytest.mark.django_db
WARD = next(iter(pack().atlas.areas))
DAY = {"day": "5", "month": "1", "year": "2026"}
TYPED = {
    "name": "Ada Quill", "kind": "champion", "languages": "Somali, , English", "meet": "Library",
    "adult": "yes",
    **{f"agreed_on-{part}": value for part, value in DAY.items()},
    **{f"started_on-{part}": value for part, value in DAY.items()},
}  # fmt: skip
DID = {
    "hours": "2.50",
    "reached": "12",
    "where": "Gate",
    **{f"on-{part}": value for part, value in DAY.items()},
}
WISH = {"kind": "mentor", "name": "Bo", "reach": "020 7946 0000", "adult": "yes"}


@pytest.fixture
def desk(client: Client) -> Client:
    with time_machine.travel(NOW, tick=False):
        client.force_login(practitioner("coordinator"), backend=BACKEND)
        yield client  # type: ignore[misc]


def test_parents_see_where_to_meet_and_no_name(client: Client) -> None:
    champion("Imani Okoro", meet="Library, Tuesdays", languages=["Somali"], area=WARD, reach="secret")
    page = client.get("/champions/").content.decode()
    assert "Library, Tuesdays" in page
    assert "Speaks Somali" in page
    assert not [word for word in ("Imani", "Okoro", "secret") if word in page]


def test_one_area_shows_its_own_and_those_who_are_everywhere(client: Client) -> None:
    other = list(pack().atlas.areas)[1]
    champion("Ada", meet="Here", area=WARD)
    champion("Bo", meet="There", area=other)
    champion("Cy", meet="All over")
    page = client.get(f"/champions/?area={WARD}").content.decode()
    assert ("Here" in page, "There" in page, "All over" in page) == (True, False, True)


def test_somebody_asks_to_help_without_an_account(client: Client) -> None:
    assert client.post("/champions/join/", WISH)["Location"] == "/champions/join/asked/"
    assert Wish.objects.get().reach == "020 7946 0000"


@pytest.mark.parametrize(
    ("typed", "said"),
    [({"adult": ""}, "You can do this when you are 18"), ({"reach": " "}, "Tell us how to reach you")],
)
def test_what_is_missing_of_a_wish_is_said(client: Client, typed: dict[str, str], said: str) -> None:
    answer = client.post("/champions/join/", {**WISH, **typed})
    assert answer.status_code == 422
    assert said in answer.content.decode()


def test_the_desk_adds_a_champion(desk: Client) -> None:
    answer = desk.post("/workforce/champions/add/", TYPED)
    made = Champion.objects.get()
    assert answer["Location"] == f"/workforce/champions/{made.pk}/"
    assert made.languages == ["Somali", "English"]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"adult": ""}, "Only adults who have agreed can be on this list"),
        ({"meet": "Ask for Mrs Quill"}, "This shows the person&#39;s name to everybody"),
        ({"started_on-year": "2027"}, "There is a problem"),
    ],
)
def test_a_champion_that_cannot_be_is_said_beside_the_field(
    desk: Client, typed: dict[str, str], said: str
) -> None:
    answer = desk.post("/workforce/champions/add/", {**TYPED, **typed})
    assert answer.status_code == 422
    assert said in answer.content.decode()


def test_the_desk_writes_down_what_somebody_did(desk: Client) -> None:
    who = champion()
    desk.post(f"/workforce/champions/{who.pk}/activity/", DID)
    done = Activity.objects.get()
    assert (str(done.hours), done.reached, done.where) == ("2.50", 12, "Gate")
    assert "2.5 hours" in desk.get(f"/workforce/champions/{who.pk}/").content.decode()


def test_a_day_before_somebody_began_is_refused_beside_the_form(desk: Client) -> None:
    who = champion()
    answer = desk.post(f"/workforce/champions/{who.pk}/activity/", {**DID, "on-day": "4"})
    assert answer.status_code == 422
    assert "They began on 5 January 2026" in answer.content.decode()


def test_the_desk_writes_down_a_course(desk: Client) -> None:
    who = champion()
    done = {f"done_on-{part}": value for part, value in DAY.items()}
    desk.post(f"/workforce/champions/{who.pk}/training/", {"course": "Safeguarding", **done})
    assert "Safeguarding" in desk.get(f"/workforce/champions/{who.pk}/").content.decode()


def test_somebody_who_stopped_is_listed_apart(desk: Client) -> None:
    who = champion("Ada Quill")
    desk.post(f"/workforce/champions/{who.pk}/end/", {f"on-{part}": value for part, value in DAY.items()})
    assert "Ada Quill" not in desk.get("/workforce/champions/").content.decode()
    assert "Ada Quill" in desk.get("/workforce/champions/?ended=yes").content.decode()


def test_saving_over_newer_words_loses_neither(desk: Client) -> None:
    who = champion()
    actions.change_champion(champion=who, changes={"reach": "first"}, version=1, by=keeper(), now=NOW)
    typed = {**TYPED, "reach": "second", "version": "1"}
    answer = desk.post(f"/workforce/champions/{who.pk}/change/", typed)
    assert answer.status_code == 409
    assert 'value="second"' in answer.content.decode()
    assert desk.post(f"/workforce/champions/{who.pk}/change/", {**typed, "version": "2"}).status_code == 302


def test_wishes_wait_until_somebody_has_spoken_with_them(desk: Client) -> None:
    asked = wish()
    assert "Bo Lark" in desk.get("/workforce/champions/wishes/").content.decode()
    desk.post(f"/workforce/champions/wishes/{asked.pk}/answered/")
    assert "I have spoken with them" not in desk.get("/workforce/champions/wishes/").content.decode()


def test_a_commissioner_sees_counts_and_no_name(client: Client) -> None:
    active(champion("Imani Okoro"), area=WARD)
    with time_machine.travel(NOW, tick=False):
        client.force_login(practitioner("commissioner"), backend=BACKEND)
        assert client.get("/workforce/champions/")["Location"] == "/workforce/champions/counts/"
        page = client.get("/workforce/champions/counts/").content.decode()
    assert "January 2026" in page
    assert "Imani" not in page


@pytest.mark.parametrize(
    ("halves", "words"), [(1, "30 minutes"), (2, "1 hour"), (5, "2 hours 30 minutes"), (24, "12 hours")]
)
def test_half_hours_are_said_as_people_say_them(halves: int, words: str) -> None:
    assert how_long(halves) == words


@pytest.mark.parametrize(
    ("expires", "words"),
    [
        (None, "Trained"),
        (NOW.date(), "Trained until 23 November 2026"),
        (BEGAN.replace(day=6), "Ran out on 6 January 2026"),
    ],
)
def test_training_is_said_in_words(expires: object, words: str) -> None:
    who = champion()
    actions.add_training(
        champion=who,
        course="First aid",
        done_on=BEGAN,
        expires_on=expires,
        by=keeper(),
        now=NOW,  # type: ignore[arg-type]
    )
    assert present.training_words(who, NOW.date()) == words


@pytest.mark.parametrize("path", ["/champions/", "/champions/join/", "/champions/join/asked/"])
def test_pages_for_parents_can_be_read_at_nine(client: Client, path: str) -> None:
    champion(meet="Library")
    assert not faults(path, blocks(client.get(path).content.decode()))
