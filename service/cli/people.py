"""`flagstaff users` and `flagstaff keys`: who may do what."""

from __future__ import annotations

from contextlib import closing
from typing import Annotated

import typer
from rich.table import Table

from service.cli.app import app
from service.cli.console import line, out, print_json
from service.cli.options import ACTOR, Database
from service.clock import utc_now
from service.settings import load_settings
from service.store import accounts, people
from service.store.database import Store, open_store

users = typer.Typer(help="Users and their roles: create, list, revoke.", no_args_is_help=True)
keys = typer.Typer(help="API keys: create, list, revoke.", no_args_is_help=True)
app.add_typer(users, name="users")
app.add_typer(keys, name="keys")

Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]
UserName = Annotated[str, typer.Argument(help="The user's name.")]


def _store(database: str | None) -> Store:
    return open_store(load_settings(database=database).database)


@users.command("create")
def create_user(
    name: UserName,
    role: Annotated[str, typer.Option(help="submitter, analyst, admin or auditor.")],
    password: Annotated[
        bool, typer.Option("--password", help="Ask for a password, for logging in at the desk.")
    ] = False,
    database: Database = None,
) -> None:
    """Make a user. The first one ends the open mode: make an admin, and a key for them, first."""
    secret = typer.prompt("password", hide_input=True, confirmation_prompt=True) if password else None
    with closing(_store(database)) as store, store.write() as tx:
        user = accounts.create_user(tx, name, role, password=secret, actor=ACTOR, now=utc_now())
    line(f"{user.name} is {user.role}")


@users.command("list")
def list_users(json: Json = False, database: Database = None) -> None:
    """All users."""
    with closing(_store(database)) as store, store.read() as tx:
        rows = people.list_users(tx)
    _show(rows, json=json)


@users.command("revoke")
def revoke_user(name: UserName, database: Database = None) -> None:
    """Lock a user out; what they did stays."""
    with closing(_store(database)) as store, store.write() as tx:
        accounts.disable_user(tx, name, actor=ACTOR, now=utc_now())
    line(f"{name} is locked out")


@keys.command("create")
def create_key(
    user: Annotated[str, typer.Option(help="Whose key.")],
    days: Annotated[int | None, typer.Option(help="Valid for so many days; without, until revoked.")] = None,
    database: Database = None,
) -> None:
    """Make an API key and print it; it cannot be shown again."""
    with closing(_store(database)) as store, store.write() as tx:
        key = accounts.create_key(tx, user, days=days, actor=ACTOR, now=utc_now())
    line(key)


@keys.command("list")
def list_keys(json: Json = False, database: Database = None) -> None:
    """All keys, without their secrets."""
    with closing(_store(database)) as store, store.read() as tx:
        rows = people.list_keys(tx)
    _show(rows, json=json)


@keys.command("revoke")
def revoke_key(
    key_id: Annotated[str, typer.Argument(help="The id that `keys list` prints.")], database: Database = None
) -> None:
    """Make a key worthless."""
    with closing(_store(database)) as store, store.write() as tx:
        accounts.revoke_key(tx, key_id, actor=ACTOR, now=utc_now())
    line(f"{key_id} is revoked")


def _show(rows: list[dict[str, object]], *, json: bool) -> None:
    """Rows as JSON or as a table."""
    if json:
        print_json(rows)
        return
    table = Table(*(rows[0] if rows else ["nothing yet"]), box=None, header_style="bold")
    for row in rows:
        table.add_row(*("" if value is None else str(value) for value in row.values()))
    out.print(table)
