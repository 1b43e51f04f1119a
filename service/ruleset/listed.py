"""Which mentions of listed parties does a condition take, and where do they stand?"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from service.model.mention import Candidate, Mention
from service.ruleset.near import Found
from service.ruleset.rule import PartyIs
from service.ruleset.vocabulary import Range
from service.text.document import Document


class Party(NamedTuple):
    """A mention, or one of its later short forms, by its place in `norm`."""

    start: int
    end: int
    mention: Mention


def listed_parties(document: Document, mentions: Sequence[Mention]) -> tuple[Party, ...]:
    """All mentions and their short forms, in order."""
    return tuple(sorted(_places(document, mentions), key=lambda party: (party.start, party.end)))


def _places(document: Document, mentions: Sequence[Mention]) -> Iterator[Party]:
    """Mentions and their later short forms, by their places in `norm`."""
    for mention in mentions:
        for span in (mention.span, *mention.coreferences):
            start = document.position(span.field, span.start)
            end = document.position(span.field, span.end)
            yield Party(start, max(end, start + 1), mention)


def parties_taken(operator: PartyIs, parties: Sequence[Party], least: Decimal, window: Range) -> Iterator[Found]:
    """Mentions in a window; `parties` are those of the whole article, `least` the lowest score of the rule set."""
    start, end = window
    for number in range(bisect_left(parties, start, key=lambda party: party.start), len(parties)):
        party = parties[number]
        if party.start >= end:
            break
        if party.end <= end and any(takes(operator, one, least) for one in party.mention.candidates):
            yield Found(party.start, party.end)


def takes(operator: PartyIs, candidate: Candidate, least: Decimal) -> bool:
    """Whether a condition on parties takes a candidate."""
    entity = candidate.entity
    if Decimal(str(candidate.score)) < max(operator.min_score, least):
        return False
    wanted = (
        (operator.lists, (entity.list,)),
        (operator.topics, entity.topics or ("sanction",)),
        (operator.programmes, entity.programmes),
        (operator.schemas, (entity.schema,)),
        (operator.countries, (*entity.countries, *entity.nationalities)),
    )
    return all(not asked or not asked.isdisjoint(has) for asked, has in wanted)
