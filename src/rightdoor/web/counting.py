"""Numbers that could point at a family are not shown, and cannot be worked out from those that are."""

from collections.abc import Sequence

FEWEST = 5
HIDDEN = f"fewer than {FEWEST}"


def shown(number: int) -> str:
    """Give a number as it may be shown: 1 to 4 are hidden, 0 is not."""
    return HIDDEN if 0 < number < FEWEST else f"{number:,}"


def is_hidden(number: int) -> bool:
    """Whether a number is too small to show."""
    return 0 < number < FEWEST


def total_shown(numbers: Sequence[int]) -> str:
    """Give the total, unless exactly one part is hidden: it could then be worked out."""
    hidden = sum(1 for number in numbers if is_hidden(number))
    return "not shown" if hidden == 1 else shown(sum(numbers))


def share(part: int | None, whole: int) -> str:
    """Give a part of a whole as a percentage; nothing where the part is hidden or the whole is nought."""
    if part is None or not whole or is_hidden(part):
        return "not shown" if part is not None and is_hidden(part) else ""
    return f"{100 * part / whole:.1f}%"
