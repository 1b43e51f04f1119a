"""The review policy: read strictly; alerts go to people by load; discounts are named, sampled and bounded."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from service.errors import ConfigError
from service.model.policy import Discount
from service.policy import load_policy
from service.settings import Settings
from service.store import audit, figures, people, queue
from service.wiring import Service, assemble
from tests.standin import BLOBS, StandInScreener, article

NOW = datetime(2024, 3, 21, 10, tzinfo=UTC)
POLICY = """
schema: policy/1
source_tiers: {high: [Harbour Wire], low: Courier}
four_eyes: {on: [true_match, no_action], from_points: 5}
hours_to_decide: {high: 8}
assign:
  - {regimes: [un-dprk], severities: [high], to: [ann, bob, eve, gone]}
  - {to: carol}
discount:
  - id: gossip
    rules: [un-dprk/luxury-goods]
    below_points: 10
    reason: article_not_adverse
    note: gossip pages on luxury goods; 40 of 40 were false in spring
    sample: 30
    sources: [Gossip]
"""


@pytest.fixture
def service(tmp_path: Path) -> Any:
    """A service with that policy and its people."""
    (tmp_path / "policy.yaml").write_text(POLICY, encoding="utf-8")
    settings = Settings(database=str(tmp_path / "flagstaff.db"), policy=tmp_path / "policy.yaml")
    made = assemble(settings, StandInScreener(), BLOBS, clock=lambda: NOW)
    with made.store.write() as tx:
        for name, role in [("ann", "analyst"), ("bob", "analyst"), ("eve", "auditor"), ("carol", "admin")]:
            people.add_user(tx, name, role, password=None, now=NOW)
    yield made
    made.close()


def receive(service: Service, number: int, **given: str) -> dict[str, Any]:
    alert = service.intake.receive(article(number, **given), actor="feed").alert
    assert alert is not None
    return alert


def gossip(
    service: Service, number: int, text: str = "Maybe {n} handbags, maybe more, of maison {n}."
) -> dict[str, Any]:
    return receive(service, number, text=text.format(n=number * 37), source="Gossip")


def test_a_policy_is_read(service: Service) -> None:
    """What the file says holds; what it leaves out stays as it is by default."""
    policy = service.policy
    assert policy.needs_second("no_action", 0)
    assert policy.needs_second("false_positive", 5)
    assert policy.due("high", NOW).hour == 18
    assert policy.due("critical", NOW).hour == 14
    assert len(policy.sha256) == 64


def test_alerts_go_to_whoever_has_least(service: Service) -> None:
    """In turn, to those who may decide and are there; the first rule that fits names them; it is in the history."""
    assigned = [receive(service, number)["review"]["assignee"] for number in range(4)]
    assert assigned == ["ann", "bob", "ann", "bob"]
    low = receive(service, 9, text="It maybe rained on Belmar in Tartus.", source="Weather")
    assert low["review"]["assignee"] == "carol"
    with service.store.read() as tx:
        event = audit.history(tx, f"alert/{low['id']}")[-1]
    assert (event["type"], event["actor"], event["data"]) == ("alert.assign", "system", {"assignee": "carol"})


def test_discounts_close_and_sample(service: Service) -> None:
    """Weak reviews of that source are closed with rule and reason; about the share asked for goes to people."""
    told = [gossip(service, number) for number in range(1, 41)]
    sampled = [one for one in told if one["review"]["discount"]["sampled"]]
    closed = [one for one in told if not one["review"]["discount"]["sampled"]]
    assert {one["state"] for one in closed} == {"closed_no_action"}
    assert {one["state"] for one in sampled} == {"new"}
    assert {one["review"]["discount"]["rule"] for one in told} == {"gossip"}
    assert 3 <= len(sampled) <= 22
    with service.store.read() as tx:
        assert queue.count(tx, queue.Wanted(discount="gossip")) == 40
        event = audit.history(tx, f"alert/{closed[0]['id']}")[-1]
        counted = figures.alerts_by(tx, "discount", NOW, datetime(2025, 1, 1, tzinfo=UTC))
    assert counted == {"gossip": len(closed), "gossip (sample)": len(sampled)}
    assert (event["type"], event["data"]["rule"]) == ("alert.discounted", "gossip")


def test_what_is_never_discounted(service: Service) -> None:
    """An alert, a listed party, another source: to people. What a closed one hears later opens it again."""
    assert gossip(service, 1, "About {n} workers.")["state"] == "new"
    assert receive(service, 2, text="It maybe rained.", source="Weather")["state"] == "new"
    quiet = {"rule_id": "r", "band": "review", "points": 4, "entity_ids": []}
    rule = Discount(id="d", rules=("r",), below_points=99, reason="test_item", note="n", sample=1)
    screening: dict[str, Any] = {"article": {"source": None, "language": None}, "hits": [quiet]}
    assert rule.fits([screening], today=date(2024, 1, 1))
    for change in ({"band": "alert"}, {"points": 10}, {"entity_ids": ["un-1"]}, {"rule_id": "s"}):
        assert not rule.fits([{**screening, "hits": [quiet, {**quiet, **change}]}], today=date(2024, 1, 1))


def test_the_sample_is_the_share(service: Service) -> None:
    """Over many alerts the share drawn is the share asked for."""
    rule = service.policy.discounts[0]
    drawn = sum(rule.draws(f"alert-{number}") for number in range(10_000))
    assert 2_850 <= drawn <= 3_150


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("schema: policy/2", "policy/1"),
        ("schema: policy/1\nfour_eye: {}", 'unknown key "four_eye"'),
        (POLICY.replace("below_points: 10", "below_points: 40"), "policy.yaml:12:19: 40 is outside"),
        (POLICY.replace("low: Courier", "poor: Courier"), 'unknown key "poor"'),
        (POLICY.replace("sample: 30", "sample: 0"), "0 is outside 1 to 100"),
        (POLICY.replace("reason: article_not_adverse", "reason: because"), "because"),
        (POLICY + POLICY.partition("discount:\n")[2], "stands twice"),
        ("hours_to_decide: [1", "not well-formed YAML"),
    ],
)
def test_mistakes_are_named(tmp_path: Path, text: str, words: str) -> None:
    """A policy with a mistake is refused whole, at its line and column."""
    file = tmp_path / "policy.yaml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError, match=words):
        load_policy(file)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    """The setting is named; without a setting the default holds."""
    with pytest.raises(ConfigError, match="FLAGSTAFF_POLICY"):
        load_policy(tmp_path / "none.yaml")
    assert load_policy(None).sha256 == ""


def test_the_best_source_gives_the_tier(service: Service) -> None:
    """An alert is found by the tier of its best source; one that nobody ranked is unrated."""
    alerts = [
        service.intake.receive(article(n, source=name), actor="feed").alert
        for n, name in enumerate(("Courier", "Globe"), 41)
    ]
    text = article(41).text
    service.intake.receive(article(43, text=text, source="Harbour Wire"), actor="feed")
    with service.store.read() as tx:
        found = {tier: [row.id for row in queue.page(tx, queue.Wanted(tier=tier), cursor=None, limit=9).rows]
                 for tier in ("high", "medium", "low", "unrated")}  # fmt: skip
    low, unrated = (one["id"] for one in alerts if one is not None)
    assert found == {"high": [low], "medium": [], "low": [], "unrated": [unrated]}
