"""Users, keys and the audit chain on the command line."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

from tests.cli.conftest import WORKERS, Run


def test_users_and_keys_are_made_listed_and_revoked(run: Run) -> None:
    """A key is shown once, lists show no secret, a revoked key says so, and every act is in the chain."""
    assert run("users", "create", "ada", "--role", "admin").stdout.strip() == "ada is admin"
    key = run("keys", "create", "--user", "ada", "--days", "30").stdout.strip()
    assert key.startswith("fs_")
    [row] = json.loads(run("keys", "list", "--json").stdout)
    assert key.split("_")[2] not in json.dumps(row)
    assert run("keys", "revoke", row["id"]).returncode == 0
    assert json.loads(run("keys", "list", "--json").stdout)[0]["revoked"] is True
    events = [json.loads(line)["type"] for line in run("audit", "export").stdout.splitlines()]
    assert events == ["user.created", "key.created", "key.revoked"]
    assert "role" in run("users", "create", "bob", "--role", "king").stderr


def test_a_changed_event_is_named(run: Run, tmp_path: Path) -> None:
    """The chain verifies; after one byte was changed, the event is named and the exit code is 1."""
    run("users", "create", "ada", "--role", "admin")
    run("users", "create", "bob", "--role", "analyst")
    assert "2 events, unbroken" in run("audit", "verify").stdout
    with sqlite3.connect(tmp_path / "store.db") as connection:
        connection.execute("UPDATE events SET \"to\" = 'admin' WHERE seq = 2")
    done = run("audit", "verify")
    assert done.returncode == 1
    assert "event 2" in done.stderr


def test_an_alert_replays_identically(run: Run) -> None:
    """Screened again with the snapshot of that time, an alert's article gives the same bytes."""
    record = json.dumps({"id": "a", "text": WORKERS, "published": "2024-05-05"})
    alert = json.loads(run("screen", "-", "--json", "--keep", stdin=record).stdout)["alert_id"]
    done = run("alerts", "replay", alert)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "a revision 1: identical" in done.stdout
