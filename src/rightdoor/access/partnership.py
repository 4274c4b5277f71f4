"""The pack of the partnership this house serves. Everything local is asked of it."""

from datetime import datetime
from functools import lru_cache
from pathlib import Path

from django.conf import settings
from django.utils.timezone import localtime

from rightdoor.engines.packs import Pack, load
from rightdoor.ui.speaking import ENGLISH, reading


@lru_cache(maxsize=8)
def _loaded(folder: str | Path, name: str) -> Pack:
    return load(Path(folder) / name)


def pack(name: str | None = None) -> Pack:
    """Give the partnership's own pack, or another one by name."""
    return _loaded(settings.PACKS_DIR, name or settings.PACK)


def words_to_read(name: str) -> tuple[str, str]:
    """Give the pack's words for whoever reads, and the code of their language: the reader's, or English."""
    own, code = pack(), reading().code
    if f"{code}/{name}" in own.texts:
        return own.texts[f"{code}/{name}"], code
    return own.words(name), ENGLISH


def packs_to_compare() -> list[Pack]:
    """Give the packs whose thresholds may be shown beside our own."""
    return [pack(name) for name in settings.PACKS_TO_COMPARE if name != settings.PACK]


def due_by(clock: str, started: datetime) -> datetime:
    """Give the moment by which something started now must be done, by the partnership's clock."""
    from rightdoor.engines.calendar import due

    own = pack()
    return due(own.clock(clock).version_at(localtime(started).date()), started, own.calendar)
