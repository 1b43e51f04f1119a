"""Watchlists: versions, differences, entries, and what is said to change them."""

from __future__ import annotations

import datetime as dt
from typing import Any, Literal

from pydantic import Field

from service.web.shapes.evidence import Shape
from service.web.shapes.review import Said
from service.web.shapes.screening import AgedListShape, SamePartyShape

_Refusals = list[dict[str, str]]  # the name `list` is taken where it is used
_Columns = list[str]


class RefreshShape(Shape):
    """The last time that the publisher was asked for a newer version."""

    tried_at: str | None = Field(examples=["2024-03-19T08:00:00.000000Z"])
    outcome: Literal["in use", "unchanged", "refused", "failed"] | None = Field(examples=["unchanged"])
    detail: str | None = Field(description="Why it was refused or failed.", examples=[None])
    succeeded_at: str | None = Field(examples=["2024-03-19T08:00:00.000000Z"])


class WatchlistShape(AgedListShape):
    """One list in use."""

    degraded: str | None = Field(description="A sentence when the list is older than 48 hours.", examples=[None])
    refresh: RefreshShape | None = None


class WatchlistsShape(Shape):
    """The lists in use."""

    items: list[WatchlistShape]


class KeptVersionShape(Shape):
    """One import of one list."""

    list: str = Field(examples=["un"])
    version: str = Field(examples=["0a1b2c3d4e5f"])
    sha256: str = Field(examples=["0a1b" * 16])
    list_date: str | None = Field(examples=["2024-03-18"])
    source: str = Field(examples=["consolidated.xml"])
    active: bool = Field(description="Whether it is in use.", examples=[True])
    imported_at: str = Field(examples=["2024-03-19T08:00:00.000000Z"])
    entities: int = Field(examples=[999])
    names: int = Field(examples=[4200])
    unread: int = Field(description="Rows that could not be read.", examples=[0])


class KeptVersionsShape(Shape):
    """Every kept version of a list, newest import first."""

    items: list[KeptVersionShape]


class DiffEntryShape(Shape):
    """Enough of an entry to know it by."""

    entity_id: str = Field(examples=["un-IRe.007"])
    primary_name: str = Field(examples=["ATOMIC ENERGY ORGANIZATION OF IRAN"])
    schema_: str = Field(alias="schema", examples=["Organization"])
    programmes: list[str] = Field(examples=[["Iran", "UN-SC1737"]])
    listed_on: str | None = Field(examples=["2006-12-23"])


class FieldChangeShape(Shape):
    """What came to a field of an entry and what went from it."""

    field: str = Field(examples=["names"])
    label: str = Field(description="What readers call the field.", examples=["names"])
    added: list[str] = Field(examples=[['"KOMID" (alias)']])
    removed: list[str] = Field(examples=[[]])
    sentence: str = Field(examples=['names: added "KOMID" (alias)'])


class ChangedEntryShape(Shape):
    """An entry that both versions have, and in which they differ."""

    entity_id: str = Field(examples=["un-KPe.001"])
    primary_name: str = Field(examples=["KOREA MINING DEVELOPMENT TRADING CORPORATION"])
    changes: list[FieldChangeShape]


class ListDiffShape(Shape):
    """What changed between two versions."""

    before: str = Field(examples=["0a1b2c3d4e5f"])
    after: str = Field(examples=["1b2c3d4e5f60"])
    counts: dict[str, int] = Field(examples=[{"added": 126, "changed": 4, "removed": 4}])
    added: list[DiffEntryShape]
    changed: list[ChangedEntryShape]
    removed: list[DiffEntryShape]


class ListChangeShape(Shape):
    """What became of a version that was sent."""

    outcome: Literal["in use", "unchanged"] = Field(examples=["in use"])
    list: str = Field(examples=["un"])
    version: str = Field(examples=["1b2c3d4e5f60"])
    sha256: str = Field(examples=["1b2c" * 16])
    list_date: str | None = Field(examples=["2024-03-18"])
    before: str | None = Field(description="The version that was in use.", examples=["0a1b2c3d4e5f"])
    counts: dict[str, int] = Field(examples=[{"added": 126, "changed": 4, "removed": 4}])
    refusals: _Refusals = Field(examples=[[]])


class EntityShape(Shape):
    """One entry in full; with `format=ftm` it is FollowTheMoney JSON instead."""

    entity: dict[str, Any] = Field(examples=[{"id": "un-KPe.050", "list": "un", "schema": "Organization"}])
    same_party: list[SamePartyShape] = Field(description="Its party, where it stands on several lists.")


class SentListQuery(Said):
    """What is said of a list that is sent."""

    filename: str | None = Field(None, description="Helps with formats that are told by it: `names.txt`, YAML.")
    date: dt.date | None = Field(None, description="The day of the list, where its file names none.")
    column: _Columns = Field([], description="FIELD=HEADING of a customer's own table, again for another.")
    override: str | None = Field(
        None,
        max_length=2000,
        description="Why it is taken although the checks speak against it; written into the audit trail.",
    )


class RollbackIn(Said):
    """Back to an older version."""

    reason: str = Field(min_length=1, max_length=2000, examples=["the publisher withdrew the file of today"])
    to: str | None = Field(None, description="Version, date or hash; else the one before.", examples=["2024-03-18"])
