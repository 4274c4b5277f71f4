"""Bringing the personas into a demo's database."""

from datetime import datetime

from django.db import transaction

from rightdoor.access import actions as access
from rightdoor.access.models import Agency, Practitioner
from rightdoor.demo.personas import PERSONAS, Persona, place
from rightdoor.engines.packs import Pack


@transaction.atomic
def bring_personas(*, pack: Pack, by: str, now: datetime) -> dict[str, Practitioner]:
    """Have an account for each persona, and give them by key. Safe to run again."""
    held = {one.email: one for one in Practitioner.objects.filter(email__endswith="@rightdoor.invalid")}
    found = {p.key: held.get(p.email) or _open(p, pack, by, now) for p in PERSONAS}
    for persona in PERSONAS:
        practitioner, above = found[persona.key], found.get(persona.supervisor)
        if above and practitioner.supervisor_id != above.pk:
            practitioner.supervisor = above
            practitioner.save(update_fields=["supervisor"])
    return found


def _open(persona: Persona, pack: Pack, by: str, now: datetime) -> Practitioner:
    agency, job = place(persona, pack)
    return access.add_practitioner(
        email=persona.email,
        name=persona.name,
        agency=Agency.objects.get(pk=agency),
        job=job,
        roles=persona.roles,
        by=by,
        now=now,
    )
