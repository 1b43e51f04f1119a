"""Does a listed party act in a sentence, or is something done to it? Told by its place among the parts of a `near`."""

from __future__ import annotations

import re
from collections.abc import Iterable

_AGENT = re.compile(r"\b(?:by|par|por|durch|von)\s+(?:[^\s.,;:]+\s+){0,2}$")
"""Before a party: it does what a passive verb says."""
_RECEIVER = re.compile(
    r"\b(?:to|with|from|for|against|into|at|à|a|avec|con|para|mit|для|против|с|от)\s+(?:[^\s.,;:]+\s+){0,2}$"
)
"""Before a party: something is done to it or with it."""
_SUBJECT_AFTER = re.compile(r"[가-힣]*?(?:은|는|이|가|께서)(?![가-힣])|は|が")
_OBJECT_AFTER = re.compile(r"[가-힣]*?(?:을|를|에|에게|와|과|로|으로)(?![가-힣])|を|に|へ|と")
"""Behind a Korean or Japanese name: the particle that says what it is."""
_PASSIVE_AFTER = re.compile(r"^(?:\s+[^\s.;]+){0,3}?\s+(?:was|were|is|are|been|being|be)\s+[^.;]*?\bby\b")
"""Behind a party: it stands before a passive verb whose agent follows."""


def role_of(text: str, party: tuple[int, int], others: Iterable[tuple[int, int]]) -> str:
    """`actor` or `object`: what a party at a place of a folded text is to the other parts that stand with it.

    Prepositions, the passive and the particles of Korean and Japanese decide; else what stands before the first of the
    other parts acts. A reading of word order, not of grammar: it is wrong where a sentence turns round.
    """
    start, end = party
    before, after = text[max(start - 40, 0) : start], text[end : end + 90]
    if _AGENT.search(before) or _SUBJECT_AFTER.match(after):
        return "actor"
    if _RECEIVER.search(before) or _OBJECT_AFTER.match(after) or _PASSIVE_AFTER.match(after):
        return "object"
    return "actor" if start <= min((one for one, _ in others), default=start) else "object"
