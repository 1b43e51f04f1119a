"""The UK Sanctions List of the Foreign, Commonwealth & Development Office, official XML (`Designations`)."""

from __future__ import annotations

import re

from lxml import etree

from service.model.entity import NameKind, Schema
from service.watchlist.draft import Draft, gender_of
from service.watchlist.programmes import uk_programmes
from service.watchlist.source import Reading, Source
from service.watchlist.uk_csv import add_papers
from service.watchlist.values import clean, iso_date
from service.watchlist.xml_stream import elements, local, text_of

ROOT = "Designations"
_SCHEMAS: dict[str, Schema] = {"individual": "Person", "entity": "Organization", "ship": "Vessel"}
_KINDS: dict[str, NameKind] = {"primary name": "primary", "primary name variation": "alias", "alias": "alias"}
_GENERATED = re.compile(rb"<DateGenerated>([^<]{8,30})<")
_TEXTS = {
    "Position": "positions", "Title": "positions", "TypeOfShip": "positions", "CurrentOwnerOperator": "linked",
    "ParentCompany": "linked", "Subsidiary": "linked",
}  # fmt: skip
_IDENTIFIERS = {
    "PhoneNumber": "phone", "EmailAddress": "email", "Website": "website", "IMONumber": "imo",
    "BusinessRegistrationNumber": "registration",
}  # fmt: skip
_PAPERS = {"PassportNumber": "passport", "NationalIdentifierNumber": "national-id"}


def read(source: Source) -> Reading:
    """All designations. Raises ListError where the XML is damaged."""
    entities, unread = [], []
    for element in elements(source, ("Designation",)):
        reference = text_of(element, "UniqueID")
        schema = _SCHEMAS.get(text_of(element, "IndividualEntityShip").lower(), "LegalEntity")
        draft = Draft(f"uk-{reference}", "uk", schema, reference)
        draft.listed_on = iso_date(text_of(element, "DateDesignated"))
        draft.un_reference(text_of(element, "UNReferenceNumber"))
        draft.add("programmes", uk_programmes(text_of(element, "RegimeName")))
        if ofsi := text_of(element, "OFSIGroupID"):
            draft.identifier("other", ofsi, note="OFSI Group ID")
        for item in element.iterdescendants():
            _read_item(draft, local(item), item)
        if reference and draft.names:
            entities.append(draft.freeze())
        else:
            unread.append(f"{source.label}: designation {reference} (line {element.sourceline}): no id or no name")
    found = _GENERATED.search(source.data[:4000])
    return Reading(
        name="uk",
        entities=tuple(entities),
        unread=tuple(unread),
        list_date=iso_date(found[1].decode()) if found else None,
        title="UK Sanctions List",
        publisher="Foreign, Commonwealth & Development Office",
    )


def _read_item(draft: Draft, tag: str, item: etree._Element) -> None:
    """Any element below a designation, by its own name."""
    text = clean(item.text)
    if tag == "Name":
        _read_name(draft, item)
    elif tag == "NameNonLatinScript":
        draft.name(text, "original")
    elif tag == "DOB":
        draft.add("birth_dates", [iso_date(text)])
    elif tag == "Nationality":
        draft.country(text, nationality=True)
    elif tag == "Gender":
        draft.gender = draft.gender or gender_of(text)
    elif tag == "Address":
        draft.add("addresses", [", ".join(filter(None, (clean(part.text) for part in item)))])
        draft.country(text_of(item, "AddressCountry"))
    elif tag == "Location":
        place = (text_of(item, "TownOfBirth"), text_of(item, "CountryOfBirth"))
        draft.add("birth_places", [", ".join(filter(None, place))])
    elif tag == "CurrentBelievedFlagOfShip":
        draft.country(text)
    elif tag in _TEXTS:
        draft.add(_TEXTS[tag], [text])
    elif tag in _IDENTIFIERS:
        draft.identifier(_IDENTIFIERS[tag], text)
    elif tag in _PAPERS:
        add_papers(draft, _PAPERS[tag], text)


def _read_name(draft: Draft, item: etree._Element) -> None:
    """A name in up to six parts, the surname last."""
    parts = (text_of(item, f"Name{number}") for number in range(1, 7))
    kind = _KINDS.get(text_of(item, "NameType").lower(), "alias")
    if "low" in text_of(item, "AliasStrength").lower():
        kind = "weak"
    draft.name(" ".join(filter(None, parts)), kind)
