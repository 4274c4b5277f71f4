"""Every change to the directory."""

from rightdoor.directory.actions.changing import ask_for_change, change_entry, decide_change
from rightdoor.directory.actions.copies import ask_for_copy, forget_copies, send_copy
from rightdoor.directory.actions.correcting import answer_correction, forget_corrections, suggest_correction
from rightdoor.directory.actions.keeping import Kept, keep
from rightdoor.directory.actions.leads import check_lead, end_lead, name_lead
from rightdoor.directory.actions.loading import load_services
from rightdoor.directory.actions.owning import give_owner, say_still_right
from rightdoor.directory.actions.reminding import Reminded, keep_true
from rightdoor.directory.actions.staging import accept, accept_new, refuse, same_as, stage

__all__ = [
    "Kept",
    "Reminded",
    "accept",
    "accept_new",
    "answer_correction",
    "ask_for_change",
    "ask_for_copy",
    "change_entry",
    "check_lead",
    "decide_change",
    "end_lead",
    "forget_copies",
    "forget_corrections",
    "give_owner",
    "keep",
    "keep_true",
    "load_services",
    "name_lead",
    "refuse",
    "same_as",
    "say_still_right",
    "send_copy",
    "stage",
    "suggest_correction",
]
