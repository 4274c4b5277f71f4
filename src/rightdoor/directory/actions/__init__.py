"""Every change to the directory."""

from rightdoor.directory.actions.copies import ask_for_copy, forget_copies, send_copy
from rightdoor.directory.actions.keeping import Kept, keep
from rightdoor.directory.actions.leads import check_lead, end_lead, name_lead
from rightdoor.directory.actions.loading import load_services
from rightdoor.directory.actions.staging import accept, accept_new, refuse, same_as, stage

__all__ = [
    "Kept",
    "accept",
    "accept_new",
    "ask_for_copy",
    "check_lead",
    "end_lead",
    "forget_copies",
    "keep",
    "load_services",
    "name_lead",
    "refuse",
    "same_as",
    "send_copy",
    "stage",
]
