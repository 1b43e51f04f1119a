"""The snapshot: one content-hashed set of rules and lists, named by every screening."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass

from service.model.entity import Watchlist
from service.model.screening import Provenance
from service.ruleset.ruleset import RuleSet


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What a screening was made with. `sha256` covers the rules (concepts, law, party policy) and every list."""

    sha256: str
    provenance: Provenance
    rules: RuleSet
    watchlists: tuple[Watchlist, ...]


def take_snapshot(rules: RuleSet, watchlists: Sequence[Watchlist], *, engine_version: str) -> Snapshot:
    """Name a set of rules and lists by its content."""
    provenance = Provenance(
        engine_version=engine_version,
        rules_sha256=rules.sha256,
        rules=tuple((rule.id, rule.version, rule.sha256, rule.status) for rule in rules.rules),
        lists=tuple((lst.name, lst.version or lst.sha256[:12], lst.sha256, lst.list_date) for lst in watchlists),
    )
    content = json.dumps(provenance.as_dict(), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    digest = hashlib.sha256(content.encode()).hexdigest()
    return Snapshot(sha256=digest, provenance=provenance, rules=rules, watchlists=tuple(watchlists))
