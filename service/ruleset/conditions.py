"""Which place names, dates and amounts does a condition take?"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from service.ruleset.concepts import PlaceMatch
from service.ruleset.location import is_scene
from service.ruleset.near import Found
from service.ruleset.quantities import Amount, in_normal_unit
from service.ruleset.rule import AmountIs, DateIs, Param, PlaceIs
from service.ruleset.vocabulary import Range
from service.text.dates import DateMention


def places_taken(operator: PlaceIs, places: Sequence[PlaceMatch], fold: str, window: Range) -> Iterator[Found]:
    """Place names in a window of the folded text; `places` are those of the whole article, in order."""
    start, end = window
    for number in range(bisect_left(places, start, key=_start), len(places)):
        place = places[number]
        if place.end > end:
            break
        readings = [country for country, kind in place.readings if kind in operator.kinds]
        if not readings:
            continue
        among = any(country in operator.countries for country in readings)
        if among is not operator.exclude and (not operator.location or is_scene(fold, place.start, place.end)):
            yield Found(place.start, place.end)


def dates_taken(operator: DateIs, dates: Iterable[DateMention]) -> Iterator[Found]:
    """Dates that touch the condition's days."""
    for one in dates:
        if (operator.from_ is None or one.date_to >= operator.from_) and (
            operator.to is None or one.date_from <= operator.to
        ):
            yield Found(one.start, one.end)


def amounts_taken(operator: AmountIs, amounts: Iterable[Amount], on: date | None) -> Iterator[Found]:
    """Amounts within the bounds, as dated thresholds stood on a day."""
    low, high = (bound.on(on) if isinstance(bound, Param) else bound for bound in (operator.low, operator.high))
    if (operator.low is not None and low is None) or (operator.high is not None and high is None):
        return
    low, high = (in_normal_unit(bound, operator.unit) for bound in (low, high))
    for one in amounts:
        if one.kind == operator.kind and (low is None or one.value >= low) and (high is None or one.value <= high):
            yield Found(one.start, one.end, value=one.shown)


def _start(place: PlaceMatch) -> int:
    """Where a place name begins."""
    return place.start
