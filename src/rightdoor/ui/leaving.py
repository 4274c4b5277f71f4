"""Where somebody is taken who must leave a page at once: a page that nobody wonders about."""

from typing import Final

LEAVE_FOR: Final = "https://www.bbc.co.uk/weather"
