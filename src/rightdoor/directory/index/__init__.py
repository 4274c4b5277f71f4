"""Where services are looked up: the full-text index of whichever database the house stands on.

`keep_findable` is called inside the change that keeps an entry; `candidates` gives what is worth ranking.
"""

from rightdoor.directory.index.asking import candidates
from rightdoor.directory.index.keeping import keep_findable, keep_missing

__all__ = ["candidates", "keep_findable", "keep_missing"]
