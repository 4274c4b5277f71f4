"""Every change to who helps families."""

from rightdoor.workforce.actions.champions import (
    add_champion,
    add_training,
    change_champion,
    end_champion,
    log_activity,
)
from rightdoor.workforce.actions.wishes import answer_wish, ask_to_join, forget_wishes

__all__ = [
    "add_champion",
    "add_training",
    "answer_wish",
    "ask_to_join",
    "change_champion",
    "end_champion",
    "forget_wishes",
    "log_activity",
]
