"""Words out of text: case, accents, apostrophes and spaces make no difference; then their stems."""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

import snowballstemmer

_APART: Final = re.compile(r"[^\W_]+")
_APOSTROPHES: Final = str.maketrans("", "", "'’‘`´ʼ")
# Words that say nothing of what is looked for. Short on purpose: a rare word weighs more by itself.
STOP: Final = frozenset(
    [
        "a",
        "about",
        "also",
        "am",
        "an",
        "and",
        "any",
        "are",
        "as",
        "at",
        "be",
        "because",
        "been",
        "but",
        "by",
        "can",
        "cant",
        "could",
        "did",
        "do",
        "does",
        "doesnt",
        "doing",
        "dont",
        "for",
        "from",
        "get",
        "gets",
        "getting",
        "give",
        "go",
        "going",
        "got",
        "had",
        "has",
        "have",
        "having",
        "he",
        "help",
        "her",
        "here",
        "hes",
        "hi",
        "him",
        "his",
        "how",
        "i",
        "id",
        "if",
        "ill",
        "im",
        "in",
        "into",
        "is",
        "isnt",
        "it",
        "its",
        "ive",
        "just",
        "keep",
        "keeps",
        "know",
        "like",
        "look",
        "looking",
        "lot",
        "make",
        "me",
        "more",
        "my",
        "myself",
        "near",
        "need",
        "needs",
        "needing",
        "of",
        "on",
        "only",
        "or",
        "our",
        "ours",
        "out",
        "please",
        "really",
        "say",
        "shes",
        "she",
        "should",
        "so",
        "some",
        "somebody",
        "someone",
        "something",
        "somewhere",
        "stuff",
        "such",
        "support",
        "than",
        "that",
        "the",
        "their",
        "them",
        "then",
        "there",
        "these",
        "they",
        "theyre",
        "thing",
        "things",
        "this",
        "those",
        "to",
        "too",
        "try",
        "trying",
        "up",
        "us",
        "very",
        "want",
        "wants",
        "was",
        "we",
        "well",
        "were",
        "what",
        "when",
        "where",
        "which",
        "who",
        "whos",
        "why",
        "will",
        "with",
        "without",
        "wont",
        "would",
        "you",
        "your",
        "yours",
        "u",
        "ur",
        "pls",
        "plz",
        "hello",
        "service",
        "services",
    ]
)


def words_of(text: str) -> list[str]:
    """Give the words of a text in order: “Can’t  cope” becomes ["cant", "cope"]."""
    plain = unicodedata.normalize("NFKD", text.translate(_APOSTROPHES)).casefold()
    bare = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return _APART.findall(bare)


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """Give the stem of a folded word: “parenting” and “parents” both become “parent”."""
    # A new stemmer each time: one keeps the word it works on, and threads would share it.
    return str(snowballstemmer.stemmer("english").stemWord(word))


def stems(text: str) -> list[str]:
    """Give the stems of a text in order, words that say nothing left out."""
    return [stem(word) for word in words_of(text) if word not in STOP]


def stems_of_words(words: Iterable[str]) -> list[str]:
    """Give the stems of words that are folded already, words that say nothing left out."""
    return [stem(word) for word in words if word not in STOP]
