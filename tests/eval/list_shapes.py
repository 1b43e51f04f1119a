"""Large files of layouts of which no real one is at hand, made of the entries that ship with the package."""

from __future__ import annotations

import csv
import dataclasses
import io
import json
from collections.abc import Iterator
from itertools import cycle, islice

import openpyxl

from service.model.entity import Entity
from service.watchlist.ftm import export_ftm
from service.watchlist.starter import load_starter

HEADINGS = ("id", "name", "aliases", "type", "country", "dob", "note")
_TARGETS = (
    "id,schema,name,aliases,birth_date,countries,addresses,identifiers,sanctions,phones,emails,program_ids,dataset,"
    "first_seen,last_seen,last_change"
).split(",")
_DATASET = "US OFAC Specially Designated Nationals (SDN) List"


def entries(count: int) -> list[Entity]:
    """So many entries of the OFAC list that ships, from its beginning, again and again when it has fewer."""
    return list(islice(cycle(load_starter()[1].entities), count))


def rows(count: int) -> Iterator[tuple[str, ...]]:
    """Rows of a customer's table of 80 to 150 bytes."""
    for number, entity in enumerate(entries(count), 1):
        aliases = "; ".join(name.text for name in entity.names[1:2])
        born = next(iter(entity.birth_dates), "1970-01-01")
        country = next(iter(entity.countries), "RU")
        yield f"C-{number:06d}", entity.names[0].text, aliases, entity.schema, country, born, "review due in June"


def table_csv(count: int) -> bytes:
    """A customer's CSV."""
    out = io.StringIO()
    table = csv.writer(out)
    table.writerow(HEADINGS)
    table.writerows(rows(count))
    return out.getvalue().encode()


def table_xlsx(count: int) -> bytes:
    """A customer's workbook."""
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("List")
    sheet.append(HEADINGS)
    for row in rows(count):
        sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _objects(count: int) -> Iterator[dict[str, str]]:
    """The rows as objects."""
    return (dict(zip(HEADINGS, row, strict=True)) for row in rows(count))


def table_jsonl(count: int) -> bytes:
    """A customer's JSON lines."""
    return b"".join(json.dumps(row, ensure_ascii=False).encode() + b"\n" for row in _objects(count))


def table_json(count: int) -> bytes:
    """A customer's JSON document."""
    return json.dumps({"entries": list(_objects(count))}, indent=2).encode()


def table_yaml(count: int) -> bytes:
    """A customer's YAML."""
    lines = (
        f"{'- ' if key == 'id' else '  '}{key}: {json.dumps(value)}\n"
        for row in _objects(count)
        for key, value in row.items()
    )
    return "".join(lines).encode()


def ftm(count: int) -> bytes:
    """OpenSanctions' `entities.ftm.json`."""
    found = [dataclasses.replace(entity, id=f"ofac-{number}") for number, entity in enumerate(entries(count))]
    watchlist = dataclasses.replace(load_starter()[1], entities=tuple(found))
    return b"".join(json.dumps(row).encode() + b"\n" for row in export_ftm(watchlist))


def names_txt(count: int) -> bytes:
    """OpenSanctions' `names.txt`."""
    return "\n".join(entity.names[0].text for entity in entries(count)).encode()


def targets(count: int) -> bytes:
    """OpenSanctions' `targets.simple.csv`."""
    out = io.StringIO()
    table = csv.writer(out, quoting=csv.QUOTE_ALL)
    table.writerow(_TARGETS)
    for number, entity in enumerate(entries(count)):
        aliases = ";".join(name.text for name in entity.names[1:])
        numbers = ";".join(item.value for item in entity.identifiers)
        born, countries = ";".join(entity.birth_dates), ";".join(entity.countries).lower()
        programmes = ";".join(entity.programmes)
        facts = (aliases, born, countries, "", numbers, _DATASET, "", "", programmes, _DATASET)
        days = ("2023-04-20T09:50:53", "2026-01-08T09:50:53", "2025-01-01T00:00:00")
        table.writerow((f"NK-{number:022d}", entity.schema, entity.names[0].text, *facts, *days))
    return out.getvalue().encode()
