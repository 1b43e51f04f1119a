"""The audit trail: what was done, by whom, and whether the chain still holds."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

import orjson
from fastapi import Query, Request, Response
from fastapi.responses import StreamingResponse

from service.store import audit
from service.web.access import TheService
from service.web.ui.pages import HEADERS, desk_router, show

router = desk_router("/desk/audit")

PAGE = 100
"""Events on one page."""
SLICE = 1000
"""Events read at once for an export."""


@router.get("")
def trail(
    request: Request, service: TheService, before: Annotated[int | None, Query(ge=1)] = None, check: bool = False
) -> Response:
    """The newest events before a number; `check` goes through the whole chain."""
    with service.store.read() as tx:
        seq, digest = audit.head(tx)
        upper = min(seq, before - 1) if before is not None else seq
        lower = max(0, upper - PAGE)
        events = audit.slice_of(tx, after=lower, upto=upper)[::-1]
        faults = audit.verify(tx) if check else None
    return show(
        request, "audit.html", events=events, head=(seq, digest), faults=faults, older=lower + 1 if lower else None,
    )  # fmt: skip


@router.get("/export")
def export(service: TheService) -> Response:
    """Every event, one JSON object a line; read slice by slice, so that a long chain holds up nobody."""

    def lines() -> Iterator[bytes]:
        after = 0
        while True:
            with service.store.read() as tx:
                events = audit.slice_of(tx, after=after, upto=after + SLICE)
            if not events:
                return
            yield b"".join(orjson.dumps(event) + b"\n" for event in events)
            after = events[-1]["seq"]

    headers = {**HEADERS, "Content-Disposition": 'attachment; filename="flagstaff-audit.ndjson"'}
    return StreamingResponse(lines(), media_type="application/x-ndjson", headers=headers)
