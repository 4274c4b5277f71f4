"""How Django finds this room."""

from django.apps import AppConfig


class DemoConfig(AppConfig):
    """Made-up people for a real pack; never installed in production."""

    name = "rightdoor.demo"
    label = "demo"
