"""What does a part find in a piece of an article? Words, places, parties, amounts and dates, alone and together."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from service.model.mention import Candidate, Mention
from service.ruleset import near
from service.ruleset.concepts import ConceptMatches, PlaceMatch
from service.ruleset.near import Found
from service.ruleset.parts import PARTY_FEATURE
from service.ruleset.quantities import Amount, find_amounts, in_normal_unit
from service.ruleset.rule import AmountIs, AnyOf, DateIs, Near, Part, PartyIs, PlaceIs, Scope, Words
from service.ruleset.ruleset import RuleSet
from service.ruleset.vocabulary import Range, inside
from service.text.dates import DateMention, find_dates
from service.text.document import Document

_BEFORE_PLACE = re.compile(
    r"(?:\b(?:in|at|near|to|from|off|outside|into|across|inside|around|via|through|toward|towards|within|over|on|between"
    r"|в|во|на|из|с|со|под|около|близ|возле|через|до|у|к|en|a|au|aux|de|del|desde|hacia|vers|depuis|dans|chez|nach|aus|bei"
    r"|في|من|إلى|الى|قرب|عبر)\s+(?:[^\s.,;:!?]+\s+){0,3}|[在于於从從到往赴抵至向驻駐]|\bوب?|\bب|-)$"
)
"""What makes a place the scene: a preposition up to three words before it."""
_AFTER_PLACE = re.compile(
    r"^(?:-(?:based|bound|registered)"
    r"|\s?(?:에서|에|으로|로|의|행|발|에는|까지|에게|항|시|주|지역|[^\s.]{1,6} ?(?:에서|에|으로|로))"
    r"|で|に|へ|から|の|市|港|县|省|境内|当地|,)"
)
"""What makes it the scene from behind: a particle, a suffix, or the larger place after a comma."""


@dataclass(frozen=True, slots=True)
class Party:
    """A mention by its place in `norm`, with the candidate that a condition takes."""

    start: int
    end: int
    mention: Mention


class Scene:
    """One article as parts see it. Everything is computed when first asked for, and kept."""

    __slots__ = (
        "_amounts",
        "_dated",
        "_positions",
        "_rare",
        "_found",
        "_wide",
        "document",
        "features",
        "limits",
        "matches",
        "parties",
        "rules",
    )

    def __init__(
        self, document: Document, matches: ConceptMatches, mentions: Sequence[Mention], rules: RuleSet
    ) -> None:
        """Set the scene."""
        self.document, self.matches, self.rules = document, matches, rules
        self.parties = tuple(sorted(_parties(document, mentions), key=lambda party: (party.start, party.end)))
        self.features = matches.features | ({PARTY_FEATURE} if self.parties else set())
        self.limits: set[str] = set()
        self._found: dict[tuple[int, int, int], list[Found]] = {}
        self._amounts: dict[Range, tuple[Amount, ...]] = {}
        self._dated: dict[Range, tuple[DateMention, ...]] = {}
        self._positions: dict[frozenset[int], list[int]] = {}
        self._rare: dict[tuple[frozenset[int], ...], list[int]] = {}
        self._wide: int | None = None

    @property
    def whole(self) -> Range:
        """The window of the whole article."""
        return (0, len(self.document.norm))

    def can_find(self, part: Part) -> bool:
        """Whether all words that the part needs stand somewhere in the article."""
        return all(not group.isdisjoint(self.features) for group in part.needs)

    def positions(self, group: frozenset[int]) -> list[int]:
        """Where the features of a group stand."""
        out = self._positions.get(group)
        if out is None:
            out = [start for feature in group & self.features for start, _ in self.matches.of(feature)]
            if PARTY_FEATURE in group:
                out += [party.start for party in self.parties]
            out.sort()
            self._positions[group] = out
        return out

    def sentences(self, part: Part, window: Range) -> list[int]:
        """The sentences of a window that a part may lie in: those with its rarest needed words."""
        document = self.document
        if not part.needs:
            first, last = document.sentence_index(window[0]), document.sentence_index(max(window[1] - 1, 0))
            return list(range(first, last + 1)) if document.sentences else []
        places = self._rarest(part.needs)
        first, last = bisect_left(places, window[0]), bisect_left(places, window[1])
        return sorted({document.sentence_index(at) for at in places[first:last]})

    def _rarest(self, needs: tuple[frozenset[int], ...]) -> list[int]:
        """Where the rarest of some groups of features stands."""
        places = self._rare.get(needs)
        if places is None:
            places = min((self.positions(group) for group in needs), key=len)
            self._rare[needs] = places
        return places

    def unit(self, scope: Scope, at: int) -> Range:
        """The sentence, paragraph, headline or article around a position."""
        document = self.document
        if scope == "article":
            return self.whole
        if scope == "headline":
            return (0, document.title_end)
        if scope == "sentence":
            return document.sentences[document.sentence_index(at)]
        for start, end in document.paragraphs:
            if start <= at < end:
                return (start, end)
        return document.sentences[document.sentence_index(at)]

    def find(self, part: Part, window: Range) -> list[Found]:
        """The places of a part within a window, sorted."""
        key = (id(part), *window)
        found = self._found.get(key)
        if found is None:
            found = self._search(part, window)
            self._found[key] = found
        return found

    def _search(self, part: Part, window: Range) -> list[Found]:
        """The places of a part, filtered and labelled."""
        if window[0] >= window[1] or not self.can_find(part):
            return []
        found = self._operate(part, window)
        if part.mask and found:
            masks = [hit for one in part.mask for hit in self.find(one, window)]
            found = [hit for hit in found if not any(hit.start < m.end and m.start < hit.end for m in masks)]
        if part.without and found:
            found = [hit for hit in found if not self._barred(part, hit, window)]
        if part.label:
            label = part.label
            found = [Found(hit.start, hit.end, ((label, hit.start, hit.end), *hit.parts), hit.value) for hit in found]
        return found

    def _barred(self, part: Part, hit: Found, window: Range) -> bool:
        """Whether something that must not be there stands in the hit's own window."""
        scope: Scope = part.operator.within if isinstance(part.operator, Near) else "sentence"
        start, end = self.unit(scope, hit.start)
        own = (max(start, 0), max(end, hit.end)) if scope != "article" else window
        return any(self.find(one, own) for one in part.without)

    def _operate(self, part: Part, window: Range) -> list[Found]:
        """What the operator itself finds."""
        operator = part.operator
        if isinstance(operator, Words):
            return [Found(start, end) for start, end in inside(self.matches.of(operator.feature), *window)]
        if isinstance(operator, AnyOf):
            hits = {(hit.start, hit.end, hit.parts): hit for one in operator.parts for hit in self.find(one, window)}
            return [hits[key] for key in sorted(hits)]
        if isinstance(operator, Near):
            return self._near(part, operator, window)
        if isinstance(operator, PlaceIs):
            return [Found(p.start, p.end) for p in self.places(operator, window)]
        if isinstance(operator, PartyIs):
            return [Found(p.start, p.end) for p in self._listed(operator, window)]
        if isinstance(operator, DateIs):
            return list(self._dates(operator, window))
        return self.amounts(operator, window, {})

    def _near(self, part: Part, operator: Near, window: Range) -> list[Found]:
        """Parts together, in each window that their own scope gives."""
        out: list[Found] = []
        terms = near.Terms(self.between, operator.gap, operator.tokens, operator.ordered, operator.distinct)
        for start, end in self._windows(part, operator, window):
            lists = [self.find(one, (start, end)) for one in operator.parts]
            found, capped = near.join(lists, terms)
            if capped:
                self.limits.add(f"a `near` stopped after {near.MOST_STATES:,} steps; later combinations were not tried")
            out.extend(found)
        return sorted(
            {(hit.start, hit.end, hit.parts): hit for hit in out}.values(), key=lambda hit: (hit.start, hit.end)
        )

    def _windows(self, part: Part, operator: Near, window: Range) -> Iterator[Range]:
        """The pieces of a window in which a near is looked for."""
        start, end = window
        document = self.document
        if operator.sentences is not None:
            reach = operator.sentences - 1
            count = len(document.sentences)
            for index in self.sentences(part, window):
                for first in range(max(index - reach, 0), index + 1):
                    last = min(first + reach, count - 1)
                    yield max(document.sentences[first][0], start), min(document.sentences[last][1], end)
        elif operator.within == "sentence":
            for index in self.sentences(part, window):
                low, high = document.sentences[index]
                yield max(low, start), min(high, end)
        elif operator.within == "headline":
            yield start, min(document.title_end, end)
        elif operator.within == "paragraph":
            for low, high in document.paragraphs:
                if low < end and start < high:
                    yield max(low, start), min(high, end)
        else:
            yield window

    def between(self, left: int, right: int) -> int:
        """Words between two positions. Two ideographs count as one word."""
        starts = self.document.tokens.starts
        count = max(bisect_left(starts, right) - bisect_left(starts, left), 0)
        if self._wide is None:
            self._wide = 2 if self.document.language in ("zh", "ja") else 1
        return (count + self._wide - 1) // self._wide

    def places(self, operator: PlaceIs, window: Range) -> Iterator[PlaceMatch]:
        """Place names that a condition takes."""
        places = self.matches.places
        first = bisect_left(places, window[0], key=lambda place: place.start)
        for place in places[first:]:
            if place.end > window[1]:
                break
            readings = [country for country, kind in place.readings if kind in operator.kinds]
            if not readings:
                continue
            inside_ = [country in operator.countries for country in readings]
            if (any(inside_) if not operator.exclude else not any(inside_)) and (
                not operator.location or self._is_scene(place.start, place.end)
            ):
                yield place

    def _is_scene(self, start: int, end: int) -> bool:
        """Whether a place name says where something happens, and does not stand for a government."""
        text = self.document.fold
        return bool(_BEFORE_PLACE.search(text[max(start - 48, 0) : start]) or _AFTER_PLACE.match(text[end : end + 16]))

    def _listed(self, operator: PartyIs, window: Range) -> Iterator[Party]:
        """Mentions that a condition takes."""
        first = bisect_left(self.parties, window[0], key=lambda party: party.start)
        for party in self.parties[first:]:
            if party.start >= window[1]:
                break
            if party.end <= window[1] and any(takes(operator, one, self.rules) for one in party.mention.candidates):
                yield party

    def _dates(self, operator: DateIs, window: Range) -> Iterator[Found]:
        """Dates that a condition takes."""
        for one in self.dates(window):
            if (operator.from_ is None or one.date_to >= operator.from_) and (
                operator.to is None or one.date_from <= operator.to
            ):
                yield Found(one.start, one.end)

    def dates(self, window: Range) -> tuple[DateMention, ...]:
        """The dates named in a window."""
        if window not in self._dated:
            self._dated[window] = find_dates(self.document, *window)
        return self._dated[window]

    def quantities(self, window: Range) -> tuple[Amount, ...]:
        """The amounts named in a window."""
        if window not in self._amounts:
            self._amounts[window] = find_amounts(self.document, *window)
        return self._amounts[window]

    def amounts(self, operator: AmountIs, window: Range, params: dict[str, Decimal]) -> list[Found]:
        """Amounts that a condition takes; `params` are the dated thresholds of the event's day."""
        low, high = (params.get(bound) if isinstance(bound, str) else bound for bound in (operator.low, operator.high))
        if (isinstance(operator.low, str) and low is None) or (isinstance(operator.high, str) and high is None):
            return []
        low, high = (in_normal_unit(bound, operator.unit) for bound in (low, high))
        return [
            Found(one.start, one.end, value=one.shown)
            for one in self.quantities(window)
            if one.kind == operator.kind and (low is None or one.value >= low) and (high is None or one.value <= high)
        ]


