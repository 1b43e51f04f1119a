"""The commands: listed in one table, imported when asked for."""

from __future__ import annotations

import pkgutil
import subprocess
import sys

import pytest
import typer

import service.cli
from service.cli.app import app
from service.cli.commands import COMMANDS, load_command


@pytest.mark.parametrize("name", COMMANDS)
def test_the_line_in_the_help_is_the_command_s_own(name: str) -> None:
    """What the table says of a command without importing it is what the command says of itself."""
    told = " ".join((load_command(name).help or "").split("\n\n")[0].split())
    assert told == COMMANDS[name].help


def test_every_command_stands_in_the_table() -> None:
    """A module that registers a command is named in the table, or the command could not be called."""
    for module in pkgutil.iter_modules(service.cli.__path__):
        __import__(f"service.cli.{module.name}")
    group = typer.main.get_group(app)
    assert set(group.registered) == set(COMMANDS)  # type: ignore[attr-defined]  # our own group


def test_the_help_imports_no_room() -> None:
    """`flagstaff --help` waits neither for the store nor for names, rules or the web."""
    code = (
        "import sys, service.cli.app as app\n"
        "try: app.main()\n"
        "except SystemExit: pass\n"
        "print(sorted(m for m in sys.modules if m.startswith(('sqlalchemy', 'numpy', 'fastapi', 'service.ruleset'))))"
    )
    done = subprocess.run([sys.executable, "-c", code, "--help"], capture_output=True, text=True, check=True)
    assert done.stdout.rstrip().endswith("[]"), done.stdout[-300:]
