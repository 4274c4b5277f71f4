"""What may be written down about a champion now."""

from datetime import date

from rightdoor.access.policy import YES, Ruling, no
from rightdoor.ui.words import date_words
from rightdoor.workforce.models import Champion


def may_log(champion: Champion, on: date) -> Ruling:
    """Whether something done on a day may be written down: only while somebody was a champion."""
    if on < champion.started_on:
        return no(f"They began on {date_words(champion.started_on)}. Give that day or a later one.")
    if champion.ended_on and on > champion.ended_on:
        return no(f"They ended on {date_words(champion.ended_on)}. Give that day or an earlier one.")
    return YES


def may_end(champion: Champion, on: date) -> Ruling:
    """Whether a champion may end on a day."""
    if champion.ended_on:
        return no(f"They ended on {date_words(champion.ended_on)} already.")
    if on < champion.started_on:
        return no("They cannot end before the day they began.")
    return YES
