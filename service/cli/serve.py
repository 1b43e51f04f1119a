"""`flagstaff serve`: the REST API and the desk."""

from __future__ import annotations

from contextlib import closing
from typing import Annotated

import typer

from service.cli.app import app
from service.cli.console import say
from service.cli.options import Database, Rules, Watchlists
from service.errors import ConfigError
from service.settings import load_settings

LOOPBACK = ("127.0.0.1", "::1", "localhost")


@app.command()
def serve(
    host: Annotated[str | None, typer.Option(help="Address to listen on (FLAGSTAFF_HOST).")] = None,
    port: Annotated[int | None, typer.Option(help="Port to listen on (FLAGSTAFF_PORT).")] = None,
    rules: Rules = None,
    watchlist: Watchlists = None,
    database: Database = None,
) -> None:
    """Serve the REST API (`/v1`, described by `/openapi.json`) and the desk until interrupted."""
    import uvicorn

    from service.logs import configure_logs
    from service.store import people
    from service.store.database import open_store
    from service.web.app import create_app
    from service.wiring import open_service

    settings = load_settings(database=database, rules=rules, watchlists=watchlist, host=host, port=port)
    configure_logs(settings.log_level, style=settings.log_format)
    with closing(open_store(settings.database)) as store, store.read() as tx:
        open_to_all = not people.any_user(tx)
    if open_to_all and settings.host not in LOOPBACK:
        raise ConfigError(
            f"host {settings.host}: a store without users is served on this machine only; make an admin first: "
            "`flagstaff users create NAME --role admin`, then `flagstaff keys create --user NAME`"
        )
    say("loading rules and lists")
    service = open_service(settings)
    service.real_screener().prepare()
    if open_to_all:
        say("OPEN: whoever reaches this machine's loopback acts as `local-admin`; `flagstaff users create` ends that")
    say(f"serving on http://{settings.host}:{settings.port}")
    try:
        uvicorn.run(
            create_app(service), host=settings.host, port=settings.port, log_level=settings.log_level,
            timeout_graceful_shutdown=25, server_header=False,
        )  # fmt: skip
    finally:
        service.close()
