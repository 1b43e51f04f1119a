"""OFAC's `sdn.xml` and `consolidated.xml` (non-SDN), one `sdnEntry` per entry.

Schema: https://ofac.treasury.gov (sdn.xsd). The statements of the Remarks column stand here as typed ids.
"""

from __future__ import annotations

import re

from lxml import etree

from service.model.entity import NameKind, Schema
from service.watchlist.draft import Draft
from service.watchlist.ofac_remarks import read_statement
from service.watchlist.programmes import ofac_programmes
from service.watchlist.source import Reading, Source
from service.watchlist.values import clean, iso_date, years_between
from service.watchlist.xml_stream import elements, local, text_of, texts_of

ROOT = "sdnList"
PUBLISHER = "U.S. Department of the Treasury, Office of Foreign Assets Control"
_SCHEMAS: dict[str, Schema] = {
    "Individual": "Person", "Entity": "Organization", "Vessel": "Vessel", "Aircraft": "Airplane",
}  # fmt: skip
_PUBLISHED = re.compile(rb"<Publish_Date>(\d{2})/(\d{2})/(\d{4})")
_NONSDN = ("CMIC-EO13959", "NS-PLC", "561-Related")
"""Programmes that only the non-SDN lists have."""
_PLAIN = frozenset({"uid", "lastName", "firstName", "sdnType"})
_BRACKETED = re.compile(r"\)\s*\(")
_ADDRESS = ("address1", "address2", "address3", "city", "stateOrProvince", "postalCode", "country")


def list_name(source: Source) -> tuple[str, str]:
    """Short name and title: the same layout serves both lists, and only names and programmes tell them apart."""
    head = source.data[:500_000]
    if source.label.lower().startswith("cons") or any(f">{code}<".encode() in head for code in _NONSDN):
        return "ofac-nonsdn", "Consolidated Sanctions List (non-SDN)"
    return "ofac", "Specially Designated Nationals and Blocked Persons List"


def read(source: Source) -> Reading:
    """All entries. Raises ListError where the XML is damaged."""
    name, title = list_name(source)
    entities, unread = [], []
    for number, element in enumerate(elements(source, ("sdnEntry",)), 1):
        values = texts_of(element)
        uid = values.get("uid", "")
        draft = Draft(f"{name}-{uid}", name, _SCHEMAS.get(values.get("sdnType", ""), "LegalEntity"), uid)
        draft.name(_full_name(values), "primary")
        _read_children(draft, element, values)
        if uid and draft.names:
            entities.append(draft.freeze())
        else:
            unread.append(f"{source.label}: entry {number} (line {element.sourceline}): no uid or no name")
    found = _PUBLISHED.search(source.data[:4000])
    date = f"{found[3].decode()}-{found[1].decode()}-{found[2].decode()}" if found else None
    return Reading(name, tuple(entities), tuple(unread), date, title, PUBLISHER)


def _full_name(values: dict[str, str]) -> str:
    """`LAST, First`, as OFAC prints it in its other files; a name of one part as it is."""
    return ", ".join(filter(None, (values.get("lastName"), values.get("firstName"))))


def _read_children(draft: Draft, element: etree._Element, values: dict[str, str]) -> None:
    """The children of an entry; lists of them go item by item."""
    for child in element:
        tag = local(child)
        if tag in ("title", "remarks"):
            _read_text(draft, tag, values[tag])
        elif tag == "programList":
            draft.add("programmes", ofac_programmes([clean(item.text) for item in child]))
        elif tag == "vesselInfo":
            _read_vessel(draft, child)
        elif tag not in _PLAIN:
            for item in child:
                _read_item(draft, local(item), item)


def _read_text(draft: Draft, tag: str, text: str) -> None:
    """Office and remarks: `(Linked To: A)(Linked To: B)`."""
    if tag == "title":
        draft.add("positions", [text])
        return
    for part in _BRACKETED.split(text):
        statement = part.strip()
        if statement.startswith("("):
            statement = statement.removeprefix("(")
            statement = statement if statement.count("(") == statement.count(")") else statement.removesuffix(")")
        elif statement.count(")") > statement.count("("):
            statement = statement.removesuffix(")")
        read_statement(draft, statement.removesuffix("."))


def _read_item(draft: Draft, tag: str, item: etree._Element) -> None:
    """One item of a list of an entry."""
    values = texts_of(item)
    if tag == "aka":
        kind: NameKind = "former" if values.get("type", "").startswith("f") else "alias"
        draft.name(_full_name(values), "weak" if values.get("category") == "weak" else kind)
    elif tag == "id":
        country = values.get("idCountry")
        statement = f"{values.get('idType', '')} {values.get('idNumber', '')}"
        read_statement(draft, f"{statement} ({country})" if country else statement, office=False)
    elif tag == "address":
        draft.add("addresses", [", ".join(filter(None, map(values.get, _ADDRESS)))])
        draft.country(values.get("country"))
    elif tag in ("nationality", "citizenship"):
        draft.country(values.get("country"), nationality=True)
    elif tag == "dateOfBirthItem":
        span = [iso_date(part) for part in values.get("dateOfBirth", "").split(" to ")]
        draft.add("birth_dates", years_between(*span) if len(span) == 2 else span)
    elif tag == "placeOfBirthItem":
        draft.add("birth_places", [values.get("placeOfBirth")])


def _read_vessel(draft: Draft, element: etree._Element) -> None:
    """Call sign, type, flag and owner of a ship."""
    draft.identifier("callsign", text_of(element, "callSign"))
    draft.add("positions", [text_of(element, "vesselType")])
    draft.country(text_of(element, "vesselFlag"))
    draft.add("linked", [text_of(element, "vesselOwner")])
