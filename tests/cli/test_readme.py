"""The README tells the truth: its example is run, its links lead somewhere, its commands exist."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def contains(whole: object, part: object) -> bool:
    """Whether every value of `part` stands at its place in `whole`; of a list, each element in some element."""
    if isinstance(part, dict):
        return isinstance(whole, dict) and all(key in whole and contains(whole[key], part[key]) for key in part)
    if isinstance(part, list):
        return isinstance(whole, list) and all(any(contains(each, wanted) for each in whole) for wanted in part)
    return whole == part


def test_the_example_gives_what_is_printed() -> None:
    """The article of the README gives the screening of the README."""
    article = re.search(r"echo '(\{.*?\})' \|", README)
    shown = re.search(r"```json\n(.*?)```", README, re.DOTALL)
    assert article is not None
    assert shown is not None
    command = [str(Path(sys.executable).with_name("flagstaff")), "screen", "-", "--json"]
    done = subprocess.run(command, input=article[1], capture_output=True, text=True, check=True)
    screening = json.loads(done.stdout)
    assert contains(screening, json.loads(shown[1])), screening["hits"]


def test_links_lead_somewhere() -> None:
    """Every relative link of every page names a file or folder of the project."""
    for page in [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]:
        for link in re.findall(r"\]\((?!https?:|mailto:|#)([^)#]+)", page.read_text(encoding="utf-8")):
            assert (page.parent / link).exists(), f"{page.name}: {link}"


def test_make_targets_exist() -> None:
    """Each `make` command of the README is in the Makefile."""
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for target in set(re.findall(r"\bmake ([a-z-]+)", README)):
        assert re.search(rf"^{target}:", makefile, re.MULTILINE), target
