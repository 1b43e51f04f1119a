"""The reference of all keys at the end of docs/rules.md: `python -m service.ruleset.reference docs/rules.md`."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from service.ruleset.files import FILES
from service.ruleset.keys import NAMED
from service.ruleset.schema import Either, Many, Record, Ref, Table, Type, describe

HEADING = "## Every key\n"


def reference() -> str:
    """The tables of all files and of what stands in them, each record once."""
    out = [HEADING]
    seen: set[str] = set()
    for form, record in FILES.items():
        out.append(f"\n### `schema: {form}`\n")
        for number, (name, one) in enumerate(_records(record, seen)):
            if number:
                out.append(f"\n**{name}**\n")
            out.extend(_table(one))
    return "\n".join(out) + "\n"


def _records(record: Record, seen: set[str]) -> Iterator[tuple[str, Record]]:
    """A record and those inside it that have not been shown."""
    key = f"{record.name}:{','.join(record.keys)}"
    if key in seen:
        return
    seen.add(key)
    yield record.name, record
    for known in record.keys.values():
        for inner in _inside(known.type):
            yield from _records(inner, seen)


def _inside(type_: Type | None) -> Iterator[Record]:
    """The records that a type holds."""
    if isinstance(type_, Record):
        yield type_
    elif isinstance(type_, Ref):
        yield from _inside(NAMED[type_.name])
    elif isinstance(type_, Many):
        yield from _inside(type_.item)
    elif isinstance(type_, Table):
        yield from _inside(type_.value)
    elif isinstance(type_, Either):
        for one in (type_.text, type_.listing, type_.mapping):
            yield from _inside(one)


def _table(record: Record) -> Iterator[str]:
    """One record's keys."""
    yield "\n| key | value | what for |\n|---|---|---|"
    for name, key in record.keys.items():
        shown = f"**{name}**" if key.required else name
        value = describe(key.type).replace("|", "/")
        yield f"| {shown} | {value} | {key.doc} |"


def main(arguments: Sequence[str]) -> int:
    """Write the reference at the end of a page."""
    page = Path(arguments[0])
    before = page.read_text(encoding="utf-8").partition(HEADING)[0]
    page.write_text(before + reference(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
