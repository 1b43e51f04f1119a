"""The XML readers besides the UN's: OFAC, EU, UK, Canada, Switzerland, each on an invented list."""

from __future__ import annotations

from service.model.entity import Identifier, Watchlist
from service.watchlist.ca_sema import alias_parts
from service.watchlist.draft import UN_REFERENCE
from service.watchlist.load import read_watchlist
from service.watchlist.source import Source

OFAC = """<?xml version="1.0" standalone="yes"?>
<sdnList xmlns="https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/XML">
<publshInformation><Publish_Date>01/08/2026</Publish_Date><Record_Count>2</Record_Count></publshInformation>
<sdnEntry><uid>901</uid><firstName>Aldo</firstName><lastName>BRIVETTO</lastName><title>Minister</title>
<sdnType>Individual</sdnType><remarks>(Linked To: A (B) C)(Linked To: STONE WORKS)</remarks>
<programList><program>DPRK3</program></programList>
<idList><id><uid>1</uid><idType>Gender</idType><idNumber>Male</idNumber></id>
<id><uid>2</uid><idType>Passport</idType><idNumber>X12345</idNumber><idCountry>Russia</idCountry></id>
<id><uid>3</uid><idType>Executive Order 1 Information</idType><idNumber>text</idNumber></id></idList>
<akaList><aka><uid>4</uid><type>a.k.a.</type><category>weak</category><lastName>MASON</lastName></aka>
<aka><uid>5</uid><type>f.k.a.</type><category>strong</category><lastName>BRIVET</lastName>
<firstName>Aldus</firstName></aka></akaList>
<nationalityList><nationality><uid>6</uid><country>Korea, North</country></nationality></nationalityList>
<dateOfBirthList><dateOfBirthItem><dateOfBirth>01 Jan 1960 to 31 Dec 1961</dateOfBirth></dateOfBirthItem>
</dateOfBirthList></sdnEntry>
<sdnEntry><uid>902</uid><lastName>STONE PEARL</lastName><sdnType>Vessel</sdnType>
<programList><program>DPRK3</program></programList>
<vesselInfo><callSign>HMAB</callSign><vesselType>Tanker</vesselType><vesselFlag>Korea, North</vesselFlag>
<vesselOwner>Stone Line</vesselOwner></vesselInfo></sdnEntry></sdnList>"""

EU = """<?xml version="1.0" encoding="UTF-8"?>
<export xmlns="http://eu.europa.ec/fpi/fsd/export" generationDate="2026-01-20T10:00:00.000+01:00">
<sanctionEntity designationDate="" unitedNationId="KPi.901" euReferenceNumber="EU.1.1" logicalId="77">
<regulation programme="PRK" entryIntoForceDate="2017-08-11"/><subjectType code="person" classificationCode="P"/>
<nameAlias firstName="Aldo" lastName="Brivetto" wholeName="Aldo Brivetto" gender="M" function="Minister"
 nameLanguage="" strong="true"/>
<nameAlias wholeName="Альдо Бриветто" nameLanguage="RU" strong="true"/>
<nameAlias wholeName="The Mason" nameLanguage="" strong="false"/>
<citizenship countryIso2Code="KP"/><birthdate birthdate="1961-05-04" city="Sinpo" countryDescription="CHINA"/>
<birthdate year="1962" circa="true"/>
<identification number="X12345" identificationTypeCode="passport" countryIso2Code="CN"/>
<address city="Vladivostok" countryIso2Code="RU" countryDescription="RUSSIA"/></sanctionEntity></export>"""

UK = """<?xml version="1.0" encoding="utf-8"?><Designations><DateGenerated>28/01/2026</DateGenerated>
<Designation><LastUpdated>01/02/2025</LastUpdated><DateDesignated>11/08/2017</DateDesignated>
<UniqueID>DPR0901</UniqueID><OFSIGroupID>13999</OFSIGroupID><UNReferenceNumber>KPi.901</UNReferenceNumber>
<Names><Name><Name1>Aldo</Name1><Name6>BRIVETTO</Name6><NameType>Primary Name</NameType></Name>
<Name><Name6>MASON</Name6><NameType>Alias</NameType><AliasStrength>Low quality a.k.a</AliasStrength></Name></Names>
<NonLatinNames><NonLatinName><NameNonLatinScript>알도</NameNonLatinScript></NonLatinName></NonLatinNames>
<RegimeName>The Democratic People's Republic of Korea (Sanctions) (EU Exit) Regulations 2019</RegimeName>
<IndividualEntityShip>Individual</IndividualEntityShip>
<Addresses><Address><AddressLine6>Pyongyang</AddressLine6><AddressCountry>North Korea</AddressCountry></Address>
</Addresses><IndividualDetails><Individual><DOBs><DOB>04/05/1961</DOB><DOB>dd/mm/1962</DOB></DOBs>
<Nationalities><Nationality>North Korea</Nationality></Nationalities><Positions><Position>Minister</Position>
</Positions><PassportDetails><Passport><PassportNumber>X12345</PassportNumber></Passport></PassportDetails>
<BirthDetails><Location><TownOfBirth>Sinpo</TownOfBirth><CountryOfBirth>China</CountryOfBirth></Location>
</BirthDetails><GenderDetails><Gender>Male</Gender></GenderDetails></Individual></IndividualDetails>
</Designation></Designations>"""

