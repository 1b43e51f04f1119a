"""What does a listed party do by itself? The policy per list: mentioned only, shown beside a hit, reviewed, alerted."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from service.model.evidence import Factor
from service.model.mention import Candidate, Mention
from service.model.screening import Band, Hit
from service.ruleset.ruleset import RuleSet
from service.text.document import Document

PUBLIC_LISTS = frozenset({
    "un", "ofac", "ofac-nonsdn", "eu", "uk", "ch", "ca", "au", "jp", "nz", "us-csl", "opensanctions", "worldbank",
})  # fmt: skip
"""Lists that a state or body publishes; any other is an organisation's own."""
POLICY_VERSION = "1.0.0"
"""Version of what a policy means, printed as the rule version of its hits."""
_BANDS: dict[str, Band] = {"alert": "alert", "review": "review", "beside_hit": "review"}


def party_hits(document: Document, mentions: Sequence[Mention], hits: Sequence[Hit], rules: RuleSet) -> list[Hit]:
    """One hit for each list whose policy makes one: `listed-party/<list>`, best mention first, then the others."""
    by_list: dict[str, list[tuple[Mention, Candidate]]] = {}
    for mention in mentions:
        seen: set[str] = set()
        for candidate in mention.candidates:
            name = candidate.entity.list
            if name not in seen:
                seen.add(name)
                by_list.setdefault(name, []).append((mention, candidate))
    out: list[Hit] = []
    for name in sorted(by_list):
        policy = rules.parties.of(name, custom=name not in PUBLIC_LISTS)
        if policy in _BANDS and (policy != "beside_hit" or hits):
            out.append(_hit(document, name, by_list[name], (policy, rules.parties.min_score)))
    return out


def _hit(document: Document, name: str, found: Sequence[tuple[Mention, Candidate]], policy: tuple[str, Decimal]) -> Hit:
    """The hit of one list. The best mention's factors score; further mentions are listed with no points."""
    kind, least = policy
    ranked = sorted(found, key=lambda pair: (-pair[1].score, document.position(pair[0].span.field, pair[0].span.start)))
    best, candidate = ranked[0]
    factors = tuple(candidate.factors) or (Factor("name", 0, candidate.sentence, (best.span,)),)
    factors += tuple(
        Factor("further-party", 0, f"also names {other.entity.primary_name} ({other.entity.id})", (mention.span,))
        for mention, other in ranked[1:]
        if other.entity.id != candidate.entity.id
    )
    band = _BANDS[kind]
    notes: tuple[str, ...] = (f"made by the policy of list {name}: {kind}",)
    if band == "alert" and Decimal(str(candidate.score)) < least:
        band = "review"
        notes += (f"the best match score {candidate.score} is below {least}: a review",)
    names = list(dict.fromkeys(other.entity.primary_name for _, other in ranked))
    shown = "; ".join(names[:3]) + (f" and {len(names) - 3} more" if len(names) > 3 else "")
    return Hit(
        f"listed-party/{name}",
        POLICY_VERSION,
        "policy",
        f"Names a party of list {name}: {shown}",
        ("listed-party", f"list.{name}"),
        band,
        "medium",
        sum(factor.points for factor in factors),
        factors,
        tuple(dict.fromkeys(mention.span for mention, _ in ranked)),
        notes=notes,
        entity_ids=tuple(dict.fromkeys(other.entity.id for _, other in ranked)),
    )
