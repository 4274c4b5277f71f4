"""What the front door keeps."""

from rightdoor.frontdoor.models.decision import Choice, Decision, LevelFound, Screening
from rightdoor.frontdoor.models.panel import AgendaItem, Outcome, PanelMeeting
from rightdoor.frontdoor.models.request import Asker, ClockPause, HelpRequest, PersonNamed, RequestDraft

__all__ = [
    "AgendaItem",
    "Asker",
    "Choice",
    "ClockPause",
    "Decision",
    "HelpRequest",
    "LevelFound",
    "Outcome",
    "PanelMeeting",
    "PersonNamed",
    "RequestDraft",
    "Screening",
]
