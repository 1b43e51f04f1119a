"""OFAC's advanced XML: everything by number, parties before their entries."""

from __future__ import annotations

from service.model.entity import Identifier
from service.watchlist.load import read_watchlist
from service.watchlist.source import Source

ADVANCED = """<?xml version="1.0" encoding="utf-8"?>
<Sanctions xmlns="http://www.un.org/sanctions/1.0"><DateOfIssue CalendarTypeID="1"><Year>2026</Year><Month>1</Month>
<Day>8</Day></DateOfIssue><ReferenceValueSets>
<AliasTypeValues><AliasType ID="1400">A.K.A.</AliasType><AliasType ID="1401">F.K.A.</AliasType>
<AliasType ID="1403">Name</AliasType></AliasTypeValues>
<AreaCodeValues><AreaCode ID="50" CountryID="1">RU</AreaCode></AreaCodeValues>
<CountryValues><Country ID="1" ISO2="RU">Russia</Country><Country ID="2">Korea, North</Country></CountryValues>
<DetailReferenceValues><DetailReference ID="91">Male</DetailReference></DetailReferenceValues>
<FeatureTypeValues><FeatureType ID="8">Birthdate</FeatureType><FeatureType ID="9">Place of Birth</FeatureType>
<FeatureType ID="10">Nationality Country</FeatureType><FeatureType ID="25">Location</FeatureType>
<FeatureType ID="26">Title</FeatureType><FeatureType ID="224">Gender</FeatureType>
<FeatureType ID="344">Digital Currency Address - XBT</FeatureType></FeatureTypeValues>
<IDRegDocTypeValues><IDRegDocType ID="1571">Passport</IDRegDocType></IDRegDocTypeValues>
<NamePartTypeValues><NamePartType ID="1520">Last Name</NamePartType><NamePartType ID="1521">First Name</NamePartType>
</NamePartTypeValues><PartySubTypeValues><PartySubType ID="4" PartyTypeID="1">Individual</PartySubType>
</PartySubTypeValues></ReferenceValueSets>
<Locations><Location ID="70"><LocationAreaCode AreaCodeID="50"/><LocationCountry CountryID="1"/>
<LocationPart LocPartTypeID="1454"><LocationPartValue Primary="true"><Value>Moscow</Value></LocationPartValue>
</LocationPart></Location><Location ID="71"><LocationCountry CountryID="2"/></Location></Locations>
<IDRegDocuments><IDRegDocument ID="3" IDRegDocTypeID="1571" IdentityID="500" IssuedBy-CountryID="1">
<IDRegistrationNo>X12345</IDRegistrationNo></IDRegDocument></IDRegDocuments>
<DistinctParties><DistinctParty FixedRef="901"><Comment/><Profile ID="901" PartySubTypeID="4">
<Identity ID="500" Primary="true"><Alias AliasTypeID="1403" Primary="true" LowQuality="false"><DocumentedName>
<DocumentedNamePart><NamePartValue NamePartGroupID="1" ScriptID="215">BRIVETTO</NamePartValue></DocumentedNamePart>
<DocumentedNamePart><NamePartValue NamePartGroupID="2" ScriptID="215">Aldo</NamePartValue></DocumentedNamePart>
</DocumentedName><DocumentedName><DocumentedNamePart><NamePartValue NamePartGroupID="1">Бриветто</NamePartValue>
</DocumentedNamePart><DocumentedNamePart><NamePartValue NamePartGroupID="2">Альдо</NamePartValue></DocumentedNamePart>
</DocumentedName></Alias><Alias AliasTypeID="1400" Primary="false" LowQuality="true"><DocumentedName>
<DocumentedNamePart><NamePartValue NamePartGroupID="1">MASON</NamePartValue></DocumentedNamePart></DocumentedName>
</Alias><NamePartGroups><MasterNamePartGroup><NamePartGroup ID="1" NamePartTypeID="1520"/></MasterNamePartGroup>
<MasterNamePartGroup><NamePartGroup ID="2" NamePartTypeID="1521"/></MasterNamePartGroup></NamePartGroups></Identity>
<Feature FeatureTypeID="8"><FeatureVersion><DatePeriod><Start><From><Year>1961</Year><Month>1</Month><Day>1</Day>
</From></Start><End><To><Year>1961</Year><Month>12</Month><Day>31</Day></To></End></DatePeriod></FeatureVersion></Feature>
<Feature FeatureTypeID="10"><FeatureVersion><VersionLocation LocationID="71"/></FeatureVersion></Feature>
<Feature FeatureTypeID="25"><FeatureVersion><VersionLocation LocationID="70"/></FeatureVersion></Feature>
<Feature FeatureTypeID="26"><FeatureVersion><VersionDetail>Minister</VersionDetail></FeatureVersion></Feature>
<Feature FeatureTypeID="224"><FeatureVersion><VersionDetail DetailReferenceID="91"/></FeatureVersion></Feature>
<Feature FeatureTypeID="344"><FeatureVersion><VersionDetail>12QtD5BFwRsd</VersionDetail></FeatureVersion></Feature>
</Profile></DistinctParty></DistinctParties>
<SanctionsEntries><SanctionsEntry ID="1" ProfileID="901" ListID="1550"><EntryEvent><Date><Year>2017</Year>
<Month>8</Month><Day>11</Day></Date></EntryEvent><SanctionsMeasure><Comment>DPRK3</Comment></SanctionsMeasure>
<SanctionsMeasure><Comment/></SanctionsMeasure></SanctionsEntry></SanctionsEntries></Sanctions>"""


def test_a_party_is_put_together_from_its_numbers() -> None:
    """Names in all scripts, features, papers, programmes and the day of listing."""
    watchlist = read_watchlist(Source("sdn_advanced.xml", ADVANCED.encode()))
    person = watchlist.entities[0]
    assert (watchlist.name, watchlist.list_date, watchlist.unread) == ("ofac", "2026-01-08", ())
    assert (person.id, person.schema, person.gender) == ("ofac-901", "Person", "male")
    assert {name.text: name.kind for name in person.names} == {
        "BRIVETTO, Aldo": "primary",
        "Бриветто Альдо": "original",
        "MASON": "weak",
    }
    assert (person.birth_dates, person.nationalities, person.countries) == (("1961",), ("KP",), ("KP", "RU"))
    assert (person.addresses, person.positions) == (("Moscow, Russia",), ("Minister",))
    assert (person.programmes, person.listed_on) == (("DPRK3", "US-NK"), "2017-08-11")
    assert person.identifiers == (
        Identifier("passport", "X12345", "RU", "Passport"),
        Identifier("wallet", "12QtD5BFwRsd", None, "XBT"),
    )


def test_a_party_without_an_entry_is_not_listed() -> None:
    """Only those with a sanctions entry are; the others are reported."""
    party = (
        '<DistinctParty FixedRef="902"><Profile ID="902" PartySubTypeID="4"><Identity ID="501"><Alias '
        'AliasTypeID="1403" Primary="true"><DocumentedName><DocumentedNamePart><NamePartValue>GONE</NamePartValue>'
        "</DocumentedNamePart></DocumentedName></Alias></Identity></Profile></DistinctParty></DistinctParties>"
    )
    watchlist = read_watchlist(Source("a.xml", ADVANCED.replace("</DistinctParties>", party).encode()))
    assert [entity.id for entity in watchlist.entities] == ["ofac-901"]
    assert watchlist.unread == ("a.xml: party 902: no sanctions entry",)
