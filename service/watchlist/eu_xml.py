"""The EU's consolidated financial sanctions list (FSF), official XML 1.1.

Schema: http://eu.europa.ec/fpi/fsd/export. The values stand in attributes; the first spelling is only one of many, and
`strong="false"` marks a weak alias.
"""

from __future__ import annotations

import re

from lxml import etree

from service.model.entity import NameKind, Schema
from service.watchlist.draft import Draft, gender_of
from service.watchlist.programmes import eu_programmes
from service.watchlist.source import Reading, Source
from service.watchlist.values import clean, iso_date
from service.watchlist.xml_stream import elements, local

ROOT = "export"
TITLE = "Consolidated list of persons, groups and entities subject to EU financial sanctions"
PUBLISHER = "European Commission, DG FISMA"
_SCHEMAS: dict[str, Schema] = {"person": "Person", "enterprise": "Organization", "vessel": "Vessel"}
_KINDS = {"passport": "passport", "id": "national-id", "ssn": "national-id", "fiscalcode": "tax-id", "tax": "tax-id"}
_KINDS |= {"regnumber": "registration", "imo": "imo", "swiftbic": "swift", "birthcert": "other"}
_GENERATED = re.compile(rb"generationDate\s*=\s*[\"'](\d{4}-\d{2}-\d{2})")
_IN_TEXT = re.compile(r"^(?P<number>.+?)\s*\((?P<kind>[a-z]+)-")
_PLACE = ("street", "poBox", "zipCode", "city", "region", "place", "countryDescription")


def read(source: Source) -> Reading:
    """All entries. Raises ListError where the XML is damaged."""
    entities, unread = [], []
    for element in elements(source, ("sanctionEntity",)):
        draft = _read_entry(element)
        if draft.names:
            entities.append(draft.freeze())
        else:
            unread.append(f"{source.label}: entity {draft.source_ref} (line {element.sourceline}): no name")
    found = _GENERATED.search(source.data[:2000])
    date = found[1].decode() if found else None
    return Reading("eu", tuple(entities), tuple(unread), date, TITLE, PUBLISHER)


def _read_entry(element: etree._Element) -> Draft:
    """One `sanctionEntity`."""
    reference = element.get("euReferenceNumber") or element.get("logicalId", "")
    draft = Draft(f"eu-{element.get('logicalId', '')}", "eu", "LegalEntity", reference)
    draft.un_reference(element.get("unitedNationId"))
    draft.listed_on = iso_date(element.get("designationDate"))
    for child in element:
        _read_child(draft, local(child), child)
    return draft


def _read_child(draft: Draft, tag: str, child: etree._Element) -> None:
    """One child of an entry."""
    if tag == "subjectType":
        draft.schema = _SCHEMAS.get(child.get("code", ""), "LegalEntity")
    elif tag == "regulation":
        draft.add("programmes", eu_programmes([child.get("programme", "")]))
        draft.listed_on = draft.listed_on or iso_date(child.get("entryIntoForceDate"))
    elif tag == "nameAlias":
        kind: NameKind = "weak" if child.get("strong") == "false" else "alias" if draft.names else "primary"
        parts = (child.get(key) for key in ("firstName", "middleName", "lastName"))
        language = (child.get("nameLanguage") or "").lower() or None
        draft.name(child.get("wholeName") or " ".join(filter(None, parts)), kind, language=language)
        draft.gender = draft.gender or gender_of(child.get("gender"))
        draft.add("positions", [child.get("title"), child.get("function")])
    elif tag == "citizenship":
        draft.country(child.get("countryIso2Code"), nationality=True)
    elif tag == "birthdate":
        draft.add("birth_dates", [iso_date(child.get("birthdate")) or iso_date(child.get("year"))])
        place = (child.get("city"), child.get("place"), child.get("countryDescription"))
        draft.add("birth_places", [", ".join(filter(None, place))])
    elif tag == "identification":
        number = child.get("number") or child.get("latinNumber") or ""
        add_identification(draft, number, child.get("identificationTypeCode", ""), child.get("countryIso2Code"))
    elif tag == "address":
        draft.add("addresses", [", ".join(filter(None, (clean(child.get(part)) for part in _PLACE)))])
        draft.country(child.get("countryIso2Code"))


def add_identification(draft: Draft, number: str, type_code: str, country: str | None) -> None:
    """A number with its type, which in older files stands behind it: `AD001095 (passport-National passport)`."""
    if found := _IN_TEXT.match(number):
        number, type_code = found["number"], type_code or found["kind"]
    draft.identifier(_KINDS.get(type_code, "other"), number, country=country, note=type_code or None)
