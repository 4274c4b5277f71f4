"""How Django finds this room, and what it wants to hear from the room below."""

from django.apps import AppConfig


class FrontdoorConfig(AppConfig):
    """Request, screening, threshold, decision, panel."""

    name = "rightdoor.frontdoor"
    label = "frontdoor"

    def ready(self) -> None:
        """Hear when somebody asked to lead has answered."""
        from rightdoor.frontdoor.hearing import lead_has_answered
        from rightdoor.plans import hooks

        if lead_has_answered not in hooks.lead_answered:
            hooks.lead_answered.append(lead_has_answered)
