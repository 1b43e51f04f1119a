"""Was an edited rule given a new version? `rules.lock.json` keeps version, hash and status of each rule by its uid."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from service.errors import RuleError
from service.ruleset.ruleset import RuleSet

LOCK_NAME = "rules.lock.json"


def lock_of(rules: RuleSet) -> dict[str, dict[str, str]]:
    """The lock that fits a set: uid to rule, version, sha256 and status."""
    rows = {
        rule.uid: {"rule": rule.id, "version": rule.version, "sha256": rule.sha256, "status": rule.status}
        for rule in (*rules.rules, *rules.idle)
    }
    return dict(sorted(rows.items(), key=lambda row: row[1]["rule"]))


def load_lock(folder: Path) -> dict[str, dict[str, str]] | None:
    """The lock of a rule folder, None where there is none; raises RuleError for a broken one."""
    file = folder / LOCK_NAME
    if not file.exists():
        return None
    try:
        found = json.loads(file.read_text(encoding="utf-8"))
    except ValueError as error:
        raise RuleError(
            f"not JSON: {error}; write it again with `flagstaff rules lint --update-lock`", path=str(file)
        ) from None
    return {str(uid): dict(row) for uid, row in found.items()}


def lock_text(rules: RuleSet) -> str:
    """The lock as it is written."""
    return json.dumps(lock_of(rules), indent=1) + "\n"


def lock_faults(rules: RuleSet, lock: Mapping[str, Mapping[str, str]]) -> list[RuleError]:
    """Rules that changed under the same version, went backwards, or are gone or new without the lock knowing."""
    out: list[RuleError] = []
    for rule in (*rules.rules, *rules.idle):
        node = rule.source
        if node is None:
            continue
        at = node.get("version") or node
        row = lock.get(rule.uid)
        if row is None:
            out.append(at.error("not in rules.lock.json; run `flagstaff rules lint --update-lock`", code="not-locked"))
        elif row["sha256"] != rule.sha256 and row["version"] == rule.version:
            message = (
                f"edited, but still version {rule.version}: raise it, then run `flagstaff rules lint --update-lock`"
            )
            out.append(at.error(message, code="no-version-bump"))
        elif version_number(rule.version) < version_number(row["version"]):
            message = f"version {rule.version} is older than the locked {row['version']}"
            out.append(at.error(message, code="version-backwards"))
    return out


def version_number(version: str) -> tuple[int, ...]:
    """A version for comparison."""
    return tuple(int(part) for part in version.split("."))
