"""Canada's Consolidated Autonomous Sanctions List (Special Economic Measures Act), official XML.

One `record` per entry, without a number of its own: the id is made of country, schedule and item, which the regulations
number. `data-set` is the root.
"""

from __future__ import annotations

import re

from service.watchlist.draft import Draft
from service.watchlist.source import Reading, Source
from service.watchlist.values import iso_date, script_of, split_outside
from service.watchlist.xml_stream import elements, local

ROOT = "data-set"
_ALSO = re.compile(r"\(\s*(?:also known as|a\.?k\.?a\.?)[:,]?\s+(?P<names>.+)\)\s*$", re.IGNORECASE)
_OR = re.compile(r"\s+(?:or|OR|a\.k\.a\.|aka)\s+")
_NOT_PLAIN = re.compile(r"[^a-z0-9.]+")
_NOT_A_NATIONALITY = {"Ukraine"}
"""Regulations named for the victim of the conduct, not for the country of those listed."""
_LANGUAGE = re.compile(r"^(?:Russian|Belarus+ian|Ukrainian|Arabic|Persian|Farsi|Chinese|Burmese|Spanish|French)\s*:\s*")
_COMPANY_TAIL = re.compile(r"^(?:ltd|limited|llc|inc|co|corp|s\.?a|gmbh|plc|jsc|ooo|b\.?v|jr|sr)\b\.?", re.IGNORECASE)


def read(source: Source) -> Reading:
    """All entries. Raises ListError where the XML is damaged."""
    entities, unread, taken = [], [], set()
    for number, element in enumerate(elements(source, ("record",)), 1):
        values = {local(child): " ".join((child.text or "").split()) for child in element}
        draft = _read_record(values)
        place = f"{source.label}: record {number} (line {element.sourceline})"
        if not draft.names:
            unread.append(f"{place}: no name")
        elif draft.id in taken:
            unread.append(f"{place}: {draft.id} stands twice; the first is kept")
        else:
            taken.add(draft.id)
            entities.append(draft.freeze())
    return Reading(
        name="ca",
        entities=tuple(entities),
        unread=tuple(unread),
        title="Consolidated Canadian Autonomous Sanctions List",
        publisher="Global Affairs Canada",
    )


def _read_record(values: dict[str, str]) -> Draft:
    """One record."""
    regime = values.get("Country", "").split(" / ")[0].strip()
    numbered = (regime.split(" (")[0], values.get("Schedule", ""), values.get("Item", ""))
    reference = "-".join(filter(None, (_NOT_PLAIN.sub("-", part.lower()).strip("-") for part in numbered)))
    imo = values.get("ShipIMONumber", "")
    person = bool(values.get("LastName"))
    draft = Draft(f"ca-{reference}", "ca", "Person" if person else "Vessel" if imo else "Organization", reference)
    if person:
        draft.name(", ".join(filter(None, (values["LastName"], values.get("GivenName")))), "primary")
    else:
        _add_organisation(draft, values.get("EntityOrShip", ""))
    for alias in alias_parts(values.get("Aliases", ""), person=person):
        draft.name(alias, "alias" if script_of(alias) == "Latin" else "original")
    draft.add("programmes", [regime])
    if regime not in _NOT_A_NATIONALITY and draft.schema != "Vessel":
        draft.country(regime)
    draft.identifier("imo", imo)
    born = values.get("DateOfBirthOrShipBuildDate", "")
    if person:
        draft.add("birth_dates", [iso_date(part) for part in _OR.split(born)])
    draft.add("positions", [values.get("TitleOrShip")])
    draft.listed_on = iso_date(values.get("DateOfListing"))
    return draft


def _add_organisation(draft: Draft, text: str) -> None:
    """A name that may carry others in brackets: `A (also known as B)`."""
    match = _ALSO.search(text)
    draft.name(text[: match.start()] if match else text, "primary")
    for alias in split_outside(match["names"], ";") if match else ():
        draft.name(alias, "alias")


def alias_parts(text: str, *, person: bool) -> list[str]:
    """The aliases of a field. Semicolons and `or` divide always, commas where what follows is a name by itself.

    `A B, C D` are two people's names, `Sergei, Serhii SHERBAKOV` is one alias with two given names and stays whole,
    as does `X Co., Ltd.`.
    """
    parts = []
    for part in (piece for chunk in split_outside(text, ";") for piece in _OR.split(chunk)):
        pieces = split_outside(part, ",")
        whole = [piece for piece in pieces if " " in piece] if person else pieces
        if len(pieces) > 1 and len(whole) == len(pieces) and not any(map(_COMPANY_TAIL.match, pieces[1:])):
            parts += pieces
        else:
            parts.append(part)
    return [_LANGUAGE.sub("", part).strip(" ,") for part in parts]
