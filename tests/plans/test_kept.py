"""Services of a practitioner's own list on the plan of a family: each once, by whoever may write there."""

from typing import Any
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from playwright.sync_api import Page, expect

from rightdoor.access.models import AuditEntry, Practitioner
from rightdoor.access.policy import Refused
from rightdoor.directory.models import Service, Standing
from rightdoor.directory.sealing import seal_services
from rightdoor.directory.shortlist import COOKIE
from rightdoor.plans import actions
from rightdoor.plans.models import Goal, PlanAction
from tests.browser_kit import axe, fits, sign_in
from tests.directory.factories import service
from tests.factories import NOW
from tests.plans.factories import Scene, agreed, opened

pytestmark = pytest.mark.django_db


def with_list(who: Practitioner, *services: Service) -> Client:
    client = Client()
    client.force_login(who, backend="allauth.account.auth_backends.AuthenticationBackend")
    client.cookies[COOKIE] = seal_services(one.pk for one in services)
    return client


def page_of(scene: Scene) -> str:
    return f"/plans/{scene.family.pk}/plan/services/"


def told(goal: Goal, lead: Practitioner, *slugs: str, **more: Any) -> dict[str, Any]:
    owner = {"owner_kind": "practitioner", "owner": lead.pk}
    return {"services": list(slugs), "goal": goal.pk, "token": str(uuid4()), **owner, **more}


def planned(goal: Goal) -> list[tuple[str, str, str]]:
    found = goal.actions.order_by("words").values_list("words", "kind", "service")
    return list(found)


def test_the_services_of_a_list_become_actions_of_the_plan():
    scene, goal = agreed()
    client = with_list(scene.cast.lead, service("Group"), service("Play"))
    answer = client.post(page_of(scene), told(goal, scene.cast.lead, "group", "play"))
    assert answer["Location"] == f"/plans/{scene.family.pk}/plan/"
    assert planned(goal) == [
        ("Get in touch with Group", "service", "group"),
        ("Get in touch with Play", "service", "play"),
    ]


def test_each_is_written_into_the_audit():
    scene, goal = agreed()
    before = AuditEntry.objects.filter(verb="action_added").count()
    listed = [("group", "Group"), ("play", "Play")]
    actions.add_services(goal=goal, services=listed, owner=scene.cast.lead, by=scene.cast.lead, now=NOW)
    assert AuditEntry.objects.filter(verb="action_added").count() == before + 2


def test_pressing_twice_puts_each_on_the_plan_once():
    scene, goal = agreed()
    client, once = with_list(scene.cast.lead, service("Group")), told(goal, scene.cast.lead, "group")
    for _ in range(2):
        assert client.post(page_of(scene), once).status_code == 302
    assert len(planned(goal)) == 1


def test_only_those_that_are_ticked_go_on_the_plan():
    scene, goal = agreed()
    client = with_list(scene.cast.lead, service("Group"), service("Play"))
    client.post(page_of(scene), told(goal, scene.cast.lead, "play"))
    assert [code for _, _, code in planned(goal)] == ["play"]


def test_what_is_not_on_the_list_or_no_longer_told_cannot_be_put_on_a_plan():
    scene, goal = agreed()
    gone = service("Gone")
    service("Never listed")
    client = with_list(scene.cast.lead, service("Group"), gone)
    Service.objects.filter(pk=gone.pk).update(standing=Standing.WITHDRAWN)
    for slug in ("gone", "never-listed"):
        assert client.post(page_of(scene), told(goal, scene.cast.lead, slug)).status_code == 422
    assert planned(goal) == []


def test_nothing_chosen_is_said_beside_the_question_and_loses_nothing():
    scene, goal = agreed()
    answer = with_list(scene.cast.lead, service("Group")).post(
        page_of(scene), told(goal, scene.cast.lead, owner_kind="outside", owner_words="Nan")
    )
    assert answer.status_code == 422
    assert "Choose at least one service" in answer.content.decode()
    assert 'value="Nan"' in answer.content.decode()


def test_a_stranger_finds_no_such_plan():
    scene, goal = agreed()
    client = with_list(scene.cast.stranger, service("Group"))
    assert client.get(page_of(scene)).status_code == 404
    assert client.post(page_of(scene), told(goal, scene.cast.lead, "group")).status_code == 404
    assert planned(goal) == []


