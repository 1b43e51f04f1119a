"""The built wheel stands on its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    uv = Path(sys.executable).with_name("uv")
    folder = tmp_path_factory.mktemp("dist")
    subprocess.run([uv, "build", "--wheel", "--quiet", "--out-dir", folder, ROOT], check=True)
    return next(folder.glob("flagstaff-*.whl"))


def test_the_wheel_carries_rules_and_lists(wheel: Path) -> None:
    """Rules, measures, starter lists, templates and samples are inside."""
    names = zipfile.ZipFile(wheel).namelist()
    assert "service/_rules/un-dprk/overseas-workers.yaml" in names
    assert any(name.startswith("service/watchlist/starter/") for name in names)
    assert any(name.startswith("service/report/templates/") for name in names)


def test_an_installed_wheel_screens_in_an_empty_folder(wheel: Path, tmp_path: Path) -> None:
    """Installed in an empty folder, far from the checkout, the package finds its rules and lists and screens."""
    site = tmp_path / "site"
    uv = Path(sys.executable).with_name("uv")
    install = [uv, "pip", "install", "--quiet", "--no-deps", "--target", site, "--python", sys.executable, wheel]
    subprocess.run(install, check=True)
    code = (
        "import json, service\n"
        "from service import Article, Screener, compare_names\n"
        "text = 'Around 300 North Korean workers arrived in Vladivostok on Feb. 5 to work at a building site.'\n"
        "screening = Screener.load().screen(Article(text, published='2024-03-19'))\n"
        "print(json.dumps([service.__file__, screening.band, compare_names('Oleg Kozhemyako', "
        "'KOZHEMYAKO, Oleg Nikolaevich', schema='Person').score]))\n"
    )
    env = {**os.environ, "PYTHONPATH": str(site)}
    run = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, env=env, capture_output=True, text=True, check=True
    )
    where, band, score = json.loads(run.stdout)
    assert where.startswith(str(site))
    assert band == "alert"
    assert score > 0.5
