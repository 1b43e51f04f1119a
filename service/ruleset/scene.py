"""What does a part find in a piece of an article? Words, places, parties, amounts and dates, alone and together."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from datetime import date

from service.model.evidence import Span
from service.model.mention import Mention
from service.ruleset import near
from service.ruleset.concepts import ConceptMatches
from service.ruleset.conditions import amounts_taken, dates_taken, places_taken
from service.ruleset.listed import listed_parties, parties_taken
from service.ruleset.near import Found
from service.ruleset.quantities import Amount, find_amounts
from service.ruleset.roles import role_of
from service.ruleset.rule import AmountIs, AnyOf, DateIs, Near, Part, PartyIs, PlaceIs, Scope, Words
from service.ruleset.ruleset import RuleSet
from service.ruleset.standing import Standing
from service.ruleset.vocabulary import Range, inside
from service.text.dates import DateMention, find_dates
from service.text.document import Document


class Scene:
    """One article as parts see it. Everything is computed when first asked for, and kept for all rules."""

    __slots__ = ("_amounts", "_cues", "_dated", "_found", "_joins", "_spans", "_starts", "_wide", "document", "limits",
                 "matches", "parties", "rules", "standing", "whole")  # fmt: skip

    def __init__(
        self, document: Document, matches: ConceptMatches, mentions: Sequence[Mention], rules: RuleSet
    ) -> None:
        """Set the scene."""
        self.document, self.matches, self.rules = document, matches, rules
        self.parties = listed_parties(document, mentions)
        self.standing = Standing(document, matches, self.parties)
        self.whole = self.standing.whole
        self.limits: set[str] = set()
        self._found: dict[tuple[int, Range], list[Found]] = {}
        self._joins: dict[tuple[int, Range], list[Found]] = {}
        self._amounts: dict[Range, tuple[Amount, ...]] = {}
        self._dated: dict[Range, tuple[DateMention, ...]] = {}
        self._spans: dict[Range, Span] = {}
        self._cues: dict[tuple[str, str], Sequence[Range]] | None = None
        self._starts: tuple[int, ...] | None = None
        self._wide = 1

    @property
    def cues(self) -> dict[tuple[str, str], Sequence[Range]]:
        """Where the stance cues that occur stand, by what they mean and on which side of a finding they count."""
        if self._cues is None:
            present = self.matches.features
            self._cues = {key: self.matches.of(one) for one, key in self.rules.cues.items() if one in present}
        return self._cues

    def unit(self, scope: Scope, at: int) -> Range:
        """The sentence, paragraph, headline or article around a position."""
        return self.standing.unit(scope, at)

    def span(self, start: int, end: int) -> Span:
        """The original words of a place."""
        span = self._spans.get((start, end))
        if span is None:
            span = self._spans[start, end] = self.document.span(start, end)
        return span

    def find(self, part: Part, window: Range) -> list[Found]:
        """The places of a part within a window, sorted."""
        key = (part.number, window)
        found = self._found.get(key)
        if found is None:
            found = self._found[key] = self._search(part, window) if self.standing.may_hold(part, window) else []
        return found

    def _search(self, part: Part, window: Range) -> list[Found]:
        """The places of a part, filtered and labelled."""
        found = self._operate(part, window)
        if part.mask and found:
            masks = [hit for one in part.mask for hit in self.find(one, window)]
            if masks:
                found = [hit for hit in found if not any(hit.start < m.end and m.start < hit.end for m in masks)]
        if part.without and found:
            found = [hit for hit in found if not self._barred(part, hit, window)]
        if part.label:
            label = part.label
            found = [Found(start, end, ((label, start, end), *parts), value) for start, end, parts, value in found]
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
            return self._any(operator, window)
        if isinstance(operator, Near):
            return self._near(part, operator, window)
        if isinstance(operator, PlaceIs):
            return list(places_taken(operator, self.matches.places, self.document.fold, window))
        if isinstance(operator, PartyIs):
            return list(parties_taken(operator, self.parties, self.rules.parties.min_score, window))
        if isinstance(operator, DateIs):
            return list(dates_taken(operator, self.dates(window)))
        return self.amounts(operator, window, self.document.published_on)

    def _any(self, operator: AnyOf, window: Range) -> list[Found]:
        """The places of any of some parts, each once."""
        lists = [found for one in operator.parts if (found := self.find(one, window))]
        if len(lists) < 2:
            return sorted(lists[0]) if lists else []
        hits = {hit[:3]: hit for found in lists for hit in found}
        return [hits[key] for key in sorted(hits)]

    def _near(self, part: Part, operator: Near, window: Range) -> list[Found]:
        """Parts together, in each window that their own scope gives."""
        out = [hit for piece in self._windows(part, operator, window) for hit in self._together(part, operator, piece)]
        if len(out) < 2:
            return out
        return sorted({hit[:3]: hit for hit in out}.values(), key=lambda hit: hit[:2])

    def _together(self, part: Part, operator: Near, window: Range) -> list[Found]:
        """Parts together in one window of theirs."""
        key = (part.number, window)
        joined = self._joins.get(key)
        if joined is None:
            joined = self._joins[key] = self._join(operator, window)
        return joined

    def _join(self, operator: Near, window: Range) -> list[Found]:
        """The same, computed."""
        lists: list[list[Found]] = []
        for one in operator.parts:
            found = self.find(one, window)
            if not found and operator.distinct == len(operator.parts):
                return []
            lists.append(found)
        if self._starts is None:
            self._starts = self.document.tokens.starts
            self._wide = 2 if self.document.language in ("zh", "ja") else 1
        joined, capped = near.join(lists, near.Terms(self._word, operator, self._wide, self._fits_roles))
        if capped:
            self.limits.add(f"a `near` stopped after {near.MOST_STATES:,} steps; later combinations were not tried")
        return joined

    def _fits_roles(self, operator: Near, places: Sequence[tuple[int, Found]]) -> bool:
        """Whether the parties among joined places do, or suffer, what their conditions ask for."""
        for number, found in places:
            asked = operator.parts[number].operator
            if isinstance(asked, PartyIs) and asked.role != "any":
                others = [(one.start, one.end) for other, one in places if other != number]
                if role_of(self.document.fold, (found.start, found.end), others) != asked.role:
                    return False
        return True

    def _word(self, at: int) -> int:
        """The number of the first word that begins at or after a position."""
        return bisect_left(self._starts or (), at)

    def _windows(self, part: Part, operator: Near, window: Range) -> Iterator[Range]:
        """The pieces of a window in which a near is looked for."""
        start, end = window
        document = self.document
        if operator.sentences is not None:
            reach = operator.sentences - 1
            count = len(document.sentences)
            for index in self.standing.anchors(part, window):
                for first in range(max(index - reach, 0), index + 1):
                    last = min(first + reach, count - 1)
                    yield max(document.sentences[first][0], start), min(document.sentences[last][1], end)
        elif operator.within == "sentence":
            for low, high in self.standing.sentences(part, window):
                yield max(low, start), min(high, end)
        elif operator.within == "headline":
            yield start, min(document.title_end, end)
        elif operator.within == "paragraph":
            for low, high in document.paragraphs:
                if low < end and start < high and self.standing.may_hold(part, (low, high)):
                    yield max(low, start), min(high, end)
        else:
            yield window

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

    def amounts(self, operator: AmountIs, window: Range, on: date | None) -> list[Found]:
        """Amounts that a condition takes, as its dated thresholds stood on a day."""
        return list(amounts_taken(operator, self.quantities(window), on))


def nearest(found: Sequence[Found], at: int) -> Found:
    """The place that begins nearest to a position."""
    if len(found) == 1:
        return found[0]
    starts = [one.start for one in found]
    after = bisect_right(starts, at)
    around = found[max(after - 1, 0) : after + 1]
    return min(around, key=lambda one: (abs(one.start - at), one.start))
