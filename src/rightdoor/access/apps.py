"""How Django finds this room."""

from django.apps import AppConfig


class AccessConfig(AppConfig):
    """Sign-in, agencies, roles, permissions, who may see what, audit."""

    name = "rightdoor.access"
    label = "access"
