"""OFAC's Remarks column: `DOB 07 Oct 1952; nationality Russia; a.k.a. 'BNC'; Passport 645720381 (Russia).`"""

from __future__ import annotations

import re

from service.model.entity import NameKind
from service.watchlist.draft import Draft, gender_of
from service.watchlist.values import clean, iso_date, years_between

_ALSO = re.compile(r"\b(?P<how>[afn])\.k\.a\.,? '(?P<name>[^;]+?)'(?=$|[\s,;.)])")
_KIND: dict[str, NameKind] = {"a": "weak", "f": "former", "n": "alias"}
_ANOTHER = re.compile(r"^(?:alt\.|and|alternate)\s+")
_ISSUED = re.compile(r"\s+(?:issued|expires)\b.*$")
_COUNTRY = re.compile(r"\s*\(([^()]*(?:\([^()]*\))?)\)\s*$")
_WALLET = re.compile(r"^Digital Currency Address - (\S+) (\S+)$")
_NUMBERED: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(pattern, re.IGNORECASE))
    for kind, pattern in (
        ("imo", r"(?:Vessel Registration Identification|Identification Number|Company Number|Registration Number|"
         r"Registration ID) IMO (\d{7})$|IMO (?:Number )?(\d{7})$"),
        ("mmsi", r"MMSI (?:No\. )?(\d{9})"),
        ("passport", r"(?:Diplomatic |Service |Stateless Person )?Passport (?:No\. ?|# ?)?(.+)"),
        ("national-id", r"(?:National (?:Foreign )?ID(?: Number| No\.)?|Cedula No\.|D\.N\.I\.|Identification Number|"
         r"C\.U\.R\.P\.|Personal ID Card|Citizen's Card Number|Residency Number|Kuwaiti Civil ID No\.|Birth Certificate"
         r" Number|Electoral Registry No\.|I\.F\.E\.|Cedula de \w+|Refugee ID Card|Turkish Identification Number|"
         r"UAE Identification|Tazkira National ID Number|Afghan Tazkira Number|SSN|Social Security Number|"
         r"Driver's License No\.) (?:# ?|No\. )?(.+)"),
        ("tax-id", r"(?:Tax ID No\.|NIT #?|R\.F\.C\.|RUC #?|RIF #?|RTN|C\.U\.I\.T\.|V\.A\.T\. Number|Fiscal Code|"
         r"Italian Fiscal Code|Romanian Tax Registration) (.+)"),
        ("registration", r"(?:Business )?(?:Registration|Registered Charity) (?:Number|No\.|ID|Document #) (.+)"),
        ("registration", r"(?:Company Number|Commercial Registry Number|Business Number|Legal Entity Number|"
         r"Unified Social Credit Code \(USCC\)|Government Gazette Number|Trade License No\.|License|C\.R\. No\.|"
         r"Enterprise Number|Chamber of Commerce Number|Central Registration System Number|Folio Mercantil No\.|"
         r"Matricula Mercantil No\.?|Economic Register Number \(CBLS\)|Istanbul Chamber of Comm\. No\.|UK Company "
         r"Number|Public Registration Number|MERSIS Number|D-U-N-S Number|Certificate of Incorporation Number|"
         r"Public Security and Immigration No\.|Dubai Chamber of Commerce Membership No\.) (.+)"),
        ("swift", r"(?:SWIFT/BIC|BIC|SWIFT) ([A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?)$"),
        ("other", r"(BIK \(RU\) \d+)"),
        ("other", r"(?:ISIN|Equity Ticker) (.+)"),
        ("aircraft-tail", r"(?:Aircraft Tail Number|Previous Aircraft Tail Number) (.+)"),
        ("other", r"(?:Aircraft Manufacturer's Serial Number \(MSN\)|Aircraft Construction Number \(also called"
         r" L/N or S/N or F/N\)|Aircraft Mode S Transponder Code) (.+)"),
        ("email", r"Email Address:? (\S+@\S+)"),
        ("website", r"Website:? (\S+)"),
        ("phone", r"(?:Phone Number|Telephone(?: No\.)?):? (.+)"),
    )
)  # fmt: skip
_NO_POSITION = re.compile(
    r"secondary sanctions|additional sanctions|transactions prohibited|organization (?:established|type)|linked to|"
    r"executive order|caatsa|for more information|target type|vessel|aircraft|fax|listing date|effective date|"
    r"all offices|determination|directive|for purposes|subject to|\d{5}|http|gender|a\.k\.a\.|prohibited|ISIN|"
    r"identification|number|equity|ticker|issuer|building|deceased|race:|married|sanctions",
    re.IGNORECASE,
)


def segments(remarks: str) -> list[str]:
    """The statements of a remark, which stand between semicolons; the last full stop is dropped."""
    return [part for part in map(clean, remarks.strip().removesuffix(".").split(";")) if part]


def read_remarks(draft: Draft, remarks: str) -> None:
    """Add everything that the remarks tell to the entry."""
    for segment in segments(remarks):
        read_statement(draft, segment)


def read_statement(draft: Draft, segment: str, *, office: bool = True) -> None:
    """Add what one statement tells. `office`: a person's statement that is nothing else is an office held."""
    statement = _ANOTHER.sub("", segment) if segment[:1] == "a" else segment
    also = list(_ALSO.finditer(statement)) if ".k.a." in statement else []
    for match in also:
        draft.name(match["name"], _KIND[match["how"]])
    if also or _read_person(draft, statement) or _read_number(draft, statement):
        return
    if office and draft.schema == "Person" and len(statement) <= 160 and not _NO_POSITION.search(statement):
        draft.add("positions", [statement])


def _read_person(draft: Draft, statement: str) -> bool:
    """Birth, gender, nationality, links and office; whether the statement was one of them."""
    word, _, rest = statement.partition(" ")
    if word == "DOB":
        span = rest.removeprefix("circa ").split(" to ")
        dates = [iso_date(part) for part in span]
        draft.add("birth_dates", years_between(*dates) if len(dates) == 2 else dates)
    elif word == "POB":
        draft.add("birth_places", [rest])
    elif word in ("nationality", "citizen"):
        draft.country(rest, nationality=True)
    elif word == "Gender":
        draft.gender = gender_of(rest)
    elif statement.startswith("Linked To: "):
        draft.add("linked", [statement.removeprefix("Linked To: ")])
    else:
        return False
    return True


def _read_number(draft: Draft, statement: str) -> bool:
    """A number, a code or a flag; whether the statement was one of them."""
    if wallet := _WALLET.match(statement):
        draft.identifier("wallet", wallet[2], note=wallet[1])
        return True
    if statement.startswith("Vessel Flag "):
        draft.country(statement.removeprefix("Vessel Flag "))
        return True
    for kind, pattern in _NUMBERED:
        if match := pattern.match(statement):
            _add_number(draft, kind, next(filter(None, match.groups())), statement)
            return True
    return False


def _add_number(draft: Draft, kind: str, value: str, statement: str) -> None:
    """Take country and dates of issue off the value; the words before it become the note."""
    note = statement.partition(value)[0]
    value = _ISSUED.sub("", value)
    country = None
    while value.rstrip().endswith(")") and (match := _COUNTRY.search(value)):
        country = country or match[1]
        value = value[: match.start()]
    draft.identifier(kind, value.strip(" ,"), country=country, note=note.rstrip(" #") or None)
