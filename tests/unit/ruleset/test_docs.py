"""The page on rules says what the loader says."""

from __future__ import annotations

import re
from pathlib import Path

from service.ruleset.files import FILES
from service.ruleset.keys import resolve
from service.ruleset.reference import reference
from service.ruleset.schema import check
from service.ruleset.source import parse_yaml

PAGE = Path(__file__).resolve().parents[3] / "docs" / "rules.md"


def test_every_key_is_documented() -> None:
    """The tables at the end are those of the key tables."""
    text = PAGE.read_text(encoding="utf-8")
    assert text.endswith(reference()), "run python -m service.ruleset.reference docs/rules.md"


def test_every_file_shown_is_right() -> None:
    """Each YAML block with a `schema` fits its form."""
    blocks = re.findall(r"```yaml\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    assert blocks
    for block in blocks:
        node, errors = parse_yaml(block, "docs/rules.md")
        form = node.get("schema")
        assert form is not None, block
        assert [*errors, *check(node, FILES[form.text()], resolve)] == [], block
