"""Which files has a rule folder? Read, checked against their form, and put with their kind; mistakes are collected."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from service.errors import RuleError, RuleErrors
from service.ruleset.files import FILES
from service.ruleset.keys import resolve
from service.ruleset.schema import check, did_you_mean
from service.ruleset.source import Node, load_source

_NOT_AUTHORED = ("schema",)
"""Folders of what is generated."""


@dataclass(slots=True)
class Authored:
    """Checked files by their form, and the mistakes found so far."""

    files: dict[str, list[Node]] = field(default_factory=dict)
    errors: list[RuleError] = field(default_factory=list)

    def of(self, form: str) -> list[Node]:
        """The files of one form."""
        return self.files.get(form, [])


def load_authored(folder: Path) -> Authored:
    """Read and check every file of a folder, or one file."""
    if not folder.exists():
        raise RuleErrors([RuleError("no such file or folder; name the folder that holds the rules", path=str(folder))])
    files = sorted(folder.rglob("*.y*ml")) if folder.is_dir() else [folder]
    top = folder if folder.is_dir() else folder.parent
    out = Authored()
    for file in files:
        if file.relative_to(top).parts[0] in _NOT_AUTHORED or file.suffix not in (".yaml", ".yml"):
            continue
        shown = str(Path(folder.name) / file.relative_to(top)) if folder.is_dir() else str(folder)
        node, errors = load_source(file, shown)
        admit(node, errors, out)
    return out


def admit(node: Node, errors: Iterable[RuleError], out: Authored) -> None:
    """Check one file and put it with its form."""
    before = len(out.errors)
    out.errors.extend(errors)
    if not isinstance(node.value, dict):
        if len(out.errors) == before:
            out.errors.append(node.error("expected a mapping that begins with `schema: rule/1` (or another form)"))
        return
    form = node.get("schema")
    if form is None or form.text() not in FILES:
        known = ", ".join(FILES)
        said = f'"{form.text()}" is no known form' if form is not None else "the file lacks `schema`"
        remedy = did_you_mean(form.text(), FILES) if form is not None else ""
        out.errors.append((form or node).error(f"{said}{remedy or '; one of ' + known}", code="unknown-form"))
        return
    out.errors.extend(check(node, FILES[form.text()], resolve))
    out.files.setdefault(form.text(), []).append(node)
