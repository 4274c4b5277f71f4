"""Reading the house itself: its files, and its Python as trees."""

import ast
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "rightdoor"
WRITES = {"save", "create", "delete", "bulk_create", "bulk_update", "get_or_create", "update_or_create"}


@dataclass(frozen=True)
class Module:
    """One Python file of ours."""

    file: Path

    @property
    def name(self) -> str:
        """Its place in the repository, as a person would look for it."""
        return self.file.relative_to(ROOT).as_posix()

    @property
    def room(self) -> str:
        """The room it is in: `families`, `site`; empty outside the product."""
        inside = self.file.relative_to(SOURCE).parts if self.file.is_relative_to(SOURCE) else ()
        return inside[0] if len(inside) > 1 else ""

    @property
    def furniture(self) -> set[str]:
        """What piece of furniture it is, or is part of: `views`, `actions`, `forms` ..."""
        inside = (
            self.file.relative_to(SOURCE).with_suffix("").parts if self.file.is_relative_to(SOURCE) else ()
        )
        return set(inside[1:])

    @cached_property
    def text(self) -> str:
        """Its words."""
        return self.file.read_text(encoding="utf-8")

    @cached_property
    def tree(self) -> ast.Module:
        """Its syntax tree."""
        return ast.parse(self.text, filename=self.name)

    def at(self, node: ast.AST, said: str) -> str:
        """Name a line and what is wrong with it."""
        return f"{self.name}:{getattr(node, 'lineno', 0)}: {said}"


@lru_cache(maxsize=1)
def product() -> tuple[Module, ...]:
    """Every module of the product, migrations left out: Django writes those."""
    files = sorted(SOURCE.rglob("*.py"))
    return tuple(Module(file) for file in files if "migrations" not in file.parts)


@lru_cache(maxsize=1)
def everything() -> tuple[Module, ...]:
    """Every module in the repository that people wrote."""
    others = [file for name in ("tests", "scripts", "bench") for file in sorted((ROOT / name).rglob("*.py"))]
    return (*product(), *(Module(file) for file in others))


@lru_cache(maxsize=1)
def tracked() -> tuple[Path, ...]:
    """Every file that is, or is about to be, under version control."""
    asked = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    said = subprocess.run(asked, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return tuple(file for name in sorted(filter(None, said.split("\0"))) if (file := ROOT / name).is_file())


def texts() -> Iterator[tuple[Path, str]]:
    """Give every tracked file that holds text, with its text."""
    for file in tracked():
        held = file.read_bytes()
        if b"\0" not in held[:8000]:
            yield file, held.decode("utf-8", errors="replace")


def calls(tree: ast.AST) -> Iterator[ast.Call]:
    """Give every call."""
    return (node for node in ast.walk(tree) if isinstance(node, ast.Call))


def functions(tree: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Give every function, methods and inner functions included."""
    return (node for node in ast.walk(tree) if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)))


def dotted(node: ast.AST) -> str:
    """Give `a.b.c` for the expression a.b.c; what is not a plain name begins with `?`."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        return f"{dotted(node.value)}.{node.attr}"
    return "?"


def imported(tree: ast.AST) -> Iterator[tuple[ast.AST, str]]:
    """Give every imported name in full, with the statement that imports it."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from ((node, f"{node.module or '.'}.{alias.name}") for alias in node.names)
