"""Large files in OFAC's XML layouts of which no real one is at hand, made of the entries that ship with the package.

Element by element and attribute by attribute as the schemas have them, so that speed and memory can be measured; they
say nothing of whether a real file is read completely.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from service.model.entity import Entity
from tests.eval.list_shapes import entries

_KINDS = {"Person": ("4", "Individual"), "Vessel": ("1", "Vessel"), "Airplane": ("2", "Aircraft")}
_GROUP = "Entity"


def sdn_advanced(count: int) -> bytes:
    """OFAC's `sdn_advanced.xml`."""
    found = entries(count)
    lines = [_REFERENCES, "<Locations>", *_locations(found), "</Locations>", "<IDRegDocuments>", *_papers(found)]
    lines += ["</IDRegDocuments>", "<DistinctParties>"]
    for number, entity in enumerate(found, 1):
        lines += _party(number, entity)
    lines += ["</DistinctParties>", "<SanctionsEntries>"]
    for number, entity in enumerate(found, 1):
        lines += _sanctions_entry(number, entity)
    lines += ["</SanctionsEntries>", "</Sanctions>"]
    return "\n".join(lines).encode()


_REFERENCES = """<?xml version="1.0" encoding="utf-8"?>
<Sanctions xmlns="http://www.un.org/sanctions/1.0"><DateOfIssue CalendarTypeID="1"><Year>2026</Year><Month>1</Month>
<Day>8</Day></DateOfIssue><ReferenceValueSets><AliasTypeValues><AliasType ID="1400">A.K.A.</AliasType><AliasType
ID="1403">Name</AliasType></AliasTypeValues><CountryValues><Country ID="1" ISO2="RU">Russia</Country></CountryValues>
<FeatureTypeValues><FeatureType ID="8">Birthdate</FeatureType><FeatureType ID="10">Nationality Country</FeatureType>
<FeatureType ID="25">Location</FeatureType></FeatureTypeValues><IDRegDocTypeValues><IDRegDocType ID="1571">Passport
</IDRegDocType></IDRegDocTypeValues><NamePartTypeValues><NamePartType ID="1520">Last Name</NamePartType><NamePartType
ID="1521">First Name</NamePartType></NamePartTypeValues><PartySubTypeValues><PartySubType ID="1" PartyTypeID="3">Vessel
</PartySubType><PartySubType ID="2" PartyTypeID="3">Aircraft</PartySubType><PartySubType ID="3" PartyTypeID="2">Unknown
</PartySubType><PartySubType ID="4" PartyTypeID="1">Individual</PartySubType></PartySubTypeValues>
</ReferenceValueSets>"""


def _locations(found: Sequence[Entity]) -> Iterator[str]:
    """A place for every entry."""
    for number, _ in enumerate(found, 1):
        yield f"""  <Location ID="{number}">
    <LocationAreaCode AreaCodeID="12010" />
    <LocationCountry CountryID="1" CountryRelevanceID="1" />
    <LocationPart LocPartTypeID="1454">
      <LocationPartValue Primary="true" LocPartValueTypeID="1" LocPartValueStatusID="1">
        <Comment />
        <Value>Street {number}, Moscow</Value>
      </LocationPartValue>
    </LocationPart>
  </Location>"""


def _papers(found: Sequence[Entity]) -> Iterator[str]:
    """The passports and other numbers."""
    for number, entity in enumerate(found, 1):
        for item in entity.identifiers:
            yield f"""  <IDRegDocument ID="{number}" IDRegDocTypeID="1571" IdentityID="{number}" IssuedBy-CountryID="1"\
 ValidityID="1">
    <Comment />
    <IDRegistrationNo>{escape(item.value)}</IDRegistrationNo>
    <IssuingAuthority />
    <DocumentedNameReference DocumentedNameID="{number}" />
  </IDRegDocument>"""


def _party(number: int, entity: Entity) -> Iterator[str]:
    """A party with its names and features."""
    yield f"""  <DistinctParty FixedRef="{number}">
    <Comment />
    <Profile ID="{number}" PartySubTypeID="{_KINDS.get(entity.schema, ("3", ""))[0]}">
      <Identity ID="{number}" FixedRef="{number}" Primary="true" False="false">"""
    for name in entity.names:
        primary = name.kind == "primary"
        last, _, first = name.text.partition(", ")
        parts = [part for part in (last, first) if part]
        yield f"""        <Alias FixedRef="{number}" AliasTypeID="{1403 if primary else 1400}" \
Primary="{str(primary).lower()}" LowQuality="{str(name.quality == "weak").lower()}">
          <DocumentedName ID="{number}" FixedRef="{number}" DocNameStatusID="{1 if primary else 2}">"""
        for place, part in enumerate(parts):
            yield f"""            <DocumentedNamePart>
              <NamePartValue NamePartGroupID="{number}{place}" ScriptID="215" ScriptStatusID="1" Acronym="false">\
{escape(part)}</NamePartValue>
            </DocumentedNamePart>"""
        yield "          </DocumentedName>\n        </Alias>"
    yield f"""        <NamePartGroups>
          <MasterNamePartGroup>
            <NamePartGroup ID="{number}0" NamePartTypeID="1520" />
          </MasterNamePartGroup>
          <MasterNamePartGroup>
            <NamePartGroup ID="{number}1" NamePartTypeID="1521" />
          </MasterNamePartGroup>
        </NamePartGroups>
      </Identity>"""
    yield from (_dated_feature(number, date) for date in entity.birth_dates)
    for kind in (10, 25):
        yield f"""      <Feature ID="{number}" FeatureTypeID="{kind}">
        <FeatureVersion ID="{number}" ReliabilityID="1">
          <Comment />
          <VersionLocation LocationID="{number}" />
        </FeatureVersion>
        <IdentityReference IdentityID="{number}" IdentityFeatureLinkTypeID="1" />
      </Feature>"""
    yield f"""      <SanctionsEntryReference SanctionsEntryID="{number}" />
    </Profile>
  </DistinctParty>"""


