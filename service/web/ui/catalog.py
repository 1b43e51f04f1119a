"""Rules with their law and examples: what articles are screened against."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import yaml
from fastapi import Request, Response

from service.errors import NotFoundError
from service.screening.screener import Screener
from service.store import figures, snapshots
from service.web.access import TheService
from service.web.ui.keeping import Kept
from service.web.ui.pages import desk_router, show
from service.wiring import Service

router = desk_router("/desk")

DAYS = 30
"""The stretch in which the alerts of each rule are counted."""


class _Words(yaml.SafeLoader):
    """Reads every scalar as the words that stand there: `NO` is a country, `1.0.0` a version."""

    yaml_implicit_resolvers = {}  # noqa: RUF012  (it is the library's own class attribute)


_TITLE = re.compile(r"^title:(.*)$", re.MULTILINE)


@router.get("/rules")
def rules(request: Request, service: TheService, q: str = "") -> Response:
    """All rules in use, by regime; `q` filters by words of the id or title."""
    files = _files(service, [str(row["id"]) for row in service.rules()])
    rows = [{**row, "title": _title(files.get(str(row["id"]), ""))} for row in service.rules()]
    words = q.casefold().split()
    wanted = [row for row in rows if all(word in f"{row['id']} {row['title']}".casefold() for word in words)]
    until = service.clock()

    def count() -> dict[str, int]:
        with service.store.read() as tx:
            return figures.alerts_by_facet(tx, "rule", until - timedelta(days=DAYS), until, most=10_000)

    kept: Kept = request.app.state.kept
    raised = kept.get("alerts by rule", count)
    regimes: dict[str, list[dict[str, Any]]] = {}
    for row in sorted(wanted, key=lambda row: str(row["id"])):
        regimes.setdefault(str(row["id"]).partition("/")[0], []).append(row)
    return show(request, "rules.html", regimes=regimes, q=q, total=len(rows), raised=raised, days=DAYS)


@router.get("/rules/{rule_id:path}")
def rule(request: Request, service: TheService, rule_id: str, run: bool = False) -> Response:
    """One rule: its law, what it looks for, its known gaps, its examples, and the file; `run` tries the examples."""
    row = next((row for row in service.rules() if row["id"] == rule_id), None)
    if row is None:
        raise NotFoundError(f"no rule {rule_id!r} is loaded")
    text = _files(service, [rule_id]).get(rule_id, "")
    document = yaml.load(text, Loader=_Words)  # noqa: S506  # nosec B506  (a SafeLoader that makes words only)
    read = document if isinstance(document, dict) else {}
    screener = service.screener
    loaded = screener.rules if isinstance(screener, Screener) else None
    law = [loaded.measures[one] for one in read.get("law") or () if loaded and one in loaded.measures]
    results = service.rulebook.run_examples([rule_id]) if run and loaded else ()
    return show(
        request, "rule.html", row=row, rule=read, text=text, law=law, ran=run,
        results={(one.section, one.number): one for one in results},
        failed=sum(one.failed for one in results), tried=len(results),
    )  # fmt: skip


def _title(text: str) -> str:
    """The title line of a rule's file; reading the whole file would take a thousand times longer."""
    found = _TITLE.search(text)
    return found[1].strip("\"' ") if found else ""


def _files(service: Service, rule_ids: list[str]) -> dict[str, str]:
    """The files of rules as the snapshot in use keeps them, by rule; those that are not kept are left out."""
    sha256 = service.screener.snapshot.sha256
    with service.store.read() as tx:
        places = {
            name: rule_id
            for name in snapshots.names(tx, sha256)
            for rule_id in rule_ids
            if name.endswith(f"/{rule_id}.yaml")
        }
        return {places[name]: content.decode() for name, content in snapshots.contents(tx, sha256, places).items()}
