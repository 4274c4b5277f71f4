"""Reading the environment: strict, typed, and kind when something is missing."""

import os
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

_YES, _NO = {"1", "true", "yes", "on"}, {"0", "false", "no", "off"}


def text(name: str, default: str | None = None) -> str:
    """Give the value of NAME, or of the file named by NAME_FILE (how secrets are handed over)."""
    file = os.environ.get(f"{name}_FILE")
    if file:
        return Path(file).read_text(encoding="utf-8").strip()
    value = os.environ.get(name, default)
    if value is None:
        raise ImproperlyConfigured(
            f"{name} is not set. Set it in the environment, or set {name}_FILE to a file that holds it. "
            "docs/reference/settings.md says what each setting is for."
        )
    return value


def flag(name: str, *, default: bool) -> bool:
    """Give NAME as yes or no; anything else stops the start."""
    value = os.environ.get(name)
    if value is None:
        return default
    if value.lower() in _YES:
        return True
    if value.lower() in _NO:
        return False
    raise ImproperlyConfigured(f"{name} is {value!r}: write yes or no.")


def whole_number(name: str, default: int) -> int:
    """Give NAME as a whole number of at least one."""
    value = os.environ.get(name, str(default))
    if not value.isdigit() or int(value) < 1:
        raise ImproperlyConfigured(f"{name} is {value!r}: write a whole number of 1 or more.")
    return int(value)


def words(name: str, default: str = "") -> list[str]:
    """Give NAME as a list, split at commas."""
    return [word.strip() for word in os.environ.get(name, default).split(",") if word.strip()]


def folder(name: str, default: Path) -> Path:
    """Give NAME as a folder."""
    return Path(os.environ.get(name) or default)


def in_demo(var: Path) -> None:
    """Make the rest of this process a demo that keeps its things in `var`. A production setting stops it."""
    if os.environ.get("RIGHTDOOR_MODE", "demo") == "production":
        raise ImproperlyConfigured("RIGHTDOOR_MODE is production: a demo must never meet real families.")
    os.environ["RIGHTDOOR_MODE"] = "demo"
    os.environ.setdefault("RIGHTDOOR_VAR", str(var))
    Path(os.environ["RIGHTDOOR_VAR"]).mkdir(parents=True, exist_ok=True)
