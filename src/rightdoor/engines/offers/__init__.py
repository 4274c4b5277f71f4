"""The whole offer seen at once: level by age with its gaps, and the way through one issue."""

from rightdoor.engines.offers.matrix import Cell, Matrix, matrix
from rightdoor.engines.offers.pathway import Step, Way, in_order, pathway

__all__ = ["Cell", "Matrix", "Step", "Way", "in_order", "matrix", "pathway"]
