"""Changes to an entry: asked for, approved whole or in part, refused. The last approved stays public."""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import transaction
from pydantic import ValidationError

from rightdoor.access import audit
from rightdoor.access.models import Practitioner
from rightdoor.access.policy import Refused, insist
from rightdoor.directory import policy
from rightdoor.directory.actions.keeping import keep
from rightdoor.directory.models import ChangeRequest, Service
from rightdoor.directory.queries.listings import listing, whole
from rightdoor.engines.listings import Listing
from rightdoor.post import actions as post
from rightdoor.ui.addresses import reverse

State = ChangeRequest.State


@transaction.atomic
def ask_for_change(
    *, service: Service, changes: Mapping[str, Any], why: str, version: int, by: Practitioner, now: datetime
) -> ChangeRequest:
    """Keep what somebody would change, over the version they read. Raises Refused when nothing would change.

    `changes` holds field names of an entry and values as its JSON has them. What they did not touch is no
    change, whatever somebody else made of it meanwhile.
    """
    held = Service.objects.select_for_update().get(pk=service.pk)
    insist(policy.may_check(by, held))
    read = held.versions.filter(number=version).values_list("entry", flat=True).first()
    before = {**_said(held), **(read or {})}
    after = {name: value for name, value in changes.items() if before[name] != value}
    if not after:
        raise Refused("Nothing would change. Change something, or say that the entry is still right.")
    _checked(_said(held), after)
    made = ChangeRequest.objects.create(
        service=held,
        base_version=version,
        before={name: before[name] for name in after},
        after=after,
        why=why,
        made_at=now,
        made_by=by,
    )
    audit.record("change_asked", made, by=by, now=now, fields=sorted(after))
    return made


@transaction.atomic
def change_entry(
    *, service: Service, changes: Mapping[str, Any], why: str, version: int, by: Practitioner, now: datetime
) -> ChangeRequest:
    """Ask for a change; of somebody who keeps the directory it is approved at once.

    Where another has changed the same fields since it was read, it waits all the same, so that both are seen.
    """
    made = ask_for_change(service=service, changes=changes, why=why, version=version, by=by, now=now)
    current = _said(made.service)
    moved = any(current[name] != value for name, value in made.before.items())
    if moved or not policy.may_keep(by):
        return made
    return decide_change(change=made, take=list(made.after), reason="", by=by, now=now)


@transaction.atomic
def decide_change(
    *, change: ChangeRequest, take: Collection[str], reason: str, by: Practitioner, now: datetime
) -> ChangeRequest:
    """Approve the fields named in `take`: all, some or none. Raises Refused when it was decided already, when
    what is left out has no reason, or when the fields do not go together."""
    insist(policy.may_keep(by))
    held = (
        ChangeRequest.objects.select_for_update(of=("self",))
        .select_related("service", "made_by")
        .get(pk=change.pk)
    )
    if held.state != State.WAITING:
        raise Refused("Somebody has decided this change already.")
    taken = {name: value for name, value in held.after.items() if name in take}
    if len(taken) < len(held.after) and not reason:
        raise Refused("Say why not, or why not all of it: whoever asked is told.")
    if taken:
        entry = _checked(_said(held.service), taken)
        keep(entry=entry, by=by, now=now, why=held.why or "A change that was asked for")
    held.state = State.APPROVED if len(taken) == len(held.after) else State.PART if taken else State.REFUSED
    held.taken, held.reason = sorted(taken), reason
    held.decided_at, held.decided_by = now, by
    held.save(update_fields=["state", "taken", "reason", "decided_at", "decided_by"])
    audit.record(f"change_{held.state}", held, by=by, now=now, fields=held.taken)
    if held.made_by_id != by.pk:
        _tell(held, now)
    return held


def _tell(held: ChangeRequest, now: datetime) -> None:
    said = {
        State.APPROVED: "All that you asked for was approved. Families see it now.",
        State.PART: f"Part of it was approved. Families see that now. The rest: {held.reason}",
        State.REFUSED: f"What you asked for was not approved: {held.reason}",
    }[State(held.state)]
    address = f"{settings.ADDRESS}{reverse('directory:entry', kwargs={'service_id': held.service_id})}"
    post.write(
        to_name=held.made_by.name,
        to_address=held.made_by.email,
        subject=f"Your change to “{held.service.name}”",
        body=f"Dear {held.made_by.name},\n\n{said}\n\n{address}\n",
        about="directory",
        now=now,
    )


def _said(service: Service) -> dict[str, Any]:
    return listing(whole(Service.objects.filter(pk=service.pk)).get()).model_dump(mode="json")


def _checked(before: Mapping[str, Any], after: Mapping[str, Any]) -> Listing:
    try:
        return Listing.model_validate({**before, **after})
    except ValidationError as error:
        first = error.errors()[0]
        raise Refused(str(first["msg"]).removeprefix("Value error, ")) from error
