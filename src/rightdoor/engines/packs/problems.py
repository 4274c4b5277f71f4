"""What is wrong with a pack: the file, the line, and a sentence saying what to do."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

Path = tuple[str | int, ...]


@dataclass(frozen=True, order=True)
class Problem:
    """One fault. `file` is relative to the pack, `line` counts from 1, `path` is like "service[2].name"."""

    file: str
    line: int
    path: str
    reason: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.reason}"


class PackError(Exception):
    """A pack that cannot be used. Holds every problem found, in the order of files and lines."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__("\n".join(str(problem) for problem in self.problems))


@dataclass
class Faults:
    """Collects problems while a pack is read; knows the lines of each file that was read."""

    lines: dict[str, Mapping[Path, int]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def add(self, file: str, path: Path, reason: str) -> None:
        """Note a fault at a field; the line is that of the field, or of the nearest thing that holds it."""
        self.problems.append(Problem(file, self._line(file, path), dotted(path), reason))

    def add_at(self, file: str, line: int, path: str, reason: str) -> None:
        """Note a fault at a line already known."""
        self.problems.append(Problem(file, line, path, reason))

    def _line(self, file: str, path: Path) -> int:
        known = self.lines.get(file, {})
        for end in range(len(path), 0, -1):
            if path[:end] in known:
                return known[path[:end]]
        return 1


def dotted(path: Path) -> str:
    """Write a path the way people read it: ("service", 2, "name") is "service[2].name"."""
    text = ""
    for part in path:
        text += f"[{part}]" if isinstance(part, int) else f".{part}"
    return text.lstrip(".")
