"""The sentences of a report: what was found, who is named, how sure, and what a reader must not conclude."""

from __future__ import annotations

from collections.abc import Iterable

from service.model.summary import reason
from service.report.views import Dossier, HitView, PartyView

BAND_TITLES = {"alert": "Alert", "review": "For review", "none": "Nothing flagged"}

BAND_MEANINGS = {
    "alert": "The article gives evidence of conduct that a rule forbids.",
    "review": "The article may give evidence of conduct that a rule forbids; a person should look.",
    "none": "No rule fired on the article.",
}

IN_FORCE = {"yes": "in force", "no": "not in force", "date unknown": "date unknown"}

LIMITS = (
    "This page reports what an article says. Flagstaff did not check whether the article is true.",
    "A name that resembles a list entry is not proof of identity. Compare the party's own data with the list entry "
    "before acting on it.",
    "Only the rules and lists named under Provenance were consulted, in the versions given there. No entry on other "
    "lists, and no conduct that no rule describes, would show here.",
    "The law is given in our own words and is not legal advice. Where a paragraph number is marked as not verified, "
    "it was not compared with the adopted text.",
    "Points are integers on a logarithmic scale (10 points: ten times likelier). They rank and explain; they are not "
    "a probability unless one is stated with its calibration.",
)


def headline(dossier: Dossier) -> str:
    """What was found, in one sentence a manager can read."""
    if not dossier.hits:
        return str(dossier.alert.get("summary") or "No rule fired on this article.")
    more = len(dossier.hits) - 1
    tail = f"; {more} more {'rule' if more == 1 else 'rules'} fired" if more else ""
    return f"{reason(dossier.hits[0].data)}{tail}."


def who(dossier: Dossier) -> str:
    """Which listed parties are named, kept apart by whether they stand in the evidence."""
    if not dossier.parties:
        return "No listed party is named."
    inside = _names(party for party in dossier.parties if party.in_evidence)
    outside = _names(party for party in dossier.parties if not party.in_evidence)
    parts = []
    if inside:
        parts.append(f"Listed and in the evidence: {join(inside)}.")
    if outside and dossier.hits:
        parts.append(f"Listed and named in the article, but not in the evidence: {join(outside)}.")
    elif outside:
        parts.append(f"Listed and named in the article: {join(outside)}.")
    return " ".join(parts)


def how_sure(hit: HitView) -> str:
    """The points against the rule's thresholds."""
    points = f"The reasons add up to {count(hit.data['points'], 'point')}"
    if hit.alert_from is None or hit.review_from is None:
        return f"{points}."
    return (
        f"{points}; the rule alerts from {signed(hit.alert_from)} and asks for a review from {signed(hit.review_from)}."
    )


def signed(points: int) -> str:
    """Points with their sign, the minus as a true minus."""
    return f"+{points}" if points > 0 else f"\u2212{-points}" if points < 0 else "0"


def age(hours: int) -> str:
    """An age in hours, in days where hours say little: `30 hours`, `12 days`."""
    return count(hours, "hour") if hours < 4 * 24 else count(hours // 24, "day")


def count(number: int, noun: str) -> str:
    """`1 point`, `2 points`, `−3 points`."""
    return f"{number if number >= 0 else signed(number)} {noun}{'' if number == 1 else 's'}"


def join(words: Iterable[str]) -> str:
    """`A`, `A and B`, `A, B and C`."""
    items = list(words)
    return " and ".join([", ".join(items[:-1]), items[-1]]) if len(items) > 1 else "".join(items)


def _names(parties: Iterable[PartyView]) -> list[str]:
    return list(dict.fromkeys(party.text for party in parties))
