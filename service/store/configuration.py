"""Which rules, lists, engine and policy were in use when: an event of the audit chain whenever they change."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol

from service.model.screening import Provenance
from service.store import audit
from service.store.database import Transaction


class InUse(Protocol):
    """A snapshot in use."""

    @property
    def sha256(self) -> str:
        """The name of its content."""
        ...

    @property
    def provenance(self) -> Provenance:
        """Versions and hashes of its rules and lists."""
        ...


def note(tx: Transaction, snapshot: InUse, policy_sha256: str, *, now: datetime) -> None:
    """Write down what is used from now on, when it is not what was used before."""
    said = snapshot.provenance
    data = {
        "snapshot": snapshot.sha256,
        "rules_sha256": said.rules_sha256,
        "lists": {name: version for name, version, _, _ in said.lists},
        "engine_version": said.engine_version,
        "policy_sha256": policy_sha256,
    }
    before = audit.latest(tx, "configuration")
    if before is None or before["data"] != data:
        was = None if before is None else before["to"]
        event = audit.Act(
            actor="system", type="configuration.changed", subject="configuration", from_=was,
            to=snapshot.sha256, data=data,
        )  # fmt: skip
        audit.append(tx, event, now=now)
