"""Which numbers of listed parties stand in the text? Ships' IMO numbers, wallets, BICs, passports: exact or nothing."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping

from service.model.entity import Entity
from service.model.evidence import Factor, Span
from service.model.mention import Candidate, Mention, Qualifier
from service.names.checksums import HEX_FORM, bic_is_valid, company_imo_is_valid, imo_is_valid, wallet_is_valid
from service.names.compare import score_of
from service.names.signs import words_with
from service.names.weights import CONTEXT_WEIGHTS
from service.text.document import Document

_LABELLED_IMO = re.compile(r"\bIMO(?:\s+company)?(?:\s+(?:number|no\.?))?[\s:#]*(\d{7})\b", re.IGNORECASE)
_CODE = re.compile(r"\b(?=[A-Za-z]*\d|[A-Z]{8}\b|[A-Z]{11}\b)[A-Za-z0-9]{6,90}\b")
_SIGN = re.compile("[0-9A-Z](?:(?<=[0-9])|[A-Z]{7})")
"""What every such code has; quick to look for."""
_PASSPORT_WORDS = re.compile(r"passport|travel document|паспорт|여권|护照|جواز", re.IGNORECASE)
PASSPORT_REACH = 120
"""Characters before a passport number within which it must be called one, or its holder be named."""
_KINDS = ("imo", "wallet", "swift", "passport")


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
            if _imo_agrees(value, known.get(("imo", value), ())):
                yield found.start(1), found.end(1), "imo", value
    for found in words_with(_SIGN, norm, _CODE):
        for kind in ("wallet", "swift", "passport"):
            value = normal_number(kind, found.group())
            if (kind, value) in known and _holds(kind, found.group(), known[kind, value]):
                yield found.start(), found.end(), kind, value
                break


def _imo_agrees(number: str, holders: tuple[Entity, ...]) -> bool:
    """Whether a listed IMO number has its check digit: ships and the companies that own them have one each."""
    return any((imo_is_valid if one.schema == "Vessel" else company_imo_is_valid)(number) for one in holders)


def _holds(kind: str, number: str, holders: tuple[Entity, ...]) -> bool:
    """Whether a number's checksum agrees, if it has one; a list may publish a number whose checksum does not."""
    check = _CHECKS.get(kind)
    if check is None or check(number):
        return True
    return any(one.kind == kind and one.value == number for holder in holders for one in holder.identifiers)


_CHECKS: dict[str, Callable[[str], bool]] = {"wallet": wallet_is_valid, "swift": bic_is_valid}


def normal_number(kind: str, value: str) -> str:
    """A number as it is compared, without spaces: capitals, digits alone for ships, BICs without the head office's XXX.

    Wallets keep their case, which counts, but for hexadecimal and bech32 addresses, which are the same in either.
    """
    value = re.sub(r"[\s.-]", "", value)
    if kind == "imo":
        return re.sub(r"\D", "", value)
    if kind == "wallet":
        return value.lower() if HEX_FORM.fullmatch(value) or (value.isupper() and value.startswith("BC1")) else value
    value = value.upper()
    return value.removesuffix("XXX") if kind == "swift" and len(value) == 11 else value


def _mention(document: Document, place: tuple[int, int], kind: str, holders: tuple[Entity, ...]) -> Mention:
    """The mention of the holders of one number."""
    span = document.span(*place)
    candidates = (holder_of(kind, span.text, entity, (span,)) for entity in sorted(holders, key=lambda one: one.id))
    return Mention(span, tuple(candidates))


_CALLED = {
    "imo": "IMO number",
    "swift": "BIC",
    "wallet": "wallet address",
    "passport": "passport number",
    "national-id": "identity number",
}
"""How a sentence calls the kinds of identifier."""


def holder_of(kind: str, number: str, entity: Entity, spans: tuple[Span, ...] = ()) -> Candidate:
    """The candidate whose number this is."""
    points = CONTEXT_WEIGHTS["identifier"]
    reason = f"the list gives the party this {_CALLED.get(kind, 'number')}"
    return Candidate(
        entity=entity,
        name=next((one for one in entity.names if one.kind == "primary"), entity.names[0]),
        score=score_of(points),
        factors=(Factor("identifier", points, reason, spans),),
        sentence=f"{number} is {entity.primary_name} ({entity.id}): {reason}.",
        qualifiers=(Qualifier(kind, number, number, "agree"),),
        matched_name_kind="identifier",
    )