def test_somebody_who_may_not_write_is_refused_by_the_action_itself():
    scene, goal = agreed()
    with pytest.raises(Refused):
        actions.add_services(
            goal=goal, services=[("group", "Group")], owner_words="Nan", by=scene.cast.stranger, now=NOW
        )
    assert not PlanAction.objects.exists()


def test_without_a_goal_one_is_led_to_write_it_first():
    scene = opened()
    answer = with_list(scene.cast.lead, service("Group")).get(page_of(scene))
    assert answer["Location"] == f"/plans/{scene.family.pk}/plan/goals/add/"


def test_an_empty_list_leads_to_finding_help():
    scene, _ = agreed()
    answer = with_list(scene.cast.lead).get(page_of(scene), follow=True)
    assert 'href="/find/"' in answer.content.decode()


def test_the_plans_one_holds_and_helps_with_are_offered_and_no_other():
    scene, _ = agreed()
    one = service("Group")
    address = page_of(scene)
    assert address in with_list(scene.cast.lead, one).get("/plans/kept/").content.decode()
    assert address not in with_list(scene.cast.stranger, one).get("/plans/kept/").content.decode()


def test_a_list_leads_on_to_a_plan_for_those_who_work_with_families_only():
    one = service("Group")
    scene = opened()
    assert "/plans/kept/" in with_list(scene.cast.lead, one).get("/find/kept/").content.decode()
    reader = Client()
    reader.cookies[COOKIE] = seal_services([one.pk])
    assert "/plans/kept/" not in reader.get("/find/kept/").content.decode()


def test_a_service_on_a_plan_leads_to_its_page_while_it_has_one():
    scene, goal = agreed()
    listed = [(service("Group").slug, "Group"), ("gone", "Gone")]
    actions.add_services(goal=goal, services=listed, owner=scene.cast.lead, by=scene.cast.lead, now=NOW)
    page = with_list(scene.cast.lead).get(f"/plans/{scene.family.pk}/plan/").content.decode()
    assert 'href="/find/services/group/"' in page
    assert 'href="/find/services/gone/"' not in page


def test_many_services_on_a_plan_ask_the_database_no_more_than_one():
    scene, goal = agreed()
    client, asked = with_list(scene.cast.lead), []
    for number in (1, 6):
        listed = [(service(f"G {n}", slug=f"g-{number}-{n}").slug, f"G {n}") for n in range(number)]
        actions.add_services(goal=goal, services=listed, owner=scene.cast.lead, by=scene.cast.lead, now=NOW)
        with CaptureQueriesContext(connection) as seen:
            client.get(f"/plans/{scene.family.pk}/plan/")
        asked.append(len(seen))
    assert asked[0] == asked[1]


def test_an_action_with_a_service_that_only_the_directory_has_can_be_changed():
    scene, goal = agreed()
    slug = service("Group").slug
    (action,) = actions.add_services(
        goal=goal, services=[(slug, "Group")], owner=scene.cast.lead, by=scene.cast.lead, now=NOW
    )
    page = with_list(scene.cast.lead).get(f"/plans/{scene.family.pk}/plan/actions/{action.pk}/")
    assert '<option value="group" selected>Group</option>' in page.content.decode()


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_a_list_is_put_on_a_plan_by_anybody_on_any_screen(either_page: Page, phone_page: Page):
    scene, _ = agreed()
    sealed = seal_services([service("Group").pk, service("Play").pk])
    for page in (phone_page, either_page):
        sign_in(page, scene.cast.lead)
        page.context.add_cookies([{"name": COOKIE, "value": sealed, "domain": "localhost", "path": "/"}])
        for path in ("/find/kept/", "/plans/kept/", page_of(scene)):
            page.goto(path)
            axe(page)
            fits(page)
    either_page.goto("/find/kept/")
    either_page.get_by_role("button", name="Put these on a family’s plan").click()
    either_page.get_by_role("link", name=scene.family.name).click()
    either_page.get_by_role("button", name="Put them on the plan").click()
    axe(either_page)
    either_page.get_by_label("We all sleep").check()
    either_page.get_by_label("Somebody else").check()
    either_page.get_by_label("Who, and from where?").fill("Nan")
    either_page.get_by_role("button", name="Put them on the plan").click()
    expect(either_page.get_by_role("link", name="Service: Group")).to_be_visible()
    axe(either_page)
