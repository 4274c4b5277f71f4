"""Who answers for an entry, and who last said that it is right."""

from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate

from rightdoor.access import audit
from rightdoor.access.models import Agency, Practitioner
from rightdoor.access.policy import insist
from rightdoor.directory import policy
from rightdoor.directory.index import keep_findable
from rightdoor.directory.models import Service
from rightdoor.directory.queries.listings import listing, whole


@transaction.atomic
def give_owner(
    *, service: Service, owner: Practitioner | None, agency: Agency | None, by: Practitioner, now: datetime
) -> Service:
    """Say who answers for an entry: a practitioner, an agency, both, or nobody."""
    insist(policy.may_keep(by))
    held = Service.objects.select_for_update().get(pk=service.pk)
    held.owner, held.owner_agency = owner, agency
    # Whoever is new has not been asked yet.
    held.reminded_at = held.escalated_at = None
    held.save(update_fields=["owner", "owner_agency", "reminded_at", "escalated_at"])
    whose, where = (owner.pk if owner else ""), (agency.pk if agency else "")
    audit.record("entry_owner_given", held, by=by, now=now, owner=whose, agency=where)
    return held


@transaction.atomic
def say_still_right(*, service: Service, by: Practitioner, now: datetime, by_link: bool = False) -> Service:
    """Note that an entry is still right as it stands; shown to the public again where it was hidden for age.

    Raises Refused for somebody who answers for it no more.
    """
    held = Service.objects.select_for_update().get(pk=service.pk)
    insist(policy.may_check(by, held))
    was_hidden = held.hidden_since is not None
    held.checked_on = held.fresh_from = localdate(now)
    held.checked_by = by.agency.name
    held.reminded_at = held.escalated_at = held.hidden_since = None
    held.changed_at = now
    held.save(
        update_fields=[
            "checked_on", "fresh_from", "checked_by", "reminded_at", "escalated_at", "hidden_since",
            "changed_at",
        ]
    )  # fmt: skip
    keep_findable(held, listing(whole(Service.objects.filter(pk=held.pk)).get()), now)
    audit.record("entry_checked", held, by=by, now=now, by_link=by_link, was_hidden=was_hidden)
    return held
