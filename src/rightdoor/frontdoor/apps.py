"""How Django finds this room."""

from django.apps import AppConfig


class FrontdoorConfig(AppConfig):
    """Request, screening, threshold, decision, panel."""

    name = "rightdoor.frontdoor"
    label = "frontdoor"
