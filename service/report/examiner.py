"""The examiner pack: what an installation was set to do in a period, what it did, and how its work can be checked."""

from __future__ import annotations

import hashlib
import json
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import IO, Any

from service.report.case import case_dict, case_html, gather_case
from service.report.gather import InUse, gather_period, gather_quality, gather_thresholds
from service.report.pages import render
from service.report.period import period_dict, render_period_html
from service.report.quality import quality_dict, render_quality_html
from service.report.thresholds import render_thresholds_html, thresholds_dict
from service.store import audit, list_versions, people, snapshots
from service.store.database import Store, Transaction

Json = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What the pack is to cover: from `since` until before `until`; `seed` draws the samples."""

    since: datetime
    until: datetime
    seed: str
    per_person: int = 5
    """Closed alerts of each analyst."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Present:
    """What the store does not hold: settings without secrets, the policy, what is in use, and the rules' own tests."""

    engine_version: str
    settings: Json
    policy: Json
    in_use: InUse
    rule_tests: Callable[[], Sequence[Json]] = field(default=list)
    """Runs the examples of the rules in use, when the pack comes to them."""


def write_pack(store: Store, asked: Asked, present: Present, out: IO[bytes], *, now: datetime) -> None:
    """Write the pack as a zip archive: documents, pages that open in any browser, and a manifest with their hashes.

    The same store, period and seed give the same documents.
    """
    manifest: dict[str, dict[str, Any]] = {}
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in _documents(store, asked, present, now=now):
            manifest[name] = {"sha256": hashlib.sha256(content).hexdigest(), "bytes": len(content)}
            archive.writestr(_entry(name, now), content)
        archive.writestr(_entry("MANIFEST.json", now), _json(manifest))
        page = render("pack.html", asked=asked, present=present, names=sorted(manifest), made_at=now)
        archive.writestr(_entry("index.html", now), page.encode())


def _documents(store: Store, asked: Asked, present: Present, *, now: datetime) -> Iterator[tuple[str, bytes]]:
    """The documents with their names, one after the other."""
    yield from _setup(store, present)
    yield from _reports(store, asked, present, now=now)
    yield from _sample(store, asked, now=now)
    yield "rules/test-results.json", _json(list(present.rule_tests()))
    with store.read() as tx:
        yield from _trail(tx)


def _setup(store: Store, present: Present) -> Iterator[tuple[str, bytes]]:
    """How it was set up: configuration, rules, lists, people."""
    in_use = present.in_use
    configuration = {
        "engine_version": present.engine_version,
        "snapshot": in_use.snapshot,
        "settings": dict(present.settings),
        "policy": dict(present.policy),
        "rules": list(in_use.rules),
        "lists": [dict(row) for row in in_use.lists],
    }
    yield "configuration.json", _json(configuration)
    with store.read() as tx:
        yield "lists/in-use.json", _json([dict(row) for row in in_use.lists])
        yield "lists/versions.json", _json([version.as_dict() for version in list_versions.history(tx)])
        yield "people/users.json", _json(people.list_users(tx))
        yield "people/keys.json", _json(people.list_keys(tx))
        yield from _rule_files(tx, in_use.snapshot)


def _rule_files(tx: Transaction, snapshot: str) -> Iterator[tuple[str, bytes]]:
    """The rules as they were read."""
    if not snapshots.is_kept(tx, snapshot):
        return
    names = [name for name in snapshots.names(tx, snapshot) if name.startswith("rules/")]
    yield from sorted(snapshots.contents(tx, snapshot, names).items())


def _reports(store: Store, asked: Asked, present: Present, *, now: datetime) -> Iterator[tuple[str, bytes]]:
    """What it did: the period in figures, the sample for a second look, the thresholds."""
    period = gather_period(store, asked.since, asked.until, in_use=present.in_use, now=now)
    yield "reports/period.json", _json(period_dict(period))
    yield "reports/period.html", render_period_html(period).encode()
    quality = gather_quality(store, asked.since, asked.until, per_person=asked.per_person, seed=asked.seed)
    yield "reports/quality.json", _json(quality_dict(quality))
    yield "reports/quality.html", render_quality_html(quality).encode()
    thresholds = gather_thresholds(store, asked.since, asked.until)
    yield "reports/thresholds.json", _json(thresholds_dict(thresholds))
    yield "reports/thresholds.html", render_thresholds_html(thresholds).encode()


def _sample(store: Store, asked: Asked, *, now: datetime) -> Iterator[tuple[str, bytes]]:
    """The closed alerts that the seed draws, in full, each with its events."""
    quality = gather_quality(store, asked.since, asked.until, per_person=asked.per_person, seed=asked.seed)
    for one in quality.sampled:
        alert_id = one.decision.alert_id
        with store.read() as tx:
            case = gather_case(tx, alert_id, now=now)
        yield f"alerts/{alert_id}.json", _json(case_dict(case))
        yield f"alerts/{alert_id}.html", case_html(case).encode()


def _trail(tx: Transaction) -> Iterator[tuple[str, bytes]]:
    """The audit trail from its beginning, and whether it holds."""
    faults = audit.verify(tx)
    seq, digest = audit.head(tx)
    lines = b"".join(_line(event) for event in audit.export(tx))
    yield "audit/trail.ndjson", lines
    yield "audit/verification.json", _json({"unbroken": not faults, "faults": faults, "head": f"{seq}:{digest}"})


def _entry(name: str, now: datetime) -> zipfile.ZipInfo:
    """An entry of the archive, dated by when the pack was made."""
    entry = zipfile.ZipInfo(name, now.timetuple()[:6])
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.external_attr = 0o644 << 16
    return entry


def _json(document: object) -> bytes:
    """A document that people can read."""
    return (json.dumps(document, ensure_ascii=False, indent=2, sort_keys=True) + "\n").encode()


def _line(document: object) -> bytes:
    """One line of NDJSON."""
    return (json.dumps(document, ensure_ascii=False, sort_keys=True) + "\n").encode()
