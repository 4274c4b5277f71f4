"""Every change at the front door: one function per verb, audited, in one transaction."""

from rightdoor.frontdoor.actions.agenda import add_to_agenda, move_up, plan_meeting, remove_from_agenda
from rightdoor.frontdoor.actions.asking import (
    KEPT_FOR,
    AnswerChanged,
    begin_draft,
    forget_drafts,
    keep_typed,
    remove_person,
    save_answers,
    send_draft,
    send_request,
)
from rightdoor.frontdoor.actions.deciding import Chosen, decide
from rightdoor.frontdoor.actions.leads import ask_to_lead, hear_answer, offer_again, reconsider
from rightdoor.frontdoor.actions.looking import look, look_at
from rightdoor.frontdoor.actions.panels import Ruled, close_meeting, decide_item, write_minutes
from rightdoor.frontdoor.actions.screening import override_level, screen
from rightdoor.frontdoor.actions.triage import agree_now, link_people, pause_clock, resume_clock, take
from rightdoor.frontdoor.asking.story import Asking

__all__ = [
    "KEPT_FOR",
    "AnswerChanged",
    "Asking",
    "Chosen",
    "Ruled",
    "add_to_agenda",
    "agree_now",
    "ask_to_lead",
    "begin_draft",
    "close_meeting",
    "decide",
    "decide_item",
    "forget_drafts",
    "hear_answer",
    "keep_typed",
    "link_people",
    "look",
    "look_at",
    "move_up",
    "offer_again",
    "override_level",
    "pause_clock",
    "plan_meeting",
    "reconsider",
    "remove_from_agenda",
    "remove_person",
    "resume_clock",
    "save_answers",
    "screen",
    "send_draft",
    "send_request",
    "take",
    "write_minutes",
]
