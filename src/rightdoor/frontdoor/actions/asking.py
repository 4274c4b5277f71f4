"""Asking for help: drafts that can be left and come back to, and a request that is sent once."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction

from rightdoor.access import audit
from rightdoor.access.models import Agency, Practitioner
from rightdoor.access.once import once
from rightdoor.access.partnership import pack
from rightdoor.access.policy import Refused
from rightdoor.engines.names import fold
from rightdoor.engines.story import Story
from rightdoor.frontdoor import clocks, letters
from rightdoor.frontdoor.asking.answers import (
    OTHER_PARENT,
    PRACTITIONER,
    YOU,
    Answers,
    Kept,
    digest,
    slot,
    typed_slot,
)
from rightdoor.frontdoor.asking.steps import must_still_answer, stopped_by
from rightdoor.frontdoor.asking.story import Asking, asking_of, story_of
from rightdoor.frontdoor.flags import flags_of, urgency_of
from rightdoor.frontdoor.models import HelpRequest, PersonNamed, RequestDraft
from rightdoor.frontdoor.references import code_of
from rightdoor.ui.speaking import ENGLISH
from rightdoor.ui.speaking import lazy as _

KEPT_FOR = timedelta(days=28)
_NOT_FINISHED = _("Some questions have to be answered before this can be sent.")


@dataclass
class AnswerChanged(Exception):
    """The same question was answered in another window. Holds that answer and this one."""

    theirs: Kept
    yours: Kept

    def __str__(self) -> str:
        return "You answered this question in another window. Nothing has been lost."


ASKS_WHAT_WOULD_HELP = ("hopes", "story")


@transaction.atomic
def begin_draft(*, by: Practitioner | None, now: datetime, wish: str = "") -> RequestDraft:
    """Begin a request. Whoever holds its code may go on with it.

    A wish, such as for one service, waits as typed on the page that asks what would help: whoever asks
    reads it there, and may change it or take it out.
    """
    waiting = {typed_slot(step): {"hopes": wish} for step in ASKS_WHAT_WOULD_HELP} if wish else {}
    draft = RequestDraft.objects.create(
        code=code_of(4), practitioner=by, begun_at=now, saved_at=now, answers=waiting
    )
    audit.record("draft_begun", draft, by=by or audit.PUBLIC, now=now)
    return draft


@transaction.atomic
def save_answers(
    *,
    draft: RequestDraft,
    step: str,
    key: str,
    kept: Kept,
    seen: str,
    by: Practitioner | None,
    now: datetime,
) -> RequestDraft:
    """Keep one page's answers. `seen` is the digest of what the page showed.

    Raises AnswerChanged when another window has answered this page since, with something else.
    """
    held = RequestDraft.objects.select_for_update(no_key=True).get(pk=draft.pk)
    place = slot(step, key)
    theirs = held.answers.get(place)
    if digest(theirs) not in {seen, digest(kept)}:
        raise AnswerChanged(theirs or {}, kept)
    others = {name: value for name, value in held.answers.items() if name != typed_slot(place)}
    held.answers = {**others, place: kept}
    return _saved(held, "draft_saved", by=by, now=now, step=step)


@transaction.atomic
def keep_typed(
    *, draft: RequestDraft, step: str, typed: dict[str, str], by: Practitioner | None, now: datetime
) -> RequestDraft:
    """Keep what is being typed, so that a crash loses none of it. Too often to be audited each time."""
    held = RequestDraft.objects.select_for_update(no_key=True).get(pk=draft.pk)
    held.answers = {**held.answers, typed_slot(step): typed}
    held.saved_at = now
    held.save(update_fields=["answers", "saved_at"])
    return held


@transaction.atomic
def remove_person(*, draft: RequestDraft, key: str, by: Practitioner | None, now: datetime) -> RequestDraft:
    """Take somebody off the list, with everything told of them. Taking them off again changes nothing."""
    held = RequestDraft.objects.select_for_update(no_key=True).get(pk=draft.pk)
    if key not in {YOU, OTHER_PARENT}:
        held.answers = {name: kept for name, kept in held.answers.items() if not name.endswith(f":{key}")}
    return _saved(held, "draft_person_removed", by=by, now=now)


def _saved(
    draft: RequestDraft, verb: str, *, by: Practitioner | None, now: datetime, **detail: Any
) -> RequestDraft:
    draft.version += 1
    draft.saved_at = now
    draft.save(update_fields=["answers", "version", "saved_at"])
    audit.record(verb, draft, by=by or audit.PUBLIC, now=now, **detail)
    return draft


@transaction.atomic
def forget_drafts(*, by: str = audit.SYSTEM, now: datetime) -> int:
    """Remove drafts nobody has touched for 28 days; give how many."""
    old = list(RequestDraft.objects.filter(saved_at__lt=now - KEPT_FOR))
    for draft in old:
        audit.record("draft_forgotten", draft, by=by, now=now)
        draft.delete()
    return len(old)


@transaction.atomic
def send_draft(*, code: str, by: Practitioner | None, now: datetime, language: str = ENGLISH) -> HelpRequest:
    """Send what a draft tells, once: sent again, the code gives the request it became.

    `language` is the one the form was in: the asker is told in it what comes of the request.

    Raises Refused while something that must be answered is not.
    """
    draft = RequestDraft.objects.select_for_update(no_key=True).filter(code=code).first()
    sent = HelpRequest.objects.filter(draft_code=code).first()
    if sent or draft is None:
        return sent or HelpRequest.objects.get(draft_code=code)
    answers = Answers(draft.answers, signed_in=draft.practitioner_id is not None)
    if must_still_answer(answers) or stopped_by(answers):
        raise Refused(str(_NOT_FINISHED))
    # Begun by nobody signed in, it is nobody's request: signing in half-way does not make it a worker's own.
    request = send_request(
        story=story_of(answers),
        asking=asking_of(answers),
        draft_code=code,
        language=language,
        by=by if draft.practitioner_id else None,
        now=now,
    )
    draft.delete()
    return request


@transaction.atomic
def send_request(
    *,
    story: Story,
    asking: Asking,
    by: Practitioner | None,
    now: datetime,
    language: str = ENGLISH,
    draft_code: str | None = None,
    token: UUID | None = None,
) -> HelpRequest:
    """Take a request in: kept as told, its people findable, its clock running, the asker told it has come."""

    def make() -> HelpRequest:
        spoken = ENGLISH if asking.asker == PRACTITIONER else language
        request = HelpRequest.objects.create(language=spoken, **_fields(story, asking, draft_code, by, now))
        PersonNamed.objects.bulk_create(_named(request, story))
        audit.record("request_received", request, by=by or audit.PUBLIC, now=now, flags=request.flags)
        letters.received(request, now=now)
        return request

    return once(token, HelpRequest, make, now=now, by=by)


def _fields(
    story: Story, asking: Asking, draft_code: str | None, by: Practitioner | None, now: datetime
) -> dict[str, Any]:
    own = pack()
    place = own.position(story.postcode) if story.postcode else None
    # Signing in half-way through a family's own request does not make it a worker's: nothing goes to them.
    writer = by if asking.asker == PRACTITIONER else None
    flags = flags_of(story, asking, ours=place is not None or not story.postcode)
    return {
        "reference": code_of(2),
        "draft_code": draft_code,
        "asker": asking.asker,
        "asker_name": writer.name if writer else asking.name,
        "asker_email": writer.email if writer else asking.email,
        "asker_telephone": asking.telephone or (writer.telephone if writer else ""),
        "asker_agency": writer.agency if writer else Agency.objects.filter(code=asking.agency).first(),
        "asker_job": asking.job,
        "practitioner": writer,
        "agreed": asking.agreed,
        "agreed_by": asking.agreed_by,
        "not_agreed_reason": asking.not_agreed_reason,
        "not_agreed_basis": asking.not_agreed_basis,
        "story": story.model_dump(mode="json"),
        "pack_version": f"{own.id} {own.version}",
        "area": place.area if place else "",
        "flags": flags,
        "urgency": urgency_of(flags),
        "received_at": now,
        **clocks.started(clocks.DECIDE, now),
    }


def _named(request: HelpRequest, story: Story) -> list[PersonNamed]:
    return [
        PersonNamed(
            request=request,
            key=told.key,
            part=told.part,
            known_as=told.known_as,
            family_name=told.family_name,
            search_key=fold(told.family_name)[:200],
            birth_date=told.birth_date if told.birth_date_exact else None,
            postcode="" if story.address_secret == "yes" else story.postcode,
        )
        for told in story.people
    ]