def takes(operator: PartyIs, candidate: Candidate, rules: RuleSet) -> bool:
    """Whether a condition on parties takes a candidate."""
    entity = candidate.entity
    if Decimal(str(candidate.score)) < max(operator.min_score, rules.parties.min_score):
        return False
    wanted = (
        (operator.lists, (entity.list,)),
        (operator.topics, entity.topics or ("sanction",)),
        (operator.programmes, entity.programmes),
        (operator.schemas, (entity.schema,)),
        (operator.countries, (*entity.countries, *entity.nationalities)),
    )
    return all(not asked or not asked.isdisjoint(has) for asked, has in wanted)


def _parties(document: Document, mentions: Sequence[Mention]) -> Iterator[Party]:
    """Mentions and their later short forms, by their places in `norm`."""
    for mention in mentions:
        for span in (mention.span, *mention.coreferences):
            start = document.position(span.field, span.start)
            end = document.position(span.field, span.end)
            yield Party(start, max(end, start + 1), mention)


def nearest(found: Sequence[Found], at: int) -> Found:
    """The place that begins nearest to a position."""
    starts = [one.start for one in found]
    after = bisect_right(starts, at)
    around = found[max(after - 1, 0) : after + 1]
    return min(around, key=lambda one: (abs(one.start - at), one.start))
