"""Every change to the directory."""

from rightdoor.directory.actions.copies import ask_for_copy, forget_copies, send_copy
from rightdoor.directory.actions.keeping import Kept, keep
from rightdoor.directory.actions.leads import check_lead, end_lead, name_lead
from rightdoor.directory.actions.loading import load_services

__all__ = [
    "Kept",
    "ask_for_copy",
    "check_lead",
    "end_lead",
    "forget_copies",
    "keep",
    "load_services",
    "name_lead",
    "send_copy",
]
