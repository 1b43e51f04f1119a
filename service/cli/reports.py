"""`flagstaff reports`: what managers and examiners ask for, from the store."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import closing
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import orjson
import typer

from service.cli.app import app
from service.cli.console import line
from service.cli.options import Database
from service.cli.written import open_output, write_report
from service.clock import utc_now
from service.errors import InputError
from service.report.examiner import Asked, write_pack
from service.report.exports import write_parquet
from service.report.gather import gather_period, gather_quality, gather_thresholds
from service.report.period import period_dict, render_period_html
from service.report.quality import quality_dict, render_quality_html
from service.report.schedule import Every, make_due
from service.report.table import alerts_csv
from service.report.thresholds import render_thresholds_html, thresholds_dict
from service.settings import load_settings
from service.store import queue
from service.store.database import open_store
from service.store.telling import walk
from service.wiring import open_service

reports = typer.Typer(help="Reports and exports from the store.", no_args_is_help=True)
app.add_typer(reports, name="reports")

_DAYS = ["%Y-%m-%d"]
Since = Annotated[datetime | None, typer.Option(formats=_DAYS, help="First day (UTC); thirty days ago without it.")]
Until = Annotated[datetime | None, typer.Option(formats=_DAYS, help="Day after the last one; tomorrow without it.")]
Output = Annotated[Path, typer.Option("--output", "-o", help="File to write; its ending gives the form.")]
PerPerson = Annotated[int, typer.Option(min=1, max=1000, help="Closed alerts of each person, at most.")]
Seed = Annotated[str, typer.Option(help="The same seed draws the same alerts.")]


class Schedule(StrEnum):
    """How often a report is made."""

    day = "day"
    week = "week"
    month = "month"


@reports.command()
def period(
    since: Since = None,
    until: Until = None,
    output: Output = Path("period.html"),
    database: Database = None,
) -> None:
    """What came in, what it raised and what became of it, as .html, .pdf or .json."""
    settings = load_settings(database=database)
    with closing(open_service(settings)) as service:
        told = gather_period(service.store, *_bounds(since, until), in_use=service.in_use(), now=utc_now())
    write_report(output, lambda: render_period_html(told), lambda: period_dict(told))


@reports.command()
def quality(
    since: Since = None,
    until: Until = None,
    per_person: PerPerson = 5,
    seed: Seed = "1",
    output: Output = Path("quality.html"),
    database: Database = None,
) -> None:
    """A sample of closed alerts of each person for a second look, and how often earlier looks agreed."""
    with closing(open_store(load_settings(database=database).database)) as store:
        told = gather_quality(store, *_bounds(since, until), per_person=per_person, seed=seed)
    write_report(output, lambda: render_quality_html(told), lambda: quality_dict(told))


@reports.command()
def thresholds(
    since: Since = None,
    until: Until = None,
    rule: Annotated[str | None, typer.Option(help="A rule or a regime, such as un-dprk; without it, all.")] = None,
    output: Output = Path("thresholds.html"),
    database: Database = None,
) -> None:
    """How precise the alerts were, by band, points and rule, and what a higher threshold would cost."""
    with closing(open_store(load_settings(database=database).database)) as store:
        told = gather_thresholds(store, *_bounds(since, until), rule=rule)
    write_report(output, lambda: render_thresholds_html(told), lambda: thresholds_dict(told))


@reports.command()
def examiner(
    since: Since = None,
    until: Until = None,
    per_person: PerPerson = 5,
    seed: Seed = "1",
    output: Output = Path("examiner.zip"),
    database: Database = None,
) -> None:
    """The examiner pack: configuration, rules and their tests, lists, people, reports, a sample, the audit trail."""
    first, last = _bounds(since, until)
    asked = Asked(since=first, until=last, seed=seed, per_person=per_person)
    with closing(open_service(load_settings(database=database))) as service, open_output(output) as out:
        write_pack(service.store, asked, service.present(), out, now=utc_now())
    line(str(output.resolve()))


@reports.command()
def export(
    output: Annotated[Path, typer.Option("--output", "-o", help="A .csv, .ndjson or .parquet file.")] = Path(
        "alerts.csv"
    ),
    band: Annotated[str | None, typer.Option(help="alert or review.")] = None,
    state: Annotated[str | None, typer.Option(help="Such as new.")] = None,
    rule: Annotated[str | None, typer.Option(help="A rule or a regime, such as un-dprk.")] = None,
    database: Database = None,
) -> None:
    """All alerts, or some, as a table (CSV, Parquet) or as `alert/1` objects (NDJSON)."""
    kind = output.suffix.lower()
    if kind not in (".csv", ".ndjson", ".parquet"):
        raise InputError(f"-o {output}: name a file that ends in .csv, .ndjson or .parquet")
    wanted = queue.Wanted(band=band, state=state, rule=rule)
    with closing(open_store(load_settings(database=database).database)) as store:
        found = walk(store, wanted, utc_now)
        if kind == ".parquet":
            write_parquet(found, output)
        else:
            lines = alerts_csv(found) if kind == ".csv" else _ndjson(found)
            with open_output(output) as out:
                out.writelines(text.encode() for text in lines)
    line(str(output.resolve()))


@reports.command()
def due(
    every: Annotated[Schedule, typer.Option(help="day, week or month.")] = Schedule.month, database: Database = None
) -> None:
    """Make the report of the last whole day, week or month unless it was made; for cron, where no service runs."""
    with closing(open_service(load_settings(database=database))) as service:
        kind: Every = every.value
        made = make_due(service.store, kind, service.in_use(), now=utc_now())
    line(f"made {made}" if made else "nothing was due")


def _ndjson(found: Iterator[Mapping[str, Any]]) -> Iterator[str]:
    """One object a line."""
    for alert in found:
        yield orjson.dumps(alert).decode() + "\n"


def _bounds(since: datetime | None, until: datetime | None) -> tuple[datetime, datetime]:
    """The period, in UTC. Raises InputError for days in the wrong order."""
    last = (until or utc_now().replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=1)).replace(
        tzinfo=UTC
    )
    first = since.replace(tzinfo=UTC) if since is not None else last - timedelta(days=30)
    if first >= last:
        raise InputError(f"--since {first.date()}: give a day before --until {last.date()}")
    return first, last
