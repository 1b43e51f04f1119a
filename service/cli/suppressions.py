"""`flagstaff suppressions`: known false positives."""

from __future__ import annotations

from contextlib import closing
from datetime import UTC, datetime, timedelta
from typing import Annotated, Any

import typer
from rich.table import Table

from service.cli.app import app
from service.cli.console import line, out, print_json
from service.cli.options import ACTOR, Database
from service.clock import utc_now
from service.errors import InputError
from service.review import Asked
from service.settings import load_settings
from service.store.people import User
from service.wiring import Service, open_service

suppressions = typer.Typer(
    help="Known false positives: list, show, create, approve, review, revoke.", no_args_is_help=True
)
app.add_typer(suppressions, name="suppressions")

Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]
Id = Annotated[str, typer.Argument(help="The id that `suppressions list` prints.")]
Note = Annotated[str, typer.Option(help="Why; it stands in the audit trail.")]
Until = Annotated[str, typer.Option(help="Until when, YYYY-MM-DD; at most 180 days ahead.")]
ME = User(ACTOR, "admin")


def _service(database: str | None) -> Service:
    return open_service(load_settings(database=database))


@suppressions.command("list")
def list_suppressions(
    status: Annotated[str | None, typer.Option(help="proposed, active, expired, revoked or voided.")] = None,
    due: Annotated[int | None, typer.Option(min=0, help="Ending within so many days.")] = None,
    json: Json = False,
    database: Database = None,
) -> None:
    """Suppressions, those that end first come first."""
    with closing(_service(database)) as service:
        rows = service.suppressing.every(status=status, due_days=due)
    if json:
        print_json(rows)
        return
    table = Table("suppression", "status", "until", "owner", "alerts", "about", box=None, header_style="bold")
    for row in rows:
        table.add_row(
            row["id"], row["status"], row["until"][:10], row["owner"], str(row["alerts_covered"]), row["about"]
        )
    out.print(table)


@suppressions.command()
def show(suppression_id: Id, database: Database = None) -> None:
    """One suppression, as JSON."""
    with closing(_service(database)) as service:
        print_json(service.suppressing.show(suppression_id))


@suppressions.command()
def create(
    alert_id: Annotated[str, typer.Argument(help="The alert whose finding is a known false positive.")],
    reason: Annotated[str, typer.Option(help="A reason code, such as name_differs.")],
    note: Note,
    until: Until,
    entity: Annotated[list[str] | None, typer.Option(help="A party of the alert; several times.")] = None,
    source: Annotated[list[str] | None, typer.Option(help="A source of the alert; several times.")] = None,
    rule: Annotated[list[str] | None, typer.Option(help="A rule of the alert; without, all of them.")] = None,
    whole_rules: Annotated[
        bool, typer.Option("--whole-rules", help="All that the named rules find; 30 days at most, by two people.")
    ] = False,
    of_list: Annotated[
        list[str] | None, typer.Option("--list", help="Hits that name nobody but entries of this list; likewise.")
    ] = None,
    texts: Annotated[bool, typer.Option("--texts", help="These very words, whoever prints them.")] = False,
    database: Database = None,
) -> None:
    """Suppress what an alert found, in later articles and in alerts that wait and nobody has begun with."""
    asked = Asked(
        alert_id=alert_id,
        reason=reason,
        note=note,
        until=_end_of(until),
        rules=tuple(rule or ()),
        entity_ids=tuple(entity or ()),
        sources=tuple(source or ()),
        texts=texts,
        whole_rules=whole_rules,
        lists=tuple(of_list or ()),
    )
    with closing(_service(database)) as service:
        _told(service.suppressing.propose(asked, by=ME))


@suppressions.command()
def approve(suppression_id: Id, note: Note = "", database: Database = None) -> None:
    """Put somebody else's proposal in force."""
    with closing(_service(database)) as service:
        _told(service.suppressing.approve(suppression_id, note, by=ME))


@suppressions.command()
def review(
    suppression_id: Id,
    note: Note,
    until: Until,
    owner: Annotated[str | None, typer.Option(help="Who answers for it from now on.")] = None,
    database: Database = None,
) -> None:
    """Say that it was looked at again and stands."""
    with closing(_service(database)) as service:
        _told(service.suppressing.review(suppression_id, note, until=_end_of(until), owner=owner, by=ME))


@suppressions.command()
def revoke(suppression_id: Id, note: Note, database: Database = None) -> None:
    """Take a suppression back; the alerts that it covers are shown again."""
    with closing(_service(database)) as service:
        _told(service.suppressing.revoke(suppression_id, note, by=ME))


def _told(row: dict[str, Any]) -> None:
    """Where a suppression stands now."""
    waits = "; it waits for a second person" if row["status"] == "proposed" else ""
    line(f"{row['id']} is {row['status']} until {row['until'][:10]}{waits}")
    if row["leaves"]:
        line(f"it does not cover all that its own alert found by {', '.join(row['leaves'])}; that alert stays")


def _end_of(day: str) -> datetime:
    """The last second of a day, or the present time of the last day allowed. Raises InputError."""
    try:
        end = datetime.fromisoformat(f"{day}T23:59:59").replace(tzinfo=UTC)
    except ValueError:
        raise InputError(f"--until: {day!r} is not a day of the calendar; write YYYY-MM-DD") from None
    latest = utc_now() + timedelta(days=180)
    return latest if end.date() == latest.date() else end
