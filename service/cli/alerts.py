"""`flagstaff alerts`: what was kept, and which articles tell the same event."""

from __future__ import annotations

from contextlib import closing
from mimetypes import guess_type
from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table

from service.cli.app import app
from service.cli.console import EXIT_PARTLY, line, out, print_json
from service.cli.options import ACTOR, Database
from service.clock import utc_now
from service.errors import InputError
from service.replay import replay as replay_alert
from service.report.terminal import render_alert_text
from service.review import Upload
from service.settings import load_settings
from service.store import queue
from service.store.database import open_store
from service.store.people import User
from service.store.telling import show_alert, show_row, story_of
from service.wiring import open_service

alerts = typer.Typer(help="Alerts in the store: list, show, split, merge, attach, replay.", no_args_is_help=True)
app.add_typer(alerts, name="alerts")

ME = User(ACTOR, "admin")
AlertId = Annotated[str, typer.Argument(help="The id that `alerts list` prints.")]
Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]


@alerts.command("list")
def list_alerts(
    band: Annotated[str | None, typer.Option(help="alert or review.")] = None,
    state: Annotated[str | None, typer.Option(help="Such as new.")] = None,
    rule: Annotated[str | None, typer.Option(help="A rule or a regime, such as un-dprk.")] = None,
    limit: Annotated[int, typer.Option(min=1, max=10_000)] = 50,
    json: Json = False,
    database: Database = None,
) -> None:
    """Alerts, the newest change first."""
    wanted = queue.Wanted(band=band, state=state, rule=rule)
    with closing(open_store(load_settings(database=database).database)) as store, store.read() as tx:
        rows = queue.page(tx, wanted, order="-updated_at", cursor=None, limit=limit).rows
        documents = [show_row(tx, row, now=utc_now()) for row in rows]
        total = queue.count(tx, wanted)
    if json:
        for document in documents:
            print_json(document)
        return
    table = Table("alert", "band", "severity", "points", "state", "summary", box=None, header_style="bold")
    for row in rows:
        table.add_row(row.id, row.band, row.severity, str(row.points), row.state, row.summary)
    out.print(table)
    line(f"{len(rows)} of {total} alerts", style="dim")


@alerts.command()
def show(
    alert_id: AlertId,
    json: Json = False,
    database: Database = None,
) -> None:
    """One alert: the screenings behind it, in full."""
    with closing(open_store(load_settings(database=database).database)) as store, store.read() as tx:
        document = show_alert(tx, alert_id, now=utc_now())
        behind = [] if json else [one.screening for one in story_of(tx, alert_id)]
    if json:
        print_json(document)
        return
    for screening in behind:
        out.print(render_alert_text(screening))
    line(f"alert {document['id']}, {document['state']}, opened {document['created_at']}", style="dim")


@alerts.command()
def split(
    alert_id: AlertId,
    article: Annotated[list[str], typer.Option(help="An article that tells another event; several times.")],
    note: Annotated[str, typer.Option(help="Why.")],
    database: Database = None,
) -> None:
    """Some articles leave an alert and make one of their own; later copies follow them."""
    with closing(open_service(load_settings(database=database))) as service:
        done = service.regrouping.split(alert_id, article, note, by=ME)
    line(f"{len(done.split_off['story']['articles'])} articles are alert {done.split_off['id']} now")


@alerts.command()
def merge(
    alert_id: AlertId,
    into: Annotated[str, typer.Option(help="The alert that tells the same event.")],
    note: Annotated[str, typer.Option(help="Why.")],
    database: Database = None,
) -> None:
    """The articles of one alert go into another; the emptied one is closed."""
    with closing(open_service(load_settings(database=database))) as service:
        taken = service.regrouping.merge(alert_id, into, note, by=ME)
    line(f"alert {into} has {len(taken['story']['articles'])} articles now")


@alerts.command()
def attach(
    alert_id: AlertId,
    file: Annotated[Path, typer.Argument(help="PDF, PNG, JPEG, text, CSV, JSON, mail, DOCX or XLSX, up to 10 MB.")],
    database: Database = None,
) -> None:
    """Put a file with an alert."""
    try:
        content = file.read_bytes()
    except OSError as error:
        raise InputError(f"{file}: cannot be read ({error.strerror}); name a file") from None
    kind = guess_type(file.name)[0] or ""
    with closing(open_service(load_settings(database=database))) as service:
        kept = service.filing.attach(alert_id, Upload(name=file.name, media_type=kind, content=content), by=ME)
    line(f"{kept[-1]['name']}: {kept[-1]['size']:,} bytes, SHA-256 {kept[-1]['sha256']}")


@alerts.command()
def replay(
    alert_id: AlertId,
    json: Json = False,
    database: Database = None,
) -> None:
    """Screen an alert's articles again with the rules and lists of that time. Exit code 1 when anything differs."""
    settings = load_settings(database=database)
    with closing(open_service(settings)) as service:
        told = replay_alert(service.store, alert_id)
    if json:
        print_json(told)
    else:
        for article in told["articles"]:
            result = "identical" if article["identical"] else f"differs in {', '.join(article['differs_in'])}"
            line(f"{article['article_id']} revision {article['revision']}: {result}")
    if not told["identical"]:
        raise SystemExit(EXIT_PARTLY)
