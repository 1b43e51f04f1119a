"""The starter lists that ship with the package: facts in a compact form, made by `build_starter`.

A file is gzipped JSON: `{name, title, publisher, list_date, source, entities: [[...]]}`, an entity being the values of
`_COLUMNS` in order, cut after the last one that is not empty. Street addresses and long descriptions are left out.
"""

from __future__ import annotations

import gzip
import hashlib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

import orjson

from service.errors import ListError
from service.model.entity import Entity, Identifier, Name, Watchlist
from service.watchlist.source import no_garbage
from service.watchlist.values import script_of

FORMAT = "starter/1"
LISTS = ("un", "ofac")
"""Names of the starter lists, in the order in which they are loaded."""

_COLUMNS = (
    "source_ref", "schema", "names", "programmes", "countries", "nationalities", "birth_dates", "birth_places",
    "gender", "positions", "identifiers", "listed_on", "linked", "topics",
)  # fmt: skip
_MAX_POSITION = 100


def encode(watchlist: Watchlist) -> bytes:
    """The list in its compact form, unpacked; the same list gives the same bytes."""
    return orjson.dumps(
        {
            "format": FORMAT,
            "name": watchlist.name,
            "title": watchlist.title,
            "publisher": watchlist.publisher,
            "list_date": watchlist.list_date,
            "source": watchlist.source,
            "entities": [_encode_entity(entity) for entity in watchlist.entities],
        }
    )


def _encode_entity(entity: Entity) -> list[Any]:
    """The columns of one entity, empty ones at the end left out."""
    values: dict[str, Any] = {column: getattr(entity, column) for column in _COLUMNS}
    values["names"] = [_encode_name(name) for name in entity.names]
    values["positions"] = [text for text in entity.positions if len(text) <= _MAX_POSITION]
    values["identifiers"] = [_trimmed([item.kind, item.value, item.country, item.note]) for item in entity.identifiers]
    if entity.topics == ("sanction",):
        values["topics"] = None
    return _trimmed([values[column] or None for column in _COLUMNS])


def _encode_name(name: Name) -> list[Any]:
    """A name without what its text tells anyway."""
    script = None if name.script == script_of(name.text) == "Latin" else name.script
    return _trimmed([name.text, None if name.kind == "alias" else name.kind, script, name.language])


def _trimmed(values: list[Any]) -> list[Any]:
    """The values up to the last one that says something."""
    while values and values[-1] is None:
        values.pop()
    return values


def decode(data: bytes, label: str) -> Watchlist:
    """The list from its compact form. Raises ListError for anything else."""
    try:
        document = orjson.loads(data)
    except ValueError as error:
        raise ListError(f"{label}: damaged ({error}); install the package again") from None
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        raise ListError(f"{label}: not of the format {FORMAT}; install the package again")
    name = document["name"]
    sha256 = hashlib.sha256(data).hexdigest()
    return Watchlist(
        name=name,
        entities=tuple(_decode_entities(document["entities"], name)),
        sha256=sha256,
        list_date=document["list_date"],
        version=sha256[:12],
        title=document["title"],
        publisher=document["publisher"],
        source=document["source"],
    )


def _decode_entities(rows: list[list[Any]], list_: str) -> Iterable[Entity]:
    """The entities, in file order. Written for speed: every start of a command waits for it."""
    width = len(_COLUMNS)
    sanction = ("sanction",)
    for row in rows:
        row += [None] * (width - len(row))
        ref, schema, names, programmes, countries, nationalities, dates, places = row[:8]
        gender, positions, identifiers, listed_on, linked, topics = row[8:]
        yield Entity(
            f"{list_}-{ref}",
            list_,
            schema,
            tuple([_decode_name(*name) for name in names]),
            tuple(programmes or ()),
            sanction if topics is None else tuple(topics),
            tuple(countries or ()),
            tuple(nationalities or ()),
            tuple(dates or ()),
            tuple(places or ()),
            gender,
            tuple(positions or ()),
            tuple([Identifier(*item) for item in identifiers or ()]),
            (),
            listed_on,
            None,
            ref,
            tuple(linked or ()),
        )


def _decode_name(text: str, kind: Any = None, script: str | None = None, language: str | None = None) -> Name:
    """A name from its compact form."""
    kind = kind or "alias"
    return Name(text, kind, "weak" if kind == "weak" else "strong", script or "Latin", language)


def load_starter() -> tuple[Watchlist, ...]:
    """The starter lists of this package, `un` and `ofac`; read once per process.

    They are facts of a past day (`list_date`): load a current list before you rely on a result.
    """
    return tuple(map(starter_list, LISTS))


@cache
def starter_list(name: str) -> Watchlist:
    """One of the starter lists, by one of the names in `LISTS`; read once per process."""
    with no_garbage():
        return _load(files("service.watchlist").joinpath("starter", f"{name}.json.gz"))


def _load(file: Traversable) -> Watchlist:
    """One starter list."""
    return decode(gzip.decompress(file.read_bytes()), f"starter/{file.name}")
