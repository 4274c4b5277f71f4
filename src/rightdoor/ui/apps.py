"""Django app of the pages' look."""

from __future__ import annotations

from django.apps import AppConfig


class UiConfig(AppConfig):
    """Holds templates and static files only; it has no models."""

    name = "rightdoor.ui"
    label = "ui"
    verbose_name = "Pages and components"
