"""Which column of a customer's table holds what: common headings, and the customer's own mapping."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from service.errors import ListError

FIELDS: dict[str, str] = {
    "name": "name|full name|primary name|entity name|legal name|caption|party name|company name|customer name|nom",
    "first_name": "first name|given name|forename|firstname",
    "last_name": "last name|surname|family name|lastname",
    "aliases": "aliases|alias|aka|a k a|also known as|other names|alternative names|alt names|alternate names",
    "weak_aliases": "weak aliases|weak alias|low quality aliases|nicknames",
    "former_names": "former names|former name|fka|f k a|formerly|previous names",
    "original_names": "original name|original names|original script|native name|name original script|local name",
    "schema": "schema|type|entity type|party type|kind|category|record type",
    "countries": "country|countries|country code|jurisdiction|residence|flag",
    "nationalities": "nationality|nationalities|citizenship",
    "birth_dates": "dob|d o b|birth date|birth dates|birthdates|date of birth|birthdate|birthday|born",
    "birth_places": "pob|p o b|birth place|place of birth|birthplace",
    "gender": "gender|sex",
    "id": "id|entity id|uid|reference|ref|record id|source id|customer id|number|key|source ref",
    "programmes": "programme|programmes|program|programs|regime|regimes|sanctions|sanctions programme",
    "topics": "topic|topics|tags",
    "positions": "position|positions|title|role|function|occupation|designation|job title",
    "addresses": "address|addresses|full address",
    "listed_on": "listed on|date listed|listing date|listed|start date",
    "delisted_on": "delisted on|date delisted|end date",
    "linked": "linked|linked to|related|associated with",
    "identifiers": "identifiers|ids",
    "imo": "imo|imo number|imo no",
    "mmsi": "mmsi",
    "callsign": "callsign|call sign",
    "passport": "passport|passports|passport number|passport no",
    "national-id": "national id|national ids|national identification number|id number|identity card|id card",
    "tax-id": "tax id|tax number|vat|vat number|inn|tin",
    "registration": "registration|registration number|company number|registration no|lei",
    "swift": "swift|bic|swift bic|swift code",
    "wallet": "wallet|wallets|wallet address|crypto address|digital currency address",
    "website": "website|url|web",
    "email": "email|e mail",
    "phone": "phone|telephone|phone number",
    "aircraft-tail": "tail number|aircraft tail number|aircraft registration",
}
"""Field -> headings under which customers keep it, lower case, punctuation as blanks."""

IDENTIFIERS = tuple(FIELDS)[tuple(FIELDS).index("imo") :]
"""The fields that are kinds of identifiers."""

_BY_HEADING = {heading: field for field, headings in FIELDS.items() for heading in headings.split("|")}
_BY_HEADING |= {field.replace("_", " ").replace("-", " "): field for field in FIELDS}


def heading_key(heading: str) -> str:
    """A heading in lower case, everything but letters and digits as single blanks."""
    return " ".join("".join(char if char.isalnum() else " " for char in heading.casefold()).split())


def read_mapping(pairs: Iterable[str]) -> dict[str, str]:
    """Field -> heading of pairs such as `name=Customer`, as commands and requests give them. Raises ListError."""
    found = {}
    for pair in pairs:
        field, sign, heading = (part.strip() for part in pair.partition("="))
        if not (sign and heading) or field not in FIELDS:
            raise ListError(f"column {pair!r}: write FIELD=HEADING; fields are {', '.join(FIELDS)}")
        found[field] = heading
    return found


def map_columns(headings: Iterable[str], mapping: Mapping[str, str] | None = None) -> dict[str, str]:
    """Heading -> field for the headings that are known. `mapping` (field -> heading) goes first."""
    own = {heading_key(heading): field for field, heading in (mapping or {}).items()}
    found = {}
    for heading in headings:
        key = heading_key(heading)
        field = own.get(key) or (None if key in own else _BY_HEADING.get(key))
        if field:
            found[heading] = field
    return found
