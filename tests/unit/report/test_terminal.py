"""A screening in a terminal."""

from __future__ import annotations

import io
from typing import Any

from rich.console import Console

from service.model.article import Article
from service.report.terminal import render_alert_text
from tests.unit.report.screenings import screening


def shown(data: dict[str, Any], *, width: int = 110) -> str:
    out = io.StringIO()
    Console(file=out, width=width, color_system=None).print(render_alert_text(data))
    return out.getvalue()


def test_the_terminal_tells_what_who_how_sure_and_by_which_law() -> None:
    """Band, reason, sentence, points, law, parties and versions stand in the output."""
    text = shown(screening(), width=200)
    for words in (
        "ALERT",
        "DPRK workers are reported moving",
        "Some 40 people presumed to be North Korean workers",
        "+26",
        "+11",
        "in force on 2024-02-05",
        "(paragraph number not verified)",
        "(paragraph read in an official summary: https://press.un.example/sc1, on 2026-11-24)",
        "PAK, Chol-su (own-7)",
        "own 2024-01-15",
    ):
        assert words in text


def test_nothing_flagged_is_said() -> None:
    """An article without a hit says so."""
    assert "No rule fired on this article." in shown(screening(hits=(), mentions=()))


def test_an_article_cannot_command_the_terminal() -> None:
    """Escape sequences, markup and direction overrides in an article are taken as text or dropped."""
    article = Article(text="x", title="\x1b[2Jgone [bold]not markup[/bold] \u202eabc", id="t")
    text = shown(screening(article=article, hits=(), mentions=()))
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert "[bold]not markup[/bold]" in text


def test_a_narrow_terminal_keeps_all_points() -> None:
    """At 60 columns every row's points are still there."""
    text = shown(screening(), width=60)
    for points in ("−20", "+26", "+3", "−2", "+4", "+11"):
        assert points in text


def test_a_hit_by_policy_says_whom_it_names() -> None:
    """The headline of a hit that a list's policy made is its title, not the arithmetic of the name."""
    data = screening()
    data["hits"] = [{**data["hits"][0], "rule_status": "policy", "title": "Names a party of list own: PAK, Chol-su"}]
    assert "\nNames a party of list own: PAK, Chol-su.\n" in "\n".join(map(str.rstrip, shown(data).splitlines())) + "\n"
