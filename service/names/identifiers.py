"""Which numbers of listed parties stand in the text? Ships' IMO numbers, wallets, BICs, passports: exact or nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from service.model.entity import Entity
from service.model.evidence import Factor, Span
from service.model.mention import Candidate, Mention, Qualifier
from service.names.compare import score_of
from service.names.signs import words_with
from service.names.weights import CONTEXT_WEIGHTS
from service.text.document import Document

_LABELLED_IMO = re.compile(r"\bIMO(?:\s+(?:number|no\.?))?[\s:#]*(\d{7})\b", re.IGNORECASE)
_CODE = re.compile(r"\b(?=[A-Za-z]*\d|[A-Z]{8}\b|[A-Z]{11}\b)[A-Za-z0-9]{6,90}\b")
_SIGN = re.compile("[0-9A-Z](?:(?<=[0-9])|[A-Z]{7})")
"""What every such code has; quick to look for."""
_PASSPORT_WORDS = re.compile(r"passport|travel document|паспорт|여권|护照|جواز", re.IGNORECASE)
PASSPORT_REACH = 120
"""Characters before a passport number within which it must be called one, or its holder be named."""
_KINDS = ("imo", "wallet", "swift", "passport")


def imo_is_valid(number: str) -> bool:
    """The check digit of an IMO ship number: the sum of the first six digits times 7..2 ends in the last one."""
    digits = [int(char) for char in number]
    if len(digits) != 7:
        return False
    return sum(digit * weight for digit, weight in zip(digits[:6], range(7, 1, -1), strict=True)) % 10 == digits[6]


def collect_identifiers(entities: Iterable[Entity]) -> dict[tuple[str, str], tuple[Entity, ...]]:
    """(kind, value in capitals without spaces) -> the entities that have it. Kinds: imo, wallet, swift, passport."""
    found: dict[tuple[str, str], list[Entity]] = {}
    for entity in entities:
        for identifier in entity.identifiers:
            value = normal_number(identifier.kind, identifier.value)
            if identifier.kind in _KINDS and len(value) >= 6:
                holders = found.setdefault((identifier.kind, value), [])
                if entity not in holders:
                    holders.append(entity)
    return {key: tuple(holders) for key, holders in found.items()}


def find_identifiers(
    document: Document, known: Mapping[tuple[str, str], tuple[Entity, ...]], named: frozenset[str]
) -> list[Mention]:
    """Mentions by number; `named` holds the ids of entities whose names stand in the article."""
    mentions = []
    for start, end, kind, value in _numbers(document.norm, known):
        holders = known[kind, value]
        if kind == "passport":
            near = document.norm[max(0, start - PASSPORT_REACH) : start]
            called = _PASSPORT_WORDS.search(near) is not None
            holders = tuple(entity for entity in holders if called or entity.id in named)
        if holders:
            mentions.append(_mention(document, (start, end), kind, holders))
    return mentions


def _numbers(norm: str, known: Mapping[tuple[str, str], tuple[Entity, ...]]) -> Iterator[tuple[int, int, str, str]]:
    """(start, end, kind, value) of every number of a listed party."""
    if not known:
        return
    if "IMO" in norm or "imo" in norm:
        for found in _LABELLED_IMO.finditer(norm):
            value = found.group(1)
            if ("imo", value) in known and imo_is_valid(value):
                yield found.start(1), found.end(1), "imo", value
    for found in words_with(_SIGN, norm, _CODE):
        for kind in ("wallet", "swift", "passport"):
            value = normal_number(kind, found.group())
            if (kind, value) in known:
                yield found.start(), found.end(), kind, value
                break


def normal_number(kind: str, value: str) -> str:
    """A number as it is compared: no spaces; capitals but for wallets, whose case counts; digits alone for ships."""
    value = re.sub(r"[\s.-]", "", value)
    if kind == "imo":
        return re.sub(r"\D", "", value)
    return value if kind == "wallet" else value.upper()


def _mention(document: Document, place: tuple[int, int], kind: str, holders: tuple[Entity, ...]) -> Mention:
    """The mention of the holders of one number."""
    span = document.span(*place)
    candidates = (holder_of(kind, span.text, entity, (span,)) for entity in sorted(holders, key=lambda one: one.id))
    return Mention(span, tuple(candidates))


def holder_of(kind: str, number: str, entity: Entity, spans: tuple[Span, ...] = ()) -> Candidate:
    """The candidate whose number this is."""
    points = CONTEXT_WEIGHTS["identifier"]
    reason = f"the {kind} number {number} is {entity.primary_name}'s on the list"
    return Candidate(
        entity=entity,
        name=next((one for one in entity.names if one.kind == "primary"), entity.names[0]),
        score=score_of(points),
        factors=(Factor("identifier", points, reason, spans),),
        sentence=f"{number} is {entity.primary_name} ({entity.id}): {reason}.",
        qualifiers=(Qualifier(kind, number, number, "agree"),),
        matched_name_kind="identifier",
    )
