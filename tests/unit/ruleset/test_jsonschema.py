"""The published schemas say what the loader says."""

from __future__ import annotations

import re
from pathlib import Path

import jsonschema
import pytest

from service.ruleset.files import FILES
from service.ruleset.jsonschema import file_schema, schema_files
from service.ruleset.load import embedded_rules_dir
from service.ruleset.source import Node, load_source, parse_yaml

RULES = embedded_rules_dir()


def core(node: Node) -> object:
    """A node as an editor reads it: YAML 1.2 core."""
    if isinstance(node.value, dict):
        return {key: core(value) for key, value in node.value.items()}
    if isinstance(node.value, list):
        return [core(element) for element in node.value]
    text = node.value
    if node.plain and text is not None:
        if text in ("true", "false"):
            return text == "true"
        if re.fullmatch(r"[-+]?\d+", text):
            return int(text)
        if re.fullmatch(r"[-+]?(\.\d+|\d+(\.\d*)?)", text):
            return float(text)
    return text


@pytest.mark.parametrize("form", sorted(FILES))
def test_each_schema_is_a_schema(form: str) -> None:
    """Draft 2020-12, and closed at every level."""
    schema = file_schema(form)
    jsonschema.Draft202012Validator.check_schema(schema)
    todo = [schema]
    while todo:
        one = todo.pop()
        if one.get("type") == "object":
            assert "additionalProperties" in one
        todo += [value for value in one.values() if isinstance(value, dict)]
        todo += [item for value in one.values() if isinstance(value, list) for item in value if isinstance(item, dict)]


def test_every_shipped_file_fits_its_schema() -> None:
    """What an editor checks and what the loader reads are the same."""
    checked = 0
    for file in sorted(RULES.rglob("*.yaml")):
        node, errors = load_source(file, str(file))
        form = node.get("schema")
        assert not errors, errors
        assert form is not None, file
        validator = jsonschema.Draft202012Validator(file_schema(form.text()))
        faults = [f"{file}: {error.json_path}: {error.message[:200]}" for error in validator.iter_errors(core(node))]
        assert faults == []
        checked += 1
    assert checked >= 0


def test_the_written_schemas_are_current() -> None:
    """`rules/schema/` holds what the key tables give."""
    for name, text in schema_files().items():
        assert (Path(RULES) / "schema" / name).read_text(encoding="utf-8") == text, (
            f"{name}: run python -m service.ruleset.jsonschema rules/schema"
        )


def test_the_schema_refuses_what_the_loader_refuses() -> None:
    """An unknown key inside a finding."""
    node, _ = parse_yaml("schema: concepts/1\nconcepts:\n  a.b: {en: {nuns: [x]}}\n")
    validator = jsonschema.Draft202012Validator(file_schema("concepts/1"))
    assert not validator.is_valid(core(node))
