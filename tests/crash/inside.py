"""What is set up and counted beside the server, on the same database."""

import json
from collections import Counter
from datetime import datetime
from typing import Any

from django.utils import timezone

from rightdoor.access import actions as access
from rightdoor.access import audit
from rightdoor.access.models import AuditEntry
from rightdoor.access.partnership import pack
from rightdoor.demo.actions import bring_personas
from rightdoor.families.models import Family, Sight
from rightdoor.frontdoor import actions
from rightdoor.frontdoor.models import Decision, HelpRequest, PersonNamed, RequestDraft
from rightdoor.plans.models import LeadOffer
from rightdoor.post.models import Message
from tests.frontdoor import factories as make

ANSWERS: dict[str, Any] = {
    "who": {"asker": "parent"},
    "danger": {"in_danger_now": "no"},
    "sharing": {"agreed": "yes"},
    "person:you": {"known_as": "Marta", "family_name": "Vale", "relation": "parent"},
    "birth:you": {"how": "unknown", "sex": "F"},
    "contact": {"email": "marta@example.org"},
    "person:p1": {"part": "child", "known_as": "Noor", "family_name": "Vale"},
    "birth:p1": {"how": "unknown", "sex": "F"},
    "people": {"more": "no"},
    "other-parent": {"other_parent": "not_known"},
    "home": {"postcode": "SE13 6LY"},
    "worries": {"worries": "I feel low."},
}


def drafts(number: int) -> None:
    """Make requests that are written and not sent; print their codes."""
    now = timezone.now()
    codes = []
    for _ in range(number):
        draft = actions.begin_draft(by=None, now=now)
        RequestDraft.objects.filter(pk=draft.pk).update(answers=ANSWERS)
        codes.append(draft.code)
    say(codes)


def requests_to_decide(number: int) -> None:
    """Make requests that are screened and joined to records; print their ids and whom to ask to lead."""
    now = timezone.now()
    access.load_pack(pack=pack(), by=audit.SYSTEM, now=now)
    people = bring_personas(pack=pack(), by=audit.SYSTEM, now=now)
    officer = people["dolores-door"]
    ready = [_ready(now, officer, people["hana-visits"]) for _ in range(number)]
    say({"requests": [str(one.pk) for one in ready], "lead": str(people["fatou-baton"].pk)})


def _ready(now: datetime, officer: Any, sender: Any) -> HelpRequest:
    sent = make.request(now, by=sender)
    make.screened(sent, officer, now)
    make.linked(sent, officer, now)
    return sent


def sent_requests() -> None:
    """Print each request: its reference, its draft's code, and what belongs to it."""
    people = Counter(PersonNamed.objects.values_list("request_id", flat=True))
    audited = Counter(AuditEntry.objects.filter(verb="request_received").values_list("subject_id", flat=True))
    first = Message.objects.filter(subject__startswith="We have your request")
    letters = Counter(first.values_list("about", flat=True))
    rows = [
        {
            "reference": one.reference,
            "code": one.draft_code,
            "people": people.pop(one.pk, 0),
            "audited": audited.pop(str(one.pk), 0),
            "letters": letters.pop(one.because, 0),
        }
        for one in HelpRequest.objects.all()
    ]
    alone = [str(one) for one in (*people, *audited, *letters)]
    sent = [row for row in rows if row["code"]]
    say({"sent": sent, "alone": alone, "drafts": list(RequestDraft.objects.values_list("code", flat=True))})


def decided_requests() -> None:
    """Print each request: how it stands, and how many rows its decision has made of each kind."""
    audited = Counter(AuditEntry.objects.filter(verb="request_decided").values_list("subject_id", flat=True))
    say({str(one.pk): _standing(one, audited) for one in HelpRequest.objects.filter(draft_code=None)})


def _standing(one: HelpRequest, audited: Counter[str]) -> dict[str, Any]:
    held = [str(pk) for pk in Decision.objects.filter(request=one).values_list("pk", flat=True)]
    family: Family | None = one.family
    return {
        "state": one.state,
        "decisions": len(held),
        "offers": LeadOffer.objects.filter(family=family).count(),
        "letters": Message.objects.filter(
            about=one.because, subject__startswith="About your request"
        ).count(),
        "audited": sum(audited[pk] for pk in held),
        "sights": Sight.objects.filter(family=family, reason=Sight.Reason.OFFERED, until=None).count(),
    }


def say(found: object) -> None:
    """Print for the test to read."""
    print(json.dumps(found))  # noqa: T201 - this is how a process beside the test answers it
