"""Every change to agencies, practitioners and roles."""

from rightdoor.access.actions.accounts import (
    add_practitioner,
    change_practitioner,
    end_practitioner,
    invite,
    reopen_practitioner,
)
from rightdoor.access.actions.agencies import Loaded, load_pack
from rightdoor.access.actions.roles import end_role, give_role
from rightdoor.access.actions.signing import begin_session

__all__ = [
    "Loaded",
    "add_practitioner",
    "begin_session",
    "change_practitioner",
    "end_practitioner",
    "end_role",
    "give_role",
    "invite",
    "load_pack",
    "reopen_practitioner",
]
