"""`flagstaff rules`, for changes of what is in use: trial, reload."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import Annotated, Any

import typer

from service.cli.console import EXIT_REFUSED, complain, line, print_json, say
from service.cli.inputs import text_of
from service.cli.options import Database, Rules
from service.cli.rules import Json, rules
from service.errors import ConfigError
from service.ruleset.load import embedded_rules_dir
from service.settings import load_settings


@rules.command()
def trial(
    files: Annotated[list[Path], typer.Argument(help="Draft files: a rule, or concepts and stance words to add.")],
    folders: Rules = None,
    limit: Annotated[int, typer.Option(min=1, help="Most stored articles to look at.")] = 100_000,
    database: Database = None,
    json: Json = False,
) -> None:
    """Try a draft over the stored articles: which alerts it would gain and lose. Nothing is changed.

    A draft rule replaces the rule of its id; names are looked for only when a rule asks for listed parties.
    """
    from service.rulebook import try_over
    from service.ruleset.authored import load_authored
    from service.ruleset.trial import draft_trial
    from service.store.database import open_store, store_exists

    settings = load_settings(database=database, rules=folders)
    if not store_exists(settings.database):
        raise ConfigError(f"{settings.database}: there is no store; `flagstaff screen --keep` makes one")
    layers = [load_authored(folder) for folder in settings.rules or [embedded_rules_dir()]]
    tried = draft_trial(layers, [(file.name, text_of(file)) for file in files])
    with closing(open_store(settings.database)) as store:
        told = try_over(
            store, tried, _mentions(tried.needs_names), limit=limit, told=lambda seen: say(f"{seen:,} articles")
        )
    if json:
        print_json(told)
        return
    _print(told)


def _print(told: dict[str, Any]) -> None:
    """A trial for a terminal."""
    for change in told["changes"]:
        points = f"({change['points_before']} -> {change['points_after']})"
        line(f"{change['article']}: {change['rule']}: {change['before']} -> {change['after']} {points}")
        line(
            f"    {change['title']}: {change['evidence']}" if change["title"] else f"    {change['evidence']}",
            style="dim",
        )
    others = len(told["changes"]) - told["alerts_gained"] - told["alerts_lost"]
    line(
        f"{told['alerts_gained']} alerts gained, {told['alerts_lost']} lost, {others} other bands differ "
        f"in {told['looked_at']:,} of {told['of']:,} articles"
    )


def _mentions(needed: bool) -> Any:
    """What finds listed parties; nothing is loaded where no rule asks for them."""
    if not needed:
        return lambda document: ()
    from service.names.match import find_mentions
    from service.wiring import load_screener

    index = load_screener(load_settings()).index
    return lambda document: find_mentions(document, index).mentions


@rules.command()
def reload(
    url: Annotated[str | None, typer.Option(help="The running service; without, this machine's.")] = None,
    key: Annotated[str | None, typer.Option(envvar="FLAGSTAFF_KEY", help="API key of an admin.")] = None,
    json: Json = False,
) -> None:
    """Make a running service read its rules again: the whole set or, where a file has a mistake, nothing.

    A rule that was edited under its old version is taken in with a warning. Exit code 2 when the service refuses; every
    mistake is named, and the rules in use stay.
    """
    from service.client import Client, ServiceError, Unreachable

    settings = load_settings()
    address = url or f"http://{settings.host}:{settings.port}"
    try:
        with Client(address, key=key, timeout=300) as client:
            told = client.reload_rules()
    except Unreachable as error:
        raise ConfigError(f"{address}: no service answers ({error}); start it, or name it with --url") from None
    except ServiceError as error:
        complain(error)
        raise SystemExit(EXIT_REFUSED) from None
    if json:
        print_json(told)
        return
    for name in ("added", "changed", "removed"):
        for rule in told[name]:
            line(f"{name}: {rule['id']} {rule['version']}")
    for warning in told.get("warnings", ()):
        line(f"warning: {warning}")
    unchanged = told["outcome"] == "unchanged"
    line("the rules in use are those on disk" if unchanged else f"in use: snapshot {told['snapshot'][:12]}")
