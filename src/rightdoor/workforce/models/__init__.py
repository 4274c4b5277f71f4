"""What is kept of people who help families."""

from rightdoor.workforce.models.champions import Activity, Champion, Kind, Training
from rightdoor.workforce.models.wishes import Wish

__all__ = ["Activity", "Champion", "Kind", "Training", "Wish"]
