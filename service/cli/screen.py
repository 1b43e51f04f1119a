"""`flagstaff screen`: articles in, screenings out."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Annotated, Any

import typer
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from service.cli.app import app
from service.cli.console import EXIT_PARTLY, complain, err, line, out, print_json
from service.cli.inputs import Unreadable, count_articles, read_articles
from service.cli.options import ACTOR, Database, Rules, Watchlists
from service.errors import ConfigError
from service.model.article import Article
from service.report.terminal import render_alert_text
from service.screening.screener import Screener
from service.settings import load_settings
from service.wiring import Service, load_screener, open_service


@app.command()
def screen(
    path: Annotated[str, typer.Argument(help=".txt, .html, .json, .jsonl, a folder of them, or - for standard input.")],
    json: Annotated[bool, typer.Option("--json", help="Print one screening/1 object per article and line.")] = False,
    rules: Rules = None,
    watchlist: Watchlists = None,
    title: Annotated[str | None, typer.Option(help="Headline, where the file does not tell.")] = None,
    published: Annotated[str | None, typer.Option(help="Publication date YYYY-MM-DD, likewise.")] = None,
    why: Annotated[bool, typer.Option("--why", help="Explain what was not flagged, and why not.")] = False,
    as_of: Annotated[
        str | None, typer.Option("--as-of", help="Screen against the lists of that day, YYYY-MM-DD.")
    ] = None,
    keep: Annotated[bool, typer.Option("--keep", help="Keep the articles and open alerts in the store.")] = False,
    database: Database = None,
) -> None:
    """Screen articles and show what they give evidence of. Nothing is kept without --keep.

    Exit code 0: every article was screened; 1: some could not be read (named on standard error); 2: none could.
    """
    articles = read_articles(path, title=title, published=published)
    settings = load_settings(database=database, rules=rules, watchlists=watchlist)
    screener = load_screener(settings, as_of=None if as_of is None else _day(as_of))
    service = open_service(settings, screener) if keep else None
    done = failed = 0
    for item in _progress(articles, count_articles(path)):
        if isinstance(item, Unreadable):
            complain(item)
            failed += 1
            continue
        done += 1
        result = _screened(service, screener, item)
        explanation = screener.explain(item) if why else None
        if json:
            print_json(result if explanation is None else {**result, "why": explanation.as_dict()})
            continue
        out.print(render_alert_text(result))
        for text in explanation.lines() if explanation is not None else ():
            line(text)
    if failed:
        complain(f"{failed} of {done + failed} articles could not be read")
        raise SystemExit(EXIT_PARTLY if done else 2)


def _day(text: str) -> str:
    """A day of the calendar. Raises ConfigError."""
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        raise ConfigError(f"--as-of: {text!r} is not a day of the calendar; write YYYY-MM-DD") from None


def _screened(service: Service | None, screener: Screener, article: Article) -> dict[str, Any]:
    """The `screening/1` object, with the id of its alert where it is kept."""
    if service is None:
        return {**screener.screen(article).as_dict(), "alert_id": None}
    return service.intake.receive(article, actor=ACTOR).screening


def _progress(items: Iterable[Article | Unreadable], expected: int | None) -> Iterator[Article | Unreadable]:
    """The items, with a bar on a terminal when there are many."""
    if expected is None or expected < 20 or not sys.stderr.isatty():
        yield from items
        return
    columns = (TextColumn("screening"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=err, transient=True) as bar:
        yield from bar.track(items, total=expected)
