"""Options that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

ACTOR = "local-admin"
"""Who acts on the command line: whoever may run it on this machine."""

Rules = Annotated[
    list[Path] | None,
    typer.Option("--rules", help="Rule folder instead of the embedded rules; again for an overlay."),
]
Watchlists = Annotated[
    list[Path] | None,
    typer.Option("--watchlist", help="List file instead of the starter lists; may be given several times."),
]
Database = Annotated[
    str | None, typer.Option("--database", help="Store, as an SQLAlchemy URL or an SQLite path (FLAGSTAFF_DATABASE).")
]
