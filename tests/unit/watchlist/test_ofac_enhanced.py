"""OFAC's enhanced XML: every value in words, spellings by script."""

from __future__ import annotations

from service.model.entity import Identifier
from service.watchlist.load import read_watchlist
from service.watchlist.source import Source

ENHANCED = """<?xml version="1.0" encoding="utf-8"?>
<sanctionsData xmlns="https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/ENHANCED_XML">
<publicationInfo><dataAsOf>2026-01-08T10:00:00</dataAsOf></publicationInfo>
<referenceValues><referenceValue refId="1"><type>Country</type><value>Russia</value></referenceValue></referenceValues>
<entities><entity id="901"><generalInfo><identityId>7</identityId><entityType refId="600">Individual</entityType>
<title>Minister of Stone</title><remarks>a.k.a. 'OLD ALDO'.</remarks></generalInfo>
<sanctionsLists><sanctionsList refId="1550" datePublished="2019-03-01">SDN List</sanctionsList></sanctionsLists>
<sanctionsPrograms><sanctionsProgram refId="91">DPRK3</sanctionsProgram></sanctionsPrograms>
<names><name id="1"><isPrimary>true</isPrimary><isLowQuality>false</isLowQuality><translations>
<translation><isPrimary>true</isPrimary><script>Latin</script><formattedFirstName>Aldo</formattedFirstName>
<formattedLastName>BRIVETTO</formattedLastName><formattedFullName>BRIVETTO, Aldo</formattedFullName></translation>
<translation><isPrimary>false</isPrimary><script>Cyrillic</script>
<formattedFullName>БРИВЕТТО, Альдо</formattedFullName></translation></translations></name>
<name id="2"><isPrimary>false</isPrimary><aliasType>A.K.A.</aliasType><isLowQuality>true</isLowQuality><translations>
<translation><formattedLastName>MASON</formattedLastName></translation></translations></name>
<name id="3"><isPrimary>false</isPrimary><aliasType>F.K.A.</aliasType><translations><translation>
<formattedFullName>BRIVET, Aldus</formattedFullName></translation></translations></name></names>
<addresses><address><country refId="1">Russia</country><translations><translation><addressParts>
<addressPart><type>CITY</type><value>Moscow</value></addressPart></addressParts></translation></translations></address>
</addresses><features><feature id="5"><type>Birthdate</type><value>07 Oct 1952</value></feature>
<feature id="6"><type>Nationality Country</type><value>Korea, North</value></feature>
<feature id="7"><type>Gender</type><value>Male</value></feature>
<feature id="8"><type>Digital Currency Address - XBT</type><value>12QtD5BFwRsdNsAZY76UVE1xyCGNTojH9h</value></feature>
</features><identityDocuments><identityDocument><type>Passport</type><documentNumber>X12345</documentNumber>
<issuingCountry>Russia</issuingCountry></identityDocument></identityDocuments>
<relationships><relationship><type>Acting for</type><relatedEntity entityId="902">STONE WORKS</relatedEntity>
</relationship></relationships></entity>
<entity id="903"><generalInfo><entityType>Vessel</entityType></generalInfo><names/></entity></entities></sanctionsData>
"""


def test_an_entry_of_the_enhanced_xml() -> None:
    """Names by kind and script, facts, papers and links; the id is that of the CSV."""
    watchlist = read_watchlist(Source("SDN_ENHANCED.XML", ENHANCED.encode()))
    [person] = watchlist.entities
    assert (watchlist.name, watchlist.list_date, person.id) == ("ofac", "2026-01-08", "ofac-901")
    assert {name.text: name.kind for name in person.names} == {
        "BRIVETTO, Aldo": "primary",
        "БРИВЕТТО Альдо": "original",
        "MASON": "weak",
        "BRIVET, Aldus": "former",
        "OLD ALDO": "weak",
    }
    assert (person.schema, person.gender, person.birth_dates) == ("Person", "male", ("1952-10-07",))
    assert (person.programmes, person.listed_on) == (("DPRK3", "US-NK"), "2019-03-01")
    assert (person.nationalities, set(person.countries)) == (("KP",), {"RU", "KP"})
    assert (person.addresses, person.linked, person.positions) == (
        ("Moscow, Russia",), ("STONE WORKS",), ("Minister of Stone",),
    )  # fmt: skip
    assert Identifier("passport", "X12345", "RU", "Passport") in person.identifiers
    assert Identifier("wallet", "12QtD5BFwRsdNsAZY76UVE1xyCGNTojH9h", None, "XBT") in person.identifiers
    assert watchlist.unread == ("SDN_ENHANCED.XML: entity 2 (line 28): no id or no name",)


def test_the_other_lists_in_the_same_layout() -> None:
    """The file's name tells the non-SDN lists, which have ids of their own."""
    watchlist = read_watchlist(Source("CONS_ENHANCED.XML", ENHANCED.encode()))
    assert (watchlist.name, watchlist.entities[0].id) == ("ofac-nonsdn", "ofac-nonsdn-901")
