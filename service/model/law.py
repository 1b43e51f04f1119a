"""What the law asked on a day, and which text was read for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

NOT_VERIFIED = "paragraph number not verified"

READ_IN = {
    "adopted-text": "the adopted text",
    "official-summary": "an official summary",
    "secondary": "a secondary source, not the adopted text",
}


@dataclass(frozen=True, slots=True)
class Reading:
    """A text that states the duty under the row's paragraph number, and the day on which somebody read it."""

    kind: str
    """adopted-text, official-summary or secondary."""
    where: str
    """Where the text stands, as a rule an address."""
    on: str
    """The day, as YYYY-MM-DD."""

    def as_dict(self) -> dict[str, str]:
        """The reading as JSON."""
        return {"kind": self.kind, "source": self.where, "on": self.on}


@dataclass(frozen=True, slots=True)
class LawRow:
    """What a legal text forbids, as it stood on the event's date. `duty` is in our own words."""

    id: str
    instrument: str
    paragraph: str
    duty: str
    from_: str
    to: str | None = None
    in_force: Literal["yes", "no", "date unknown"] = "date unknown"
    on: str | None = None
    """The event's date that decided `in_force`."""
    reading: Reading | None = None
    """None where nobody has read a text that states the duty under this number."""
    disputed_by: tuple[str, ...] = ()
    note: str | None = None
    """For readers: `paragraph number not verified`, an exemption, a renewal not seen."""

    def as_dict(self) -> dict[str, object]:
        """The row as JSON."""
        return {
            "id": self.id,
            "instrument": self.instrument,
            "paragraph": self.paragraph,
            "duty": self.duty,
            "from": self.from_,
            "to": self.to,
            "in_force": self.in_force,
            "on": self.on,
            "verified": self.reading is not None,
            "reading": self.reading.as_dict() if self.reading else None,
            "disputed_by": list(self.disputed_by),
            "note": self.note,
        }


def how_read(row: Mapping[str, object]) -> str:
    """Which text stands behind a row's paragraph number, where it stands and when it was read; for a row as JSON.

    Alerts stored before readings were kept say only whether there was one.
    """
    reading = row.get("reading")
    if isinstance(reading, Mapping):
        kind = READ_IN.get(str(reading["kind"]), str(reading["kind"]))
        return f"paragraph read in {kind}: {reading['source']}, on {reading['on']}"
    return "paragraph number verified" if row.get("verified") else NOT_VERIFIED
