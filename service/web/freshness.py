"""How fresh are the lists? Computed at the door, at the moment of the answer."""

from __future__ import annotations

from typing import Any

from service.model.alert import stale
from service.store import list_states
from service.wiring import Service


def told_lists(service: Service) -> list[dict[str, Any]]:
    """The lists in use, each with its age, a sentence when it is out of date, and what the last refresh brought."""
    with service.store.read() as tx:
        states = list_states.states(tx)
    return [
        {
            **row,
            "degraded": stale(row["name"], row["age_hours"]),
            "refresh": states[row["name"]].as_dict() if row["name"] in states else None,
        }
        for row in service.watchlists()
    ]
