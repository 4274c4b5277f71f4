"""How Django finds this room."""

from django.apps import AppConfig


class PostConfig(AppConfig):
    """Messages that leave the house: written inside a change, sent afterwards."""

    name = "rightdoor.post"
    label = "post"
