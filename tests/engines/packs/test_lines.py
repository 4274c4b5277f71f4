"""On which line a key of TOML stands."""

import pytest

from rightdoor.engines.packs.lines import line_numbers

TOML = b"""title = "x"
[a.b]
one = 1
"two words" = 2
[[shelf]]
size = 3
books = [
  "first", # a comment
  "second",
]
[[shelf.box]]
inner = { deep = 1, deeper = { most = 2 } }
[[shelf]]
[[shelf.box]]
[[shelf.box]]
x.y = 4
[shelf.lid]
shut = true
"""


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("title",), 1),
        (("a", "b"), 2),
        (("a", "b", "one"), 3),
        (("a", "b", "two words"), 4),
        (("shelf", 0), 5),
        (("shelf", 0, "books", 1), 9),
        (("shelf", 0, "box", 0, "inner", "deeper", "most"), 12),
        (("shelf", 1, "box", 1), 15),
        (("shelf", 1, "box", 1, "x", "y"), 16),
        (("shelf", 1, "lid", "shut"), 18),
    ],
)
def test_a_key_is_found_on_its_line(path: tuple[str | int, ...], line: int) -> None:
    assert line_numbers(TOML)[path] == line
