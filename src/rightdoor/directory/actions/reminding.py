"""Asking owners whether entries are still right, telling others when they do not, hiding what is too old.

It may run at any hour and as often as it likes: what was asked is not asked again until its time has come.
"""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from django.conf import settings
from django.db import transaction
from django.db.models import QuerySet
from django.utils.timezone import localdate

from rightdoor.access import audit
from rightdoor.access.models import Practitioner
from rightdoor.access.partnership import pack
from rightdoor.directory.models import Service, Standing
from rightdoor.directory.queries.keeping import keepers, owners_of
from rightdoor.directory.sealing import seal_right
from rightdoor.engines.freshness import Freshness, Keeping
from rightdoor.post import actions as post
from rightdoor.ui.addresses import reverse
from rightdoor.ui.words import day_words

# A letter names so many entries; the board has the rest.
MOST_IN_A_LETTER: Final = 20
_SHORTEST_MONTH: Final = 28


@dataclass(frozen=True)
class Reminded:
    """How many letters were written, how many entries were passed on to the keepers, how many hidden."""

    letters: int
    escalated: int
    hidden: int


@transaction.atomic
def keep_true(*, by: str = audit.SYSTEM, now: datetime) -> Reminded:
    """Do what is due today."""
    today, keeping = localdate(now), pack().directory.keeping
    old = list(_old(today, keeping))
    hidden = [one for one in old if one.hidden_since is None and _is(one, keeping, today, Freshness.OVER)]
    late = [
        one
        for one in old
        if one.escalated_at is None and _is(one, keeping, today, Freshness.LATE, Freshness.OVER)
    ]
    asked = [one for one in old if _ask(one, keeping, today)]
    letters = _ask_owners(asked, now) + _tell_keepers(late, now)
    _mark(asked, "reminded_at", now, by)
    _mark(late, "escalated_at", now, by)
    _mark(hidden, "hidden_since", today, by, now)
    return Reminded(letters, len(late), len(hidden))


def _old(today: date, keeping: Keeping) -> QuerySet[Service]:
    """Give the entries that may be due, locked: two who run at once ask once."""
    nearly = today - timedelta(days=keeping.check_months * _SHORTEST_MONTH)
    found = Service.objects.filter(standing=Standing.PUBLIC, fresh_from__lte=nearly).exclude(status="closed")
    return found.select_for_update(of=("self",)).select_related("owner", "owner_agency")


def _is(one: Service, keeping: Keeping, today: date, *states: Freshness) -> bool:
    return keeping.state(one.fresh_from, today) in states


def _ask(one: Service, keeping: Keeping, today: date) -> bool:
    if _is(one, keeping, today, Freshness.FRESH):
        return False
    last = one.reminded_at
    return last is None or localdate(last) + timedelta(days=keeping.remind_days) <= today


def _ask_owners(asked: list[Service], now: datetime) -> int:
    whose: dict[Practitioner, list[Service]] = defaultdict(list)
    for one, owners in owners_of(asked):
        for owner in owners:
            whose[owner].append(one)
    for owner, entries in whose.items():
        _write(owner, "Are these still right?", _asking(owner, entries), now)
    return len(whose)


def _tell_keepers(late: list[Service], now: datetime) -> int:
    told = keepers() if late else []
    lines = [f"* {one.name}, {_owner(one)}" for one in late[:MOST_IN_A_LETTER]]
    body = [
        "Nobody has said that these entries of the directory are still right. Their owners were asked:",
        "",
        *lines,
        *_more(late),
        "",
        f"Find them a new owner, or check them yourself: {settings.ADDRESS}{reverse('directory:board')}",
    ]
    for keeper in told:
        _write(keeper, "Entries of the directory that nobody has checked", body, now)
    return len(told)


def _owner(one: Service) -> str:
    owner = one.owner.name if one.owner else ""
    agency = one.owner_agency.name if one.owner_agency else ""
    return ", ".join(filter(None, [owner, agency])) or "no owner"


def _asking(owner: Practitioner, entries: list[Service]) -> list[str]:
    lines = ["Families rely on these pages. Open each link: one press says that it is still right.", ""]
    for one in entries[:MOST_IN_A_LETTER]:
        sealed = seal_right(owner=owner.pk, service=one.pk, fresh_from=one.fresh_from.toordinal())
        address = reverse("directory:still-right", kwargs={"sealed": sealed})
        lines += [f"{one.name} (last checked or written {day_words(one.fresh_from)})"]
        lines += [f"{settings.ADDRESS}{address}", ""]
    return [*lines, *_more(entries), f"All of yours: {settings.ADDRESS}{reverse('directory:board')}"]


def _more(entries: list[Service]) -> list[str]:
    over = len(entries) - MOST_IN_A_LETTER
    return [f"and {over} more."] if over > 0 else []


def _write(to: Practitioner, subject: str, body: list[str], now: datetime) -> None:
    post.write(
        to_name=to.name,
        to_address=to.email,
        subject=subject,
        body="\n".join([f"Dear {to.name},", "", *body, ""]),
        about="directory",
        now=now,
    )


def _mark(
    entries: list[Service], field: str, value: datetime | date, by: str, now: datetime | None = None
) -> None:
    at = now or (value if isinstance(value, datetime) else None)
    for one in entries:
        setattr(one, field, value)
        one.save(update_fields=[field])
        if at:
            audit.record(f"entry_{field}", one, by=by, now=at)
