"""Switzerland's sanctions list of SECO, official XML (`swiss-sanctions-list`).

Programmes and places stand beside the targets and are referred to by `ssid`; a name is made of ordered parts, each with
spelling variants in other languages and scripts. Schema: swiss-sanctions-list.xsd of the State Secretariat for Economic
Affairs.
"""

from __future__ import annotations

import re

from lxml import etree

from service.model.entity import NameKind, Schema
from service.watchlist.draft import Draft, gender_of
from service.watchlist.source import Reading, Source
from service.watchlist.values import clean, iso_date
from service.watchlist.xml_stream import elements, local, text_of

ROOT = "swiss-sanctions-list"
_SCHEMAS: dict[str, Schema] = {"individual": "Person", "entity": "Organization", "object": "Vessel"}
_KINDS: dict[str, NameKind] = {"primary-name": "primary", "alias": "alias", "formerly-known-as": "former"}
_DATE = re.compile(rb"<swiss-sanctions-list[^>]*?\bdate\s*=\s*[\"'](\d{4}-\d{2}-\d{2})")
_IMO = re.compile(r"\bIMO\b\D{0,12}(\d{7})\b")
_PLACE = ("c-o", "address-details", "p-o-box", "zip-code", "location", "area", "country")


def read(source: Source) -> Reading:
    """All targets that are not de-listed. Raises ListError where the XML is damaged."""
    programmes: dict[str, str] = {}
    places: dict[str, tuple[str, str]] = {}
    entities, unread = [], []
    for element in elements(source, ("sanctions-program", "place", "target")):
        tag, ssid = local(element), element.get("ssid", "")
        if tag == "sanctions-program":
            key = next((clean(item.text) for item in element if local(item) == "program-key"), "")
            programmes |= {item.get("ssid", ""): key for item in element if local(item) == "sanctions-set"}
        elif tag == "place":
            places[ssid] = (_place(element), _country(element))
        else:
            draft = _read_target(element, ssid, programmes, places)
            if draft is None or not draft.names:
                unread.append(f"{source.label}: target {ssid} (line {element.sourceline}): no name")
            elif draft.delisted_on is None:
                entities.append(draft.freeze())
    found = _DATE.search(source.data[:4000])
    return Reading(
        name="ch",
        entities=tuple(entities),
        unread=tuple(unread),
        list_date=found[1].decode() if found else None,
        title="Swiss sanctions list",
        publisher="State Secretariat for Economic Affairs (SECO)",
    )


def _read_target(
    element: etree._Element, ssid: str, programmes: dict[str, str], places: dict[str, tuple[str, str]]
) -> Draft | None:
    """One target: an individual, an entity or an object (ship)."""
    node = next((child for child in element if local(child) in _SCHEMAS), None)
    if node is None:
        return None
    draft = Draft(f"ch-{ssid}", "ch", _SCHEMAS[local(node)], ssid)
    draft.gender = gender_of(node.get("sex"))
    for child in element:
        tag = local(child)
        if tag == "sanctions-set-id":
            draft.add("programmes", [programmes.get(clean(child.text))])
        elif tag == "foreign-identifier":
            draft.un_reference(child.text)
        elif tag == "modification":
            _read_modification(draft, child)
    for child in node:
        if local(child) == "identity":
            for item in child:
                _read_identity(draft, item, places)
        elif local(child) == "other-information":
            for number in _IMO.findall(child.text or ""):
                draft.identifier("imo", number)
    return draft


def _read_modification(draft: Draft, element: etree._Element) -> None:
    """When a target came to the list, and when it went."""
    kind = element.get("modification-type")
    date = iso_date(element.get("effective-date") or element.get("publication-date"))
    if kind == "listed":
        draft.listed_on = date or draft.listed_on
    elif kind == "de-listed":
        draft.delisted_on = date or "unknown"


def _read_identity(draft: Draft, item: etree._Element, places: dict[str, tuple[str, str]]) -> None:
    """A name, a date, a country, a place or a paper."""
    tag = local(item)
    if tag == "name":
        _read_name(draft, item)
    elif tag == "day-month-year":
        parts = [item.get("year"), item.get("month"), item.get("day")]
        known = parts[: parts.index(None)] if None in parts else parts
        if draft.schema == "Person":
            draft.add("birth_dates", ["-".join(part.zfill(2) for part in known if part)])
    elif tag == "nationality":
        for country in item:
            draft.country(country.get("iso-code") or country.text, nationality=True)
    elif tag in ("place-of-birth", "address"):
        known_place, country_name = places.get(item.get("place-id", ""), ("", ""))
        text = ", ".join(filter(None, (_place(item), known_place)))
        draft.add("birth_places" if tag == "place-of-birth" else "addresses", [text])
        if tag == "address":
            draft.country(_country(item) or country_name)
    elif tag == "identification-document":
        kind = item.get("document-type", "")
        kind = "passport" if "passport" in kind else "national-id" if kind.startswith("id") else "other"
        issuer = text_of(item, "issuer") or None
        draft.identifier(kind, text_of(item, "number"), country=issuer, note=item.get("document-type"))


def _read_name(draft: Draft, element: etree._Element) -> None:
    """A name in its own order of parts, and once more for every language and script of its variants."""
    kind = _KINDS.get(element.get("name-type", ""), "alias")
    if element.get("quality") == "low":
        kind = "weak"
    parts = sorted((part for part in element if local(part) == "name-part"), key=lambda part: int(part.get("order", 0)))
    parts = [part for part in parts if part.get("name-part-type") not in ("title",)]
    draft.name(" ".join(text_of(part, "value") for part in parts), kind, language=element.get("lang"))
    variants = [(item.get("lang"), item.get("script")) for part in parts for item in part.iter("{*}spelling-variant")]
    for culture in dict.fromkeys(variants):
        words = [_variant(part, culture) or text_of(part, "value") for part in parts]
        draft.name(" ".join(words), "alias" if kind == "primary" else kind, language=culture[0])


def _variant(part: etree._Element, culture: tuple[str | None, str | None]) -> str:
    """The spelling of a part in one language and script."""
    for item in part.iter("{*}spelling-variant"):
        if (item.get("lang"), item.get("script")) == culture:
            return clean(item.text)
    return ""


def _place(element: etree._Element) -> str:
    """The parts of an address."""
    return ", ".join(filter(None, (text_of(element, part) for part in _PLACE)))


def _country(element: etree._Element) -> str:
    """The country of a place, by its code where it has one."""
    for child in element:
        if local(child) == "country":
            return child.get("iso-code") or clean(child.text)
    return ""
