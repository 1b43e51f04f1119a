"""An entity while it is being read: values are added as they come, once each, then frozen."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from sys import intern
from typing import Literal

from service.model.entity import Entity, Identifier, Name, NameKind, Schema
from service.watchlist.countries import country_code
from service.watchlist.values import clean, script_of

UN_REFERENCE = "UN reference"
"""Note of an identifier by which another list names the UN's entry for the same party."""
_UN_REFERENCE = re.compile(r"\b([A-Z]{2})([ie])\.(\d{3})\b", re.IGNORECASE)
_PLAIN = (
    "programmes", "topics", "countries", "nationalities", "birth_dates", "birth_places", "positions", "addresses",
    "linked",
)  # fmt: skip
_RANK: dict[NameKind, int] = {"primary": 0, "alias": 1, "original": 2, "former": 3, "weak": 4}


def gender_of(text: str | None) -> Literal["male", "female"] | None:
    """`male` or `female` from what publishers write (`Male`, `M`, `f`); None for anything else."""
    start = clean(text)[:1].casefold()
    if start == "m":
        return "male"
    return "female" if start in ("f", "w") else None


@dataclass(slots=True)
class Draft:
    """What is known of an entry so far; order of arrival is kept, repeats are not."""

    id: str
    list: str
    schema: Schema
    source_ref: str | None = None
    listed_on: str | None = None
    delisted_on: str | None = None
    gender: Literal["male", "female"] | None = None
    names: dict[str, Name] = field(default_factory=dict)
    identifiers: dict[tuple[str, str], Identifier] = field(default_factory=dict)
    values: dict[tuple[str, str], None] = field(default_factory=dict)
    """(attribute, value) of everything else: one small dictionary, since a list has tens of thousands of drafts."""
    topics: tuple[str, ...] = ("sanction",)

    def name(self, text: str | None, kind: NameKind = "alias", *, language: str | None = None) -> None:
        """Add a name; of the same name twice, the stronger kind stays. Weak ones are of weak quality."""
        text = clean(text)
        if not text:
            return
        known = self.names.get(text)
        if known is None or _RANK[kind] < _RANK[known.kind]:
            quality: Literal["strong", "weak"] = "weak" if kind == "weak" else "strong"
            self.names[text] = Name(text, kind, quality, script_of(text), language)

    def add(self, attribute: str, values: Iterable[str | None]) -> None:
        """Add values to one of the plain attributes, empty ones left out."""
        for value in values:
            if value and (text := clean(value)):
                self.values[attribute, intern(text)] = None

    def country(self, name: str | None, *, nationality: bool = False) -> bool:
        """Add a country by any of its spellings; a nationality is a country too. False for what is not known as one."""
        code = country_code(clean(name)) if name else None
        if code:
            self.values["countries", code] = None
            if nationality:
                self.values["nationalities", code] = None
        return code is not None

    def identifier(self, kind: str, value: str | None, *, country: str | None = None, note: str | None = None) -> None:
        """Add a number or code, with the country that issued it and what the list says of it."""
        value = clean(value)
        if value and (kind, value) not in self.identifiers:
            code = country_code(clean(country)) if country else None
            self.identifiers[(kind, value)] = Identifier(kind, value, code, clean(note) or None)

    def un_reference(self, text: str | None) -> None:
        """Add the first reference of a UN entry in a text (`UN Ref KPI.067` -> `KPi.067`)."""
        if match := _UN_REFERENCE.search(text or ""):
            self.identifier("other", f"{match[1].upper()}{match[2].lower()}.{match[3]}", note=UN_REFERENCE)

    def freeze(self) -> Entity:
        """The entity, its primary name first."""
        names = sorted(self.names.values(), key=_not_primary)
        plain: dict[str, list[str]] = {}
        for attribute, value in self.values:
            plain.setdefault(attribute, []).append(value)
        return Entity(
            id=self.id,
            list=self.list,
            schema=self.schema,
            names=tuple(names),
            topics=_shared((*self.topics, *plain.pop("topics", ()))),
            gender=self.gender,
            identifiers=tuple(self.identifiers.values()),
            listed_on=self.listed_on,
            delisted_on=self.delisted_on,
            source_ref=self.source_ref,
            **{attribute: _shared(tuple(found)) for attribute, found in plain.items()},
        )


def thaw(entity: Entity) -> Draft:
    """The draft of which an entity was made, for what is told of it later."""
    draft = Draft(entity.id, entity.list, entity.schema, entity.source_ref, entity.listed_on, entity.delisted_on)
    draft.gender, draft.topics = entity.gender, ()
    draft.names = {name.text: name for name in entity.names}
    draft.identifiers = {(item.kind, item.value): item for item in entity.identifiers}
    for attribute in _PLAIN:
        draft.values |= dict.fromkeys((attribute, value) for value in getattr(entity, attribute))
    return draft


@lru_cache(maxsize=4096)
def _shared(values: tuple[str, ...]) -> tuple[str, ...]:
    """The same few countries, programmes and days stand at thousands of entries: one tuple serves them all."""
    return values


def _not_primary(name: Name) -> bool:
    """Sorts the primary name first."""
    return name.kind != "primary"
