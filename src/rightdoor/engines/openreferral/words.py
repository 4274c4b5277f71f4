"""Small pieces that writing and reading share: addresses of the web, ages, languages, moments."""

import re
import unicodedata
from datetime import UTC, datetime
from functools import lru_cache
from math import asin, cos, radians, sin, sqrt
from typing import Any, Final
from urllib.parse import urlsplit
from uuid import UUID, uuid5

from babel import Locale

from rightdoor.engines.listings.written import SPACE

YEAR: Final = 12
EARTH: Final = 6371.0088  # kilometres, the mean radius
DAYS: Final = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
FEATURES: Final = {
    "step-free": "Step-free access",
    "accessible-toilet": "Accessible toilet",
    "baby-change": "Baby changing",
    "hearing-loop": "Hearing loop",
    "sign-language": "Sign language",
    "parking": "Parking for disabled people",
    "quiet-space": "Quiet space",
    "assistance-dogs": "Assistance dogs welcome",
}
_EMAIL = re.compile(r"[A-Za-z0-9._%+'-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}")
_HOST = re.compile(r"[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*\.[a-z]{2,}(:\d{1,5})?")
_ADDRESS = re.compile(r"[A-Za-z0-9\-._~:/?#@!$&'()*+,;=%]+")
_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")


def made_id(*parts: object) -> str:
    """Give the id of what has none of its own; the same parts have the same id in every house."""
    return str(uuid5(SPACE, "/".join(map(str, parts))))


def uuid_or_made(value: Any, *parts: object) -> UUID:
    """Give an id as it was told where it is one, and a made one where it is not."""
    try:
        return UUID(str(value))
    except ValueError:
        return UUID(made_id(*parts, value))


def slug_of(name: str) -> str:
    """Give the last part of an address for a name: “Stay & play” becomes “stay-play”."""
    plain_letters = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain_letters)[:80].strip("-") or "service"


def web_address(text: str) -> str | None:
    """Give an address of the web that everybody can read, with its scheme; None where it is none."""
    told = text.strip()
    if told and "://" not in told and _HOST.match(told.lower().partition("/")[0]):
        told = f"https://{told}"
    try:
        parts = urlsplit(told)
        host = parts.netloc.lower()
    except ValueError:
        return None
    sound = _ADDRESS.fullmatch(told) and not _PERCENT.search(told) and told.count("#") <= 1
    return told if sound and parts.scheme.lower() in {"http", "https"} and _HOST.fullmatch(host) else None


def mail_address(text: str) -> str | None:
    """Give an e-mail address; None where it is none."""
    told = text.strip()
    return told if _EMAIL.fullmatch(told) and ".." not in told else None


def youngest_in_years(months: int | None) -> float | None:
    """Give a youngest age in years."""
    return None if months is None else _years(months)


def oldest_in_years(months: int | None) -> float | None:
    """Give an oldest age in years. A whole number is included: under five is up to four."""
    if not months:
        return None
    return float(months // YEAR - 1) if months % YEAR == 0 else _years(months)


def _years(months: int) -> float:
    return round(months / YEAR, 4)


def youngest_in_months(years: float) -> int:
    """Give a youngest age in months."""
    return round(years * YEAR)


def oldest_in_months(years: float) -> int:
    """Give an oldest age in months, not included."""
    return (int(years) + 1) * YEAR if years == int(years) else round(years * YEAR)


@lru_cache(maxsize=1)
def _languages() -> dict[str, str]:
    return {code: str(name) for code, name in Locale("en", "GB").languages.items()}


def language_name(code: str) -> str:
    """Name a language in English; one that has no code is its own name."""
    return _languages().get(code.replace("-", "_"), code)


def language_code(code: str, name: str) -> str:
    """Give the code of a language that is told by code or name."""
    if code:
        return code
    known = {told.casefold(): known for known, told in _languages().items()}
    return known.get(name.strip().casefold(), name.strip())


def is_language_code(code: str) -> bool:
    """Say whether it is a code, not a name."""
    return code.replace("-", "_") in _languages()


def moment(value: datetime | None) -> str | None:
    """Write a moment in UTC to the millisecond."""
    if value is None:
        return None
    return value.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def kilometres(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Give the distance over ground between two points of latitude and longitude."""
    north, south = radians(one[0]), radians(other[0])
    east = radians(other[1] - one[1]) / 2
    angle = sin((south - north) / 2) ** 2 + cos(north) * cos(south) * sin(east) ** 2
    return 2 * EARTH * asin(min(1.0, sqrt(angle)))