def _dated_feature(number: int, date: str) -> str:
    """A day of birth as a span of two pairs of days."""
    year, month, day = (*date.split("-"), "1", "1")[:3]
    point = f"<Year>{year}</Year>\n                <Month>{month}</Month>\n                <Day>{day}</Day>"
    ends = "".join(
        f"""            <{end} Approximate="false" YearFixed="false" MonthFixed="false" DayFixed="false">
              <From>
                {point}
              </From>
              <To>
                {point}
              </To>
            </{end}>
"""
        for end in ("Start", "End")
    )
    return f"""      <Feature ID="{number}" FeatureTypeID="8">
        <FeatureVersion ID="{number}" ReliabilityID="1">
          <Comment />
          <DatePeriod CalendarTypeID="1" YearFixed="false" MonthFixed="false" DayFixed="false">
{ends}          </DatePeriod>
        </FeatureVersion>
        <IdentityReference IdentityID="{number}" IdentityFeatureLinkTypeID="1" />
      </Feature>"""


def _sanctions_entry(number: int, entity: Entity) -> Iterator[str]:
    """The day of listing and the programmes."""
    yield f"""  <SanctionsEntry ID="{number}" ProfileID="{number}" ListID="1550">
    <EntryEvent ID="{number}" EntryEventTypeID="1" LegalBasisID="1791">
      <Comment />
      <Date CalendarTypeID="1">
        <Year>2017</Year>
        <Month>8</Month>
        <Day>11</Day>
      </Date>
    </EntryEvent>"""
    for programme in entity.programmes:
        yield f"""    <SanctionsMeasure ID="{number}" SanctionsTypeID="1">
      <Comment>{escape(programme)}</Comment>
    </SanctionsMeasure>"""
    yield "  </SanctionsEntry>"


def sdn_enhanced(count: int) -> bytes:
    """OFAC's `SDN_ENHANCED.XML`, on one line as it is published."""
    space = "https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/ENHANCED_XML"
    lines = [f'<?xml version="1.0" encoding="utf-8"?><sanctionsData xmlns="{space}"><publicationInfo><dataAsOf>']
    lines.append("2026-01-08T10:00:00</dataAsOf></publicationInfo><entities>")
    for number, entity in enumerate(entries(count), 1):
        lines += _enhanced(number, entity)
    lines.append("</entities></sanctionsData>")
    return "".join(lines).encode()


def _enhanced(number: int, entity: Entity) -> Iterator[str]:
    """One `entity`."""
    kind = _KINDS.get(entity.schema, ("", _GROUP))[1]
    yield f"""<entity id="{number}"><generalInfo><identityId>{number}</identityId><entityType refId="600">{kind}\
</entityType></generalInfo><sanctionsLists><sanctionsList refId="91507" id="{number}" datePublished="2019-03-01">\
SDN List</sanctionsList></sanctionsLists><sanctionsPrograms>"""
    yield from (
        f'<sanctionsProgram refId="91" id="{number}">{escape(item)}</sanctionsProgram>' for item in entity.programmes
    )
    yield """</sanctionsPrograms><sanctionsTypes><sanctionsType refId="1" id="1">Block</sanctionsType></sanctionsTypes>\
<legalAuthorities><legalAuthority refId="1" id="1">Executive Order 13810</legalAuthority></legalAuthorities><names>"""
    for place, name in enumerate(entity.names):
        last, _, first = name.text.partition(", ")
        yield f"""<name id="{number}{place}"><isPrimary>{str(place == 0).lower()}</isPrimary>\
<aliasType refId="1400">A.K.A.</aliasType><isLowQuality>{str(name.quality == "weak").lower()}</isLowQuality>\
<translations><translation id="{number}{place}"><isPrimary>true</isPrimary><script refId="215">Latin</script>\
<formattedFirstName>{escape(first)}</formattedFirstName><formattedLastName>{escape(last)}</formattedLastName>\
<formattedFullName>{escape(name.text)}</formattedFullName><nameParts><namePart id="{number}"><type refId="1520">\
Last Name</type><value>{escape(last)}</value></namePart></nameParts></translation></translations></name>"""
    yield f"""</names><addresses><address id="{number}"><country refId="11187">Russia</country><translations>\
<translation id="{number}"><isPrimary>true</isPrimary><script refId="215">Latin</script><addressParts><addressPart \
id="{number}"><type refId="1454">CITY</type><value>Moscow</value></addressPart></addressParts></translation>\
</translations></address></addresses><features>"""
    for date in entity.birth_dates:
        yield f"""<feature id="{number}"><type featureTypeId="8">Birthdate</type><versionId>1</versionId>\
<value>{date}</value><valueDate id="{number}"><fromDateBegin>{date}</fromDateBegin><fromDateEnd>{date}</fromDateEnd>\
<toDateBegin>{date}</toDateBegin><toDateEnd>{date}</toDateEnd><isApproximate>false</isApproximate><isDateRange>false\
</isDateRange></valueDate><isPrimary>true</isPrimary></feature>"""
    yield "</features><identityDocuments>"
    for item in entity.identifiers:
        yield f"""<identityDocument id="{number}"><type refId="1571">Passport</type><name>{number}</name>\
<documentNumber>{escape(item.value)}</documentNumber><isValid>true</isValid><issuingCountry>Russia</issuingCountry>\
</identityDocument>"""
    yield "</identityDocuments></entity>"
