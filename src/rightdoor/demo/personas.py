"""The people who can be signed in as in the demo. Every one of them is made up.

Agencies and jobs are ids of packs/lewisham; another pack's demo uses the nearest it has (see `place`).
"""

from dataclasses import dataclass

from rightdoor.engines.packs import Pack


@dataclass(frozen=True)
class Persona:
    """Somebody to be for a while: who they are, where they work, what they may do, what to try as them."""

    key: str
    name: str
    agency: str
    job: str
    roles: tuple[str, ...]
    does: str
    supervisor: str = ""

    @property
    def email(self) -> str:
        """An address at a domain that can never exist."""
        return f"{self.key}@rightdoor.invalid"


PERSONAS: tuple[Persona, ...] = (
    Persona(
        "hana-visits",
        "Hana Visits",
        "lewisham-greenwich-trust",
        "health-visitor",
        ("practitioner",),
        "Health visitor. Asks for help for families she visits, and is told what became of it.",
    ),
    Persona(
        "tariq-chalk",
        "Tariq Chalk",
        "schools",
        "school-lead",
        ("practitioner",),
        "Safeguarding lead in a school. Asks for help and joins the team around a pupil's family.",
    ),
    Persona(
        "dolores-door",
        "Dolores Door",
        "lewisham-council",
        "front-door-worker",
        ("front_door",),
        "Front-door officer. Reads every request, finds who is already known, decides.",
    ),
    Persona(
        "fatou-baton",
        "Fatou Baton",
        "lewisham-council",
        "family-support-worker",
        ("lead",),
        "Family support worker. Accepts the baton, assesses, plans, meets, reviews.",
        supervisor="selim-steady",
    ),
    Persona(
        "wilf-relay",
        "Wilf Relay",
        "lewisham-council",
        "family-support-worker",
        ("lead",),
        "Family support worker. Takes over a plan when a colleague goes on leave.",
        supervisor="selim-steady",
    ),
    Persona(
        "selim-steady",
        "Selim Steady",
        "lewisham-council",
        "family-thrive-supervisor",
        ("supervisor",),
        "Manager of the family support workers. Sees the team's families and shares out work.",
    ),
    Persona(
        "petra-gavel",
        "Petra Gavel",
        "lewisham-council",
        "panel-chair",
        ("panel_chair",),
        "Chairs the panel: agenda, decisions, minutes.",
    ),
    Persona(
        "coral-roster",
        "Coral Roster",
        "lewisham-council",
        "locality-coordinator",
        ("coordinator",),
        "Coordinates groups and meetings in one locality.",
    ),
    Persona(
        "camille-ledger",
        "Camille Ledger",
        "lewisham-council",
        "commissioner",
        ("commissioner",),
        "Commissioner. Sees what is needed where, in counts and never in names.",
    ),
    Persona(
        "ivo-watchful",
        "Ivo Watchful",
        "lewisham-council",
        "information-governance-officer",
        ("governance",),
        "Information governance. Opens and closes accounts, answers for who looked at what.",
    ),
)


def place(persona: Persona, pack: Pack) -> tuple[str, str]:
    """Give the agency and job of a persona in a pack: its own, or the nearest the pack has."""
    agencies, jobs = {agency.id for agency in pack.agencies}, {role.id: role.access for role in pack.roles}
    agency = persona.agency if persona.agency in agencies else _council(pack)
    same_access = [job for job, access in jobs.items() if access in persona.roles]
    return agency, persona.job if persona.job in jobs else next(iter(same_access), next(iter(jobs)))


def _council(pack: Pack) -> str:
    own = (agency.id for agency in pack.agencies if agency.kind == "council")
    return next(own, pack.agencies[0].id)
