"""A party beside its list entry, and OFAC's five questions."""

from __future__ import annotations

from typing import Any

import pytest

from service.report.comparing import comparison, five_steps

CANDIDATE: dict[str, Any] = {
    "entity_id": "ofac-1", "list": "ofac", "schema": "Person", "primary_name": "KIM, Jong Un",
    "matched_name": "Kim Jong-un", "matched_name_kind": "alias", "matched_name_quality": "strong", "score": 0.97,
    "programmes": ["DPRK"], "listed_on": None, "factors": [{"points": 18, "reason": "starting value"}],
    "entry": {"birth_dates": ["1984-01-08"], "countries": ["KP"], "source_ref": "20157",
              "identifiers": [{"kind": "tax-id", "value": "77", "country": "KP"}]},
    "qualifiers": [{"name": "country", "article": "KP", "list": "KP", "result": "agree"}],
}  # fmt: skip


def with_results(*results: str) -> dict[str, Any]:
    """The candidate with qualifiers of these results."""
    rows = [{"name": f"q-{at}", "article": "x", "list": "y", "result": one} for at, one in enumerate(results)]
    return {**CANDIDATE, "qualifiers": rows}


def test_every_row_has_what_the_list_says() -> None:
    """Name as written, matched and primary name, data compared and not compared, the list with its version."""
    lists = [{"name": "ofac", "list_date": "2025-11", "version": "cc60"}]
    rows = {row.what: row for row in comparison(CANDIDATE, "Kim Jong Un", lists)}
    assert (rows["Name"].article, rows["Name"].listed, rows["Name"].result) == ("Kim Jong Un", "Kim Jong-un", "0.97")
    assert rows["Name"].note == "an alias, strong"
    assert rows["Primary name"].listed == "KIM, Jong Un"
    assert (rows["Country"].article, rows["Country"].result) == ("KP", "agree")
    assert (rows["Born"].listed, rows["Born"].result) == ("1984-01-08", "")
    assert rows["Identifiers"].listed == "tax id 77 (KP)"
    assert rows["List"].listed == "ofac, 2025-11, version cc60"
    assert "Listed on" not in rows


def test_a_field_is_shown_once() -> None:
    """What a qualifier compared is not listed again from the entry."""
    names = [row.what for row in comparison(CANDIDATE, "Kim Jong Un")]
    assert names.count("Country") == 1


@pytest.mark.parametrize(
    ("results", "state"),
    [(("agree", "agree"), "yes"), (("agree", "agree", "conflict"), "no"), (("agree", "unknown"), "ask"), ((), "ask")],
)
def test_the_last_question_follows_from_the_comparison(results: tuple[str, ...], state: str) -> None:
    """Several that agree and none that conflicts: escalate; one conflict: another party; else look further."""
    steps = five_steps(with_results(*results))
    assert len(steps) == 5
    assert steps[-1].state == state


def test_a_name_that_is_not_whole_is_asked_about() -> None:
    """A reason that counts against the name makes the third question open, and the verdict too."""
    factors = [{"points": -3, "reason": "not in the article: nikolayevich"}]
    steps = five_steps({**with_results("agree", "agree"), "factors": factors})
    assert steps[2].state == "ask"
    assert "nikolayevich" in steps[2].answer
    assert steps[4].state == "ask"
