"""The United Nations Security Council Consolidated List, official XML.

Schema: https://www.un.org/sc/resources/sc-sanctions.xsd. One `INDIVIDUAL` or `ENTITY` element per entry.
"""

from __future__ import annotations

import re

from lxml import etree

from service.model.entity import NameKind
from service.watchlist.draft import Draft, gender_of
from service.watchlist.programmes import un_programmes
from service.watchlist.source import Reading, Source
from service.watchlist.values import clean, iso_date, name_parts, years_between
from service.watchlist.xml_stream import elements, text_of

ROOT = "CONSOLIDATED_LIST"
_KINDS: dict[str, NameKind] = {"good": "alias", "low": "weak", "a.k.a.": "alias", "f.k.a.": "former"}
_REFERENCE = re.compile(r"\.\d{3}\b(?<=\b([A-Z]{2}[ie]\.\d{3}))")  # from its stop: that is found several times faster
_IMO = re.compile(r"\bIMO\W{0,3}(?:\s*(?:number|no)\.?)?\W{0,3}(\d{7})\b", re.IGNORECASE)
_SWIFT = re.compile(r"\b(?:SWIFT|BIC)(?:/BIC)?(?: code)?:?\s*([A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?)\b")
_DATE_GENERATED = re.compile(rb"dateGenerated\s*=\s*[\"'](\d{4}-\d{2}-\d{2})")
_SKIPPED = frozenset({
    "DATAID", "VERSIONNUM", "REFERENCE_NUMBER", "LIST_TYPE", "LAST_DAY_UPDATED", "SORT_KEY", "SORT_KEY_LAST_MOD",
})  # fmt: skip
_PLACE = ("STREET", "CITY", "STATE_PROVINCE", "ZIP_CODE", "COUNTRY")


def read(source: Source) -> Reading:
    """All entries of the list. Raises ListError where the XML is damaged."""
    entities, unread = [], []
    for number, element in enumerate(elements(source, ("INDIVIDUAL", "ENTITY")), 1):
        reference = text_of(element, "REFERENCE_NUMBER")
        if not reference:
            unread.append(f"{source.label}: entry {number} (line {element.sourceline}): no REFERENCE_NUMBER")
            continue
        draft = _read_entry(element, reference)
        if draft.names:
            entities.append(draft.freeze())
        else:
            unread.append(f"{source.label}: entry {reference} (line {element.sourceline}): no name")
    generated = _DATE_GENERATED.search(source.data[:2000])
    return Reading(
        name="un",
        entities=tuple(entities),
        unread=tuple(unread),
        list_date=generated[1].decode() if generated else None,
        title="United Nations Security Council Consolidated List",
        publisher="United Nations Security Council",
    )


def _read_entry(element: etree._Element, reference: str) -> Draft:
    """One entry; what an element may hold stands in the table at its end."""
    person = element.tag == "INDIVIDUAL"
    draft = Draft(f"un-{reference}", "un", "Person" if person else "Organization", source_ref=reference)
    parts: list[str] = []
    for child in element:
        tag, text = child.tag, child.text
        if tag in _SKIPPED:
            continue
        if tag in ("FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME"):
            parts.append(clean(text))
        elif tag in ("INDIVIDUAL_ALIAS", "ENTITY_ALIAS"):
            values = {item.tag: item.text for item in child}
            kind = _KINDS.get(clean(values.get("QUALITY")).lower(), "alias")
            for name in name_parts(values.get("ALIAS_NAME")):
                draft.name(name, kind)
        elif tag == "NAME_ORIGINAL_SCRIPT":
            for name in name_parts(text):
                draft.name(name, "original")
        elif tag in ("INDIVIDUAL_ADDRESS", "ENTITY_ADDRESS"):
            draft.add("addresses", [_place(child)])
            draft.country(text_of(child, "COUNTRY"))
        else:
            _read_fact(draft, tag, child)
    draft.name(" ".join(filter(None, parts)), "primary")
    return draft


def _read_fact(draft: Draft, tag: str, child: etree._Element) -> None:
    """One child that is no name and no address."""
    if tag == "UN_LIST_TYPE":
        draft.add("programmes", un_programmes(clean(child.text)))
    elif tag == "LISTED_ON":
        draft.listed_on = iso_date(child.text)
    elif tag == "GENDER":
        draft.gender = gender_of(child.text)
    elif tag in ("DESIGNATION", "TITLE"):
        draft.add("positions", [value.text for value in child])
    elif tag == "NATIONALITY":
        for value in child:
            draft.country(value.text, nationality=True)
    elif tag == "INDIVIDUAL_DATE_OF_BIRTH":
        draft.add("birth_dates", _birth_dates(child))
    elif tag == "INDIVIDUAL_PLACE_OF_BIRTH":
        draft.add("birth_places", [_place(child)])
    elif tag == "INDIVIDUAL_DOCUMENT":
        _read_document(draft, child)
    elif tag == "COMMENTS1":
        _read_comments(draft, child.text or "")


def _place(element: etree._Element) -> str:
    """The parts of an address or birthplace, from small to large."""
    found = {str(child.tag): clean(child.text) for child in element}
    return ", ".join(found[part] for part in _PLACE if found.get(part))


def _birth_dates(element: etree._Element) -> tuple[str, ...]:
    """An exact date, a year, or every year of a short span."""
    if text_of(element, "TYPE_OF_DATE").upper() == "BETWEEN":
        return years_between(iso_date(text_of(element, "FROM_YEAR")), iso_date(text_of(element, "TO_YEAR")))
    date = iso_date(text_of(element, "DATE")) or iso_date(text_of(element, "YEAR"))
    return (date,) if date else ()


def _read_document(draft: Draft, element: etree._Element) -> None:
    """A passport, identity card or other paper."""
    number = text_of(element, "NUMBER")
    named = clean(f"{text_of(element, 'TYPE_OF_DOCUMENT')} {text_of(element, 'TYPE_OF_DOCUMENT2')}")
    country = text_of(element, "ISSUING_COUNTRY") or text_of(element, "COUNTRY_OF_ISSUE")
    low = named.lower()
    if any(word in low for word in ("passport", "passeport", "pasaporte")):
        kind = "passport"
    elif "fiscal" in low or "social security" in low:
        kind = "tax-id"
    else:
        kind = "national-id" if "identi" in low or "national number" in low else "other"
    draft.identifier(kind, number, country=country, note=named)


def _read_comments(draft: Draft, text: str) -> None:
    """Ship numbers, bank codes and references to other entries, which stand only in the comments."""
    for number in _IMO.findall(text) if "IMO" in text else ():
        draft.identifier("imo", number)
    for code in _SWIFT.findall(text) if "SWIFT" in text or "BIC" in text else ():
        draft.identifier("swift", code)
    references = dict.fromkeys(_REFERENCE.findall(text))
    draft.add("linked", [f"un-{reference}" for reference in references if reference != draft.source_ref])
