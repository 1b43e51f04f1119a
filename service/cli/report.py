"""`flagstaff report`: alerts as HTML pages."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import Annotated

import typer

from service.cli.app import app
from service.cli.console import line
from service.cli.options import Database
from service.cli.written import write_report
from service.clock import utc_now
from service.errors import InputError
from service.report.case import case_dict, case_html, gather_case
from service.report.dossier import render_index_html
from service.settings import load_settings
from service.store import queue
from service.store.database import Transaction, open_store
from service.store.telling import story_of


@app.command()
def report(
    alert: Annotated[str | None, typer.Argument(help="The id that `alerts list` prints.")] = None,
    every: Annotated[bool, typer.Option("--all", help="All alerts: an index and a page for each beside it.")] = False,
    output: Annotated[
        Path, typer.Option("--output", "-o", help="The file to write: .html, or of one alert .pdf or .json.")
    ] = Path("alert.html"),
    database: Database = None,
) -> None:
    """Write the dossier of an alert as .html, .pdf or .json; or of all as self-contained pages."""
    if (alert is None) is not every:
        raise InputError("report: name one alert (`flagstaff alerts list` shows them), or give --all")
    with closing(open_store(load_settings(database=database).database)) as store, store.read() as tx:
        if alert is None:
            line(str(_write_all(tx, output).resolve()))
            return
        case = gather_case(tx, alert, now=utc_now())
    write_report(output, lambda: case_html(case), lambda: case_dict(case))


def _write_all(tx: Transaction, output: Path) -> Path:
    """The index at `output`, one page an alert in a folder beside it."""
    folder = output.with_suffix("")
    listed, links = [], []
    cursor = None
    while True:
        page = queue.page(tx, queue.Wanted(), order="-updated_at", cursor=cursor, limit=500)
        for row in page.rows:
            write_page(folder / f"{row.id}.html", case_html(gather_case(tx, row.id, now=utc_now())))
            behind = [dict(one.screening) for one in story_of(tx, row.id)]
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
