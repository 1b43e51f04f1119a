"""`flagstaff report`: alerts as HTML pages."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import Annotated

import typer

from service.cli.app import app
from service.cli.console import line
from service.cli.options import Database
from service.clock import utc_now
from service.errors import InputError
from service.report.dossier import render_alert_html, render_index_html
from service.settings import load_settings
from service.store import audit, queue
from service.store.database import Transaction, open_store
from service.store.telling import show_alert, show_row, story_of


@app.command()
def report(
    alert: Annotated[str | None, typer.Argument(help="The id that `alerts list` prints.")] = None,
    every: Annotated[bool, typer.Option("--all", help="All alerts: an index and a page for each beside it.")] = False,
    output: Annotated[Path, typer.Option("--output", "-o", help="The HTML file to write.")] = Path("alert.html"),
    database: Database = None,
) -> None:
    """Write the report of an alert, or of all, as self-contained HTML."""
    if (alert is None) is not every:
        raise InputError("report: name one alert (`flagstaff alerts list` shows them), or give --all")
    with closing(open_store(load_settings(database=database).database)) as store, store.read() as tx:
        if alert is None:
            written = _write_all(tx, output)
        else:
            written = output
            write_page(output, _page(tx, alert))
    line(str(written.resolve()))


def _page(tx: Transaction, alert_id: str) -> str:
    document = show_alert(tx, alert_id, now=utc_now())
    history = audit.history(tx, f"alert/{alert_id}")
    return render_alert_html(document, [one.screening["article"] for one in story_of(tx, alert_id)], history=history)


def _write_all(tx: Transaction, output: Path) -> Path:
    """The index at `output`, one page an alert in a folder beside it."""
    folder = output.with_suffix("")
    listed, links = [], []
    cursor = None
    while True:
        page = queue.page(tx, queue.Wanted(), order="-updated_at", cursor=cursor, limit=500)
        for row in page.rows:
            document = show_row(tx, row, now=utc_now())
            behind = [dict(one.screening) for one in story_of(tx, row.id)]
            told = [each["article"] for each in behind]
            history = audit.history(tx, f"alert/{row.id}")
            write_page(folder / f"{row.id}.html", render_alert_html(document, told, history=history))
            listed.append(behind[0])
            links.append(f"{folder.name}/{row.id}.html")
        if (cursor := page.next_cursor) is None:
            break
    write_page(output, render_index_html(listed, links))
    return output


def write_page(path: Path, content: str) -> None:
    """Write a file, its folder too. Raises InputError where that cannot be done."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    except OSError as error:
        raise InputError(f"{path}: cannot be written ({error.strerror}); name another file with -o") from None
