"""How Django finds this room."""

from django.apps import AppConfig


class WorkforceConfig(AppConfig):
    """Parents who volunteer to help other parents."""

    name = "rightdoor.workforce"
    label = "workforce"
