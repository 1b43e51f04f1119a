"""The sentence of an alert and its parts."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from service.model.summary import reason, summary_parts, write_summary

SPAN = {"field": "text", "start": 0, "end": 5, "text": "words"}


def test_the_strongest_reason_in_the_text_leads() -> None:
    """The summary begins with what was found, not with the rule's title."""
    factors = [
        {"id": "prior", "points": 40, "reason": "before any evidence", "spans": []},
        {"id": "find", "points": 20, "reason": "workers arrived.", "spans": [SPAN]},
        {"id": "place", "points": 2, "reason": "a place is named", "spans": [SPAN]},
    ]
    assert reason({"title": "Workers abroad.", "factors": factors}) == "Workers arrived"


def test_without_words_in_the_text_the_title_leads() -> None:
    """A hit that no words of the text carry, or a policy on a list, is named by its rule."""
    factors = [{"id": "prior", "points": 3, "reason": "x", "spans": []}]
    assert reason({"title": "Workers abroad.", "factors": factors}) == "Workers abroad"
    shown = [{"id": "a", "points": 3, "reason": "x", "spans": [SPAN]}]
    assert reason({"title": "Names KIM", "rule_status": "policy", "factors": shown}) == "Names KIM"


@given(st.lists(st.text("AB c,", min_size=1).map(str.strip).filter(bool), max_size=4))
def test_a_summary_comes_apart_as_it_was_put_together(names: list[str]) -> None:
    """Reason, words with their source, and names are found again."""
    summary = write_summary("It happened", "the words", "Courier, 2024-03-19", names)
    assert summary_parts(summary) == ("It happened", "“the words” (Courier, 2024-03-19)", "; ".join(names))


def test_a_sentence_of_another_make_stays_whole() -> None:
    """A summary without the marks is all reason."""
    assert summary_parts("Something else") == ("Something else", "", "")
