"""The `flagstaff` command: its sub-commands, each in a file of its own (`service.cli.commands` lists them)."""

from __future__ import annotations

from typing import Annotated

import typer

from service.cli.commands import Commands
from service.cli.console import line, refusals
from service.logs import configure_logs
from service.version import ENGINE_VERSION

app = typer.Typer(
    name="flagstaff",
    cls=Commands,
    help="Flag evidence of sanctioned conduct in news articles: rules with their law, list mentions, explained alerts.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
Commands.app = app


def _version(wanted: bool) -> None:
    if wanted:
        line(f"flagstaff {ENGINE_VERSION}")
        raise typer.Exit


@app.callback()
def _root(
    version: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")] = (
        False
    ),
) -> None:
    """Read the options that stand before a sub-command; commands tell their results themselves, not by the log."""
    configure_logs("error")


def main() -> None:
    """Run the command line."""
    with refusals():
        app()
