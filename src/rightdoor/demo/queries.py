"""Who can be signed in as."""

from django.http import Http404

from rightdoor.access.models import Practitioner
from rightdoor.demo.personas import PERSONAS, Persona


def people() -> list[tuple[Persona, Practitioner]]:
    """Give the personas that are in the database, in order."""
    held = Practitioner.objects.filter(email__in=[p.email for p in PERSONAS], is_active=True)
    by_email = {one.email: one for one in held.select_related("agency")}
    return [(p, by_email[p.email]) for p in PERSONAS if p.email in by_email]


def persona_or_404(key: str) -> Practitioner:
    """Give the account of one persona; nobody else can be signed in as."""
    found = next((practitioner for persona, practitioner in people() if persona.key == key), None)
    if found is None:
        raise Http404
    return found
