"""Forms with which accounts are opened and changed."""

from typing import Any, cast

from rightdoor.access.models import Practitioner
from rightdoor.access.queries import agencies_for, supervisors_in
from rightdoor.access.roles import MAY_GIVE, ROLES
from rightdoor.engines.packs import Pack
from rightdoor.ui.fields import Checkboxes, Day, Email, Name, Select, Telephone, Text
from rightdoor.ui.forms import BaseForm

NOBODY = ("", "Nobody yet")


def roles_to_give(who: Practitioner) -> list[tuple[str, str]]:
    """Give code and name of each role that somebody may give."""
    codes = {code for held in who.role_codes for code in MAY_GIVE.get(held, ())}
    return [(code, role.name) for code, role in ROLES.items() if code in codes]


def _jobs(pack: Pack) -> list[tuple[str, str]]:
    return [("", "Choose a job"), *((role.id, role.name) for role in pack.roles)]


class OpenAccount(BaseForm):
    """Who is to have an account, where, and what they may do."""

    name = Name(label="Name")
    email = Email(label="E-mail address", hint="They sign in with this, so it must be their own.")
    agency = Select(label="Agency", choices=[])
    job = Select(label="Job", choices=[], hint="Decides how many families they can hold.")
    telephone = Telephone(label="Telephone", required=False)
    roles = Checkboxes(label="What they may do", choices=[])

    def __init__(self, *args: Any, who: Practitioner, pack: Pack, **kwargs: Any) -> None:
        """Offer only what `who` may give."""
        super().__init__(*args, **kwargs)
        agencies = [(agency.pk, agency.name) for agency in agencies_for(who)]
        first = [] if len(agencies) == 1 else [("", "Choose an agency")]
        self.offer("agency", [*first, *agencies])
        self.offer("job", _jobs(pack))
        self.offer("roles", roles_to_give(who))
        cast(Checkboxes, self.fields["roles"]).hints = {code: r.description for code, r in ROLES.items()}


class ChangeAccount(BaseForm):
    """What is kept about a practitioner."""

    name = Name(label="Name")
    job = Select(label="Job", choices=[])
    telephone = Telephone(label="Telephone", required=False)
    supervisor = Select(label="Supervisor", choices=[], required=False)
    away_until = Day(label="Away until", required=False, hint="Leave empty when they are at work.")

    def __init__(self, *args: Any, practitioner: Practitioner, pack: Pack, **kwargs: Any) -> None:
        """Offer the supervisors of the same agency."""
        super().__init__(*args, **kwargs)
        self.supervisors = {str(one.pk): one for one in supervisors_in(practitioner.agency)}
        self.offer("job", _jobs(pack))
        named = [(key, one.name) for key, one in self.supervisors.items() if one != practitioner]
        self.offer("supervisor", [NOBODY, *named])


class FindAccount(BaseForm):
    """Words of a name or address."""

    words = Text(label="Name or e-mail address", required=False)
    closed = Checkboxes(label="Show", choices=[("yes", "Closed accounts")], required=False)


class RoleOf(BaseForm):
    """One role, to give or to end."""

    role = Select(label="Role", choices=[(code, role.name) for code, role in ROLES.items()])
