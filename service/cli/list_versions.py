"""`flagstaff lists import|refresh|history|diff|rollback|export`: versions of the watchlists."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path
from typing import Annotated, Any

import orjson
import typer
from rich.table import Table

from service.cli.console import EXIT_PARTLY, EXIT_REFUSED, complain, line, out, print_json
from service.cli.lists import Json, lists
from service.cli.options import ACTOR, Database
from service.clock import utc_now
from service.errors import ConfigError
from service.listing import source_of, take_in_list
from service.model.entity import Watchlist
from service.refresh import Change, read_version, refresh_list, refusal_text, roll_back
from service.settings import load_settings
from service.store import list_versions
from service.store.database import Store, open_store
from service.store.times import iso
from service.watchlist.diff import ListDiff, compare_versions
from service.watchlist.ftm import export_ftm
from service.watchlist.load import load_watchlist
from service.watchlist.opensanctions import PUBLISHER as OPENSANCTIONS
from service.watchlist.past import dated, in_force
from service.watchlist.report import describe
from service.watchlist.table_columns import read_mapping

Columns = Annotated[
    list[str] | None,
    typer.Option(help="A column of your own table, such as name=Customer; again for another."),
]
Reason = Annotated[str | None, typer.Option(help="Why; it is written into the audit trail.")]


@lists.command("import")
def import_list(
    file: Annotated[Path, typer.Argument(help="A list as its publisher gives it, or your own table.")],
    name: Annotated[str | None, typer.Option(help="Short name; for your own list its file name by default.")] = None,
    date: Annotated[
        datetime | None, typer.Option(formats=["%Y-%m-%d"], help="Date of the list, where its file names none.")
    ] = None,
    column: Columns = None,
    override: Annotated[bool, typer.Option("--override", help="Take it although the checks refuse it.")] = False,
    reason: Reason = None,
    json: Json = False,
    database: Database = None,
) -> None:
    """Read a list, check it against the version in use, keep it and use it from now on.

    A version that lost more than a tenth of the one imported before, more than trebled, is badly encoded, undated or
    older is refused (exit code 2) and the one in use stays, unless --override and --reason are given.
    """
    if override and not (reason and reason.strip()):
        raise ConfigError("--override: say why with --reason; it is written into the audit trail")
    loaded = load_watchlist(file, name=name, columns=read_mapping(column or ()))
    watchlist = dated(loaded, date.date().isoformat() if date else None)
    settings = load_settings(database=database)
    change = take_in_list(settings, watchlist, actor=ACTOR, override=reason if override else None)
    if json:
        print_json({**describe(watchlist), **change.as_dict()})
    else:
        _tell(change, describe(watchlist))
    if change.outcome == "refused":
        complain(f"{refusal_text(watchlist.name, change.refusals)}; --override --reason TEXT takes it all the same")
        raise SystemExit(EXIT_REFUSED)


@lists.command()
def refresh(
    names: Annotated[list[str] | None, typer.Argument(help="Lists such as un; by default un and ofac.")] = None,
    json: Json = False,
    database: Database = None,
) -> None:
    """Ask the publishers for newer versions and use them, for cron or a systemd timer.

    Whatever goes wrong, the version in use stays. Exit code 0: every list is up to date; 1: some are not; 2: none is.
    """
    settings = load_settings(database=database)
    wanted = [source_of(settings, name) for name in names or settings.refresh_lists]
    failed = 0
    with _store(database) as store:
        for source in wanted:
            state = refresh_list(store, source, actor=ACTOR, clock=utc_now)
            outcome = "under way in another process" if state is None else str(state.outcome)
            failed += outcome in ("failed", "refused")
            if json:
                print_json({"list": source.name, **({"outcome": outcome} if state is None else state.as_dict())})
            else:
                line(f"{source.name}: {outcome}")
            if state is not None and state.detail:
                complain(state.detail)
    if failed:
        raise SystemExit(EXIT_REFUSED if failed == len(wanted) else EXIT_PARTLY)


@lists.command()
def history(
    name: Annotated[str | None, typer.Argument(help="A list such as un; without it, all.")] = None,
    json: Json = False,
    database: Database = None,
) -> None:
    """Every import that is kept, newest first; the versions in use are marked."""
    with _store(database) as store, store.read() as tx:
        kept = list_versions.history(tx, name)
    if json:
        print_json([version.as_dict() for version in kept])
        return
    if not kept:
        line("nothing was imported yet; the lists that ship with the package are in use")
        return
    table = Table("list", "version", "date", "entities", "names", "imported", "", box=None, header_style="bold")
    for version in kept:
        counts = (f"{version.counts.get('entities', 0):,}", f"{version.counts.get('names', 0):,}")
        mark = "in use" if version.active else ""
        date = version.list_date or "unknown"
        table.add_row(version.list, version.version, date, *counts, iso(version.imported_at), mark)
    out.print(table)


@lists.command()
def diff(
    before: Annotated[str, typer.Argument(help="A file, or LIST@VERSION; LIST alone is the version in use.")],
    after: Annotated[str, typer.Argument(help="Likewise; VERSION is a version, a date or the start of a hash.")],
    json: Json = False,
    database: Database = None,
) -> None:
    """What changed between two versions: entries added, removed and changed, field by field."""
    with _store(database) as store:
        old, new = _version(store, before), _version(store, after)
    if (new.custom or new.publisher == OPENSANCTIONS) and new.name != old.name and Path(after).is_file():
        new = load_watchlist(after, name=old.name)  # a list that goes by its file's name is the same one
    found = compare_versions(in_force(old), in_force(new))
    if json:
        print_json(found.as_dict())
        return
    _tell_diff(found, old.list_date, new.list_date)


@lists.command()
def rollback(
    name: Annotated[str, typer.Argument(help="The list, such as un.")],
    reason: Reason = None,
    to: Annotated[str | None, typer.Option(help="Version, date or hash; the one before by default.")] = None,
    json: Json = False,
    database: Database = None,
) -> None:
    """Put an older version in use again."""
    if not (reason and reason.strip()):
        raise ConfigError("rollback: say why with --reason; it is written into the audit trail")
    with _store(database) as store:
        version = roll_back(store, name, to, reason=reason, actor=ACTOR, now=utc_now())
    if json:
        print_json(version.as_dict())
        return
    line(f"{name}: version {version.version} of {version.list_date or 'unknown date'} is in use again")


@lists.command()
def export(
    name: Annotated[str, typer.Argument(help="The list, or LIST@VERSION.")],
    output: Annotated[Path | None, typer.Option("-o", "--output", help="File; standard output by default.")] = None,
    database: Database = None,
) -> None:
    """Write a version as FollowTheMoney JSON lines, delisted entries included; `lists import` reads it back."""
    with _store(database) as store:
        watchlist = _version(store, name)
    rows = (orjson.dumps(row, option=orjson.OPT_APPEND_NEWLINE) for row in export_ftm(watchlist))
    if output is None:
        sys.stdout.buffer.writelines(rows)
        sys.stdout.flush()
        return
    try:
        with output.open("wb") as file:
            file.writelines(rows)
    except OSError as error:
        raise ConfigError(f"{output}: cannot be written ({error.strerror}); choose another file") from None
    line(f"{output}: {len(watchlist.entities):,} entries of {watchlist.name} {watchlist.version}")


@contextmanager
def _store(database: str | None) -> Iterator[Store]:
    """The store of the settings, closed in the end."""
    with closing(open_store(load_settings(database=database).database)) as store:
        yield store


def _version(store: Store, wanted: str) -> Watchlist:
    """A file, or a kept version."""
    if Path(wanted).is_file():
        return load_watchlist(wanted)
    name, _, version = wanted.partition("@")
    with store.read() as tx:
        return read_version(tx, name, version or None)


def _tell(change: Change, counts: dict[str, Any]) -> None:
    """The import report."""
    watchlist = change.watchlist
    line(f"{watchlist.name}: version {watchlist.version} of {watchlist.list_date or 'unknown date'}: {change.outcome}")
    for key, value in counts.items():
        label = key.replace("_", " ")
        if isinstance(value, dict) and key != "by_programme":
            line(f"  {label}: {', '.join(f'{what} {count:,}' for what, count in value.items()) or 'none'}")
        elif isinstance(value, int | str):
            line(f"  {label}: {value}")
    if change.before is not None and change.outcome != "unchanged":
        counted = ", ".join(f"{count:,} {what}" for what, count in change.as_dict()["counts"].items())
        line(f"  against version {change.before.version}: {counted}")
    for refusal in change.refusals:
        line(f"  check: {refusal.reason}", style="yellow")
    for name in counts["damaged"]:
        line(f"  badly encoded, kept as it stands: {name}", style="yellow")
    for row in watchlist.unread:
        line(f"  not read: {row}", style="yellow")


def _tell_diff(found: ListDiff, old_date: str | None, new_date: str | None) -> None:
    """A difference for readers: + added, - removed, ~ changed."""
    line(f"{found.before} ({old_date or 'undated'}) -> {found.after} ({new_date or 'undated'})")
    line(f"{len(found.added):,} added, {len(found.removed):,} removed, {len(found.changed):,} changed")
    for sign, style, entities in (("+", "green", found.added), ("-", "red", found.removed)):
        for entity in entities:
            programmes = f" ({', '.join(entity.programmes)})" if entity.programmes else ""
            line(f"{sign} {entity.id} {entity.primary_name}{programmes}", style=style)
    for change in found.changed:
        line(f"~ {change.after.id} {change.after.primary_name}")
        for field in change.changes:
            line(f"    {field.sentence}")
