"""The small world that is walked: one of every role, and one family in sight of nobody but its lead."""

from rightdoor.access import actions, audit
from rightdoor.access.partnership import pack
from rightdoor.access.roles import ROLES
from rightdoor.demo.actions import bring_personas
from rightdoor.demo.personas import PERSONAS
from rightdoor.families.models import Part
from tests.factories import NOW, family, person, practitioner
from tests.house.walking import ANONYMOUS, SIGHTED, World


def world() -> World:
    """Make the walkers and what can be walked to."""
    actions.load_pack(pack=pack(), by=audit.SYSTEM, now=NOW)
    bring_personas(pack=pack(), by=audit.SYSTEM, now=NOW)
    lead = practitioner("lead", name="Lee Sighted")
    mother = person("Ines", "Ferreira", sex="F")
    seen = family((mother, Part.PARENT), name="Ferreira", seen_by=lead)
    actors = {ANONYMOUS: None, SIGHTED: lead, **{code: practitioner(code) for code in ROLES}}
    samples = {
        "family_id": seen.pk,
        "person_id": mother.pk,
        "practitioner_id": lead.pk,
        "code": next(iter(pack().atlas.areas)),
    }
    return World(actors, samples, {"demo:become": {"key": PERSONAS[0].key}})
