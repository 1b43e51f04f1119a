"""What does the law forbid, and since when? Measures as data, and the rows that an alert prints."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from service.model.law import NOT_VERIFIED, LawRow, Reading
from service.ruleset.source import Node


@dataclass(frozen=True, slots=True)
class Measure:
    """One prohibition of one legal text. `id` is `regime/row`; days are inclusive."""

    id: str
    instrument: str
    paragraph: str
    duty: str
    from_: date
    to: date | None = None
    renewed_until: date | None = None
    """The last end that a renewal names; None where the measure is open-ended."""
    renewed_by: str = ""
    """The renewal that names it."""
    review_by: date | None = None
    """When an amount or a licence in it must be looked up again."""
    look_up: str = ""
    """Where its authority publishes."""
    exemptions: tuple[str, ...] = ()
    limits: tuple[str, ...] = ()
    reading: Reading | None = None
    """The text that was read for it; None where none was."""
    disputed_by: tuple[str, ...] = ()
    note: str = ""
    binding: bool = True
    """False for an undertaking or a call: conduct that meets no other measure is at most a review."""
    due: date | None = None
    """The day by which the duty had to be done; None where it is owed from the first day."""
    at: Node | None = field(default=None, compare=False, repr=False)


def read_measures(node: Node) -> Iterable[Measure]:
    """The measures of one checked file."""
    regime = _text(node, "regime")
    rows = node.get("measures")
    for row in rows.elements() if rows is not None else ():
        renewals = row.get("renewals")
        ends = [(day, _text(one, "instrument")) for one in (renewals.elements() if renewals else ())
                if (day := _day(one, "until"))]  # fmt: skip
        until, instrument = max(ends, default=(None, ""))
        yield Measure(
            f"{regime}/{_text(row, 'id')}",
            _text(row, "instrument"),
            _text(row, "paragraph"),
            _text(row, "duty"),
            _day(row, "from") or date.min,
            _day(row, "to"),
            until,
            instrument,
            _day(row, "review_by"),
            _text(node, "url"),
            _texts(row, "exemptions"),
            _texts(row, "limits"),
            _reading(row.get("verified")),
            _texts(row, "disputed_by"),
            _text(row, "note"),
            _text(row, "binding") != "false",
            _day(row, "due"),
            row,
        )


def law_rows(ids: Iterable[str], measures: Mapping[str, Measure], on: date | None) -> tuple[LawRow, ...]:
    """The rows of a rule's law on the event's day, those in force first; `on` is None when the day is unknown."""
    order = {"yes": 0, "date unknown": 1, "no": 2}
    rows = [law_row(measures[one], on) for one in ids if one in measures]
    return tuple(sorted(rows, key=lambda row: order[row.in_force]))


def law_row(measure: Measure, on: date | None) -> LawRow:
    """A measure as it stood on a day."""
    notes = [] if measure.reading else [NOT_VERIFIED]
    if on is not None and measure.renewed_until is not None and on > measure.renewed_until:
        notes.append(f"last renewal seen runs to {measure.renewed_until.isoformat()}; look up a later one")
    if on is not None and measure.review_by is not None and on > measure.review_by:
        notes.append(f"looked up for the time to {measure.review_by.isoformat()}; look it up again")
    notes += [f"limit: {text}" for text in measure.limits]
    notes += [f"exemption: {text}" for text in measure.exemptions]
    if measure.note:
        notes.append(measure.note)
    return LawRow(
        measure.id,
        measure.instrument,
        measure.paragraph,
        measure.duty,
        measure.from_.isoformat(),
        measure.to.isoformat() if measure.to else None,
        in_force(measure, on),
        on.isoformat() if on else None,
        measure.reading,
        measure.disputed_by,
        "; ".join(notes) or None,
    )


def in_force(measure: Measure, on: date | None) -> Literal["yes", "no", "date unknown"]:
    """Whether a measure was in force on a day."""
    if on is None:
        return "date unknown"
    return "yes" if measure.from_ <= on and (measure.to is None or on <= measure.to) else "no"


def owed(measure: Measure, on: date | None) -> bool:
    """Whether a measure forbids conduct of that day: in force, binding, and its time for compliance is over."""
    over = measure.due is None or on is None or on >= measure.due
    return over and measure.binding and in_force(measure, on) == "yes"


def _reading(node: Node | None) -> Reading | None:
    """The text that was read."""
    return Reading(_text(node, "kind"), _text(node, "source"), _text(node, "on")) if node is not None else None


def _text(node: Node, key: str) -> str:
    """A key's words, empty where there are none."""
    found = node.get(key)
    return found.text() if found is not None else ""


def _texts(node: Node, key: str) -> tuple[str, ...]:
    """A key's list of words."""
    found = node.get(key)
    return tuple(one.text() for one in found.elements()) if found is not None else ()


def _day(node: Node, key: str) -> date | None:
    """A key's day."""
    text = _text(node, key)
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None
