"""On which line of a TOML file each key stands. The parser that gives values gives no lines."""

import tomllib
from collections.abc import Iterator
from functools import cache

import tree_sitter_toml
from tree_sitter import Language, Node, Parser

from rightdoor.engines.packs.problems import Path


@cache
def _parser() -> Parser:
    return Parser(Language(tree_sitter_toml.language()))


def line_numbers(text: bytes) -> dict[Path, int]:
    """Give the line (from 1) of every key, table and item of an array in valid TOML."""
    lines: dict[Path, int] = {}
    counts: dict[Path, int] = {}
    for node in _parser().parse(text).root_node.children:
        if node.type == "pair":
            _note_pair(node, (), lines)
        elif node.type in ("table", "table_array_element"):
            _note_table(node, lines, counts)
    return lines


def _note_table(node: Node, lines: dict[Path, int], counts: dict[Path, int]) -> None:
    base = _table_path(node, counts)
    lines.setdefault(base, _line(node))
    for child in node.children:
        if child.type == "pair":
            _note_pair(child, base, lines)


def _table_path(node: Node, counts: dict[Path, int]) -> Path:
    header = next(child for child in node.children if child.type in _KEYS)
    parts = list(_key_parts(header))
    path: Path = ()
    for part in parts[:-1]:
        path = _inside((*path, part), counts)
    path = (*path, parts[-1])
    if node.type == "table":
        return path
    counts[path] = counts.get(path, 0) + 1
    return _inside(path, counts)


def _inside(path: Path, counts: dict[Path, int]) -> Path:
    return (*path, counts[path] - 1) if path in counts else path


def _note_pair(pair: Node, base: Path, lines: dict[Path, int]) -> None:
    key = next(child for child in pair.children if child.type in _KEYS)
    path = base
    for part in _key_parts(key):
        path = (*path, part)
        lines.setdefault(path, _line(pair))
    _note_value(pair.named_children[-1], path, lines)


def _note_value(value: Node, path: Path, lines: dict[Path, int]) -> None:
    if value.type == "inline_table":
        for child in value.named_children:
            if child.type == "pair":
                _note_pair(child, path, lines)
    elif value.type == "array":
        items = [child for child in value.named_children if child.type != "comment"]
        for number, item in enumerate(items):
            lines[(*path, number)] = _line(item)
            _note_value(item, (*path, number), lines)


def _key_parts(node: Node) -> Iterator[str]:
    if node.type == "dotted_key":
        for child in node.named_children:
            yield from _key_parts(child)
    else:
        yield _plain_key(node)


def _plain_key(node: Node) -> str:
    text = (node.text or b"").decode()
    if node.type == "bare_key":
        return text
    return str(next(iter(tomllib.loads(f"{text} = 0"))))


def _line(node: Node) -> int:
    return int(node.start_point[0]) + 1


_KEYS = ("bare_key", "quoted_key", "dotted_key")
