"""How Django finds this room."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    """The shell: home page per role, navigation, search, errors."""

    name = "rightdoor.web"
    label = "web"
