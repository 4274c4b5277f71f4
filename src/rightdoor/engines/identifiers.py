"""Numbers that identify a person, with the check that catches a slip of the pen.

NHS number: ten digits, the last by modulus 11 (NHS Data Dictionary). Unique pupil number (UPN): a check
letter and twelve characters, the letter by modulus 23 (Department for Education, UPN guide); a temporary
one ends in a letter, which counts by its place among the check letters.
"""

import re

_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"  # 23: no I, O or S, which look like figures
_UPN = re.compile(rf"[{_LETTERS}][0-9]{{11}}[0-9{_LETTERS}]")
_ELEVEN, _NHS_DIGITS = 11, 10


def tidy(text: str) -> str:
    """Take out spaces and hyphens and use capitals, the way numbers are compared."""
    return re.sub(r"[\s-]", "", text).upper()


def nhs_check_digit(first_nine: str) -> int | None:
    """Give the check digit for nine digits; None when no valid number begins with them."""
    total = sum(int(digit) * weight for digit, weight in zip(first_nine, range(10, 1, -1), strict=True))
    check = -total % _ELEVEN
    return None if check == _NHS_DIGITS else check


def is_nhs_number(text: str) -> bool:
    """Say whether text is a valid NHS number; spaces and hyphens do not count."""
    digits = tidy(text)
    if not re.fullmatch(r"[0-9]{10}", digits) or len(set(digits)) == 1:
        return False
    return nhs_check_digit(digits[:9]) == int(digits[9])


def format_nhs_number(text: str) -> str:
    """Write an NHS number the usual way: 3, 3 and 4 digits."""
    digits = tidy(text)
    return f"{digits[:3]} {digits[3:6]} {digits[6:]}"


def upn_check_letter(last_twelve: str) -> str:
    """Give the check letter for the twelve characters that follow it."""
    values = [int(sign) if sign.isdigit() else _LETTERS.index(sign) for sign in last_twelve]
    return _LETTERS[sum(value * weight for value, weight in zip(values, range(2, 14), strict=True)) % 23]


def is_upn(text: str) -> bool:
    """Say whether text is a valid unique pupil number, permanent or temporary."""
    number = tidy(text)
    return bool(_UPN.fullmatch(number)) and upn_check_letter(number[1:]) == number[0]
