"""The United Kingdom's lists as CSV: OFSI's ConList (layouts of 2018 and 2025) and the UK Sanctions List.

One row per name x address x date of birth of an entry; a line with the date stands before the headings; the surname is
`Name 6`; dates are `00/00/1980`. OFSI closed its list on 2026-01-28 in favour of the UK Sanctions List.
"""

from __future__ import annotations

import csv
import re
from functools import partial

from service.model.entity import NameKind, Schema
from service.watchlist.draft import Draft, gender_of
from service.watchlist.programmes import uk_programmes
from service.watchlist.shelf import Shelf
from service.watchlist.source import Reading, Source, refuse
from service.watchlist.values import clean, iso_date, numbered

_COLUMNS: dict[str, str] = {
    "group": "Group ID|Unique ID",
    "schema": "Group Type|Designation Type|Individual, Entity, Ship",
    "kind": "Alias Type|Name type",
    "quality": "Alias Quality|Alias strength",
    "original": "Name Non-Latin Script|Name non-latin script",
    "dob": "DOB|D.O.B",
    "birth_town": "Town of Birth|Town of birth",
    "birth_country": "Country of Birth|Country of birth",
    "nationality": "Nationality|Nationality(/ies)",
    "passport": "Passport Number|Passport number|Passport Details",
    "national": "National Identification Number|National Identifier number|NI Number",
    "position": "Position",
    "zip": "Post/Zip Code|Address Postal Code",
    "country": "Country|Address Country",
    "information": "Other Information",
    "regime": "Regime|Regime Name",
    "listed": "UK Sanctions List Date Designated|Date Designated|Listed On",
    "un": "UN Reference Number",
    "ofsi": "OFSI Group ID",
    "gender": "Gender",
    "title": "Title",
    "phone": "Phone number",
    "website": "Website",
    "email": "Email address",
    "registration": "Business registration number (s)|Business registration number(s)",
    "imo": "IMO number",
    "flag": "Current believed flag of ship",
    "owner": "Current owner/operator (s)|Current owner/operator(s)",
    "parent": "Parent company",
}
"""Field -> headings, of which the first that the file has is read."""
_ADDRESS = tuple(f"Address {n}" for n in range(1, 7)) + tuple(f"Address Line {n}" for n in range(1, 7))
_SCHEMAS: dict[str, Schema] = {"individual": "Person", "entity": "Organization", "ship": "Vessel"}
_KINDS: dict[str, NameKind] = {"prime alias": "primary", "primary name": "primary", "fka": "former"}
_DATE_LINE = re.compile(r"(?:Last Updated|Report Date)\W+([\w/ -]+)", re.IGNORECASE)
_IMO = re.compile(r"\bIMO(?: number)?\W{0,3}(\d{7})\b", re.IGNORECASE)
_NUMBER = re.compile(r"(?<![\w-])(?=[A-Z0-9./-]*\d{3})[A-Z0-9][A-Z0-9./-]{4,}(?![\w-])")
_COUNTRY = re.compile(r"\(([A-Z][A-Za-z ]+?)(?: passport\b.*)?\)")
_OF_SHIPS = ("registration", "phone", "website", "email")


