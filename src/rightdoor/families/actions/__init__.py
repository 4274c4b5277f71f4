"""Every change to a family's record: one function per verb, audited, in one transaction."""

from rightdoor.families.actions.admit import Admitted, admit
from rightdoor.families.actions.family import (
    change_service,
    end_sight,
    give_sight,
    open_family,
    set_level,
    set_service,
)
from rightdoor.families.actions.joining import merge_people, undo_merge
from rightdoor.families.actions.people import (
    add_address,
    add_contact_point,
    add_home,
    add_identifier,
    add_member,
    add_name,
    change_person,
    end_membership,
    move_in,
    move_out,
    new_person,
    open_household,
)
from rightdoor.families.actions.record import (
    look,
    note,
    record_agreement,
    record_circumstances,
    record_sharing,
    withdraw_agreement,
)
from rightdoor.families.actions.relationships import end_relationship, relate
from rightdoor.families.actions.sending import bring_in, do_once
from rightdoor.families.actions.stops import note_stop

__all__ = [
    "Admitted",
    "add_address",
    "add_contact_point",
    "add_home",
    "add_identifier",
    "add_member",
    "add_name",
    "admit",
    "bring_in",
    "change_person",
    "change_service",
    "do_once",
    "end_membership",
    "end_relationship",
    "end_sight",
    "give_sight",
    "look",
    "merge_people",
    "move_in",
    "move_out",
    "new_person",
    "note",
    "note_stop",
    "open_family",
    "open_household",
    "record_agreement",
    "record_circumstances",
    "record_sharing",
    "relate",
    "set_level",
    "set_service",
    "undo_merge",
    "withdraw_agreement",
]
