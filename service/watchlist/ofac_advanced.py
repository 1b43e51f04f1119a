"""OFAC's `sdn_advanced.xml` (Advanced Sanctions Data Model).

Root `Sanctions`: reference values first, then locations, papers, parties (`DistinctParty` > `Profile` > `Identity` >
`Alias` > `DocumentedName`) and at the end the entries with their dates and programmes, which refer back to the parties.
Described in OFAC's explanatory documentation of the format.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from service.model.entity import NameKind, Schema
from service.watchlist.draft import Draft
from service.watchlist.ofac_remarks import read_statement
from service.watchlist.ofac_xml import PUBLISHER
from service.watchlist.programmes import ofac_programmes
from service.watchlist.source import Reading, Source
from service.watchlist.values import clean, script_of, years_between
from service.watchlist.xml_stream import elements, local, text_of

ROOT = "Sanctions"
_TABLES = {
    "AliasType", "PartySubType", "FeatureType", "AreaCode", "Country", "IDRegDocType", "DetailReference",
    "NamePartType",
}  # fmt: skip
_SCHEMAS: dict[str, Schema] = {
    "individual": "Person", "entity": "Organization", "vessel": "Vessel", "aircraft": "Airplane",
}  # fmt: skip
_KINDS: dict[str, NameKind] = {"name": "primary", "a.k.a.": "alias", "f.k.a.": "former", "n.k.a.": "alias"}
_NATIONAL = ("Nationality Country", "Citizenship Country", "Nationality of Registration")
_PLACES = ("ADDRESS1", "ADDRESS2", "ADDRESS3", "CITY", "STATE/PROVINCE", "POSTAL CODE")
_Element = etree._Element


@dataclass(slots=True)
class _Reference:
    """What parties refer to by number."""

    tables: dict[str, dict[str, str]] = field(default_factory=lambda: {table: {} for table in _TABLES})
    locations: dict[str, tuple[str, str]] = field(default_factory=dict)
    """Id -> address without country, country."""
    papers: dict[str, list[str]] = field(default_factory=dict)
    """Identity -> statements as the Remarks column would have them."""

    def name(self, table: str, id_: str | None) -> str:
        """The words for a number."""
        return self.tables[table].get(id_ or "", "")


def read(source: Source) -> Reading:
    """All parties that have an entry. Raises ListError where the XML is damaged."""
    reference, drafts, unread = _Reference(), {}, []
    listed: set[str] = set()
    nonsdn = source.label.lower().startswith("cons")
    prefix = "ofac-nonsdn" if nonsdn else "ofac"
    tags = [*_TABLES, "Location", "IDRegDocument", "DistinctParty", "SanctionsEntry", "DateOfIssue"]
    date = None
    for element in elements(source, tags):
        tag = local(element)
        if tag in _TABLES:
            reference.tables[tag][element.get("ID", "")] = clean(element.text)
        elif tag == "Location":
            reference.locations[element.get("ID", "")] = _location(element, reference)
        elif tag == "IDRegDocument":
            _read_paper(element, reference)
        elif tag == "DistinctParty":
            draft = _read_party(element, reference, prefix)
            if draft is None or not draft.names:
                unread.append(f"{source.label}: party {element.get('FixedRef')} (line {element.sourceline}): no name")
            else:
                drafts[draft.source_ref or ""] = draft
        elif tag == "SanctionsEntry":
            listed.add(element.get("ProfileID", ""))
            _read_entry(element, drafts.get(element.get("ProfileID", "")))
        else:
            date = date or _date(element)
    unread += [f"{source.label}: party {ref}: no sanctions entry" for ref in drafts if ref not in listed]
    entities = tuple(draft.freeze() for ref, draft in drafts.items() if ref in listed)
    title = (
        "Consolidated Sanctions List (non-SDN)" if nonsdn else "Specially Designated Nationals and Blocked Persons List"
    )
    return Reading(prefix, entities, tuple(unread), date, title, PUBLISHER)


def _date(element: _Element | None) -> str | None:
    """`Year`, `Month`, `Day` below an element, as coarse as they are."""
    if element is None:
        return None
    parts = [text_of(element, part) for part in ("Year", "Month", "Day")]
    known = parts[: parts.index("")] if "" in parts else parts
    return "-".join(part.zfill(2) for part in known) or None


def _find(element: _Element, path: str) -> Iterator[_Element]:
    """Descendants by a path of local names."""
    return element.iterfind("/".join(f"{{*}}{step}" for step in path.split("/")))


def _location(element: _Element, reference: _Reference) -> tuple[str, str]:
    """The parts of an address and its country."""
    parts = [clean(value.text) for value in _find(element, "LocationPart/LocationPartValue/Value")]
    codes = [reference.name("AreaCode", area.get("AreaCodeID")) for area in _find(element, "LocationAreaCode")]
    lands = [reference.name("Country", land.get("CountryID")) for land in _find(element, "LocationCountry")]
    return ", ".join(filter(None, parts)), next(filter(None, [*lands, *codes]), "")


def _read_paper(element: _Element, reference: _Reference) -> None:
    """A paper or number of an identity."""
    kind = reference.name("IDRegDocType", element.get("IDRegDocTypeID"))
    country = reference.name("Country", element.get("IssuedBy-CountryID"))
    statement = f"{kind} {text_of(element, 'IDRegistrationNo')}"
    papers = reference.papers.setdefault(element.get("IdentityID", ""), [])
    papers.append(f"{statement} ({country})" if country else statement)


def _read_party(element: _Element, reference: _Reference, prefix: str) -> Draft | None:
    """One party: its names, features and papers."""
    profile = next(_find(element, "Profile"), None)
    if profile is None:
        return None
    uid = profile.get("ID", "")
    kind = reference.name("PartySubType", profile.get("PartySubTypeID")).lower()
    draft = Draft(f"{prefix}-{uid}", prefix, _SCHEMAS.get(kind, "LegalEntity"), uid)
    for identity in _find(profile, "Identity"):
        surnames = {
            group.get("ID", "")
            for group in _find(identity, "NamePartGroups/MasterNamePartGroup/NamePartGroup")
            if reference.name("NamePartType", group.get("NamePartTypeID")) == "Last Name"
        }
        for alias in _find(identity, "Alias"):
            _read_alias(draft, alias, reference, surnames)
        for statement in reference.papers.get(identity.get("ID", ""), []):
            read_statement(draft, statement, office=False)
    for feature in _find(profile, "Feature"):
        _read_feature(draft, feature, reference)
    return draft


def _read_alias(draft: Draft, alias: _Element, reference: _Reference, surnames: set[str]) -> None:
    """The spellings of one alias: `LAST, First` for people, other scripts as they are."""
    kind = _KINDS.get(reference.name("AliasType", alias.get("AliasTypeID")).lower(), "alias")
    primary = alias.get("Primary") == "true"
    for documented in _find(alias, "DocumentedName"):
        values = [
            (value.get("NamePartGroupID", "") in surnames, clean(value.text))
            for value in _find(documented, "DocumentedNamePart/NamePartValue")
        ]
        last = " ".join(text for surname, text in values if surname)
        rest = " ".join(text for surname, text in values if not surname)
        name = ", ".join(filter(None, (last, rest)))
        if script_of(name) != "Latin":
            draft.name(name.replace(", ", " "), "original")
        elif alias.get("LowQuality") == "true":
            draft.name(name, "weak")
        else:
            draft.name(name, "primary" if primary else "alias" if kind == "primary" else kind)


def _read_feature(draft: Draft, feature: _Element, reference: _Reference) -> None:
    """One feature: a date, a place, a country, or a text as in the Remarks column."""
    kind = reference.name("FeatureType", feature.get("FeatureTypeID"))
    for version in _find(feature, "FeatureVersion"):
        if kind == "Birthdate":
            start, end = (
                next(_find(version, "DatePeriod/Start/From"), None),
                next(_find(version, "DatePeriod/End/To"), None),
            )
            first, last = _date(start), _date(end)
            same = first == last or not last
            whole_year = first and last and first[:4] == last[:4] and first.endswith("01-01") and last.endswith("12-31")
            dates = (first,) if same else (first[:4],) if first and whole_year else years_between(first, last)
            draft.add("birth_dates", dates)
        for place in _find(version, "VersionLocation"):
            address, country = reference.locations.get(place.get("LocationID", ""), ("", ""))
            if kind == "Place of Birth":
                draft.add("birth_places", [", ".join(filter(None, (address, country)))])
            else:
                draft.add("addresses", [", ".join(filter(None, (address, country)))] if kind == "Location" else [])
                draft.country(country, nationality=kind in _NATIONAL)
        for detail in _find(version, "VersionDetail"):
            text = clean(detail.text) or reference.name("DetailReference", detail.get("DetailReferenceID"))
            if kind == "Title":
                draft.add("positions", [text])
            else:
                read_statement(draft, f"{kind} {text}", office=False)


def _read_entry(element: _Element, draft: Draft | None) -> None:
    """When a party was listed, and under which programmes."""
    if draft is None:
        return
    for event in _find(element, "EntryEvent"):
        date = _date(next(_find(event, "Date"), None))
        draft.listed_on = min(filter(None, (draft.listed_on, date)), default=None)
    codes = [text_of(measure, "Comment") for measure in _find(element, "SanctionsMeasure")]
    draft.add("programmes", ofac_programmes([code for code in codes if code]))
