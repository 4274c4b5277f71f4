"""Names as people write them, folded so that two writings of one name can be compared."""

import unicodedata
from functools import lru_cache

_LETTERS_APART = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ß": "ss"}
)


# Looking for one person folds the same few names hundreds of times.
@lru_cache(maxsize=2048)
def fold(name: str) -> str:
    """Give a name without case, accents, spaces and marks: "O’Neill-Çelik " becomes "oneillcelik".

    Letters of any script are kept. An empty or letterless name gives an empty string.
    """
    # Taking marks off can bring out capitals (mathematical letters), and folding case can bring out marks.
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", name).casefold()).casefold()
    return "".join(letter for letter in plain.translate(_LETTERS_APART) if letter.isalpha())


@lru_cache(maxsize=2048)
def parts(name: str) -> tuple[str, ...]:
    """Give the folded parts of a name: "Anne-Marie de Souza" becomes ("anne", "marie", "de", "souza")."""
    pieces = "".join(letter if letter.isalpha() or _is_mark(letter) else " " for letter in name).split()
    return tuple(folded for piece in pieces if (folded := fold(piece)))


def _is_mark(letter: str) -> bool:
    return letter in "'’`" or unicodedata.category(letter).startswith("M")


_INWARD = 3  # every postcode ends in a figure and two letters


def postcode(text: str) -> str:
    """Give a postcode as it is written, "se13 6lg" becoming "SE13 6LG"; anything else comes back trimmed."""
    packed = "".join(text.split()).upper()
    return f"{packed[:-_INWARD]} {packed[-_INWARD:]}" if packed[-_INWARD : -_INWARD + 1].isdigit() else packed
