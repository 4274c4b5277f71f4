"""Find settings by part of their name, or the nearest to a postcode."""

from math import cos, hypot, radians

from rightdoor.engines.packs.atlas import Place
from rightdoor.engines.packs.pack import Pack
from rightdoor.engines.packs.settings import Setting

KM_TO_A_DEGREE = 111.2


def find_settings(pack: Pack, words: str, kind: str = "") -> list[tuple[Setting, float | None]]:
    """Give settings with their distance in km from a postcode, nearest first; without one, by name.

    Every word must stand in the name. Near a postcode, settings of unknown position are left out.
    """
    among = [setting for setting in pack.settings if kind in ("", setting.kind)]
    here = pack.position(words) if words.strip() else None
    if here is not None:
        measured = [(setting, far) for setting in among if (far := distance(here, setting)) is not None]
        return sorted(measured, key=lambda pair: (pair[1], pair[0].name))
    asked = words.casefold().replace("’", "'").split()
    named = [setting for setting in among if all(word in _plain(setting.name) for word in asked)]
    return [(setting, None) for setting in sorted(named, key=lambda setting: setting.name)]


def _plain(name: str) -> str:
    return name.casefold().replace("’", "'")


def distance(here: Place, setting: Setting) -> float | None:
    """Give the distance in km, good to a few metres within a county; None when it is not known."""
    if setting.lat is None or setting.lon is None:
        return None
    north = (setting.lat - here.lat) * KM_TO_A_DEGREE
    east = (setting.lon - here.lon) * KM_TO_A_DEGREE * cos(radians(here.lat))
    return hypot(north, east)
