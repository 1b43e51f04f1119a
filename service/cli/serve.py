"""`flagstaff serve`: the REST API and the desk."""

from __future__ import annotations

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
    """Serve the REST API (`/v1`, `/docs`) and the desk until interrupted."""
    import uvicorn

    from service.logs import configure_logs
    from service.web.app import create_app
    from service.wiring import open_service

    settings = load_settings(database=database, rules=rules, watchlists=watchlist, host=host, port=port)
    configure_logs(settings.log_level, style=settings.log_format)
    if settings.host not in LOOPBACK:
        raise ConfigError(
            f"host {settings.host}: without users the service answers on this machine only; keep 127.0.0.1 and put a "
            "proxy that checks who is asking before it"
        )
    say("loading rules and lists")
    service = open_service(settings)
    say(f"open to everyone on this machine as `local-admin`: http://{settings.host}:{settings.port}")
    try:
        uvicorn.run(
            create_app(service), host=settings.host, port=settings.port, log_level=settings.log_level,
            timeout_graceful_shutdown=25, server_header=False,
        )  # fmt: skip
    finally:
        service.close()