def read(source: Source) -> Reading:
    """All entries of any of the three layouts. Raises ListError where no heading line is found."""
    lines = csv.reader(source.lines())
    date, headings = None, []
    for row in lines:
        if found := _DATE_LINE.search(",".join(row)):
            date = date or iso_date(found[1])
        if "Name 6" in row and "Name 1" in row:
            headings = [clean(cell) for cell in row]
            break
    fields = {field: _find(headings, names) for field, names in _COLUMNS.items()}
    if fields["group"] is None:
        raise refuse(source, "no heading line with `Name 6` and a group id", "download the list again as CSV")
    shelf = Shelf()
    unread: list[str] = []
    for cells in lines:
        if not any(cells):
            continue
        row_dict = dict(zip(headings, map(clean, cells), strict=False))
        values = {field: row_dict.get(column, "") if column else "" for field, column in fields.items()}
        if not values["group"] or len(cells) < len(headings) - 1:
            unread.append(f"{source.label}: line {lines.line_num}: no group id")
            continue
        draft = shelf.draft(values["group"], partial(_draft, values))
        _add_names(draft, row_dict, values)
        _add_facts(draft, row_dict, values)
    nameless: list[str] = []
    entities = shelf.entities(nameless)
    unread += [f"{source.label}: group {reference}: no name" for reference in nameless]
    ofsi = "Group ID" in headings
    return Reading(
        name="uk",
        entities=entities,
        unread=tuple(unread),
        list_date=date,
        title="OFSI Consolidated List of Financial Sanctions Targets" if ofsi else "UK Sanctions List",
        publisher="HM Treasury (OFSI)" if ofsi else "Foreign, Commonwealth & Development Office",
    )


def _find(headings: list[str], names: str) -> str | None:
    """The first of the names that is a heading."""
    return next((name for name in names.split("|") if name in headings), None)


def _draft(values: dict[str, str]) -> Draft:
    """A new entry."""
    schema = _SCHEMAS.get(values["schema"].lower(), "LegalEntity")
    draft = Draft(f"uk-{values['group']}", "uk", schema, values["group"])
    draft.add("programmes", uk_programmes(values["regime"]))
    return draft


def _add_names(draft: Draft, row: dict[str, str], values: dict[str, str]) -> None:
    """The row's name, and its spelling in another script."""
    kind = _KINDS.get(values["kind"].lower(), "alias")
    if "low" in values["quality"].lower() or "weak" in values["quality"].lower():
        kind = "weak"
    draft.name(" ".join(filter(None, (row.get(f"Name {n}", "") for n in range(1, 7)))), kind)
    draft.name(values["original"], "original")


def _add_facts(draft: Draft, row: dict[str, str], values: dict[str, str]) -> None:
    """Everything else that the row tells of the entry."""
    draft.add("birth_dates", [iso_date(part) for part in numbered(values["dob"])])
    draft.add("birth_places", [", ".join(filter(None, (values["birth_town"], values["birth_country"])))])
    for part in numbered(values["nationality"]):
        draft.country(part.rstrip(" .,;"), nationality=True)
    draft.add("positions", [*numbered(values["position"]), *numbered(values["title"])])
    draft.country(re.sub(r"\s*\(.*\)$", "", values["country"]))
    draft.country(values["flag"])
    parts = [*(row.get(column, "") for column in _ADDRESS), values["zip"], values["country"]]
    draft.add("addresses", [", ".join(filter(None, parts))])
    add_papers(draft, "passport", values["passport"])
    add_papers(draft, "national-id", values["national"])
    for kind in _OF_SHIPS:
        for part in numbered(values[kind]):
            draft.identifier(kind, part)
    for number in _IMO.findall(values["information"]) + re.findall(r"\b\d{7}\b", values["imo"]):
        draft.identifier("imo", number)
    draft.un_reference(values["un"] or values["information"])
    if values["ofsi"]:
        draft.identifier("other", values["ofsi"], note="OFSI Group ID")
    draft.add("linked", [values["owner"], values["parent"]])
    draft.gender = draft.gender or gender_of(values["gender"])
    draft.listed_on = draft.listed_on or iso_date(values["listed"])


def add_papers(draft: Draft, kind: str, text: str) -> None:
    """The numbers in a free text about papers: `P229856 (Tunisian). Issued on 1 Nov 2002`."""
    for part in numbered(text):
        found = _NUMBER.search(part)
        if found:
            country = _COUNTRY.search(part)
            draft.identifier(kind, found[0].rstrip(".-/"), country=country[1] if country else None)
        elif len(part) <= 40 and any(map(str.isdigit, part)):
            draft.identifier(kind, part)
