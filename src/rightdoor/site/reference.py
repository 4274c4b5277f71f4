"""Reference pages made from the code: `python -m rightdoor.site.reference` writes them anew."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import typer

from rightdoor.access.permissions import Permission
from rightdoor.access.roles import MAY_GIVE, ROLES
from rightdoor.site.cli import app

FOLDER = Path(__file__).resolve().parents[3] / "docs" / "reference"
MADE = "<!-- Made from the code by `python -m rightdoor.site.reference`; a test keeps it current. -->"


def pages() -> dict[str, str]:
    """Give each page by its file name."""
    return {"commands.md": commands_page(), "roles.md": roles_page()}


def commands_page() -> str:
    """Describe every command with its arguments and options."""
    parts = ["# Commands", MADE, "Every command tells more with `--help`."]
    for name, command in _commands(typer.main.get_command(app), "rightdoor"):
        parts += [f"## `{name}`", command.help or "", *_table_of(command)]
    return "\n\n".join(part for part in parts if part) + "\n"


def _commands(command: Any, name: str) -> Iterator[tuple[str, Any]]:
    inner = getattr(command, "commands", None)
    if inner is None:
        yield name, command
    for key, sub in sorted((inner or {}).items()):
        yield from _commands(sub, f"{name} {key}")


def _table_of(command: Any) -> list[str]:
    rows = [_row(param) for param in command.params if param.name != "help"]
    return ["\n".join(["| Option | What |", "| --- | --- |", *rows])] if rows else []


def _row(param: Any) -> str:
    is_option = param.param_type_name == "option"
    names = (
        " / ".join(f"`{name}`" for name in (*param.opts, *param.secondary_opts))
        if is_option
        else f"`{param.name}`"
    )
    return f"| {names} | {getattr(param, 'help', '') or ''}{_usually(param)} |"


def _usually(param: Any) -> str:
    if param.required:
        return " Must be given."
    usual = param.default
    if usual is None or usual == "" or callable(usual) or isinstance(usual, Path):
        return ""
    return f" Usually {('yes' if usual else 'no') if isinstance(usual, bool) else usual}."


def roles_page() -> str:
    """Describe every role, what it lets its holder do, and who may give it."""
    words = {permission: permission.value.replace("_", " ") for permission in Permission}
    head = ["| Permission | " + " | ".join(role.name for role in ROLES.values()) + " |"]
    rule = ["| --- |" + " --- |" * len(ROLES)]
    rows = [
        f"| {words[p]} | "
        + " | ".join("yes" if p in role.permissions else "" for role in ROLES.values())
        + " |"
        for p in Permission
    ]
    described = [
        f"## {role.name}\n\n`{role.code}`. {role.description} Given by: {_givers(role.code)}."
        for role in ROLES.values()
    ]
    table = "\n".join(row.replace("  |", " |") for row in head + rule + rows)
    intro = (
        "A practitioner may hold several roles. What they may do is all of it together. "
        "Nobody gives a role to themselves."
    )
    return "\n\n".join(["# Roles", MADE, intro, *described, "## Who may do what", table]) + "\n"


def _givers(code: str) -> str:
    givers = [ROLES[giver].name.lower() for giver, may in MAY_GIVE.items() if code in may]
    return " and ".join(givers)


def write(folder: Path = FOLDER) -> None:
    """Write every page."""
    for name, text in pages().items():
        (folder / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write()