CA = """<?xml version="1.0" encoding="UTF-8"?><data-set>
<record><Country>Russia / Russie</Country><LastName>BRIVETTO</LastName><GivenName>Aldo</GivenName>
<Aliases>Aldus Brivetto, Aldo B. Brivetto; Russian: Альдо Бриветто</Aliases>
<DateOfBirthOrShipBuildDate>1961-05-04 or 1962</DateOfBirthOrShipBuildDate><Schedule>1, Part 1</Schedule>
<Item>9</Item><DateOfListing>2025-02-21</DateOfListing></record>
<record><Country>Russia / Russie</Country><EntityOrShip>Stone Pearl</EntityOrShip>
<ShipIMONumber>9876543</ShipIMONumber><Schedule>1, Part 3</Schedule><Item>1</Item></record>
<record><Country>Ukraine</Country><EntityOrShip>Stone Works JSC (also known as Stone
Plant)</EntityOrShip><Schedule>Part 2</Schedule><Item>1</Item></record>
<record><Country>Ukraine</Country><EntityOrShip>Twice</EntityOrShip><Schedule>Part 2</Schedule><Item>1</Item></record>
</data-set>"""

CH = """<?xml version="1.0" encoding="UTF-8"?><swiss-sanctions-list list-type="full" date="2026-01-20">
<sanctions-program ssid="1"><program-key lang="eng">DPRK</program-key><program-key lang="ger">KDVR</program-key>
<sanctions-set ssid="10" lang="eng">Annex 1</sanctions-set></sanctions-program>
<place ssid="5"><location>Sinpo</location><country iso-code="CN">China</country></place>
<target ssid="77"><sanctions-set-id>10</sanctions-set-id><foreign-identifier>KPi.901</foreign-identifier>
<individual sex="male"><identity main="true">
<name name-type="primary-name" quality="good"><name-part order="2" name-part-type="family-name"><value>Brivetto</value>
<spelling-variant lang="rus" script="Cyrl">Бриветто</spelling-variant></name-part>
<name-part order="1" name-part-type="given-name"><value>Aldo</value></name-part></name>
<name name-type="alias" quality="low"><name-part order="1" name-part-type="whole-name"><value>Mason</value></name-part>
</name><nationality><country iso-code="KP">North Korea</country></nationality>
<day-month-year day="4" month="5" year="1961"/><place-of-birth place-id="5"/>
<identification-document document-type="passport"><number>X12345</number><issuer code="CN">China</issuer>
</identification-document></identity></individual>
<modification modification-type="listed" effective-date="2017-08-11"/></target>
<target ssid="78"><entity><identity><name name-type="primary-name"><name-part order="1" name-part-type="whole-name">
<value>Gone</value></name-part></name></identity></entity>
<modification modification-type="de-listed" effective-date="2020-01-01"/></target></swiss-sanctions-list>"""


def read(text: str, label: str = "list.xml") -> Watchlist:
    return read_watchlist(Source(label, text.encode()))


def kinds(watchlist: Watchlist) -> dict[str, str]:
    return {name.text: name.kind for name in watchlist.entities[0].names}


def test_ofac_sdn_xml() -> None:
    """Names, kinds, typed ids as identifiers, a span of birth years, links out of the remarks."""
    watchlist = read(OFAC)
    person, ship = watchlist.entities
    assert (watchlist.name, watchlist.list_date, person.id) == ("ofac", "2026-01-08", "ofac-901")
    assert kinds(watchlist) == {"BRIVETTO, Aldo": "primary", "MASON": "weak", "BRIVET, Aldus": "former"}
    assert (person.birth_dates, person.nationalities, person.gender) == (("1960", "1961"), ("KP",), "male")
    assert person.identifiers == (Identifier("passport", "X12345", "RU", "Passport"),)
    assert (person.linked, person.positions) == (("A (B) C", "STONE WORKS"), ("Minister",))
    assert (ship.schema, ship.countries, ship.linked) == ("Vessel", ("KP",), ("Stone Line",))


