"""What may an organisation change in the shipped rules? Add rules and words; change status, points and thresholds."""

from __future__ import annotations

from collections.abc import Sequence

from service.errors import RuleError
from service.ruleset.authored import Authored


def lay_over(base: Authored, overlays: Sequence[Authored], errors: list[RuleError]) -> tuple[Authored, dict[str, str]]:
    """The base with its overlays, and for each changed rule a note on what was changed and why."""
    return base, {}
