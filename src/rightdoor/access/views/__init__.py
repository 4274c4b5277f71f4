"""Pages of sign-in and of accounts."""

from rightdoor.access.views.signing import locked_out

__all__ = ["locked_out"]
