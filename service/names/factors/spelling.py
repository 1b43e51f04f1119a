"""Factors about how words that answer to each other are spelt; each strength is the share of the names it touches."""

from __future__ import annotations

from service.names.factors.evidence import Evidence

Strength = tuple[float, str]


def spelling(evidence: Evidence) -> Strength | None:
    """A word differs by a letter or two."""
    strength = evidence.share("edit") + 2.0 * evidence.share("edits")
    return (strength, f"spelt differently: {evidence.words('edit', 'edits')}") if strength else None


def transliteration(evidence: Evidence) -> Strength | None:
    """A word is the same in another romanisation."""
    strength = evidence.share("sound")
    return (strength, f"another romanisation: {evidence.words('sound')}") if strength else None


def scan_error(evidence: Evidence) -> Strength | None:
    """A word differs only in letters that scanners confuse, such as rn and m, 0 and O, 1 and l."""
    strength = evidence.share("scan")
    return (strength, f"scanner confusion: {evidence.words('scan')}") if strength else None


def initial(evidence: Evidence) -> Strength | None:
    """A word is given by its initial only."""
    strength = evidence.share("initial")
    return (strength, f"initial only: {evidence.words('initial')}") if strength else None


def cut_short(evidence: Evidence) -> Strength | None:
    """A word is cut short."""
    strength = evidence.share("cut")
    return (strength, f"cut short: {evidence.words('cut')}") if strength else None


def vowels_dropped(evidence: Evidence) -> Strength | None:
    """A word agrees in its consonants only."""
    strength = evidence.share("vowels")
    return (strength, f"same consonants: {evidence.words('vowels')}") if strength else None


def nickname(evidence: Evidence) -> Strength | None:
    """A given name stands in its short form."""
    strength = evidence.share("nickname")
    return (strength, f"short form: {evidence.words('nickname')}") if strength else None


def spacing(evidence: Evidence) -> Strength | None:
    """Words are written together on one side and apart on the other."""
    strength = evidence.share("spacing")
    return (strength, f"written together or apart: {evidence.words('spacing')}") if strength else None
