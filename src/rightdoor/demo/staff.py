"""Who works in the made-up partnership: leads with supervisors, the front door, and those who refer."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from rightdoor.access.models import Agency, Practitioner, RoleGrant
from rightdoor.demo.chance import Chance, Table
from rightdoor.demo.naming import communities, forename, surname
from rightdoor.demo.sizes import Size
from rightdoor.engines.names import fold
from rightdoor.engines.packs import Pack
from rightdoor.engines.packs.roles import Role

# Which kind of agency somebody works in, told by words in the id of their job; else the council.
_KINDS = {
    "health": r"health|midwi|nurse|maternity",
    "school": r"school",
    "justice": r"offending|probation",
    "voluntary": r"father|abuse|substance|harm|volunt|youth-worker",
}
_LEADS_PER_SUPERVISOR = 8
_PERSONAS = 2  # of the leads, and of the practitioners, can be signed in as
_PLACES = {
    "front_door": 5,
    "panel_chair": 2,
    "coordinator": 2,
    "analyst": 1,
    "commissioner": 1,
    "governance": 1,
}
_NO_PASSWORD = "!made-up"  # nobody signs in as them; personas have their own way
_ROLES_OF = {"lead": ("lead",), "supervisor": ("supervisor",), "practitioner": ("practitioner",)}


@dataclass
class Staff:
    """Those who work here, by what they do."""

    leads: list[Practitioner]
    front_door: list[Practitioner]
    supervisors: list[Practitioner]
    practitioners: list[Practitioner]
    chairs: list[Practitioner]

    @property
    def free_leads(self) -> list[Practitioner]:
        """Leads whom chance may pick: all but the first two, whose families are given, whatever the size."""
        return self.leads[_PERSONAS:]

    @property
    def free_practitioners(self) -> list[Practitioner]:
        """Practitioners whom chance may pick: all but the first two, as with leads."""
        return self.practitioners[_PERSONAS:]

    @property
    def referrers(self) -> list[Practitioner]:
        """Those who ask for help for families they know."""
        return self.free_practitioners + self.free_leads[: len(self.leads) // 3]


def hire(chance: Chance, pack: Pack, size: Size, now: datetime, personas: Iterable[Practitioner]) -> Staff:
    """Open accounts for everybody and give the staff, personas among them."""
    office = _Office(chance, pack, now)
    supervisors = list(office.people("supervisor", 1 + size.leads // _LEADS_PER_SUPERVISOR))
    leads = list(office.people("lead", size.leads))
    for lead in leads:
        near = [one for one in supervisors if one.agency_id == lead.agency_id] or supervisors
        lead.supervisor = chance.pick(near)
    practitioners = list(office.people("practitioner", max(6, size.leads)))
    others = [one for access, number in _PLACES.items() for one in office.people(access, number)]
    everybody = [*supervisors, *leads, *practitioners, *others]
    Practitioner.objects.bulk_create(everybody)
    RoleGrant.objects.bulk_create(office.grants)
    away = chance.some(leads, 1, 1 + len(leads) // 20)
    for lead in away:
        lead.away_until = now.date() + timedelta(days=chance.between(3, 25))
    Practitioner.objects.bulk_update(away, ["away_until"])
    return _staff([*personas, *everybody], office.granted)


def _staff(people: Sequence[Practitioner], granted: dict[Practitioner, str]) -> Staff:
    by_role: dict[str, list[Practitioner]] = {}
    for one in people:
        role = granted.get(one) or next(iter(one.role_codes), "")
        by_role.setdefault(role, []).append(one)
    return Staff(
        leads=by_role["lead"],
        front_door=by_role["front_door"],
        supervisors=by_role["supervisor"],
        practitioners=by_role["practitioner"],
        chairs=by_role.get("panel_chair") or by_role["supervisor"],
    )


class _Office:
    """Makes practitioners for the jobs a pack has."""

    def __init__(self, chance: Chance, pack: Pack, now: datetime) -> None:
        self._chance, self._pack, self._now = chance, pack, now
        self._agencies = {agency.pk: agency for agency in Agency.objects.all()}
        self._emails: set[str] = set()
        self.grants: list[RoleGrant] = []
        self.granted: dict[Practitioner, str] = {}

    def people(self, access: str, number: int) -> Iterator[Practitioner]:
        """Make a number of practitioners with one kind of access, spread over the jobs that have it."""
        jobs = [role for role in self._pack.roles if role.access == access]
        table = Table({job.id: 1.0 / (1 + place) for place, job in enumerate(jobs)})
        for place in range(number if jobs else 0):
            job = jobs[place % len(jobs)] if place < len(jobs) else self._pack.role(self._chance.draw(table))
            yield self._person(job, access)

    def _person(self, job: Role, access: str) -> Practitioner:
        sex = self._chance.pick("FFFM")
        community = self._chance.draw(communities())
        born = self._now.date() - timedelta(days=self._chance.between(24, 62) * 365)
        given, family = forename(self._chance, community, sex, born), surname(self._chance, community)
        person = Practitioner(
            id=self._chance.id(),
            email=self._email(given, family),
            password=_NO_PASSWORD,
            name=f"{given} {family}",
            agency=self._agencies[self._agency(job.id)],
            job=job.id,
            telephone=f"020 7946 0{self._chance.between(0, 999):03d}",
            date_joined=self._now - timedelta(days=self._chance.between(30, 3000)),
        )
        self.granted[person] = access
        for role in _ROLES_OF.get(access, (access,)):
            self.grants.append(RoleGrant(practitioner=person, role=role, given_at=person.date_joined))
        return person

    def _email(self, given: str, family: str) -> str:
        name = ".".join(filter(None, (_plain(given), _plain(family)))) or "practitioner"
        number, email = 1, f"{name}@example.org"
        while email in self._emails:
            number += 1
            email = f"{name}{number}@example.org"
        self._emails.add(email)
        return email

    def _agency(self, job: str) -> str:
        kind = next((kind for kind, words in _KINDS.items() if re.search(words, job)), "council")
        fitting = [agency.id for agency in self._pack.agencies if agency.kind == kind]
        fitting = fitting or [agency.id for agency in self._pack.agencies]
        return fitting[0] if kind == "council" else self._chance.pick(fitting)


def _plain(name: str) -> str:
    return re.sub(r"[^a-z]", "", fold(name))
