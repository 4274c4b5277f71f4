"""Cells of a table that leave for a spreadsheet: none may begin as a formula does (OWASP, CSV injection)."""

from typing import Final

_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")


def guarded(cell: str) -> str:
    """Give a cell that no spreadsheet reckons with: one that begins like a formula gets an apostrophe."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
