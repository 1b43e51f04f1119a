"""Rules over REST, with real rules behind the service: reload, trial, older versions."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from service.client import Client, ServiceError
from service.screening.screener import Screener
from service.settings import Settings
from service.wiring import Service, open_service

RULE = """\
schema: rule/1
rule: test/loggers
uid: 11111111-2222-4333-8444-555555555555
version: 1.0.0
title: loggers sent abroad
status: experimental
severity: low
tags: [measure.test]
law: [test/ban]
find:
  - {id: sent, near: [logger, abroad], within: sentence, points: 24, reason: loggers abroad}
score: {prior: -20, review: -5, alert: 3}
examples: {match: [], no_match: []}
"""
FILES = {
    "test/loggers.yaml": RULE,
    "concepts/all.yaml": "schema: concepts/1\nconcepts:\n  logger: {en: {nouns: [logger]}}\n  abroad: {en: [abroad]}\n",
    "measures/test.yaml": (
        "schema: measures/1\nregime: test\nmeasures:\n"
        '  - {id: ban, instrument: none, paragraph: "1", from: 2000-01-01, duty: none}\n'
    ),
    "measures/codes.yaml": "schema: codes/1\ncodes: {test: a test}\n",
}
LIST = "id,name,type,country,listed on\n1,Testovich Ivan,person,RU,2020-01-01\n"
TEXT = "Loggers were seen abroad on Tuesday."
MINERS = "Miners were seen abroad on Tuesday."
DRAFT = RULE.replace("near: [logger, abroad]", "near: [{term: {en: [miners]}}, abroad]").replace(
    "status: experimental", "status: draft"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A rule folder of our own."""
    for name, text in FILES.items():
        file = tmp_path / "rules" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
    return tmp_path / "rules"


@pytest.fixture
def service(tmp_path: Path, blank: Path, folder: Path) -> Iterator[Service]:
    """A Service with that folder and one small list."""
    shutil.copy(blank, tmp_path / "flagstaff.db")
    (tmp_path / "ours.csv").write_text(LIST)
    settings = Settings(database=str(tmp_path / "flagstaff.db"), cache=tmp_path / "cache", rules=(folder,))
    made = open_service(settings, Screener.load(rules=folder, watchlists=[tmp_path / "ours.csv"]))
    yield made
    made.close()


def bands(api: httpx.Client, text: str = TEXT) -> list[str]:
    """The rules that fire on a text."""
    return [
        hit["rule_id"] for hit in api.post("/v1/screen", json={"text": text, "published": "2026-01-05"}).json()["hits"]
    ]


def change(folder: Path, old: str, new: str, name: str = "test/loggers.yaml") -> None:
    """Edit a rule file."""
    file = folder / name
    text = file.read_text()
    assert old in text
    file.write_text(text.replace(old, new))


def test_a_reload_puts_the_whole_set_in_use(api: httpx.Client, folder: Path) -> None:
    """After it, articles are screened with the changed rules, without a restart; the trail says who did it."""
    assert bands(api) == ["test/loggers"]
    assert api.post("/v1/rules:reload").json()["outcome"] == "unchanged"
    change(folder, "near: [logger, abroad]", "near: [{term: {en: [miners]}}, abroad]")
    change(folder, "version: 1.0.0", "version: 1.1.0")
    (folder / "test/other.yaml").write_text(
        RULE.replace("test/loggers", "test/other")
        .replace("11111111", "22222222")
        .replace("[logger, abroad]", "[logger, {term: {en: [seen]}}]")
    )
    told = api.post("/v1/rules:reload").json()
    assert (told["outcome"], told["changed"], told["added"]) == (
        "in use",
        [{"id": "test/loggers", "version": "1.1.0"}],
        [{"id": "test/other", "version": "1.0.0"}],
    )
    assert bands(api) == ["test/other"]
    assert bands(api, MINERS) == ["test/loggers"]
    (event,) = [line for line in api.get("/v1/audit").text.splitlines() if "rules.reloaded" in line]
    assert "local-admin" in event
    assert 'flagstaff_rule_reloads_total{outcome="in use"}' in api.get("/metrics").text


def test_a_reload_warns_of_a_rule_edited_under_its_old_version(api: httpx.Client, folder: Path) -> None:
    """It is put in use, and the answer and the trail say that two contents bear one version, or a lower one."""
    change(folder, "points: 24", "points: 25")
    told = api.post("/v1/rules:reload").json()
    (warning,) = told["warnings"]
    assert told["outcome"] == "in use"
    assert warning.startswith("test/loggers: edited, but still version 1.0.0; raise its version")
    assert "still version 1.0.0" in api.get("/v1/audit").text
    change(folder, "points: 25", "points: 26")
    change(folder, "version: 1.0.0", "version: 0.9.0")
    assert "version 0.9.0 is older than 1.0.0" in api.post("/v1/rules:reload").json()["warnings"][0]
    change(folder, "points: 26", "points: 27")
    change(folder, "version: 0.9.0", "version: 0.10.0")
    assert api.post("/v1/rules:reload").json()["warnings"] == []


