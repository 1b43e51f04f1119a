"""One thing that an author should mend, at its place, with its remedy."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from service.ruleset.source import Node

Severity = Literal["error", "warning", "note"]


@dataclass(frozen=True, slots=True)
class LintFinding:
    """One thing to mend."""

    severity: Severity
    code: str
    message: str
    path: str
    line: int
    col: int

    def __str__(self) -> str:
        """`path:line:col: severity code: message`."""
        return f"{self.path}:{self.line}:{self.col}: {self.severity} {self.code}: {self.message}"

    def as_dict(self) -> dict[str, object]:
        """The finding as JSON."""
        return {name: getattr(self, name) for name in self.__slots__}


def finding_at(node: Node, severity: Severity, code: str, message: str) -> LintFinding:
    """A finding at a value."""
    return LintFinding(severity, code, message, node.path, node.line, node.col)


def listed(node: Node, *keys: str) -> list[Node]:
    """The elements under a path of keys."""
    found: Node | None = node
    for key in keys:
        found = found.get(key) if found is not None else None
    return found.elements() if found is not None else []
