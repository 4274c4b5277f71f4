"""Codes that are read out over the telephone: made at random, without what is mistaken for something else."""

import secrets

# No vowels, so no words; none of the letters and figures that are mistaken for one another.
_CLEAR = "23456789BCDFGHJKMNPQRTVWXZ"


def code_of(groups: int, length: int = 4) -> str:
    """Make a code of so many groups: `K7PM-3X9D` has two."""
    return "-".join("".join(secrets.choice(_CLEAR) for _ in range(length)) for _ in range(groups))


def tidy_code(typed: str, length: int = 4) -> str:
    """Give a code as it is written, however it was typed: `b4kd 7hpq` becomes `B4KD-7HPQ`."""
    bare = "".join(letter for letter in typed.upper() if letter.isalnum())
    return "-".join(bare[start : start + length] for start in range(0, len(bare), length))
