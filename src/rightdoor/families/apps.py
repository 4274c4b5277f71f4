"""How Django finds this room."""

from django.apps import AppConfig


class FamiliesConfig(AppConfig):
    """People, relationships, households, agreement, sharing, chronology."""

    name = "rightdoor.families"
    label = "families"
