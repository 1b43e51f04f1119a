"""Names over REST: the look-up, yente's form, the published table; on a real index."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from service.settings import load_settings
from service.web.app import create_app
from service.wiring import open_service

LIST = "name,aliases,type,country\nTestovich Ivan Petrovich,,person,RU\nParadise Harvest Trading,,company,KP\n"


@pytest.fixture(scope="module")
def names_api(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    folder: Path = tmp_path_factory.mktemp("names")
    (folder / "ours.csv").write_text(LIST, encoding="utf-8")
    service = open_service(load_settings(database=str(folder / "a.db"), watchlists=(folder / "ours.csv",)))
    with TestClient(create_app(service), base_url="http://127.0.0.1") as client:
        yield client
    service.close()


def test_a_name_is_found_and_explained(names_api: TestClient) -> None:
    """A misspelt name finds its entry, with factors that sum to the score and one sentence."""
    found = names_api.get("/v1/search/names", params={"q": "Ivan Testovitch"}).json()["items"][0]
    assert found["primary_name"] == "Testovich Ivan Petrovich"
    points = sum(factor["points"] for factor in found["factors"])
    assert found["score"] == round(1 / (1 + 10 ** (-points / 10)), 4)
    assert found["sentence"]


def test_yentes_clients_are_answered(names_api: TestClient) -> None:
    """A match request in yente's form gets an answer in yente's form."""
    query = {"q1": {"schema": "Person", "properties": {"name": ["Ivan Petrovich Testovich"]}}}
    sent = names_api.post("/match/default", params={"algorithm": "best", "limit": 3}, json={"queries": query})
    assert (sent.status_code, sent.headers["x-batch-size"]) == (200, "1")
    assert all({"description", "coefficient"} <= set(one) for one in sent.json()["matcher"].values())
    answer = sent.json()["responses"]["q1"]
    best = answer["results"][0]
    assert best["caption"] == "Testovich Ivan Petrovich"
    assert best["match"] is True
    refused = names_api.post("/match/default", json={"queries": {"q1": {"schema": "Person"}}})
    assert refused.status_code == 422
    assert "queries.q1" in refused.json()["detail"]
    assert names_api.post("/match/nothing", json={"queries": query}).status_code == 404
    assert names_api.post("/match/ours", json={"queries": query}).status_code == 200


def test_the_table_is_published(names_api: TestClient) -> None:
    """Every factor has its points and its meaning."""
    table = names_api.get("/v1/scoring").json()
    assert len(table["factors"]) > 10
    assert all(factor["meaning"] and isinstance(factor["points"], int) for factor in table["factors"])
