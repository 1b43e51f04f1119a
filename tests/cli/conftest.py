"""The command line as a user calls it: in a process of its own, with a small list so that it starts quickly."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]
FLAGSTAFF = Path(sys.executable).with_name("flagstaff")

LIST = """name,aliases,type,country
Testovich Ivan,Ivan Testovitch,person,RU
Paradise Harvest Trading Corporation,,company,KP
"""
WORKERS = (
    "VLADIVOSTOK, May 4 (Harbour Wire) - About 300 North Korean workers arrived at a building site near Vladivostok "
    "on Sunday, two managers said. They were hired by Paradise Harvest Trading Corporation."
)


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Run the command in an empty folder with a small list of its own and its own store."""
    (tmp_path / "ours.csv").write_text(LIST, encoding="utf-8")

    def call(*arguments: str, stdin: str | bytes = "", small: bool = True) -> subprocess.CompletedProcess[str]:
        words = [str(FLAGSTAFF), *arguments]
        if small and arguments[0] == "screen":
            words += ["--watchlist", "ours.csv"]
        env = {
            "FLAGSTAFF_DATABASE": str(tmp_path / "store.db"),
            "FLAGSTAFF_CACHE": os.environ["FLAGSTAFF_CACHE"],
            "HOME": str(tmp_path),
            "PATH": "/usr/bin:/bin",
        }
        data = stdin.encode() if isinstance(stdin, str) else stdin
        done = subprocess.run(words, cwd=tmp_path, env=env, input=data, capture_output=True, check=False)
        out, err = done.stdout.decode(), done.stderr.decode()
        return subprocess.CompletedProcess(words, done.returncode, out, err)

    return call
