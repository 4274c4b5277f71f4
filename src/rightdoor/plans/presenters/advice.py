"""What the rules advise about the level of need, with every reason, as the reasons component shows it."""

from typing import Any

from rightdoor.engines.rules import LevelResult, Reason
from rightdoor.families.models import Member


def advice_view(advice: LevelResult, members: list[Member]) -> dict[str, Any]:
    """Give the level advised, what it may still become, and the reasons for, against and still to ask."""
    names = {str(member.person_id): member.person.full_name for member in members}
    return {
        "name": advice.band.name,
        "means": advice.band.means,
        "may_be": [band.name for band in advice.may_be],
        "for_": [_item(reason, names) for reason in advice.reasons_for],
        "against": [_item(reason, names) for reason in advice.reasons_against],
        "ask": [_item(reason, names) for reason in advice.still_to_ask],
    }


def _item(reason: Reason, names: dict[str, str]) -> dict[str, str]:
    who = ", ".join(names[person] for person in reason.people if person in names)
    return {"text": reason.sentence, "detail": who}
