"""Roles: a short code, a name, a plain description, and the permissions they are made of.

Codes are stored in the database; never change one that has been used.
"""

from dataclasses import dataclass

from rightdoor.access.permissions import Permission as P


@dataclass(frozen=True)
class Role:
    """One role a practitioner may hold."""

    code: str
    name: str
    description: str
    permissions: frozenset[P]


def _role(code: str, name: str, description: str, *permissions: P) -> Role:
    return Role(code, name, description, frozenset(permissions))


_ALL = (
    _role(
        "practitioner",
        "Practitioner",
        "Works with families in any agency. Asks for help for them, sees families whose team they are in.",
        P.REQUEST_SEND,
        P.PERSON_SEARCH,
        P.FAMILY_WRITE,
    ),
    _role(
        "lead",
        "Lead professional",
        "May hold a family's plan: assesses, plans, meets, reviews and closes with the family.",
        P.REQUEST_SEND,
        P.PERSON_SEARCH,
        P.FAMILY_WRITE,
        P.PLAN_LEAD,
        P.ADDRESS_SEE_PROTECTED,
    ),
    _role(
        "front_door",
        "Front-door officer",
        "Reads every request while it is open, checks who is already known, decides what happens next.",
        P.REQUEST_SEND,
        P.REQUEST_TRIAGE,
        P.REQUEST_DECIDE,
        P.PERSON_SEARCH,
        P.FAMILY_WRITE,
        P.PERSON_MERGE,
        P.PANEL_READ,
        P.PLAN_ALLOCATE,
        P.ADDRESS_SEE_PROTECTED,
        P.LOCALITY_READ,
        P.WORKFORCE_READ,
        P.INFORMATION_KEEP,
        P.DIRECTORY_KEEP,
    ),
    _role(
        "supervisor",
        "Supervisor",
        "Supervises leads: sees their families, shares out work, agrees step up, step down and closing. "
        "Opens accounts in the same agency.",
        P.REQUEST_SEND,
        P.PERSON_SEARCH,
        P.FAMILY_WRITE,
        P.PLAN_SUPERVISE,
        P.PLAN_ALLOCATE,
        P.PANEL_READ,
        P.ADDRESS_SEE_PROTECTED,
        P.LOCALITY_READ,
        P.WORKFORCE_READ,
        P.ACCOUNT_MANAGE,
    ),
    _role(
        "panel_chair",
        "Panel chair",
        "Runs a panel: agenda, decisions, minutes. Sees a family while it is on the agenda.",
        P.PERSON_SEARCH,
        P.PANEL_READ,
        P.PANEL_CHAIR,
        P.PLAN_ALLOCATE,
        P.WORKFORCE_READ,
    ),
    _role(
        "coordinator",
        "Programme coordinator",
        "Runs groups and the waiting list. Sees the families offered a place. Names information leads, "
        "sends the copies that families ask for, and looks after parent champions.",
        P.REQUEST_SEND,
        P.PERSON_SEARCH,
        P.INFORMATION_KEEP,
        P.DIRECTORY_KEEP,
        P.WORKFORCE_READ,
        P.WORKFORCE_KEEP,
    ),
    _role("analyst", "Analyst", "Works with counts, never with named families.", P.LOCALITY_READ),
    _role(
        "commissioner",
        "Commissioner",
        "Sees what is needed and what works, in counts.",
        P.LOCALITY_READ,
        P.WORKFORCE_READ,
    ),
    _role(
        "governance",
        "Information governance",
        "Answers for who looked at what. Opens and closes accounts in every agency, and gives roles.",
        P.WORKFORCE_READ,
        P.ACCOUNT_MANAGE,
        P.ACCOUNT_MANAGE_EVERYWHERE,
    ),
)

ROLES: dict[str, Role] = {role.code: role for role in _ALL}


# Whose holders may give which roles: nobody gives more than they answer for, and nobody gives to themselves.
MAY_GIVE: dict[str, frozenset[str]] = {
    "governance": frozenset(ROLES),
    "supervisor": frozenset({"practitioner", "lead", "coordinator"}),
}


def permissions_of(codes: set[str]) -> frozenset[P]:
    """Give everything that holders of these roles may do; an unknown code gives nothing."""
    return frozenset(p for code in codes if code in ROLES for p in ROLES[code].permissions)
