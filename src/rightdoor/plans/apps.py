"""How Django finds this room."""

from django.apps import AppConfig


class PlansConfig(AppConfig):
    """Assessment, one family plan, team around the family, reviews, closure."""

    name = "rightdoor.plans"
    label = "plans"