def test_one_mistake_leaves_the_rules_in_use(api: httpx.Client, folder: Path) -> None:
    """A set with mistakes is refused whole, every mistake at its place; what is in use stays, and the trail says so."""
    change(folder, "near: [logger, abroad]", "near: [loger, abroad]")
    change(folder, "law: [test/ban]", "law: [test/bann]")
    refused = api.post("/v1/rules:reload")
    assert refused.status_code == 422
    assert [(one["place"], one["code"]) for one in refused.json()["errors"]] == [
        ("rules/test/loggers.yaml:9:7", "unknown-measure"),
        ("rules/test/loggers.yaml:11:23", "unknown-concept"),
    ]
    assert 'did you mean "logger"?' in refused.json()["detail"]
    assert bands(api) == ["test/loggers"]
    assert "rules.refused" in api.get("/v1/audit").text


def test_a_trial_tells_what_a_draft_would_change_and_changes_nothing(api: httpx.Client) -> None:
    """Gained and lost alerts over the stored articles; alerts and rules stay as they are."""
    for number, text in enumerate((TEXT, MINERS, "Nothing happened.")):
        api.post("/v1/articles", json={"id": f"a-{number}", "text": text, "published": "2026-01-05"})
    before = api.get("/v1/alerts").json()["items"]
    told = api.post("/v1/rules/trial", json={"rule": DRAFT}).json()
    assert (told["looked_at"], told["of"], told["next"]) == (3, 3, None)
    assert (told["alerts_gained"], told["alerts_lost"]) == (1, 1)
    assert {(one["article"], one["before"], one["after"]) for one in told["changes"]} == {
        ("a-0", "alert", "none"),
        ("a-1", "none", "alert"),
    }
    assert MINERS in [one["evidence"] for one in told["changes"]]
    assert api.get("/v1/alerts").json()["items"] == before
    assert bands(api) == ["test/loggers"]


def test_a_trial_goes_on_where_it_stopped(api: httpx.Client) -> None:
    """A bounded trial says where the next begins; together they look at every article once."""
    for number in range(5):
        api.post("/v1/articles", json={"id": f"a-{number}", "text": f"{MINERS} {number}", "published": "2026-01-05"})
    after, seen = "", 0
    while after is not None:
        told = api.post("/v1/rules/trial", json={"rule": DRAFT, "after": after, "limit": 2}).json()
        seen, after = seen + told["looked_at"], told["next"]
        assert told["looked_at"] <= 2
    assert seen == 5


def test_a_trial_of_words_compares_every_rule(api: httpx.Client) -> None:
    """A draft of concept words is added to those in use."""
    api.post("/v1/articles", json={"id": "a-1", "text": MINERS, "published": "2026-01-05"})
    words = "schema: concepts/1\nconcepts:\n  logger: {en: {nouns: [miner]}}\n"
    told = api.post("/v1/rules/trial", json={"rule": words}).json()
    assert [(one["rule"], one["after"]) for one in told["changes"]] == [("test/loggers", "alert")]


def test_a_draft_with_mistakes_is_refused_with_their_places(api: httpx.Client) -> None:
    """The mistakes of the draft are named by line and column."""
    refused = api.post("/v1/rules/trial", json={"rule": DRAFT.replace("abroad]", "abrod]")})
    assert refused.status_code == 422
    assert refused.json()["errors"][0]["place"] == "<draft>:11:47"


def test_older_versions_are_read_from_kept_snapshots(api: httpx.Client, folder: Path) -> None:
    """A version that was in use can be read after it was replaced; one that never was is refused."""
    change(folder, "version: 1.0.0", "version: 1.1.0")
    api.post("/v1/rules:reload")
    old = api.get("/v1/rules/test/loggers", params={"version": "1.0.0"}).json()
    assert old["text"] == RULE
    assert api.get("/v1/rules/test/loggers", params={"version": "1.1.0"}).json()["snapshot"] != old["snapshot"]
    assert api.get("/v1/rules/test/loggers").json()["version"] == "1.1.0"
    missing = api.get("/v1/rules/test/loggers", params={"version": "9.9.9"})
    assert missing.status_code == 404
    assert "kept are 1.1.0, 1.0.0" in missing.json()["detail"]


def test_the_client_reloads_and_tries(api: httpx.Client) -> None:
    """The same over the client; a draft with mistakes raises with their places."""
    with Client(str(api.base_url)) as client:
        assert client.reload_rules()["outcome"] == "unchanged"
        assert client.try_rule(DRAFT)["rules"] == ["test/loggers"]
        with pytest.raises(ServiceError, match="is not defined"):
            client.try_rule(DRAFT.replace("abroad]", "abrod]"))
