"""Codes that are read out over the telephone: made at random, without what is mistaken for something else."""

import secrets

# No vowels, so no words; none of the letters and figures that are mistaken for one another.
_CLEAR = "23456789BCDFGHJKMNPQRTVWXZ"


def code_of(groups: int, length: int = 4) -> str:
    """Make a code of so many groups: `K7PM-3X9D` has two."""
    return "-".join("".join(secrets.choice(_CLEAR) for _ in range(length)) for _ in range(groups))
