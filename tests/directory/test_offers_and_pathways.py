"""Pathways and the offer laid out, as their pages show them."""

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from rightdoor.access import audit
from rightdoor.access.partnership import pack
from rightdoor.directory import actions
from tests.directory.factories import place, service
from tests.factories import NOW, practitioner

pytestmark = pytest.mark.django_db
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@pytest.fixture
def pack_loaded() -> None:
    actions.load_services(pack=pack(), by=audit.SYSTEM, now=NOW)


def text(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, answer.status_code
    return answer.content.decode()


def test_a_pathway_names_every_service_of_its_issue_at_its_step(client: Client) -> None:
    service("Safe at home", stage="targeted", issues=("domestic-abuse",))
    service("Maths club", stage="targeted", issues=("education",))
    page = text(client, "/find/pathways/domestic-abuse/")
    assert page.index("Targeted") < page.index("Safe at home")
    assert "Maths club" not in page
    assert "Exit this page" in page


def test_a_step_without_services_says_so_and_points_to_the_front_door(client: Client) -> None:
    page = text(client, "/find/pathways/young-carers/")
    assert page.count("We know of nothing here.") == 6  # in the drawing and in the list, three steps each
    assert 'href="/ask/"' in page


def test_several_issues_come_back_in_the_order_that_helps_and_leave_no_trace_in_the_address(
    client: Client,
) -> None:
    answer = client.post("/find/pathways/", {"issues": ["parenting", "mental-health"]})
    page = answer.content.decode()
    shown = page[page.index("What to start with") :]
    assert shown.index("Feeling low") < shown.index("Being a parent")
    assert "keep up" in shown
    assert answer.status_code == 200


def test_choosing_nothing_is_said_beside_the_question(client: Client) -> None:
    answer = client.post("/find/pathways/", {})
    assert answer.status_code == 422
    assert "There is a problem" in answer.content.decode()


def test_practitioners_see_the_same_by_level_of_need(client: Client) -> None:
    client.force_login(practitioner("practitioner"), backend=BACKEND)
    service("Safe at home", levels=(3,), issues=("domestic-abuse",))
    page = text(client, "/directory/pathways/domestic-abuse/")
    assert page.index("Level 3") < page.rindex("Safe at home")


@pytest.mark.usefixtures("pack_loaded")
@pytest.mark.parametrize("model", ["three-stages", "i-thrive", "tiers-and-ages", "four-tiers"])
def test_each_cell_of_each_model_is_a_link_to_as_many_services_as_it_says(client: Client, model: str) -> None:
    page = text(client, f"/find/offer/{model}/")
    cells = page.split(f'href="/find/offer/{model}/')[1:]
    for cell in (one for one in cells if "<" in one and "/" in one.split('"')[0]):
        address, said = cell.split('"')[0], cell.split(">")[1].split("<")[0]
        listed = text(client, f"/find/offer/{model}/{address}").count("app-card__title")
        assert listed == (int(said.split()[0]) if said[0].isdigit() else 0)


def test_an_empty_cell_is_told_as_a_gap(client: Client) -> None:
    service("Bump club", stage="universal", for_pregnancy=True)
    page = text(client, "/find/offer/three-stages/")
    assert "<li>Universal, 5 to 11</li>" in page
    assert "<li>Universal, Before birth to 5</li>" not in page


@pytest.mark.usefixtures("pack_loaded")
@pytest.mark.parametrize("address", ["/find/offer/i-thrive/", "/find/pathways/parenting/"])
def test_the_directory_is_asked_one_question_whatever_it_holds(
    client: Client, address: str, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(1):
        client.get(address)


@pytest.mark.parametrize(
    "address",
    ["/find/offer/none/", "/find/offer/three-stages/none/0-5/", "/find/offer/three-stages/universal/x/",
     "/find/pathways/none/"],
)  # fmt: skip
def test_what_does_not_exist_is_not_found(client: Client, address: str) -> None:
    assert client.get(address).status_code == 404


def test_a_hidden_place_is_in_neither(client: Client) -> None:
    service(
        "Refuge",
        stage="specialist",
        issues=("domestic-abuse",),
        places=(place(shown="hidden", name="Xyzzy"),),
    )
    assert "Xyzzy" not in text(client, "/find/pathways/domestic-abuse/")
    assert "Xyzzy" not in text(client, "/find/offer/three-stages/specialist/any/")
