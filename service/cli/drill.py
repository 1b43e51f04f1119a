"""`flagstaff test-items` and `flagstaff articles why`: is what must be flagged flagged, and why was this not?"""

from __future__ import annotations

from contextlib import closing
from typing import Annotated

import typer

from service import drill
from service.cli.app import app
from service.cli.console import EXIT_PARTLY, line, print_json
from service.cli.options import ACTOR, Database, Rules, Watchlists
from service.settings import load_settings
from service.store import articles as kept_articles
from service.store import drills
from service.store.database import open_store
from service.wiring import load_screener, open_service

test_items = typer.Typer(help="Test articles: run, show.", no_args_is_help=True)
articles = typer.Typer(help="Stored articles: why.", no_args_is_help=True)
app.add_typer(test_items, name="test-items")
app.add_typer(articles, name="articles")

Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]


@test_items.command()
def run(json: Json = False, rules: Rules = None, watchlist: Watchlists = None, database: Database = None) -> None:
    """Plant the test articles: each goes the whole way to its alert, and nothing is kept but the result.

    Exit code 1 when one is not as expected.
    """
    settings = load_settings(database=database, rules=rules, watchlists=watchlist)
    with closing(open_service(settings)) as service:
        items = drill.load_items(settings.test_items)
        told = drill.run(service.store, service.intake, items, service.clock, actor=ACTOR) or {}
    if json:
        print_json(told)
    else:
        for one in told["items"]:
            line(f"{'ok    ' if one['passed'] else 'MISSED'} {one['item']}: {one['detail']} ({one['milliseconds']} ms)")
    if told["missed"]:
        raise SystemExit(EXIT_PARTLY)


@test_items.command()
def show(database: Database = None) -> None:
    """What came of the last round, as JSON; null before the first."""
    with closing(open_store(load_settings(database=database).database)) as store, store.read() as tx:
        print_json(drills.latest(tx))


@articles.command()
def why(
    article_id: Annotated[str, typer.Argument(help="The article's id.")],
    rule: Annotated[str | None, typer.Option(help="Ask about one rule, branch by branch.")] = None,
    json: Json = False,
    rules: Rules = None,
    watchlist: Watchlists = None,
    database: Database = None,
) -> None:
    """Why a stored article was not flagged: the nearest rules, what each lacked, names below the threshold."""
    settings = load_settings(database=database, rules=rules, watchlists=watchlist)
    with closing(open_store(settings.database)) as store, store.read() as tx:
        article = kept_articles.get(tx, article_id).article
    screener = load_screener(settings)
    told = screener.explain(article) if rule is None else screener.explain_rule(article, rule)
    if json:
        print_json(told.as_dict())
        return
    for text in told.lines():
        line(text)
