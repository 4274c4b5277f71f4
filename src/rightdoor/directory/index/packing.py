"""A service made ready for ranking, as plain data that a column can hold, and back."""

from dataclasses import asdict, fields
from typing import Any, Final

from rightdoor.engines.finding import Document, Opening, Prepared, Spot

_PLAIN: Final = [field.name for field in fields(Document) if field.name not in {"openings", "spots"}]
_LISTS: Final = frozenset(
    ["issues", "audience", "levels", "how_in", "delivery", "areas", "languages", "features"]
)


def packed(ready: Prepared) -> dict[str, Any]:
    """Give plain data; what is empty is left out."""
    document = ready.document
    told = {name: value for name in _PLAIN if (value := getattr(document, name)) not in (None, "", ())}
    told["openings"] = [[one.weekday, one.opens, one.closes] for one in document.openings]
    told["spots"] = [list(asdict(one).values()) for one in document.spots]
    return {"document": told, "weights": dict(ready.weights), "line": ready.line, "name": ready.name}


def unpacked(kept: dict[str, Any]) -> Prepared:
    """Give back what was packed."""
    told = dict(kept["document"])
    for name in _LISTS & told.keys():
        told[name] = tuple(told[name])
    told["openings"] = tuple(Opening(*one) for one in told["openings"])
    told["spots"] = tuple(Spot(*one) for one in told["spots"])
    return Prepared(Document(**told), kept["weights"], kept["line"], tuple(kept["name"]))
