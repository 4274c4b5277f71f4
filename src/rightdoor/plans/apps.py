"""How Django finds this room, and what it adds to the record of a family."""

from django.apps import AppConfig


class PlansConfig(AppConfig):
    """Assessment, one family plan, team around the family, reviews, closure."""

    name = "rightdoor.plans"
    label = "plans"

    def ready(self) -> None:
        """Add this room's parts to a family's record, and its box to the first page."""
        from rightdoor.families import panels, sections
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
