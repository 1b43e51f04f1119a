"""What a list entry shows beside a mention."""

from __future__ import annotations

from service.model.entity import Entity, Identifier, Name


def test_an_entry_shows_only_what_the_list_fills_in() -> None:
    """Empty fields are left out; identifiers come with their kind."""
    entity = Entity(
        id="own-7",
        list="own",
        schema="Vessel",
        names=(Name("GOLDEN HERON 6"),),
        countries=("TG",),
        identifiers=(Identifier("imo", "9000001"),),
    )
    assert entity.entry() == {
        "countries": ["TG"],
        "identifiers": [{"kind": "imo", "value": "9000001", "country": None, "note": None}],
    }
