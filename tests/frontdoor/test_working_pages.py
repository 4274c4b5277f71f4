"""The pages on which the front door and panels work: who sees them, what they change, what they refuse."""

from datetime import datetime

import pytest
from django.test import Client

from rightdoor.access.models import Practitioner
from rightdoor.families.models import Agreement
from rightdoor.frontdoor.models import AgendaItem, Decision, LevelFound, PanelMeeting, PersonNamed, Screening
from rightdoor.frontdoor.presenters.queue import names
from rightdoor.plans.models import LeadOffer
from tests import factories
from tests.frontdoor import factories as make

pytestmark = pytest.mark.django_db
PARTS = ("", "known/", "screening/", "level/", "services/", "decide/", "history/")


def as_(who: Practitioner) -> Client:
    client = Client()
    client.force_login(who, backend="allauth.account.auth_backends.AuthenticationBackend")
    return client


@pytest.fixture
def officer() -> Practitioner:
    return make.officer()


@pytest.mark.parametrize("part", PARTS)
def test_a_stranger_finds_no_request_at_all(part: str, now: datetime) -> None:
    sent = make.request(now)
    response = as_(factories.practitioner("lead")).get(f"/requests/{sent.pk}/{part}")
    assert response.status_code == 404


@pytest.mark.parametrize("part", PARTS)
def test_the_front_door_opens_every_part_of_a_request(
    part: str, now: datetime, officer: Practitioner
) -> None:
    sent = make.request(now)
    assert as_(officer).get(f"/requests/{sent.pk}/{part}").status_code == 200


@pytest.mark.parametrize("part", PARTS)
def test_every_part_still_opens_once_a_request_is_screened_and_linked(
    part: str, now: datetime, officer: Practitioner
) -> None:
    sent = make.ready(now, by=officer)
    assert as_(officer).get(f"/requests/{sent.pk}/{part}").status_code == 200


def test_a_request_that_has_ended_is_closed_to_every_officer(now: datetime, officer: Practitioner) -> None:
    sent = make.ready(now, by=officer)
    make.actions.decide(
        request=sent, chosen=make.Chosen(choice=make.Choice.ADVISE, reason="x"), by=officer, now=now
    )
    assert as_(make.officer(name="Other")).get(f"/requests/{sent.pk}/").status_code == 404
    assert as_(officer).get(f"/requests/{sent.pk}/").status_code == 404


def test_the_queue_is_for_the_front_door_only(officer: Practitioner) -> None:
    assert as_(officer).get("/requests/").status_code == 200
    assert as_(factories.practitioner("practitioner")).get("/requests/").status_code == 403


def test_a_filter_that_makes_no_sense_narrows_nothing(now: datetime, officer: Practitioner) -> None:
    make.request(now)
    response = as_(officer).get("/requests/?state=x&area=<script>&page=99999999999999999999&flag='")
    assert response.status_code == 200


def test_a_practitioner_follows_the_request_they_sent_and_no_other(
    now: datetime, officer: Practitioner
) -> None:
    worker, other = factories.practitioner("practitioner"), factories.practitioner("practitioner")
    sent = make.request(now, by=worker)
    assert sent.reference in as_(worker).get("/requests/sent/").content.decode()
    assert as_(worker).get(f"/requests/sent/{sent.pk}/").status_code == 200
    assert as_(other).get(f"/requests/sent/{sent.pk}/").status_code == 404


def test_screening_from_the_page_keeps_answers_and_finds_the_level(
    now: datetime, officer: Practitioner
) -> None:
    sent = make.request(now)
    response = as_(officer).post(
        f"/requests/{sent.pk}/screening/",
        {"mum__mental_health": "yes", "mum__drug_misuse": "yes", "family__ticked": ["money_worries"]},
    )
    facts = Screening.objects.get().facts
    assert response.status_code == 302
    assert facts["family"] == {"money_worries": "yes"}
    assert LevelFound.objects.filter(scheme="levels").count() == 1


def test_the_screen_opens_with_what_the_request_told(now: datetime, officer: Practitioner) -> None:
    sent = make.request(now)
    page = as_(officer).get(f"/requests/{sent.pk}/screening/").content.decode()
    asked = page[
        page.index('name="mum__mental_health"') - 400 : page.index('name="mum__mental_health"') + 200
    ]
    assert 'value="yes" checked' in asked


def test_the_level_page_says_what_three_partnerships_would_find(now: datetime, officer: Practitioner) -> None:
    sent = make.ready(now, by=officer)
    page = as_(officer).get(f"/requests/{sent.pk}/level/").content.decode()
    assert all(f'id="{anchor}"' in page for anchor in ("lewisham-levels", "essex-levels", "islington-levels"))
    assert 'id="lewisham-ithrive"' in page


