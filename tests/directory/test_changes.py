"""Changes to an entry wait for a keeper; the last approved version stays public meanwhile."""

import pytest
from django.test import Client

from rightdoor.access.models import Practitioner
from rightdoor.access.policy import Refused
from rightdoor.directory import actions
from rightdoor.directory.forms.keeping import EntryForm, entry_initial
from rightdoor.directory.models import ChangeRequest, Correction, Service
from rightdoor.directory.queries.listings import listings
from rightdoor.engines.listings import Listing
from rightdoor.post.models import Message
from tests.directory.factories import service, whole_service
from tests.factories import NOW, practitioner

pytestmark = pytest.mark.django_db
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@pytest.fixture
def keeper() -> Practitioner:
    return practitioner("coordinator")


@pytest.fixture
def owner(keeper: Practitioner) -> Practitioner:
    return practitioner("lead", at=keeper.agency)


@pytest.fixture
def group(keeper: Practitioner, owner: Practitioner) -> Service:
    return actions.give_owner(service=service("Group"), owner=owner, agency=None, by=keeper, now=NOW)


def ask(group: Service, by: Practitioner, version: int = 1, **changes: object) -> ChangeRequest:
    return actions.ask_for_change(
        service=group, changes=changes, why="It moved", version=version, by=by, now=NOW
    )


def decide(change: ChangeRequest, by: Practitioner, *take: str, reason: str = "") -> ChangeRequest:
    return actions.decide_change(change=change, take=take, reason=reason, by=by, now=NOW)


def said(group: Service) -> Listing:
    (found,) = listings(Service.objects.filter(pk=group.pk))
    return found


def test_a_change_holds_only_what_changes_and_families_see_none_of_it(
    group: Service, owner: Practitioner, client: Client
):
    made = ask(group, owner, about="More play.", who_for="Families with young children")
    assert made.after == {"about": "More play."}
    assert "More play." not in client.get("/find/services/group/").content.decode()


def test_part_of_a_change_is_approved_and_the_rest_has_a_reason(
    group: Service, owner: Practitioner, keeper: Practitioner
):
    made = ask(group, owner, about="More play.", alert="Come early!")
    with pytest.raises(Refused, match="Say why not"):
        decide(made, keeper, "about")
    assert decide(made, keeper, "about", reason="No notices").state == "part"
    assert "The rest: No notices" in Message.objects.get(to_address=owner.email).body
    assert (said(group).about, said(group).alert) == ("More play.", "")
    assert Service.objects.get().version == 2


def test_a_change_is_decided_once(group: Service, owner: Practitioner, keeper: Practitioner):
    made = ask(group, owner, about="More play.")
    decide(made, keeper, reason="Not so")
    with pytest.raises(Refused, match="already"):
        decide(made, keeper, "about")
    assert said(group).about == "Play and a chat."


def test_an_owner_decides_no_change_of_their_own(group: Service, owner: Practitioner):
    with pytest.raises(Refused):
        decide(ask(group, owner, about="More play."), owner, "about")


def test_what_fits_no_entry_is_refused_with_the_reason(group: Service, owner: Practitioner):
    with pytest.raises(Refused, match="youngest age must be below"):
        ask(group, owner, age_from_months=48, age_to_months=12)


def test_nothing_changed_is_no_change(group: Service, owner: Practitioner):
    with pytest.raises(Refused, match="Nothing would change"):
        ask(group, owner, about="Play and a chat.")


def test_two_who_change_different_fields_both_get_theirs(
    group: Service, owner: Practitioner, keeper: Practitioner
):
    for words in ({"about": "More play.", "alert": ""}, {"about": "Play and a chat.", "alert": "Early!"}):
        actions.change_entry(service=group, changes=words, why="", version=1, by=keeper, now=NOW)
    assert (said(group).about, said(group).alert) == ("More play.", "Early!")


def test_two_keepers_who_change_the_same_see_both_before_either_is_lost(group: Service, keeper: Practitioner):
    for words in ("First.", "Second."):
        last = actions.change_entry(
            service=group, changes={"about": words}, why="", version=1, by=keeper, now=NOW
        )
    assert last.state == "waiting"
    assert said(group).about == "First."


