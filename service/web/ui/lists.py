"""The lists: ages, refreshes, versions, what changed between two of them, and single entries."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Any

from fastapi import Depends, Query, Request, Response

from service import refresh
from service.errors import InputError, NotFoundError
from service.model.alert import STALE_HOURS
from service.store import list_versions
from service.store.list_versions import ListVersion
from service.store.times import moment
from service.watchlist.diff import compare_versions
from service.watchlist.past import in_force
from service.watchlist.table_columns import read_mapping
from service.web.access import Actor, TheService
from service.web.entries import find_entry, parties_of
from service.web.freshness import told_lists
from service.web.imports import MAX_UPLOAD, Sent, put_in_use
from service.web.problems import Refusal
from service.web.ui.pages import desk_router, go, read_form, show, with_query
from service.web.ui.sending import SentFile, read_sent_file

router = desk_router("/desk")

Form = Annotated[dict[str, str], Depends(read_form)]
MOST = 250
"""Entries of a kind that a page of differences shows; the JSON has all."""


@router.get("/lists")
def lists(request: Request, service: TheService) -> Response:
    """The lists in use with their ages and last refresh, and every import that is kept."""
    with service.store.read() as tx:
        rows = _versions(list_versions.history(tx))
    return show(request, "lists.html", lists=told_lists(service), history=rows, stale_hours=STALE_HOURS)


@router.get("/lists/{name}")
def versions(request: Request, service: TheService, name: str) -> Response:
    """One list: its age, its last refresh, its versions, and for admins the way back."""
    row = next((row for row in told_lists(service) if row["name"] == name), None)
    if row is None:
        raise NotFoundError(f"no list {name!r} is loaded; the page of all lists names those that are")
    with service.store.read() as tx:
        history = _versions(list_versions.history(tx, name))
    return show(request, "list.html", row=row, history=history, stale_hours=STALE_HOURS)


@router.get("/lists/{name}/diff")
def diff(
    request: Request,
    service: TheService,
    name: str,
    before: Annotated[str, Query(alias="from")],
    after: Annotated[str, Query(alias="to")],
) -> Response:
    """What changed between two versions, entry by entry and field by field."""
    with service.store.read() as tx:
        old, new = (in_force(refresh.read_version(tx, name, wanted)) for wanted in (before, after))
    found = compare_versions(old, new).as_dict()
    json = with_query(f"/v1/watchlists/{name}/diff", **{"from": before, "to": after})
    return show(request, "list_diff.html", name=name, old=old, new=new, diff=found, json=json, most=MOST)


@router.post("/lists/{name}/rollback")
def roll_back(service: TheService, actor: Actor, name: str, form: Form) -> Response:
    """Put a kept version in use again; the reason goes into the audit trail."""
    reason = form.get("reason", "").strip()
    if not reason:
        raise InputError("reason: say why; it is written into the audit trail")
    refresh.roll_back(service.store, name, form.get("to") or None, reason=reason, actor=actor, now=service.clock())
    service.follow_lists()
    return go(f"/desk/lists/{name}")


async def _read_list(request: Request) -> SentFile:
    """The form that brings a list."""
    return await read_sent_file(request, MAX_UPLOAD)


@router.post("/lists/{name}/versions")
def add_version(
    service: TheService, actor: Actor, name: str, sent: Annotated[SentFile, Depends(_read_list)]
) -> Response:
    """Put a list in use as its publisher gives it; one that looks damaged is refused, and nothing changes."""
    day = sent.fields.get("date", "")
    try:
        date = dt.date.fromisoformat(day) if day else None
    except ValueError:
        raise InputError(f"date: {day!r} is not a day; write YYYY-MM-DD") from None
    columns = read_mapping(filter(None, map(str.strip, sent.fields.get("columns", "").split(";"))))
    put_in_use(
        service, name, Sent(sent.content, sent.name or None, date, columns, sent.fields.get("override")), actor=actor
    )
    return go(f"/desk/lists/{name}")


@router.post("/lists/{name}/refresh")
def refresh_now(service: TheService, actor: Actor, name: str, form: Form) -> Response:
    """Ask the publisher for a newer version now; the page then says what came of it."""
    if service.refresh_list(name, actor=actor) is None:
        raise Refusal(409, f"{name} is being refreshed by another process; look again in a minute", kind="conflict")
    service.follow_lists()
    return go(f"/desk/lists/{name}")


@router.get("/entities/{entity_id}")
def entry(request: Request, service: TheService, entity_id: str) -> Response:
    """One entry of the lists in use: its names, what tells it from namesakes, and its entries on other lists."""
    found = find_entry(service, entity_id)
    return show(request, "entry.html", entity=found, facts=found.entry(), same=parties_of(service, entity_id))


def _versions(history: list[ListVersion]) -> list[dict[str, Any]]:
    """Kept versions, newest first, each with the one of its list that was imported before it."""
    rows = []
    for place, version in enumerate(history):
        before = next((each for each in history[place + 1 :] if each.list == version.list), None)
        rows.append({"version": version, "at": moment(version.imported_at), "before": before})
    return rows
