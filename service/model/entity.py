"""The watchlist: a dated list of persons, organisations, vessels and aircraft, each with all its names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Schema = Literal["Person", "Organization", "Company", "Vessel", "Airplane", "LegalEntity", "CryptoWallet"]
"""FollowTheMoney schema names. `LegalEntity`: the list does not say whether a person or an organisation."""

NameKind = Literal["primary", "alias", "former", "weak", "original"]
"""`former` = f.k.a.; `weak` = what the list itself calls weak or low quality; `original` = original script."""

Quality = Literal["strong", "weak"]


@dataclass(frozen=True, slots=True)
class Name:
    """One name as the list spells it, with what the list says of it."""

    text: str
    kind: NameKind = "primary"
    quality: Quality = "strong"
    script: str = "Latin"
    """Unicode script of most letters: Latin, Cyrillic, Arabic, Hangul, Han, Kana, ..."""
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Identifier:
    """A number or code that tells a party from its namesakes.

    `kind`: imo, mmsi, callsign, passport, national-id, tax-id, registration, swift, wallet, website, email, phone,
    aircraft-tail, other.
    """

    kind: str
    value: str
    country: str | None = None
    note: str | None = None

    def as_dict(self) -> dict[str, object]:
        """The identifier as JSON."""
        return {"kind": self.kind, "value": self.value, "country": self.country, "note": self.note}


@dataclass(frozen=True, slots=True)
class Entity:
    """One entry of one list.

    `id` is `<list>-<reference>` (`un-KPe.050`, `ofac-35096`). Countries are ISO 3166 alpha-2 in upper case, dates ISO
    8601 and as coarse as the list has them (`1970`, `1970-03`). `programmes` as the list codes them, with the
    OpenSanctions key where one exists (`UN-SC1718`).
    """

    id: str
    list: str
    schema: Schema
    names: tuple[Name, ...]
    programmes: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    """sanction, debarment, role.pep, wanted, export.control, ..."""
    countries: tuple[str, ...] = ()
    nationalities: tuple[str, ...] = ()
    birth_dates: tuple[str, ...] = ()
    birth_places: tuple[str, ...] = ()
    gender: Literal["male", "female"] | None = None
    positions: tuple[str, ...] = ()
    """Titles, offices and roles that the list gives."""
    identifiers: tuple[Identifier, ...] = ()
    addresses: tuple[str, ...] = ()
    listed_on: str | None = None
    delisted_on: str | None = None
    source_ref: str | None = None
    """The entry's reference in its publisher's own numbering."""
    linked: tuple[str, ...] = ()
    """References to other entries that the list itself makes (`Linked To: ...`)."""

    @property
    def primary_name(self) -> str:
        """The name under which the list prints the entry."""
        return next((name.text for name in self.names if name.kind == "primary"), self.names[0].text)

    def entry(self) -> dict[str, object]:
        """What tells the entry from its namesakes, as JSON: only the fields that the list fills in."""
        facts: dict[str, object] = {
            "source_ref": self.source_ref,
            "countries": list(self.countries),
            "nationalities": list(self.nationalities),
            "birth_dates": list(self.birth_dates),
            "birth_places": list(self.birth_places),
            "gender": self.gender,
            "positions": list(self.positions),
            "identifiers": [identifier.as_dict() for identifier in self.identifiers],
            "delisted_on": self.delisted_on,
        }
        return {name: value for name, value in facts.items() if value}


@dataclass(frozen=True, slots=True)
class Watchlist:
    """One version of one list. `version` is the first 12 hex digits of `sha256` unless the publisher gives one."""

    name: str
    """Short name: un, ofac, ofac-nonsdn, eu, uk, ch, ca, au, jp, us-csl, starter lists under the same names,
    or the file's stem for a customer's own."""
    entities: tuple[Entity, ...]
    sha256: str
    """Of the bytes that were read (of all files, in a fixed order, where a list comes in several)."""
    list_date: str | None = None
    """The date that the publisher gives, ISO 8601; None where the file has none."""
    version: str = ""
    title: str = ""
    publisher: str = ""
    source: str | None = None
    custom: bool = False
    """A customer's own list: its mentions alert by default (`rules/parties.yaml`)."""
    unread: tuple[str, ...] = ()
    """Rows that could not be read, each with its place and the reason; nothing is dropped in silence."""

    @property
    def name_count(self) -> int:
        """All names of all entities."""
        return sum(len(entity.names) for entity in self.entities)
