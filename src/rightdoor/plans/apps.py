"""How Django finds this room, and what it adds to the record of a family."""

from django.apps import AppConfig


class PlansConfig(AppConfig):
    """Assessment, one family plan, team around the family, reviews, closure."""

    name = "rightdoor.plans"
    label = "plans"

    def ready(self) -> None:
        """Add this room's parts to a family's record and its box to the first page; have a say below."""
        from rightdoor.access.hooks import reasons_to_stay
        from rightdoor.families import panels, sections
        from rightdoor.families.hooks import reasons_against
        from rightdoor.plans.policy import reason_against_service, reason_to_stay
        from rightdoor.plans.presenters import page

        for text, url_name, order in (
            ("Assessment", "plans:assessment", 40),
            ("Plan", "plans:plan", 50),
            ("Team", "plans:team", 60),
            ("Reviews", "plans:reviews", 70),
            ("Lead", "plans:lead", 80),
        ):
            sections.register(sections.Section(text, url_name, order))
        panels.register(page.panels)
        if reason_against_service not in reasons_against:
            reasons_against.append(reason_against_service)
        if reason_to_stay not in reasons_to_stay:
            reasons_to_stay.append(reason_to_stay)