def test_a_level_judged_otherwise_needs_a_reason(now: datetime, officer: Practitioner) -> None:
    sent = make.ready(now, by=officer)
    response = as_(officer).post(f"/requests/{sent.pk}/level/", {"band": "4", "reason": ""})
    assert response.status_code == 422
    assert "Say why you judge the level otherwise" in response.content.decode()


def test_a_level_judged_otherwise_stands_beside_the_rules_answer(
    now: datetime, officer: Practitioner
) -> None:
    sent = make.ready(now, by=officer)
    as_(officer).post(f"/requests/{sent.pk}/level/", {"band": "4", "reason": "I saw the home."})
    found = LevelFound.objects.filter(scheme="levels").latest("pk")
    assert (found.level, found.override) == ("4", "4")
    assert found.band != "4"


def test_linking_from_the_page_joins_somebody_known_under_another_name(
    now: datetime, officer: Practitioner
) -> None:
    brother = factories.person("Idris", "Cole", birth_date=make.date(2014, 6, 9), by=officer)
    home = factories.family((brother, "child"), name="Cole", by=officer)
    told = make.PersonTold(
        key="c2", part="child", known_as="Idris", family_name="Vale", birth_date=make.date(2014, 6, 9)
    )
    sent = make.request(now, people=[make.MUM, told])
    page = as_(officer).get(f"/requests/{sent.pk}/known/").content.decode()
    assert "same birth date" in page
    given = {"who-mum": "new", "who-c2": str(brother.pk), "family": str(home.pk)}
    assert as_(officer).post(f"/requests/{sent.pk}/known/", given).status_code == 302
    sent.refresh_from_db()
    assert sent.family == home


def test_nobody_is_joined_to_a_record_that_was_not_offered(now: datetime, officer: Practitioner) -> None:
    stranger = factories.person("Zed", "Other", by=officer)
    sent = make.request(now)
    given = {"who-mum": str(stranger.pk), "who-c1": "new"}
    response = as_(officer).post(f"/requests/{sent.pk}/known/", given)
    assert response.status_code == 422


def test_a_decision_from_the_page_ends_where_the_table_says(now: datetime, officer: Practitioner) -> None:
    sent = make.ready(now, by=officer)
    given = {"choice": "advise", "reason": "A group fits.", "version": str(sent.version)}
    assert as_(officer).post(f"/requests/{sent.pk}/decide/", given).status_code == 302
    assert Decision.objects.get().choice == "advise"


def test_a_choice_that_is_closed_cannot_be_sent_all_the_same(now: datetime, officer: Practitioner) -> None:
    sent = make.ready(now, by=officer)
    response = as_(officer).post(f"/requests/{sent.pk}/decide/", {"choice": "marac", "reason": "x"})
    assert response.status_code == 422
    assert not Decision.objects.exists()


def test_deciding_on_a_page_somebody_else_has_overtaken_loses_no_word(
    now: datetime, officer: Practitioner
) -> None:
    sent = make.ready(now, by=officer)
    given = {"choice": "advise", "reason": "My long reasons.", "version": str(sent.version - 1)}
    response = as_(officer).post(f"/requests/{sent.pk}/decide/", given)
    assert response.status_code == 422
    assert "My long reasons." in response.content.decode()
    assert "changed this request" in response.content.decode()


def test_sharing_asks_for_its_lawful_basis_beside_the_question(now: datetime, officer: Practitioner) -> None:
    sent = make.ready(now, by=officer)
    response = as_(officer).post(f"/requests/{sent.pk}/decide/", {"choice": "statutory", "reason": "x"})
    assert "Select the lawful basis" in response.content.decode()
    assert response.status_code == 422


def test_a_team_is_offered_from_the_page_with_each_leads_load_shown(
    now: datetime, officer: Practitioner
) -> None:
    lead = make.lead()
    sent = make.ready(now, by=officer)
    assert "Lee Holder" in as_(officer).get(f"/requests/{sent.pk}/decide/").content.decode()
    given = {"choice": "team", "worker": str(lead.pk), "reason": "Needs one plan."}
    as_(officer).post(f"/requests/{sent.pk}/decide/", given)
    assert LeadOffer.objects.get().to == lead
    assert as_(officer).get(f"/requests/{sent.pk}/offer/").status_code == 200


