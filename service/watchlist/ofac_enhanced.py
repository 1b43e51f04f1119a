"""OFAC's `SDN_ENHANCED.XML` and `CONS_ENHANCED.XML`, one `entity` per entry, every value in words.

Root `sanctionsData`; an entity has `generalInfo`, `sanctionsLists`, `sanctionsPrograms`, `names` (spellings by script),
`addresses`, `features`, `identityDocuments` and `relationships`. Its id is the number that the CSV has too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from service.model.entity import NameKind, Schema
from service.watchlist.draft import Draft
from service.watchlist.ofac_remarks import read_remarks, read_statement
from service.watchlist.ofac_xml import PUBLISHER
from service.watchlist.programmes import ofac_programmes
from service.watchlist.source import Reading, Source
from service.watchlist.values import clean, iso_date, script_of
from service.watchlist.xml_stream import elements, text_of, texts_of

ROOT = "sanctionsData"
_SCHEMAS: dict[str, Schema] = {
    "individual": "Person", "entity": "Organization", "vessel": "Vessel", "aircraft": "Airplane",
}  # fmt: skip
_WORDS = {
    "Birthdate": "DOB", "Place of Birth": "POB", "Nationality Country": "nationality",
    "Citizenship Country": "citizen", "Nationality of Registration": "nationality", "Vessel Flag": "Vessel Flag",
}  # fmt: skip
"""Feature -> how the Remarks column of the CSV begins the same statement."""
_DATE = re.compile(rb"<dataAsOf>(\d{4}-\d{2}-\d{2})")
_Element = etree._Element


def read(source: Source) -> Reading:
    """All entries. Raises ListError where the XML is damaged."""
    nonsdn = source.label.lower().startswith("cons")
    prefix = "ofac-nonsdn" if nonsdn else "ofac"
    entities, unread = [], []
    for number, element in enumerate(elements(source, ("entity",)), 1):
        draft = _read_entity(element, prefix)
        if draft.source_ref and draft.names:
            entities.append(draft.freeze())
        else:
            unread.append(f"{source.label}: entity {number} (line {element.sourceline}): no id or no name")
    found = _DATE.search(source.data[:4000])
    title = (
        "Consolidated Sanctions List (non-SDN)" if nonsdn else "Specially Designated Nationals and Blocked Persons List"
    )
    date = found[1].decode() if found else None
    return Reading(prefix, tuple(entities), tuple(unread), date, title, PUBLISHER)


def _every(element: _Element, path: str) -> Iterator[_Element]:
    """Descendants by a path of local names."""
    return element.iterfind("/".join(f"{{*}}{step}" for step in path.split("/")))


def _read_entity(element: _Element, prefix: str) -> Draft:
    """One entry."""
    uid = element.get("id", "")
    general = next((texts_of(found) for found in _every(element, "generalInfo")), {})
    schema = _SCHEMAS.get(general.get("entityType", "").lower(), "LegalEntity")
    draft = Draft(f"{prefix}-{uid}", prefix, schema, uid)
    for name in _every(element, "names/name"):
        _read_name(draft, name)
    codes = [clean(item.text) for item in _every(element, "sanctionsPrograms/sanctionsProgram")]
    draft.add("programmes", ofac_programmes(codes))
    dates = [iso_date(item.get("datePublished")) for item in _every(element, "sanctionsLists/sanctionsList")]
    draft.listed_on = min(filter(None, dates), default=None)
    draft.add("positions", [general.get("title")])
    for address in _every(element, "addresses/address"):
        _read_address(draft, address)
    for feature in _every(element, "features/feature"):
        _read_feature(draft, texts_of(feature))
    for paper in _every(element, "identityDocuments/identityDocument"):
        values = texts_of(paper)
        country, statement = (
            values.get("issuingCountry"),
            f"{values.get('type', '')} {values.get('documentNumber', '')}",
        )
        read_statement(draft, f"{statement} ({country})" if country else statement, office=False)
    for relation in _every(element, "relationships/relationship/relatedEntity"):
        draft.add("linked", [relation.text])
    read_remarks(draft, general.get("remarks", ""))
    return draft


def _read_name(draft: Draft, element: _Element) -> None:
    """The spellings of one name: `LAST, First` in Latin letters, others as they are."""
    values = texts_of(element)
    former = values.get("aliasType", "").lower().startswith("f")
    kind: NameKind = "primary" if values.get("isPrimary") == "true" else "former" if former else "alias"
    for spelling in _every(element, "translations/translation"):
        parts = texts_of(spelling)
        name = parts.get("formattedFullName") or ", ".join(
            filter(None, (parts.get("formattedLastName"), parts.get("formattedFirstName")))
        )
        if script_of(name) != "Latin":
            draft.name(name.replace(", ", " "), "original")
        else:
            draft.name(name, "weak" if values.get("isLowQuality") == "true" else kind)


def _read_address(draft: Draft, element: _Element) -> None:
    """One address, in its first spelling."""
    country = text_of(element, "country")
    spelling = next(_every(element, "translations/translation"), element)
    parts = [text_of(part, "value") for part in _every(spelling, "addressParts/addressPart")]
    draft.add("addresses", [", ".join(filter(None, (*parts, country)))])
    draft.country(country)


def _read_feature(draft: Draft, values: dict[str, str]) -> None:
    """One feature, as the Remarks column of the CSV would say it."""
    kind, value = values.get("type", ""), values.get("value", "")
    if kind in ("Vessel Call Sign", "Call Sign"):
        draft.identifier("callsign", value)
    elif kind in ("Title", "VESSEL TYPE", "Vessel Type"):
        draft.add("positions", [value])
    elif value:
        read_statement(draft, f"{_WORDS.get(kind, kind)} {value}", office=False)