def test_ofac_non_sdn_xml_is_another_list() -> None:
    """The same layout under another name has ids of its own."""
    watchlist = read(OFAC, "consolidated.xml")
    assert (watchlist.name, watchlist.entities[0].id) == ("ofac-nonsdn", "ofac-nonsdn-901")


def test_eu_xml() -> None:
    """Attributes, languages, weak spellings, the UN's reference."""
    watchlist = read(EU)
    person = watchlist.entities[0]
    assert (watchlist.name, watchlist.list_date) == ("eu", "2026-01-20")
    assert (person.id, person.source_ref) == ("eu-77", "EU.1.1")
    assert kinds(watchlist) == {"Aldo Brivetto": "primary", "Альдо Бриветто": "alias", "The Mason": "weak"}
    assert person.names[1].language == "ru"
    assert (person.programmes, person.listed_on) == (("PRK", "EU-PRK"), "2017-08-11")
    assert (person.birth_dates, person.birth_places) == (("1961-05-04", "1962"), ("Sinpo, CHINA",))
    assert Identifier("passport", "X12345", "CN", "passport") in person.identifiers
    assert Identifier("other", "KPi.901", None, UN_REFERENCE) in person.identifiers


def test_uk_sanctions_list_xml() -> None:
    """Names in parts, low quality aliases, other scripts, dates day first."""
    watchlist = read(UK)
    person = watchlist.entities[0]
    assert (watchlist.name, watchlist.list_date, person.id) == ("uk", "2026-01-28", "uk-DPR0901")
    assert kinds(watchlist) == {"Aldo BRIVETTO": "primary", "MASON": "weak", "알도": "original"}
    assert person.programmes[1] == "GB-DPRK"
    assert (person.birth_dates, person.birth_places) == (("1961-05-04", "1962"), ("Sinpo, China",))
    assert (person.listed_on, person.gender, person.countries) == ("2017-08-11", "male", ("KP",))
    assert Identifier("passport", "X12345") in person.identifiers


def test_canada_xml() -> None:
    """Bilingual countries, ids made of the regulation's numbering, aliases split, ships by their number."""
    watchlist = read(CA)
    person, ship, works = watchlist.entities
    assert person.id == "ca-russia-1-part-1-9"
    assert kinds(watchlist) == {
        "BRIVETTO, Aldo": "primary",
        "Aldus Brivetto": "alias",
        "Aldo B. Brivetto": "alias",
        "Альдо Бриветто": "original",
    }
    assert (person.birth_dates, person.countries) == (("1961-05-04", "1962"), ("RU",))
    assert (ship.schema, ship.identifiers) == ("Vessel", (Identifier("imo", "9876543"),))
    assert [name.text for name in works.names] == ["Stone Works JSC", "Stone Plant"]
    assert works.countries == ()
    assert "stands twice" in watchlist.unread[0]


def test_canadian_aliases_are_split_with_care() -> None:
    """A comma divides names, not a surname from its given names or a company from its form."""
    assert alias_parts("A B, C D; E F or G H", person=True) == ["A B", "C D", "E F", "G H"]
    assert alias_parts("Aldo, Aldus BRIVETTO", person=True) == ["Aldo, Aldus BRIVETTO"]
    assert alias_parts("Stone Co., Ltd.", person=False) == ["Stone Co., Ltd."]
    assert alias_parts("BSZ, BSW", person=False) == ["BSZ", "BSW"]


def test_swiss_xml() -> None:
    """Ordered name parts, spelling variants, places and programmes by reference; the de-listed are left out."""
    watchlist = read(CH)
    assert len(watchlist.entities) == 1
    person = watchlist.entities[0]
    assert (watchlist.name, watchlist.list_date, person.id) == ("ch", "2026-01-20", "ch-77")
    assert kinds(watchlist) == {"Aldo Brivetto": "primary", "Aldo Бриветто": "alias", "Mason": "weak"}
    assert (person.programmes, person.birth_dates, person.birth_places) == (
        ("DPRK",),
        ("1961-05-04",),
        ("Sinpo, China",),
    )
    assert (person.nationalities, person.gender, person.listed_on) == (("KP",), "male", "2017-08-11")
    assert Identifier("passport", "X12345", "CN", "passport") in person.identifiers
