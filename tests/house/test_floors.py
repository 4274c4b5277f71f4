"""A room uses rooms on lower floors only, and no modules import each other in a circle."""

from functools import lru_cache

import grimp
import networkx as nx
import pytest
from importlinter.cli import lint_imports

from tests.house.kit import ROOT, imported, product


@lru_cache(maxsize=1)
def imports() -> nx.DiGraph:
    """Give who imports whom, module by module, imports inside functions included."""
    built = grimp.build_graph("rightdoor", cache_dir=None)
    graph = nx.DiGraph()
    graph.add_edges_from((a, b) for a in built.modules for b in built.find_modules_directly_imported_by(a))
    return graph


def test_a_room_uses_rooms_on_lower_floors_only(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    ended = lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True, no_logo=True)
    assert ended == 0, capsys.readouterr().out


def test_no_modules_import_each_other_in_a_circle():
    circles = [sorted(part) for part in nx.strongly_connected_components(imports()) if len(part) > 1]
    assert not circles, "\n".join(" <-> ".join(circle) for circle in circles)


def test_engines_are_plain_python():
    webbed = [
        module.at(node, f"imports {name}")
        for module in product()
        if module.room == "engines"
        for node, name in imported(module.tree)
        if name.split(".")[0] in {"django", "jinja2", "granian", "psycopg", "sqlite3"}
    ]
    assert not webbed, "\n".join(webbed)
