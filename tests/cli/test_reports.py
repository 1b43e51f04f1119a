"""Reports on the command line."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from tests.cli.conftest import WORKERS, Run


@pytest.fixture
def stored(run: Run, tmp_path: Path) -> Run:
    """A store with one alert."""
    article = {"id": "a-1", "title": "Builders arrive", "text": WORKERS, "published": "2025-05-05"}
    done = run("screen", "-", "--keep", stdin=json.dumps(article))
    assert done.returncode in (0, 1), done.stderr
    return run


def test_every_report_is_written(stored: Run, tmp_path: Path) -> None:
    """Period, sample, thresholds and exports are written where they are asked for, in the form of their ending."""
    for words in (
        ("period", "-o", "out/period.html"),
        ("period", "-o", "out/period.json"),
        ("quality", "-o", "out/quality.json"),
        ("thresholds", "-o", "out/thresholds.html"),
        ("export", "-o", "out/alerts.csv"),
        ("export", "-o", "out/alerts.ndjson"),
    ):
        done = stored("reports", *words)
        assert done.returncode == 0, done.stderr
        assert (tmp_path / words[-1]).stat().st_size > 0
    [alert] = (tmp_path / "out/alerts.ndjson").read_text().splitlines()
    assert json.loads(alert)["schema"] == "alert/1"
    assert json.loads((tmp_path / "out/period.json").read_text())["alerts"] == 1


def test_the_pack_runs_the_rules_tests(stored: Run, tmp_path: Path) -> None:
    """The examiner pack holds the rules in use and the results of their examples, all passed."""
    done = stored("reports", "examiner", "-o", "pack.zip")
    assert done.returncode == 0, done.stderr
    with zipfile.ZipFile(tmp_path / "pack.zip") as pack:
        results = json.loads(pack.read("rules/test-results.json"))
        assert any(name.endswith("un-dprk/overseas-workers.yaml") for name in pack.namelist())
    assert len(results) > 100
    assert not any(result["failed"] for result in results)


def test_what_cannot_be_written_is_refused(stored: Run) -> None:
    """An unknown ending and days in the wrong order name the place and the remedy."""
    assert "ends in .html, .pdf, .json" in stored("reports", "period", "-o", "x.docx").stderr
    assert "give a day before" in stored("reports", "quality", "--since", "2024-05-01", "--until", "2024-04-01").stderr
    assert "ends in .csv" in stored("reports", "export", "-o", "x.xlsx").stderr