def test_the_form_gives_back_what_it_was_given(owner: Practitioner):
    whole_service("Whole")
    entry = said(Service.objects.get())
    sent = {name: value for name, value in entry_initial(entry, 1).items() if value is not None}
    form = EntryForm(sent | {"for_pregnancy": "no"})
    form.offer("issues", [(issue, issue) for issue in entry.issues])
    assert form.is_valid(), form.errors
    kept = entry.model_dump(mode="json")
    assert {
        n: v for n, v in form.changes(entry).items() if sorted(map(str, [v])) != sorted(map(str, [kept[n]]))
    } == {}


def test_an_owner_sends_a_change_and_a_keeper_approves_it_on_the_page(
    group: Service, owner: Practitioner, keeper: Practitioner, client: Client
):
    client.force_login(owner, backend=BACKEND)
    address = f"/directory/entries/{group.pk}/change/"
    sent = {name: value for name, value in entry_initial(said(group), 1).items() if value not in (None, "")}
    sent = {name: value for name, value in sent.items() if not isinstance(value, bool)}
    assert client.post(address, {**sent, "about": "More play."}).status_code == 302
    made = ChangeRequest.objects.get()
    client.force_login(keeper, backend=BACKEND)
    page = client.get(f"/directory/changes/{made.pk}/").content.decode()
    assert "<ins>More play.</ins>" in page
    client.post(f"/directory/changes/{made.pk}/", {"take": ["about"]})
    assert said(group).about == "More play."


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"website": "javascript:alert(1)"}, "must begin with https"),
        ({"age_from": "four"}, "months such as 9m"),
        ({"about": ""}, "Write what it does"),
    ],
)
def test_a_mistake_is_told_beside_its_field_and_nothing_is_lost(
    wrong: dict[str, str], words: str, group: Service, keeper: Practitioner, client: Client
):
    client.force_login(keeper, backend=BACKEND)
    sent = {
        "name": "Kept name",
        "about": "x",
        "cost_kind": "free",
        "creche": "no",
        "status": "active",
        "version": "1",
    }
    page = client.post(f"/directory/entries/{group.pk}/change/", {**sent, **wrong})
    assert page.status_code == 422
    assert words in page.content.decode()
    assert "Kept name" in page.content.decode()


def test_history_shows_what_each_version_changed(group: Service, keeper: Practitioner, client: Client):
    actions.change_entry(
        service=group, changes={"about": "More play."}, why="Spring", version=1, by=keeper, now=NOW
    )
    client.force_login(keeper, backend=BACKEND)
    page = client.get(f"/directory/entries/{group.pk}/history/").content.decode()
    assert "<del>Play and a chat.</del>" in page
    assert "Spring" in page


def test_anybody_says_what_is_wrong_and_how_to_reach_them_goes_when_it_is_answered(
    group: Service, owner: Practitioner, client: Client
):
    sent = client.post("/find/services/group/correct/", {"words": "It moved", "reach": "ada@example.org"})
    assert sent.status_code == 302
    held = Correction.objects.get()
    client.force_login(owner, backend=BACKEND)
    assert "ada@example.org" in client.get(f"/directory/corrections/{held.pk}/").content.decode()
    client.post(f"/directory/corrections/{held.pk}/", {"outcome": "Changed"})
    held.refresh_from_db()
    assert (held.reach, held.outcome) == ("", "Changed")


def test_far_more_corrections_than_people_send_are_refused(group: Service):
    for _ in range(60):
        actions.suggest_correction(service=group, words="x", reach="", now=NOW)
    with pytest.raises(Refused):
        actions.suggest_correction(service=group, words="x", reach="", now=NOW)


def test_the_list_for_a_spreadsheet_holds_no_formula(keeper: Practitioner, client: Client):
    service("=1+1", slug="sum")
    client.force_login(keeper, backend=BACKEND)
    lines = client.get("/directory/board.csv?show=all").content.decode().splitlines()
    assert lines[1].startswith("'=1+1,")


def test_somebody_who_answers_for_nothing_sees_nothing_on_the_board(group: Service, client: Client):
    client.force_login(practitioner("lead"), backend=BACKEND)
    assert "Group" not in client.get("/directory/?show=all").content.decode()
