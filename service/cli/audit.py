"""`flagstaff audit`: the chain of everything that was done."""

from __future__ import annotations

from contextlib import closing
from typing import Annotated

import typer

from service.cli.app import app
from service.cli.console import EXIT_PARTLY, complain, line, print_json
from service.cli.options import Database
from service.errors import InputError
from service.settings import load_settings
from service.store import audit as chain
from service.store.database import open_store

audit = typer.Typer(help="The audit chain: verify, export.", no_args_is_help=True)
app.add_typer(audit, name="audit")


@audit.command()
def verify(
    head: Annotated[
        str | None, typer.Option(help="A head exported earlier, NUMBER:HASH; shows whether the end was cut off.")
    ] = None,
    database: Database = None,
) -> None:
    """Check every event against the one before it. Exit code 1, naming the first bad one, when the chain is broken."""
    known = None if head is None else _head(head)
    with closing(open_store(load_settings(database=database).database)) as store, store.read() as tx:
        faults = chain.verify(tx, known_head=known)
        seq, digest = chain.head(tx)
    for fault in faults:
        complain(fault)
    if faults:
        raise SystemExit(EXIT_PARTLY)
    line(f"{seq} events, unbroken; head {seq}:{digest}")


@audit.command()
def export(
    after: Annotated[int, typer.Option(min=0, help="Only events after this number.")] = 0, database: Database = None
) -> None:
    """Print every event, one JSON object a line."""
    with closing(open_store(load_settings(database=database).database)) as store, store.read() as tx:
        for event in chain.export(tx, after=after):
            print_json(event)


def _head(text: str) -> tuple[int, str]:
    number, _, digest = text.partition(":")
    if not number.isdigit() or len(digest) != 64:
        raise InputError(f"--head {text!r}: write NUMBER:HASH, as `audit verify` printed it")
    return int(number), digest
