"""Drafts and sending: kept, findable by their holder alone, sent once, with clock, flags and letter."""

from datetime import datetime, timedelta
from uuid import uuid4

import pytest

from rightdoor.access.models import AuditEntry
from rightdoor.access.policy import Refused
from rightdoor.engines.story import PersonTold
from rightdoor.frontdoor import actions, queries
from rightdoor.frontdoor.asking.answers import Answers, digest
from rightdoor.frontdoor.models import HelpRequest, PersonNamed, RequestDraft
from rightdoor.post.models import Message
from tests import factories
from tests.frontdoor import factories as make

pytestmark = pytest.mark.django_db


def save(
    draft: RequestDraft, now: datetime, step: str = "worries", seen: str = "none", **kept: str
) -> RequestDraft:
    return actions.save_answers(draft=draft, step=step, key="", kept=kept, seen=seen, by=None, now=now)


def test_the_same_page_sent_twice_is_saved_as_one_answer(now: datetime) -> None:
    draft = actions.begin_draft(by=None, now=now)
    save(draft, now, worries="Low")
    assert save(draft, now, worries="Low").answers == {"worries": {"worries": "Low"}}


def test_an_answer_given_in_another_window_is_not_overwritten_unseen(now: datetime) -> None:
    draft = actions.begin_draft(by=None, now=now)
    save(draft, now, worries="First")
    with pytest.raises(actions.AnswerChanged) as changed:
        save(draft, now, worries="Second")
    assert (changed.value.theirs, changed.value.yours) == ({"worries": "First"}, {"worries": "Second"})


def test_an_answer_that_was_seen_may_be_changed(now: datetime) -> None:
    draft = actions.begin_draft(by=None, now=now)
    save(draft, now, worries="First")
    seen = digest({"worries": "First"})
    assert save(draft, now, worries="Second", seen=seen).answers["worries"]["worries"] == "Second"


def test_two_windows_on_two_questions_both_keep_their_answers(now: datetime) -> None:
    draft = actions.begin_draft(by=None, now=now)
    save(draft, now, worries="Low")
    kept = save(draft, now, step="hopes", hopes="Sleep")
    assert set(kept.answers) == {"worries", "hopes"}


def test_a_draft_is_forgotten_after_28_days_and_not_a_moment_before(now: datetime) -> None:
    actions.begin_draft(by=None, now=now)
    assert actions.forget_drafts(now=now + timedelta(days=28)) == 0
    assert actions.forget_drafts(now=now + timedelta(days=28, seconds=1)) == 1


def test_a_draft_with_nothing_in_it_is_not_sent(now: datetime) -> None:
    draft = actions.begin_draft(by=None, now=now)
    with pytest.raises(Refused):
        actions.send_draft(code=draft.code, by=None, now=now)
    assert RequestDraft.objects.exists()


def test_no_code_of_a_draft_is_written_in_the_audit(now: datetime) -> None:
    draft = actions.begin_draft(by=None, now=now)
    save(draft, now, worries="Low")
    told = " ".join(f"{entry.subject_id} {entry.detail}" for entry in AuditEntry.objects.all())
    assert draft.code not in told
    assert "Low" not in told


def test_a_request_is_due_at_the_end_of_the_next_working_day(now: datetime) -> None:
    sent = make.request(now)
    assert (sent.due_at.date(), sent.clock) == ((now + timedelta(days=1)).date(), "request-decision")


def test_a_request_sent_on_a_friday_is_due_on_monday(now: datetime) -> None:
    friday = now - timedelta(days=3)
    assert make.request(friday).due_at.date() == now.date()


def test_a_request_says_why_it_stands_out(now: datetime) -> None:
    unborn = PersonTold(key="c2", part="child", due_date=make.date(2027, 1, 9))
    mum = make.MUM.model_copy(update={"facts": {"drug_misuse": "yes", "offending": "yes"}})
    sent = make.request(now, people=[mum, unborn], in_danger_now="yes", address_secret="yes")
    assert sent.flags == ["danger-now", "several-vulnerabilities", "secret-address", "unborn"]
    assert sent.urgency == 0


def test_one_vulnerability_in_each_of_two_parents_counts_as_several(now: datetime) -> None:
    dad = make.DAD.model_copy(update={"facts": {"alcohol_misuse": "yes"}})
    assert "several-vulnerabilities" in make.request(now, people=[make.MUM, dad]).flags


def test_an_adult_service_that_asks_is_marked_so_that_children_are_asked_about(now: datetime) -> None:
    worker = factories.practitioner("practitioner")
    sent = actions.send_request(
        story=make.story(), asking=make.asking(works_with="adults"), by=worker, now=now
    )
    assert "adult-service" in sent.flags


def test_a_home_outside_our_area_is_said_and_its_area_left_empty(now: datetime) -> None:
    sent = make.request(now, postcode="N1 1AA")
    assert ("elsewhere" in sent.flags, sent.area) == (True, "")


def test_everybody_named_can_be_found_but_not_by_a_secret_home(now: datetime) -> None:
    make.request(now, address_secret="yes")
    assert set(PersonNamed.objects.values_list("search_key", "postcode")) == {("vale", "")}


def test_the_asker_is_told_that_it_came_and_by_when_it_is_decided(now: datetime) -> None:
    sent = make.request(now)
    message = Message.objects.get()
    assert message.to_address == sent.asker_email
    assert "the end of 24 November 2026" in message.body


def test_sent_under_one_token_it_is_one_request(now: datetime) -> None:
    worker = factories.practitioner("practitioner")
    token = uuid4()
    made = {
        actions.send_request(story=make.story(), asking=make.asking(), by=worker, now=now, token=token).pk
        for _ in range(2)
    }
    assert len(made) == HelpRequest.objects.count() == 1


def test_a_practitioner_sees_what_they_sent_newest_first(now: datetime) -> None:
    worker = factories.practitioner("practitioner")
    old, new = make.request(now - timedelta(days=2), by=worker), make.request(now, by=worker)
    make.request(now)
    assert [sent.request.pk for sent in queries.sent_by(worker).rows] == [new.pk, old.pk]


def test_a_familys_own_request_stays_theirs_though_a_worker_signed_in_sends_it(now: datetime) -> None:
    worker = factories.practitioner("practitioner", email="worker@example.org", telephone="020 7946 0999")
    asked = make.asking(asker="parent", name="Marta Vale", email="marta@example.org")
    sent = actions.send_request(story=make.story(), asking=asked, by=worker, now=now)
    assert (sent.asker_name, sent.asker_email) == ("Marta Vale", "marta@example.org")
    assert (sent.practitioner, sent.asker_agency, sent.asker_telephone) == (None, None, "")
    assert not queries.sent_by(worker).rows


def test_a_wish_waits_where_it_is_asked_what_would_help_and_can_be_taken_out(now: datetime) -> None:
    draft = actions.begin_draft(by=None, now=now, wish="I would like: Stay and play")
    assert Answers(draft.answers).typed("hopes") == {"hopes": "I would like: Stay and play"}
    assert not Answers(draft.answers).has("hopes")
    kept = save(draft, now, step="hopes", hopes="")
    assert Answers(kept.answers).typed("hopes") == {}
