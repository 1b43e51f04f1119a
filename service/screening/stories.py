"""Which articles tell the same event? Near-duplicates by their shingles; the same event by rule, parties and facts.

Two articles belong together when
1. they are near-duplicates: MinHash signatures of their word shingles agree (syndicated, re-headlined, lightly edited)
   and so do their particulars (a form letter with other names and numbers tells another event),
2. or both hit the same rule, are close in time, and share most of the particulars of the shorter one: listed parties,
   numbers, and names of places, people and firms. Particulars that only one of them has are what tells two events of
   the same kind apart.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from datetime import date
from operator import eq
from typing import Any

from rensa import RMinHash

from service.model.telling import PERMUTATIONS, Kinship, Telling

_SEED = 1718
_WORDS = 4
"""Words in a shingle; five characters where words are not spaced."""
NEAR_DUPLICATE = 0.5
"""Share of shingles from which two texts count as copies."""
DAYS_APART = 5
"""Reports of one event come within days; the same facts weeks later are news of their own."""
MIN_SHARED = 3
MIN_SHARE = 0.6
DAYS_TO_CORRECT = 30
"""A correction may come this much later,"""
MIN_SHARED_TO_CORRECT = 2
"""and is short, so that it repeats few particulars."""
_MAX_FACTS = 60
_GENERIC = frozenset(
    " ".join(
        (
            "north south korea korean koreans dprk pyongyang kim jong seoul russia russian russians moscow kremlin",
            "china chinese beijing iran iranian tehran america american washington united states nations security",
            "council european union ministry minister foreign state president government committee panel experts",
            "resolution january february march april may june july august september october november december",
            "monday tuesday wednesday thursday friday saturday sunday reuters",
            "северн корея корейс россия российс москва китай китайс оон кндр",
        )
    ).split()
)
"""Names that stand in most articles about sanctions and so tell no event from another."""

_WORD = re.compile(r"\w+", re.UNICODE)
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
_NUMBER = re.compile(r"(?<![\w.,])\d[\d.,]*\d|(?<![\w.,])\d(?!\w)")
_NAME = re.compile(r"(?<=[\w,;:)] )(?:[A-ZÀ-ÖØ-ÞА-ЯЁΑ-Ω][\w’'-]{2,})")


def telling(screening: dict[str, Any], *, revision: int, received_on: date) -> Telling:
    """What a screened article contributes to grouping."""
    article = screening["article"]
    published = article["published"]
    entities = {entity for hit in screening["hits"] for entity in hit["entity_ids"]}
    return Telling(
        article_id=article["id"],
        revision=revision,
        sha256=hashlib.sha256(" ".join(article["text"].split()).encode()).hexdigest(),
        told_on=date.fromisoformat(published[:10]) if published else received_on,
        signature=signature(article["text"]),
        rules=frozenset(hit["rule_id"] for hit in screening["hits"]),
        facts=facts(article["text"]) | {f"entity {entity}" for entity in entities},
    )


def signature(text: str) -> tuple[int, ...]:
    """The MinHash signature of a text's shingles, 32 bits a value; the same on every machine."""
    minhash = RMinHash(PERMUTATIONS, _SEED)
    minhash.update(shingles(text))
    return tuple(minhash.digest())


def shingles(text: str) -> list[str]:
    """Overlapping runs of words (of characters in unspaced scripts), case-folded; a short text is one shingle."""
    folded = text.casefold()
    words = _WORD.findall(folded)
    if len(_UNSPACED.findall(folded)) * 3 > len(folded):
        joined = "".join(words)
        return sorted({joined[start : start + 5] for start in range(max(1, len(joined) - 4))})
    return sorted({" ".join(words[start : start + _WORDS]) for start in range(max(1, len(words) - _WORDS + 1))})


def facts(text: str) -> frozenset[str]:
    """The particulars of a text: its numbers, and capitalised words inside sentences."""
    numbers = {f"number {number.replace(',', '')}" for number in _NUMBER.findall(text)}
    names = {f"name {stem}" for name in _NAME.findall(text) if (stem := _stem(name)) not in _GENERIC}
    return frozenset(sorted(numbers | names)[:_MAX_FACTS])


def kin(new: Telling, others: Sequence[Telling], *, correction: bool = False) -> Kinship | None:
    """The closest of the articles that tell the same event as a new one; None when it is an event of its own.

    `correction`: the new one says that it takes something back; then its particulars may differ.
    """
    found = [kinship for other in others if (kinship := compare(new, other, correction=correction)) is not None]
    return max(found, key=lambda kinship: (kinship.kind != "same-event", kinship.share), default=None)


def compare(new: Telling, other: Telling, *, correction: bool = False) -> Kinship | None:
    """Whether and why two articles tell the same event."""
    if new.sha256 == other.sha256:
        return Kinship(other.article_id, "copy", 1.0, f"the same words as {other.article_id}")
    same = sum(map(eq, new.signature, other.signature)) / PERMUTATIONS
    shared = new.facts & other.facts
    smaller = min(len(new.facts), len(other.facts))
    share = len(shared) / smaller if smaller else 1.0
    differs = _contradict(new, other) or (smaller >= MIN_SHARED and share < MIN_SHARE)
    if differs and not correction:
        return None
    if same >= NEAR_DUPLICATE:
        return Kinship(other.article_id, "near-duplicate", same, f"{same:.0%} of the phrases of {other.article_id}")
    days = abs((new.told_on - other.told_on).days)
    most, least = (DAYS_TO_CORRECT, MIN_SHARED_TO_CORRECT) if correction else (DAYS_APART, MIN_SHARED)
    if differs or not new.rules & other.rules or days > most or len(shared) < least:
        return None
    named = ", ".join(sorted(fact.partition(" ")[2] for fact in shared)[:6])
    beside = "it corrects a report" if correction else "the same rule"
    reason = f"{beside} within {days} days, and {len(shared)} of {smaller} particulars: {named}"
    return Kinship(other.article_id, "same-event", share, reason)


def _contradict(new: Telling, other: Telling) -> bool:
    """Whether each names listed parties and they have none in common: the same story told of others."""
    mine, theirs = _entities(new), _entities(other)
    return bool(mine and theirs and not mine & theirs)


def _entities(telling_: Telling) -> set[str]:
    """The listed parties among the facts."""
    return {fact for fact in telling_.facts if fact.startswith("entity ")}


def _stem(name: str) -> str:
    """A name without its possessive, case-folded, cut so that most case endings fall away."""
    bare = re.sub(r"[’']s?$", "", name).casefold()
    return bare[: max(4, len(bare) - 2)] if not bare.isascii() else bare
