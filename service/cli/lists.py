"""`flagstaff lists`: what is on the watchlists."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.table import Table

from service.cli.app import app
from service.cli.console import complain, line, out, print_json
from service.cli.options import Database, Watchlists
from service.errors import NotFoundError
from service.listing import last_refreshes, lists_in_use
from service.model.entity import Entity, Watchlist
from service.settings import load_settings
from service.watchlist.past import in_force
from service.watchlist.report import describe

lists = typer.Typer(help="The watchlists: import, compare, go back, show, look up a name.", no_args_is_help=True)
app.add_typer(lists, name="lists")

Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]


@lists.command()
def show(
    entity: Annotated[str | None, typer.Argument(help="An entry such as un-KPe.050; without it, all lists.")] = None,
    watchlist: Watchlists = None,
    json: Json = False,
    database: Database = None,
) -> None:
    """The lists in use with their versions, or one entry in full."""
    settings = load_settings(database=database, watchlists=watchlist)
    loaded = lists_in_use(settings)
    if entity is not None:
        _show_entity(loaded, entity, json=json)
        return
    loaded = tuple(in_force(each) for each in loaded)
    if json:
        print_json([describe(each) for each in loaded])
        return
    table = Table("list", "version", "date", "entities", "names", "publisher", box=None, header_style="bold")
    for each in loaded:
        size = (f"{len(each.entities):,}", f"{each.name_count:,}")
        table.add_row(each.name, each.version, each.list_date or "unknown", *size, each.publisher)
    out.print(table)
    for name, state in last_refreshes(settings).items():
        if state.outcome in ("failed", "refused"):
            complain(f"{name}: the last refresh {state.outcome}: {state.detail}")


@lists.command()
def find(
    name: Annotated[str, typer.Argument(help="Words that stand in a listed name, or an identifier.")],
    watchlist: Watchlists = None,
    json: Json = False,
    database: Database = None,
) -> None:
    """Look a name up literally: entries with a name or identifier that contains these words, whatever their case.

    For a look-up that forgives spelling, use `flagstaff match`.
    """
    loaded = lists_in_use(load_settings(database=database, watchlists=watchlist))
    wanted = name.casefold().split()
    found = [
        (each, text) for source in loaded for each in source.entities if (text := _text_with(each, wanted)) is not None
    ]
    if not found:
        raise NotFoundError(f"no listed name or identifier contains {name!r}; try fewer words, or `flagstaff match`")
    if json:
        print_json([{**_facts(each), "matched": text} for each, text in found])
        return
    table = Table("entry", "type", "primary name", "matched", "programmes", box=None, header_style="bold")
    for each, text in found:
        table.add_row(each.id, each.schema, each.primary_name, text, ", ".join(each.programmes))
    out.print(table)


def _text_with(entity: Entity, wanted: list[str]) -> str | None:
    """The first name or identifier of an entry that contains all the words."""
    texts = [listed.text for listed in entity.names] + [identifier.value for identifier in entity.identifiers]
    return next((text for text in texts if all(word in text.casefold() for word in wanted)), None)


def _facts(entity: Entity) -> dict[str, object]:
    names = [{"text": listed.text, "kind": listed.kind, "quality": listed.quality} for listed in entity.names]
    return {
        "entity_id": entity.id,
        "list": entity.list,
        "schema": entity.schema,
        "primary_name": entity.primary_name,
        "names": names,
        "programmes": list(entity.programmes),
        "listed_on": entity.listed_on,
        **entity.entry(),
    }


def _show_entity(loaded: tuple[Watchlist, ...], entity_id: str, *, json: bool) -> None:
    wanted = entity_id.casefold()
    entity = next((each for source in loaded for each in source.entities if each.id.casefold() == wanted), None)
    if entity is None:
        names = ", ".join(source.name for source in loaded)
        raise NotFoundError(f"no entry {entity_id!r} on {names}; `flagstaff lists find NAME` looks names up")
    facts = _facts(entity)
    if json:
        print_json(facts)
        return
    for key, value in facts.items():
        if key == "names":
            line("names:")
            for listed in entity.names:
                line(f"  {listed.text}  ({listed.kind}, {listed.quality}, {listed.script})")
        elif value:
            shown = ", ".join(str(item) for item in value) if isinstance(value, list) else str(value)
            line(f"{key.replace('_', ' ')}: {shown}")
