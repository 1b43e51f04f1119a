"""`flagstaff match`: who on the lists is called this?"""

from __future__ import annotations

from typing import Annotated

import typer

from service.cli.app import app
from service.cli.console import EXIT_PARTLY, complain, line, print_json
from service.cli.options import Database, Watchlists
from service.names.search import search_names
from service.names.weights import DEFAULT_THRESHOLD
from service.settings import load_settings
from service.wiring import load_screener


@app.command()
def match(
    name: Annotated[str, typer.Argument(help="A name, however it is spelt.")],
    schema: Annotated[str | None, typer.Option(help="Person, Company, Vessel, ...")] = None,
    threshold: Annotated[float, typer.Option(min=0, max=1, help="Scores from here on are shown.")] = DEFAULT_THRESHOLD,
    limit: Annotated[int, typer.Option(min=1, max=1000)] = 10,
    watchlist: Watchlists = None,
    json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
    database: Database = None,
) -> None:
    """Look a name up on the lists, spelling forgiven, every answer scored and explained.

    Exit code 1 when nothing reaches the threshold. For a literal look-up, use `flagstaff lists find`.
    """
    screener = load_screener(load_settings(database=database, watchlists=watchlist))
    found = [one for one in search_names(name, screener.index, limit, schema=schema) if one.score >= threshold]
    if json:
        print_json([candidate.as_dict() for candidate in found])
    else:
        for candidate in found:
            line(f"{candidate.score:.4f}  {candidate.entity.id}  {candidate.entity.primary_name}")
            line(f"        {candidate.sentence}")
    if not found:
        complain(f"no listed name reaches {threshold} for {name!r}; try a lower --threshold")
        raise SystemExit(EXIT_PARTLY)
