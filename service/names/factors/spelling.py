"""Factors about how words that answer to each other are spelt; each strength is the share of the names it touches."""

from __future__ import annotations

from service.names.factors.evidence import Evidence

Strength = tuple[float, str]


def spelling(evidence: Evidence) -> Strength | None:
    """A word differs by a letter or two."""
    strength = evidence.share("edit")
    return (strength, f"spelt differently: {evidence.words('edit')}") if strength else None


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


def other_vowels(evidence: Evidence) -> Strength | None:
    """A word has the same consonants and other vowels, as names from Arabic often do."""
    strength = evidence.share("vowels")
    return (strength, f"other vowels: {evidence.words('vowels')}") if strength else None


def vowels_dropped(evidence: Evidence) -> Strength | None:
    """A word is written without its vowels."""
    strength = evidence.share("consonants")
    return (strength, f"vowels left out: {evidence.words('consonants')}") if strength else None


def name_variant(evidence: Evidence) -> Strength | None:
    """A given name stands in a short form or in another language."""
    strength = evidence.share("variant")
    return (strength, f"the same given name: {evidence.words('variant')}") if strength else None


def kindred_word(evidence: Evidence) -> Strength | None:
    """A kind of body or business is called by another word, as translators do: bureau, department."""
    strength = evidence.share("kin")
    return (strength, f"another word for the same kind: {evidence.words('kin')}") if strength else None


def spacing(evidence: Evidence) -> Strength | None:
    """Words are written together on one side and apart on the other."""
    strength = evidence.share("spacing")
    return (strength, f"written together or apart: {evidence.words('spacing')}") if strength else None
