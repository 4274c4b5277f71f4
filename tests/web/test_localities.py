"""Counts by area: none that could point at a family, and none from which such a number can be worked out."""

from dataclasses import replace
from datetime import datetime

import pytest
import time_machine
from django.test import Client

from rightdoor.access.partnership import pack
from rightdoor.engines.packs.areas import Locality
from rightdoor.families.models import Family, Part, Service
from rightdoor.web.counting import share, shown, total_shown
from rightdoor.web.locality_pages import areas_page
from rightdoor.web.queries.localities import Counted, counted_by_area
from tests.factories import NOW, family, person, practitioner

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
WARD = next(iter(pack().atlas.areas))


@pytest.mark.parametrize(
    ("number", "words"),
    [(0, "0"), (1, "fewer than 5"), (4, "fewer than 5"), (5, "5"), (1234, "1,234")],
)
def test_a_number_from_one_to_four_is_not_shown(number: int, words: str) -> None:
    assert shown(number) == words


@pytest.mark.parametrize(
    ("numbers", "words"),
    [([10, 20], "30"), ([10, 3], "not shown"), ([3, 3, 10], "16"), ([0, 10], "10"), ([2, 1], "fewer than 5")],
)
def test_a_total_that_would_give_a_hidden_number_away_is_not_shown(numbers: list[int], words: str) -> None:
    assert total_shown(numbers) == words


@pytest.mark.parametrize(
    ("part", "whole", "words"),
    [(10, 40, "25.0%"), (3, 40, "not shown"), (0, 40, "0.0%"), (None, 40, ""), (10, 0, "")],
)
def test_a_share_of_a_hidden_number_is_not_shown(part: int | None, whole: int, words: str) -> None:
    assert share(part, whole) == words


@pytest.mark.django_db
def test_only_families_being_helped_are_counted(now: datetime) -> None:
    for service in (Service.EARLY_HELP, Service.EDGE_OF_CARE, Service.NONE):
        made = family(name=service)
        Family.objects.filter(pk=made.pk).update(area=WARD, service=service)
    counted = {one.code: one for one in counted_by_area(practitioner("commissioner"), pack(), now)}
    assert counted[WARD].families == 2


@pytest.mark.django_db
def test_every_area_of_the_pack_is_there_with_its_children(now: datetime) -> None:
    counted = counted_by_area(practitioner("commissioner"), pack(), now)
    assert {one.code for one in counted} == set(pack().atlas.areas)
    assert all(one.children for one in counted)


@pytest.mark.django_db
def test_a_family_without_an_area_is_counted_where_areas_are_not_known(now: datetime) -> None:
    Family.objects.filter(pk=family().pk).update(service=Service.EARLY_HELP)
    counted = counted_by_area(practitioner("commissioner"), pack(), now)
    assert next(one for one in counted if not one.code).families == 1


@pytest.mark.django_db
def test_a_commissioner_sees_numbers_and_never_a_family(client: Client) -> None:
    made = family((person(), Part.PARENT), name="Quill of the Ward")
    Family.objects.filter(pk=made.pk).update(area=WARD, service=Service.EARLY_HELP)
    client.force_login(practitioner("commissioner"), backend=BACKEND)
    for path in ("/localities/", f"/localities/{WARD}/"):
        page = client.get(path).content.decode()
        assert "Quill" not in page
        assert "fewer than 5" in page


@pytest.mark.django_db
def test_a_supervisor_sees_the_families_of_their_team_in_an_area(client: Client) -> None:
    supervisor = practitioner("supervisor")
    made = family(name="Quill of the Ward", seen_by=practitioner("lead", supervisor=supervisor))
    Family.objects.filter(pk=made.pk).update(area=WARD)
    client.force_login(supervisor, backend=BACKEND)
    assert "Quill of the Ward" in client.get(f"/localities/{WARD}/").content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize("show", ["families", "requests-30", "overdue", "", "nonsense"])
def test_each_measure_has_its_map_and_an_unknown_one_shows_requests(show: str, client: Client) -> None:
    client.force_login(practitioner("analyst"), backend=BACKEND)
    assert "<svg" in client.get(f"/localities/?show={show}").content.decode()


def test_where_the_pack_groups_its_wards_each_row_names_its_locality() -> None:
    grouped = replace(pack(), localities=(Locality(id="north", name="North", wards=(WARD,), source="local"),))
    page = areas_page([Counted(WARD, "A ward", 100), Counted("x", "Another", 100)], grouped, "")
    assert page["head"][-1] == "Locality"
    assert [row[-1] for row in page["rows"]] == ["North", "", ""]


@pytest.mark.parametrize(
    ("numbers", "words"), [([1, 1, 10], "not shown"), ([4, 4, 10], "not shown"), ([1, 2, 10], "13")]
)
def test_a_total_that_leaves_one_answer_for_several_hidden_numbers_is_not_shown(
    numbers: list[int], words: str
) -> None:
    assert total_shown(numbers) == words


@pytest.mark.parametrize(
    ("requests", "shares", "total"),
    [
        ((10, 3), ["not shown", "not shown"], "not shown"),
        ((10, 30), ["25.0%", "75.0%"], "40"),
        ((10, 3, 2), ["66.7%", "not shown", "not shown"], "15"),
    ],
)
def test_a_share_does_not_give_away_a_total_that_is_not_shown(
    requests: tuple[int, ...], shares: list[str], total: str
) -> None:
    counted = [Counted(str(n), f"Ward {n}", 100, requests_90=number) for n, number in enumerate(requests)]
    *rows, all_areas = areas_page(counted, pack(), "")["rows"]
    assert [row[5] for row in rows] == shares
    assert all_areas[3] == total


@pytest.mark.django_db
def test_counts_are_at_most_a_minute_old_and_say_from_when(client: Client) -> None:
    client.force_login(practitioner("commissioner"), backend=BACKEND)
    with time_machine.travel(NOW, tick=False) as clock:
        assert "Counted at 10am" in client.get("/localities/").content.decode()
        clock.shift(59)
        assert "Counted at 10am" in client.get("/localities/").content.decode()
        clock.shift(2)
        assert "Counted at 10:01am" in client.get("/localities/").content.decode()


@pytest.mark.django_db
def test_nobody_is_given_counts_kept_for_another_without_the_right_to_them(client: Client) -> None:
    client.force_login(practitioner("commissioner"), backend=BACKEND)
    assert client.get("/localities/").status_code == 200
    client.force_login(practitioner("practitioner"), backend=BACKEND)
    assert client.get("/localities/").status_code == 403
