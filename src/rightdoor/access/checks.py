"""What must be right before anybody signs in: each fault with an id and a hint."""

from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, Warning

from rightdoor.engines.packs import PackError

SHORTEST_KEY = 50


def settings_are_safe(**kwargs: Any) -> list[CheckMessage]:
    """Name every setting with which real families must not be served."""
    if not settings.PRODUCTION:
        return []
    faults = (
        _secret_key(),
        _hosts(),
        _demo(),
        _second_factor(),
        _address(),
        _database(),
        _mail(),
    )
    return [fault for fault in faults if fault]


def _secret_key() -> CheckMessage | None:
    if len(settings.SECRET_KEY) >= SHORTEST_KEY and len(set(settings.SECRET_KEY)) > SHORTEST_KEY // 5:
        return None
    hint = f"Set RIGHTDOOR_SECRET_KEY to at least {SHORTEST_KEY} random characters."
    return Error("The secret key can be guessed.", hint=hint, id="rightdoor.E001")


def _hosts() -> CheckMessage | None:
    if settings.ALLOWED_HOSTS and "*" not in settings.ALLOWED_HOSTS:
        return None
    hint = "Set RIGHTDOOR_HOSTS to the name people type, such as help.council.example."
    return Error("The site would answer to any name, or to none.", hint=hint, id="rightdoor.E002")


def _demo() -> CheckMessage | None:
    if "rightdoor.demo" not in settings.INSTALLED_APPS:
        return None
    return Error(
        "The demo is installed.", hint="Take rightdoor.demo out of INSTALLED_APPS.", id="rightdoor.E003"
    )


def _second_factor() -> CheckMessage | None:
    if settings.SECOND_FACTOR_REQUIRED:
        return None
    hint = "Set SECOND_FACTOR_REQUIRED to yes; a password alone is not enough for children's records."
    return Error("A second factor is not asked for.", hint=hint, id="rightdoor.E004")


def _address() -> CheckMessage | None:
    if settings.ADDRESS.startswith("https://"):
        return None
    hint = "Set RIGHTDOOR_ADDRESS to the site's own address, such as https://help.council.example."
    return Error("Links in messages would not lead here safely.", hint=hint, id="rightdoor.E005")


def _database() -> CheckMessage | None:
    if not settings.SQLITE:
        return None
    hint = "Set DATABASE_URL to a PostgreSQL database. SQLite serves one machine and a small team."
    return Warning("The database is a single file.", hint=hint, id="rightdoor.W001")


def _mail() -> CheckMessage | None:
    if settings.EMAIL_BACKEND.endswith("smtp.EmailBackend"):
        return None
    hint = "Set RIGHTDOOR_MAIL_HOST to the council's mail server."
    return Warning("Messages are written to files and reach nobody.", hint=hint, id="rightdoor.W002")


def pack_can_be_used(**kwargs: Any) -> list[CheckMessage]:
    """Name what is wrong with the partnership's pack."""
    from rightdoor.access.partnership import pack

    if settings.MODE == "test":
        return []
    try:
        pack()
    except (PackError, OSError) as problem:
        hint = (
            "Run: rightdoor pack check PATH. RIGHTDOOR_PACK and RIGHTDOOR_PACKS_DIR say which pack is used."
        )
        return [
            Error(f"The pack “{settings.PACK}” cannot be used. {problem}", hint=hint, id="rightdoor.E006")
        ]
    return []
