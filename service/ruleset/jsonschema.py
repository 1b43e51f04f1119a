"""The published JSON Schemas (draft 2020-12): `python -m service.ruleset.jsonschema rules/schema` writes them."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path

from service.ruleset.files import FILES
from service.ruleset.keys import NAMED
from service.ruleset.schema import (
    Choice,
    Day,
    Either,
    Flag,
    Many,
    Number,
    Record,
    Ref,
    Table,
    Text,
    Type,
    Whole,
)

DIALECT = "https://json-schema.org/draft/2020-12/schema"

Json = dict[str, object]


def file_schema(form: str) -> Json:
    """The schema of one form of file."""
    title = form.replace("/", " file, version ")
    body = _of(FILES[form])
    used = {name: _of(NAMED[name]) for name in NAMED}
    return {"$schema": DIALECT, "title": title, **body, "$defs": used}


def schema_files() -> dict[str, str]:
    """File names (`rule.v1.schema.json`) and their texts."""
    out: dict[str, str] = {}
    for form in FILES:
        name, version = form.split("/")
        text = json.dumps(file_schema(form), ensure_ascii=False, indent=1)
        out[f"{name}.v{version}.schema.json"] = text + "\n"
    return out


def _of(type_: Type) -> Json:
    """The schema of a type."""
    if isinstance(type_, Ref):
        return {"$ref": f"#/$defs/{type_.name}"}
    if isinstance(type_, Either):
        kinds = [kind for kind in (type_.text, type_.listing, type_.mapping) if kind is not None]
        return {"anyOf": [_of(kind) for kind in kinds]}
    if isinstance(type_, Record):
        return _record(type_)
    if isinstance(type_, Table):
        return {
            "type": "object",
            "propertyNames": {"pattern": f"^(?:{type_.key})$"},
            "additionalProperties": _of(type_.value),
        }
    if isinstance(type_, Many):
        listing: Json = {"type": "array", "items": _of(type_.item)}
        if type_.least:
            listing["minItems"] = type_.least
        return {"anyOf": [_of(type_.item), listing]} if type_.single else listing
    return _scalar(type_)


def _scalar(type_: Type) -> Json:
    """The schema of a scalar."""
    if isinstance(type_, Choice):
        return {"enum": list(type_.options)}
    if isinstance(type_, Whole):
        return {"type": "integer", "minimum": type_.low, "maximum": type_.high}
    if isinstance(type_, Number):
        number: Json = {"type": "number"}
        return {"anyOf": [number, {"type": "string", "pattern": r"^\$"}]} if type_.param else number
    if isinstance(type_, Flag):
        return {"type": "boolean"}
    if isinstance(type_, Day):
        return {"type": "string", "format": "date", "pattern": r"^\d{4}-\d{2}-\d{2}$"}
    if isinstance(type_, Text) and type_.pattern:
        return {"type": "string", "pattern": f"^(?:{type_.pattern})$"}
    # Words may be written without quotes, and editors read a bare 2024 as a number.
    return {"type": ["string", "number", "boolean"], "minLength": 1}


def _record(type_: Record) -> Json:
    """The schema of a mapping with known keys."""
    properties: dict[str, object] = {}
    for name, key in type_.keys.items():
        properties[name] = {"description": key.doc, **_of(key.type)}
    out: Json = {"type": "object", "additionalProperties": False, "properties": properties}
    if required := [name for name, key in type_.keys.items() if key.required]:
        out["required"] = required
    if type_.one_of:
        out["oneOf"] = [{"required": [name]} for name in type_.one_of]
    return out


def main(arguments: Sequence[str]) -> int:
    """Write the schemas into a folder."""
    folder = Path(arguments[0])
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in schema_files().items():
        (folder / name).write_text(text, encoding="utf-8")
        print(folder / name)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
