"""What can a newcomer try? Articles written for Flagstaff that ship with it."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

from service.model.article import Article

__all__ = ["load_expected", "load_samples"]


def load_samples() -> tuple[Article, ...]:
    """The sample articles, in the order in which they are best read: reports of conduct first, ordinary news last.

    All of them are our own wording. The first tells facts that were in the news in March 2024 and the sixth a listing
    of January 2020; outlets, firms, ships and everything else in the others are invented.
    """
    lines = files("service.samples").joinpath("articles.jsonl").read_text(encoding="utf-8").splitlines()
    return tuple(Article(**json.loads(line)) for line in lines)


def load_expected() -> dict[str, dict[str, Any]]:
    """What the embedded rules say of the samples, by article: `band`, and `rule` where one must hit."""
    expected: dict[str, dict[str, Any]] = json.loads(
        files("service.samples").joinpath("expected.json").read_text(encoding="utf-8")
    )
    return expected
