"""What the front door keeps."""

from rightdoor.frontdoor.models.decision import Decision, LevelFound, Screening
from rightdoor.frontdoor.models.panel import AgendaItem, PanelMeeting
from rightdoor.frontdoor.models.request import ClockPause, HelpRequest, PersonNamed, RequestDraft

__all__ = [
    "AgendaItem",
    "ClockPause",
    "Decision",
    "HelpRequest",
    "LevelFound",
    "PanelMeeting",
    "PersonNamed",
    "RequestDraft",
    "Screening",
]
