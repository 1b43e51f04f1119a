"""What the quality sample and the threshold report promise."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.model.disposition import OUTCOMES
from service.report.quality import agreement, draw
from service.report.schedule import Every, last_whole
from service.report.thresholds import thresholds_of
from service.store.decisions import Decision, SecondLook

START, END = datetime(2024, 3, 1, tzinfo=UTC), datetime(2024, 4, 1, tzinfo=UTC)


def decision(number: int, maker: str = "ann", outcome: str = "true_match", points: int = 10) -> Decision:
    """A decision of an alert opened and closed on one day."""
    return Decision(
        alert_id=f"A{number:03}", at=2_000_000 + number, opened_at=1_000_000, due_at=None, maker=maker, checker=None,
        outcome=outcome, band="alert", severity="high", points=points, summary="s", rules=("un-dprk/arms",),  # type: ignore[arg-type]
    )  # fmt: skip


made = st.builds(
    decision,
    st.integers(0, 10_000),
    st.sampled_from(["ann", "bob", "cem"]),
    st.sampled_from(OUTCOMES),
    st.integers(-5, 30),
)
decisions = st.lists(made, max_size=60, unique_by=lambda one: one.alert_id)


@given(decisions, st.integers(1, 10), st.text(min_size=1, max_size=5), st.randoms())
def test_a_seed_always_draws_the_same(some: list[Decision], most: int, seed: str, shuffled: object) -> None:
    """The order in which decisions are given does not matter, and nobody is drawn more often than asked."""
    first = draw(some, per_person=most, seed=seed)
    mixed = list(some)
    shuffled.shuffle(mixed)  # type: ignore[attr-defined]
    assert draw(mixed, per_person=most, seed=seed) == first
    for maker in {one.maker for one in some}:
        mine = [one for one in some if one.maker == maker]
        assert sum(one.maker == maker for one in first) == min(most, len(mine))


def test_seeds_draw_differently() -> None:
    """Whoever does not know the seed cannot know what is drawn."""
    some = [decision(number) for number in range(200)]
    assert draw(some, per_person=5, seed="a") != draw(some, per_person=5, seed="b")


@given(decisions)
def test_threshold_counts_add_up(some: list[Decision]) -> None:
    """Each decision stands in exactly one class of points; what a cut keeps and loses is every true match."""
    report = thresholds_of(some, START, END)
    assert sum(line.true_matches + line.false_positives + line.no_action for line in report.points) == len(some)
    true = sum(one.outcome == "true_match" for one in some)
    assert all(cut.line.true_matches + cut.lost == true for cut in report.cuts)


def test_no_precision_below_five_cases() -> None:
    """Four decided alerts give no figure, five do; those without action do not count."""
    four = [decision(number) for number in range(4)]
    idle = [decision(number, outcome="no_action") for number in range(10, 20)]
    assert thresholds_of([*four, *idle], START, END).rules[0].precision.value is None
    five = [*four, decision(5, outcome="false_positive")]
    assert thresholds_of([*five, *idle], START, END).rules[0].precision.value == 0.8


def test_agreement_by_analyst() -> None:
    """Shares go by whoever decided, not by whoever looked."""
    looks = [
        SecondLook(alert_id=str(n), decided_at=n, maker="ann", by="bob", at=n, agrees=n != 0, note="n")
        for n in range(5)
    ]
    assert agreement(looks)["ann"].value == 0.8


@pytest.mark.parametrize(
    ("every", "today", "first", "after"),
    [
        ("day", date(2024, 3, 1), date(2024, 2, 29), date(2024, 3, 1)),
        ("week", date(2024, 3, 4), date(2024, 2, 26), date(2024, 3, 4)),
        ("week", date(2024, 3, 10), date(2024, 2, 26), date(2024, 3, 4)),
        ("month", date(2024, 1, 31), date(2023, 12, 1), date(2024, 1, 1)),
    ],
)
def test_the_last_whole_period(every: Every, today: date, first: date, after: date) -> None:
    """A report covers whole days, weeks from Monday, or months that are over."""
    since, until = last_whole(every, today)
    assert (since.date(), until.date()) == (first, after)
