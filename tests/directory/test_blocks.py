"""Lists of help that stand in frames of other people's pages."""

import pytest
from django.test import Client
from playwright.sync_api import Page

from tests.browser_kit import axe, fits
from tests.directory.factories import place, service


@pytest.mark.django_db
def test_a_list_may_stand_in_anybodys_frame_and_nothing_else_may() -> None:
    service("Stay and play", issues=("parenting",))
    service("Other", issues=("health",))
    answer = Client().get("/open-data/use/parenting/")
    page = answer.content.decode()
    assert "Stay and play" in page
    assert "Other" not in page
    assert "Practitioner sign-in" not in page
    assert not answer.cookies
    assert "frame-ancestors *" in answer["Content-Security-Policy"]
    assert "X-Frame-Options" not in answer
    assert "frame-ancestors 'none'" in Client().get("/open-data/use/")["Content-Security-Policy"]
    assert Client().get("/open-data/use/nothing-like-it/").status_code == 404


@pytest.mark.django_db
def test_a_box_on_another_site_sends_to_the_search_without_a_cookie() -> None:
    answer = Client().get("/open-data/use/search/")
    assert 'action="/find/" target="_top"' in answer.content.decode()
    assert "csrfmiddlewaretoken" not in answer.content.decode()
    assert "frame-ancestors *" in answer["Content-Security-Policy"]
    elsewhere = Client(enforce_csrf_checks=True, headers={"origin": "https://school.example"})
    assert elsewhere.post("/find/", {"words": "play"}).status_code == 302


@pytest.mark.django_db
def test_a_school_shows_what_is_near_it() -> None:
    service("Stay and play", places=(place(),))
    service("Far away", places=(place(lat=52.9, lon=-1.1, postcode="NG1 1AA"),))
    page = Client().get("/open-data/use/near/se136ly/").content.decode()
    assert "Stay and play" in page
    assert "Far away" not in page
    assert Client().get("/open-data/use/near/zz99zz/").status_code == 404


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_the_lists_and_how_to_use_them_are_for_everybody(either_page: Page) -> None:
    service("Stay and play", issues=("parenting",))
    for path in ("/open-data/use/", "/open-data/use/parenting/", "/open-data/use/search/"):
        either_page.goto(path)
        axe(either_page)
        fits(either_page)
