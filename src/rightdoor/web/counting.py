"""Numbers that could point at a family are not shown, and cannot be worked out from those that are."""

from collections.abc import Sequence

FEWEST = 5
HIDDEN = f"fewer than {FEWEST}"
NOT_SHOWN = "not shown"


def shown(number: int) -> str:
    """Give a number as it may be shown: 1 to 4 are hidden, 0 is not."""
    return HIDDEN if 0 < number < FEWEST else f"{number:,}"


def is_hidden(number: int) -> bool:
    """Whether a number is too small to show."""
    return 0 < number < FEWEST


def total_shown(numbers: Sequence[int]) -> str:
    """Give the total, unless a hidden part could then be worked out."""
    return NOT_SHOWN if gives_away(numbers) else shown(sum(numbers))


def gives_away(numbers: Sequence[int]) -> bool:
    """Whether the total leaves one answer for what is hidden: one part, or all the lowest, or the highest."""
    hidden = [number for number in numbers if is_hidden(number)]
    return len(hidden) == 1 or (bool(hidden) and set(hidden) in ({1}, {FEWEST - 1}))


def share(part: int | None, whole: int) -> str:
    """Give a part of a whole as a percentage; nothing where the part is hidden or the whole is nought."""
    if part is None or not whole or is_hidden(part):
        return NOT_SHOWN if part is not None and is_hidden(part) else ""
    return f"{100 * part / whole:.1f}%"


def shares(numbers: Sequence[int]) -> list[str]:
    """Give each part as a percentage of all; none where their total would give a part away."""
    if gives_away(numbers):
        return [NOT_SHOWN for _ in numbers]
    return [share(number, sum(numbers)) for number in numbers]
