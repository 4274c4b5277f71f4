"""The outlines of a partnership's areas, projected once: boundaries have many thousands of corners."""

from functools import lru_cache

from rightdoor.engines.drawing.mapping import Outlines, areas_of, outlines
from rightdoor.engines.packs import Pack


@lru_cache(maxsize=8)
def outlines_of(pack: Pack, kind: str) -> Outlines:
    """Give the outlines of the areas of one kind. A pack never changes once read."""
    layer = next(one for one in pack.layers if one.id == kind)
    collection = pack.atlas.boundaries[kind].model_dump()
    return outlines(areas_of(collection, code=layer.code_property, name=layer.name_property))
