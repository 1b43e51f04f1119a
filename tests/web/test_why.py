"""Why was this not flagged? Over REST, by the client, and on the command line."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from typer.testing import CliRunner

from service.cli.app import app
from service.model.article import Article
from service.settings import Settings
from service.web.app import create_app
from service.wiring import Service, open_service

TEXT = "Workers from the North fish off the coast, and Kim Jong-un was not there."


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    """A service with the embedded rules, and one article."""
    made = open_service(Settings(database=str(tmp_path_factory.mktemp("why") / "flagstaff.db")))
    made.intake.receive(Article(TEXT, id="wire/1", published="2024-03-19"), actor="feed")
    yield made
    made.close()


@pytest.fixture(scope="module")
def api(real: Service) -> TestClient:
    return TestClient(create_app(real), base_url="http://127.0.0.1")


def test_of_a_stored_article(api: TestClient) -> None:
    """The nearest rules with what each lacked, beside what was found when it came in."""
    told = api.get("/v1/articles/wire%2F1/why").json()
    assert (told["article_id"], told["revision"], told["schema"]) == ("wire/1", 1, "explanation/1")
    assert told["screened"]["snapshot"] == told["snapshot"]
    assert told["rules"]
    assert {"points", "thresholds", "lacked", "findings"} <= set(told["rules"][0])
    (one,) = api.get("/v1/articles/wire%2F1/why", params={"rule": "un-dprk/overseas-workers"}).json()["rules"]
    assert one["rule_id"] == "un-dprk/overseas-workers"
    assert api.get("/v1/articles/nobody/why").status_code == 404


def test_of_one_that_is_sent(api: TestClient) -> None:
    """The same without keeping anything."""
    told = api.post("/v1/screen/why", json={"text": TEXT, "published": "2024-03-19"}).json()
    assert told["rules"][0]["rule_id"]
    assert api.post("/v1/screen/why", json={"text": ""}).status_code == 422


def test_a_missed_test_article_degrades(api: TestClient, real: Service, tmp_path: Path) -> None:
    """A round over REST; what it missed is in readiness and metrics until a later round passes."""
    assert api.get("/v1/test-items").status_code == 404
    items = tmp_path / "items.jsonl"
    items.write_text('{"text": "The ballet danced.", "id": "x", "expect": {"band": "alert"}}', encoding="utf-8")
    before = real.settings
    real.settings = before.model_copy(update={"test_items": items})
    assert api.post("/v1/test-items/rounds").json()["missed"] == 1
    assert "test article test_item/x: missed" in " ".join(api.get("/health/ready").json()["reasons"])
    assert "flagstaff_test_items_missed 1.0" in api.get("/metrics").text
    real.settings = before
    assert api.post("/v1/test-items/rounds").json()["missed"] == 0
    assert api.get("/v1/test-items").json()["missed"] == 0
    assert "test article" not in " ".join(api.get("/health/ready").json()["reasons"])


def test_on_the_command_line(real: Service) -> None:
    """`articles why` and `test-items run|show` say the same."""
    database = ["--database", real.settings.database]
    told = CliRunner().invoke(app, ["articles", "why", "wire/1", *database])
    assert told.exit_code == 0, told.output
    assert "un-dprk/" in told.output
    ran = CliRunner().invoke(app, ["test-items", "run", *database])
    assert ran.exit_code == 0, ran.output
    assert "ok" in ran.output