def test_a_lead_who_is_not_in_the_list_is_found_by_name_without_losing_a_word(
    now: datetime, officer: Practitioner
) -> None:
    sent, lead = make.ready(now, by=officer), make.lead(name="Zora Quietly")
    given = {"choice": "team", "reason": "Small and early", "worker_words": "quiet"}
    page = as_(officer).post(f"/requests/{sent.pk}/decide/", given)
    assert page.status_code == 422
    assert "Choose the one person now in the list, found for “quiet”" in page.content.decode()
    assert "Small and early" in page.content.decode()
    as_(officer).post(f"/requests/{sent.pk}/decide/", {**given, "worker": str(lead.pk)})
    assert LeadOffer.objects.get().to == lead


def test_agreement_asked_since_is_recorded_on_the_family(now: datetime, officer: Practitioner) -> None:
    sent = make.ready(now, by=officer)
    given = {
        "given": "yes",
        "who": "Marta",
        "how": "By telephone",
        "on-day": "1",
        "on-month": "1",
        "on-year": "2026",
    }
    assert as_(officer).post(f"/requests/{sent.pk}/agree/", given).status_code == 302
    assert Agreement.objects.filter(how="By telephone", given=True).count() == 1


def test_a_secret_address_is_kept_from_those_who_may_not_see_it(now: datetime, officer: Practitioner) -> None:
    chair = make.chair()
    held = make.meeting(now, by=chair)
    sent = make.at_panel(now, held, by=officer)
    type(sent).objects.filter(pk=sent.pk).update(
        story=make.story(address_secret="yes").model_dump(mode="json")
    )
    assert "4 Elm Road" in as_(officer).get(f"/requests/{sent.pk}/").content.decode()
    assert "4 Elm Road" not in as_(chair).get(f"/requests/{sent.pk}/").content.decode()


def test_a_chair_plans_decides_writes_and_closes_on_pages(now: datetime, officer: Practitioner) -> None:
    chair, lead = make.chair(), make.lead()
    client = as_(chair)
    day = {"on-day": "1", "on-month": "12", "on-year": "2099"}
    client.post("/requests/panels/early-help-panel/plan/", {**day, "at": "9.30am", "capacity": "3"})
    held = PanelMeeting.objects.get()
    make.at_panel(now, held, by=officer)
    item = AgendaItem.objects.get()
    given = {"outcome": "accepted", "worker": str(lead.pk), "reason": "Fits."}
    assert client.post(f"/requests/panels/agenda/{item.pk}/decide/", given).status_code == 302
    client.post(
        f"/requests/panels/meetings/{held.pk}/minutes/",
        {"minutes": "All agreed.", "present": "Us", "version": "1"},
    )
    client.post(f"/requests/panels/meetings/{held.pk}/close/")
    held.refresh_from_db()
    assert held.closed_by == chair
    assert client.get(f"/requests/panels/meetings/{held.pk}/").status_code == 200
    assert client.get("/requests/panels/early-help-panel/").status_code == 200


def test_panels_are_closed_to_those_who_do_not_sit_on_them(now: datetime) -> None:
    held = make.meeting(now)
    client = as_(factories.practitioner("lead"))
    assert client.get("/requests/panels/").status_code == 403
    assert client.get("/requests/panels/early-help-panel/").status_code == 404
    assert client.get(f"/requests/panels/meetings/{held.pk}/").status_code == 404


def test_two_who_write_minutes_at_once_see_both_texts(now: datetime) -> None:
    chair = make.chair()
    held = make.meeting(now, by=chair)
    client = as_(chair)
    address = f"/requests/panels/meetings/{held.pk}/minutes/"
    client.post(address, {"minutes": "First text", "present": "A", "version": "1"})
    response = client.post(address, {"minutes": "Second text", "present": "A", "version": "1"})
    assert response.status_code == 409
    assert "First text" in response.content.decode()
    assert "Second text" in response.content.decode()


def test_where_every_choice_is_closed_the_reason_stands_once_with_what_to_do(
    now: datetime, officer: Practitioner
) -> None:
    sent = make.request(now)
    page = as_(officer).get(f"/requests/{sent.pk}/decide/").content.decode()
    assert page.count("Screen the request first.") == 1
    assert f'href="/requests/{sent.pk}/screening/">Screen the request</a>' in page
    assert 'name="choice"' not in page


def test_what_is_told_of_somebody_begins_each_sentence_with_a_capital(
    now: datetime, officer: Practitioner
) -> None:
    page = as_(officer).get(f"/requests/{make.request(now).pk}/").content.decode()
    assert ". Born 1 March 1996, 30 years" in page


def test_names_of_other_scripts_keep_their_places_in_a_list() -> None:
    people = [PersonNamed(known_as=name) for name in ("مريم", "Owen", "دينا")]
    assert names(people) == "\u2068مريم\u2069, \u2068Owen\u2069, \u2068دينا\u2069"
    assert names(people[1:2]) == "Owen"
