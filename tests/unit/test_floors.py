"""The house: floors, circles, and who may touch the outside world."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

SERVICE = Path(__file__).resolve().parents[2] / "service"

FLOORS = {
    "errors": 0, "jit": 0, "garbage": 0, "logs": 0, "version": 0, "clock": 0,
    "settings": 1,
    "model": 1,
    "text": 2, "watchlist": 2, "store": 2, "samples": 2,
    "names": 3, "ruleset": 3, "sources": 3, "delivery": 3,
    "screening": 4,
    "report": 5, "intake": 5, "review": 5, "refresh": 5, "rulebook": 5, "replay": 5, "policy": 5,
    "relook": 6, "listing": 6, "wiring": 7, "drill": 6,
    "client": 8, "batch": 8, "web": 8,
    "cli": 9,
}  # fmt: skip
PURE = {"model", "text", "names", "ruleset", "screening"}
ONLY_IN = {
    "sqlalchemy": {"store"},
    "alembic": {"store"},
    "httpx": {"delivery", "client", "sources", "watchlist"},
    "fastapi": {"web"},
    "starlette": {"web"},
    "pydantic": {"web", "settings"},
    "pydantic_settings": {"settings"},
}
NOT_IN_PURE = {"asyncio", "socket", "sqlite3", "time", "random", "secrets", "uuid", "pydantic", "subprocess"}


def modules() -> list[Path]:
    return sorted(SERVICE.rglob("*.py"))


def dotted(path: Path) -> str:
    parts = path.relative_to(SERVICE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def room(path: Path) -> str:
    parts = path.relative_to(SERVICE).with_suffix("").parts
    return "" if parts == ("__init__",) else parts[0]


def imports(path: Path, *, top_level: bool = False) -> Iterator[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in tree.body if top_level else ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


@pytest.mark.parametrize("path", modules(), ids=dotted)
def test_imports_go_down_only(path: Path) -> None:
    """A room imports rooms of lower floors, or itself; every room has a floor."""
    here = room(path)
    if not here:
        return
    assert here in FLOORS, f"{here} has no floor; add it to the house"
    for name in imports(path):
        parts = name.split(".")
        if parts[0] != "service" or len(parts) < 2:
            continue
        there = parts[1]
        if there in FLOORS and there != here:
            assert FLOORS[there] < FLOORS[here], f"{dotted(path)} imports {name}: not below floor {FLOORS[here]}"


@pytest.mark.parametrize("path", modules(), ids=dotted)
def test_the_outside_world_has_its_own_rooms(path: Path) -> None:
    """SQL, HTTP clients, FastAPI, pydantic and the environment stay in the rooms named for them."""
    here = room(path)
    for name in imports(path):
        top = name.split(".")[0]
        if top in ONLY_IN:
            assert here in ONLY_IN[top], f"{dotted(path)} imports {top}; that belongs in {sorted(ONLY_IN[top])}"
        assert not (here in PURE and top in NOT_IN_PURE), f"{dotted(path)} is pure and imports {top}"
    if here != "settings":
        assert "os.environ" not in path.read_text(encoding="utf-8"), (
            f"{dotted(path)}: settings.py reads the environment"
        )


def test_the_model_imports_the_standard_library_only() -> None:
    """`model` needs nothing installed."""
    import sys

    for path in modules():
        if room(path) == "model":
            for name in imports(path):
                top = name.split(".")[0]
                assert top == "service" or top in sys.stdlib_module_names, f"{dotted(path)} imports {name}"


def test_no_circles() -> None:
    """No module reaches itself over its imports."""
    names = {dotted(path): path for path in modules()}
    graph = {
        name: {target for target in imports(path) if target in names and target != name} for name, path in names.items()
    }
    done: set[str] = set()

    def visit(name: str, trail: tuple[str, ...]) -> None:
        assert name not in trail, "circle: " + " -> ".join([*trail[trail.index(name) :], name])
        if name not in done:
            for target in sorted(graph[name]):
                visit(target, (*trail, name))
            done.add(name)

    for name in sorted(graph):
        visit(name, ())
