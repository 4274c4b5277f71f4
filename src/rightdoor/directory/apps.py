"""How Django finds this room."""

from django.apps import AppConfig


class DirectoryConfig(AppConfig):
    """Organisations, services, places, and who keeps them true."""

    name = "rightdoor.directory"
    label = "directory"
