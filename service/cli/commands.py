"""Which commands are there? Each is imported when it is asked for, so that none waits for what others need."""

from __future__ import annotations

from importlib import import_module
from typing import Any, ClassVar, NamedTuple, cast

import typer
from typer.core import TyperCommand, TyperGroup


class Entry(NamedTuple):
    """A command: its line in the help, and the modules of `service.cli` that make it."""

    help: str
    modules: tuple[str, ...]


COMMANDS = {
    "demo": Entry(
        "Screen the sample articles with the embedded rules and starter lists, show an alert, write its report.",
        ("demo",),
    ),
    "screen": Entry(
        "Screen articles and show what they give evidence of. Nothing is kept without --keep.", ("screen",)
    ),
    "match": Entry("Look a name up on the lists, spelling forgiven, every answer scored and explained.", ("match",)),
    "serve": Entry(
        "Serve the REST API (`/v1`, described by `/openapi.json`) and the desk until interrupted.", ("serve",)
    ),
    "rules": Entry(
        "The rules: test, lint, show, explain, evaluate, compare, try, reload.", ("rules", "rule_work", "rule_change")
    ),
    "lists": Entry("The watchlists: import, compare, go back, show, look up a name.", ("lists", "list_versions")),
    "alerts": Entry("Alerts in the store: list, show, split, merge, attach, replay.", ("alerts",)),
    "articles": Entry("Stored articles: why.", ("drill",)),
    "test-items": Entry("Test articles: run, show.", ("drill",)),
    "report": Entry(
        "Write the dossier of an alert as .html, .pdf or .json; or of all as self-contained pages.", ("report",)
    ),
    "reports": Entry("Reports and exports from the store.", ("reports",)),
    "suppressions": Entry("Known false positives: list, show, create, approve, review, revoke.", ("suppressions",)),
    "users": Entry("Users and their roles: create, list, revoke.", ("people",)),
    "keys": Entry("API keys: create, list, revoke.", ("people",)),
    "audit": Entry("The audit chain: verify, export.", ("audit",)),
}
"""In the order of the help."""


class Commands(TyperGroup):
    """The commands by name; those not asked for are known by their line in the help only."""

    app: ClassVar[typer.Typer]
    """On which the modules register their commands."""

    def __init__(self, **attrs: Any) -> None:
        """Keep what is registered so far apart from what is listed."""
        super().__init__(**attrs)
        self.registered = dict(self.commands)
        self.commands = {name: TyperCommand(name, help=entry.help) for name, entry in COMMANDS.items()}

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Import the command that is called."""
        if args and args[0] in COMMANDS:
            self.commands[args[0]] = load_command(args[0])
        return super().resolve_command(ctx, args)


def load_command(name: str) -> Any:
    """A command in full."""
    for module in COMMANDS[name].modules:
        import_module(f"service.cli.{module}")
    return cast(Commands, typer.main.get_group(Commands.app)).registered[name]
