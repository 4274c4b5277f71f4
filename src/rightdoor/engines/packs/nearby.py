"""Find settings by part of their name, or the nearest to a postcode."""

from math import cos, hypot, radians
from statistics import fmean

from rightdoor.engines.packs.atlas import Place, tidy_postcode
from rightdoor.engines.packs.pack import Pack
from rightdoor.engines.packs.settings import Setting

KM_TO_A_DEGREE = 111.2


def whereabouts(pack: Pack, postcode: str) -> tuple[Place | None, bool]:
    """Give where a postcode lies, and whether exactly so; one too new is taken for the middle of its part.

    The first half of a postcode names its part: "SE13" of "SE13 6LY".
    """
    exact = pack.position(postcode)
    if exact is not None or not postcode.strip():
        return exact, exact is not None
    part = f"{tidy_postcode(postcode).partition(' ')[0]} "
    there = [place for code, place in pack.atlas.postcodes.items() if code.startswith(part)]
    if not there:
        return None, False
    middle = Place(None, fmean(place.lat for place in there), fmean(place.lon for place in there))
    return middle, False


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
