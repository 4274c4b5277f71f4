"""How Django finds this room."""

from django.apps import AppConfig


class AccessConfig(AppConfig):
    """Sign-in, agencies, roles, permissions, who may see what, audit."""

    name = "rightdoor.access"
    label = "access"

    def ready(self) -> None:
        """Let each new sign-in be noted, and unsafe settings be found."""
        from django.contrib.auth.signals import user_logged_in
        from django.core.checks import register

        from rightdoor.access import checks, middleware

        user_logged_in.connect(middleware.note_sign_in, dispatch_uid="access.note_sign_in")
        register(checks.settings_are_safe)
        register(checks.pack_can_be_used)
