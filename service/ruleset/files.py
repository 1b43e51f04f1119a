"""Which kinds of file are there, and which keys have they? The other half of the key tables: whole files."""

from __future__ import annotations

from service.ruleset.keys import (
    ADJUST,
    COUNTRY,
    EXAMPLES,
    EXEMPT,
    FIND,
    ID,
    LANGUAGE_KEYS,
    LANGUAGE_TERMS,
    LANGUAGES,
    NAME,
    NAMED,
    PARTY_POLICIES,
    PLACE_KINDS,
    RULE_ID,
    SEVERITIES,
    SPANS,
    SPEAKERS,
    STANCES,
    STATUSES,
    VERSION,
    WORDS,
)
from service.ruleset.schema import Choice, Day, Either, Flag, Key, Many, Number, Record, Table, Text, Type, Whole


def _need(type_: Type, doc: str) -> Key:
    """A key that must stand."""
    return Key(type_, doc, required=True)


def _schema(name: str) -> Key:
    """The key that names a file's form."""
    return _need(Choice((name,)), f"the form of the file: {name}")


LINT = Record(
    "lint",
    {
        "ignore": _need(Many(ID, least=1, single=True), "lint codes that are silenced in this file"),
        "because": _need(WORDS, "why"),
    },
)
PARAM = Record(
    "parameter",
    {
        "from": _need(Day(), "first day of this value"),
        "value": _need(Number(), "the value"),
        "unit": Key(WORDS, "its unit"),
        "source": Key(WORDS, "where it is laid down"),
    },
)
SCORE = Record(
    "score",
    {
        "prior": _need(Whole(-60, 20), "decibans before anything is seen: how rare the conduct is in such articles"),
        "review": _need(Whole(-60, 60), "from these points on, a person looks"),
        "alert": _need(Whole(-60, 60), "from these points on, it is an alert"),
        "max": Key(Whole(-60, 200), "never more points than this"),
    },
)
RULE = Record(
    "rule",
    {
        "schema": _schema("rule/1"),
        "rule": _need(RULE_ID, "folder/file name"),
        "uid": _need(Text(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "a UUID"), "never changes"),
        "version": _need(VERSION, "major: meaning changes; minor: vocabulary or points; patch: text"),
        "title": _need(WORDS, "what is forbidden, in one line"),
        "status": _need(Choice(STATUSES), "draft is not loaded; stable is set by the organisation that runs it"),
        "severity": _need(Choice(SEVERITIES), "how bad, apart from how sure"),
        "law": _need(Many(WORDS, least=1), "measures that are breached: un-1718/workers-2397-8"),
        "find": _need(Many(FIND, least=1), "what anchors an alert"),
        "score": _need(SCORE, "prior and thresholds"),
        "examples": _need(EXAMPLES, "articles that must match and articles that must not"),
        "description": Key(WORDS, "what the rule sees"),
        "tags": Key(Many(Text(r"[a-z0-9]+(?:[.-][a-z0-9]+)*", "a tag such as measure.dprk-workers")), "tags"),
        "related": Key(
            Many(
                Record(
                    "related",
                    {
                        "rule": _need(RULE_ID, "the other rule"),
                        "type": _need(Choice(("see-also", "narrower", "broader", "replaces", "replaced-by")), "how"),
                    },
                )
            ),
            "other rules beside it",
        ),
        "languages": Key(Many(Choice(LANGUAGES)), "languages that its vocabulary covers"),
        "valid": Key(
            Record("valid", {"from": Key(Day(), "first day"), "to": Key(Day(), "last day")}),
            "days on which the conduct was forbidden; events outside are no hit",
        ),
        "date_of": Key(
            Choice(("event", "article")),
            "which day is compared with the law: the event's (default), or always the article's own",
        ),
        "params": Key(Table(Many(PARAM, least=1)), "dated thresholds, read as $name"),
        "use": Key(Many(NAME, single=True), "shared definitions (`schema: define/1`) that it reads"),
        "define": Key(Table(SPANS), "names for parts, for this rule"),
        "adjust": Key(Many(ADJUST), "what makes a finding likelier or less likely"),
        "exempt": Key(Many(EXEMPT), "legal exemptions: they lower the points and are printed"),
        "stance": Key(
            Record("stance", {kind: Key(Whole(-60, 60), f"points of a {kind} cue") for kind in STANCES}),
            "points of stance cues where they differ from the defaults",
        ),
        "suppress_if": Key(Many(SPANS, single=True), "a finding whose sentence holds one of these is none"),
        "review_if": Key(Many(SPANS, single=True), "an article whose headline holds one of these is at most a review"),
        "false_positives": Key(Many(WORDS), "what the rule wrongly sees"),
        "gaps": Key(Many(WORDS), "what the rule cannot see"),
        "triage": Key(Many(WORDS), "questions for the reviewer"),
        "author": Key(WORDS, "who wrote it"),
        "created": Key(Day(), "when"),
        "modified": Key(Day(), "when last changed"),
        "min_engine": Key(VERSION, "oldest engine that reads it"),
        "lint": Key(LINT, "silenced lint codes, with the reason"),
    },
)
CONCEPT = Record(
    "concept",
    {
        "note": Key(WORDS, "for readers"),
        "includes": Key(Many(NAME, single=True), "other concepts whose words count here too"),
        **LANGUAGE_KEYS,
    },
)
CONCEPTS = Record(
    "concept file",
    {"schema": _schema("concepts/1"), "concepts": _need(Table(CONCEPT), "concepts by name")},
)
BY_LANGUAGE = Either(listing=Many(WORDS), mapping=Record("words per language", LANGUAGE_KEYS))
PLACES = Record(
    "places file",
    {
        "schema": _schema("places/1"),
        "places": _need(
            Table(
                Record("country", {kind: Key(BY_LANGUAGE, f"{kind} names") for kind in PLACE_KINDS}),
                key=COUNTRY.pattern or "",
                shape=COUNTRY.shape,
            ),
            "country code, then kind, then language",
        ),
    },
)
CUES = Either(
    listing=Many(WORDS),
    mapping=Record(
        "cues",
        {
            "pre": Key(LANGUAGE_TERMS, "cues that stand before or inside the finding"),
            "post": Key(LANGUAGE_TERMS, "cues that stand after or inside the finding"),
            "any": Key(LANGUAGE_TERMS, "cues that stand anywhere in the clause"),
        },
    ),
)
STANCE = Record(
    "stance file",
    {
        "schema": _schema("stance/1"),
        "language": _need(Choice(LANGUAGES), "the language of the cues"),
        "cues": _need(Record("cues", {kind: Key(CUES, f"cues of {kind}") for kind in STANCES}), "cues by stance"),
        "pseudo": Key(LANGUAGE_TERMS, "phrases that only look like cues: a cue inside one is none"),
        "stop": Key(LANGUAGE_TERMS, "words that end a clause: a cue does not reach across"),
        "aside": Key(
            LANGUAGE_TERMS, "words that open a remark, up to a comma: a norm in it leaves conduct outside alone"
        ),
        "said_by": Key(
            Record("speakers", {kind: Key(LANGUAGE_TERMS, f"how {kind} sources are named") for kind in SPEAKERS}),
            "who says so",
        ),
    },
)
VERIFIED = Record(
    "verified",
    {
        "source": _need(WORDS, "where the text that was read stands: an address"),
        "on": _need(Day(), "the day on which it was read"),
        "kind": _need(Choice(("adopted-text", "official-summary", "secondary")), "what kind of text it is"),
    },
)
RENEWAL = Record(
    "renewal",
    {
        "instrument": Key(WORDS, "by what"),
        "until": _need(Day(), "last day"),
        "source": Key(WORDS, "where it was read: an address"),
    },
)
MEASURE = Record(
    "measure",
    {
        "id": _need(ID, "its id within the file"),
        "instrument": _need(WORDS, "S/RES/2397 (2017)"),
        "paragraph": _need(WORDS, "paragraph or article (quote it)"),
        "from": _need(Day(), "first day in force"),
        "to": Key(Day(), "last day in force"),
        "duty": _need(WORDS, "what it asks, in own words"),
        "measure": Key(WORDS, "its kind: arms embargo, asset freeze"),
        "renewals": Key(
            Many(RENEWAL),
            "renewals seen; the last one gives the end that must be looked up",
        ),
        "exemptions": Key(Many(WORDS), "exemptions"),
        "binding": Key(
            Flag(), "false: an undertaking or a call; conduct under such measures alone is at most a review"
        ),
        "due": Key(
            Day(), "the day by which it had to be done; earlier conduct under such measures alone is at most a review"
        ),
        "limits": Key(Many(WORDS), "amounts and deadlines"),
        "hs_codes": Key(Many(WORDS), "customs codes (quote them)"),
        "verified": Key(VERIFIED, "only for a text that has been read"),
        "background": Key(WORDS, "why no rule cites it"),
        "review_by": Key(Day(), "when an amount or a licence in it must be looked up again"),
        "disputed_by": Key(Many(COUNTRY), "states that call it void"),
        "note": Key(WORDS, "for readers"),
    },
)
MEASURES = Record(
    "measures file",
    {
        "schema": _schema("measures/1"),
        "regime": _need(ID, "its regime: un-1718"),
        "title": Key(WORDS, "title"),
        "authority": Key(WORDS, "who made it"),
        "url": Key(WORDS, "where it is published"),
        "measures": _need(Many(MEASURE, least=1), "its measures"),
    },
)
CODES = Record(
    "codes file",
    {"schema": _schema("codes/1"), "codes": _need(Table(WORDS), "measure codes, one sentence each")},
)
PACK = Record(
    "pack",
    {
        "schema": _schema("pack/1"),
        "pack": _need(ID, "the folder's name"),
        "title": _need(WORDS, "title"),
        "version": _need(VERSION, "version"),
        "authority": _need(WORDS, "whose law it is"),
        "url": Key(WORDS, "where it is published"),
        "maintainer": Key(WORDS, "who keeps it"),
        "review_by": Key(Day(), "when it must be looked at again"),
        "description": Key(WORDS, "what it covers"),
        "gaps": Key(Many(WORDS), "what it does not cover"),
        "lint": Key(LINT, "silenced lint codes, with the reason"),
    },
)
DEFINE = Record(
    "definitions",
    {
        "schema": _schema("define/1"),
        "name": _need(NAME, "what `use` calls it"),
        "define": _need(Table(SPANS), "names for parts"),
    },
)
PARTIES = Record(
    "party policy",
    {
        "schema": _schema("parties/1"),
        "default": _need(Choice(PARTY_POLICIES), "what a mention of a public list does"),
        "custom": _need(Choice(PARTY_POLICIES), "what a mention of an organisation's own list does"),
        "lists": Key(Table(Choice(PARTY_POLICIES)), "policies of single lists"),
        "min_score": Key(Number(), "lowest match score that makes a hit (default 0.9)"),
    },
)
OVERRIDE = Record(
    "override",
    {
        "schema": _schema("override/1"),
        "rules": _need(
            Table(
                Record(
                    "override of a rule",
                    {
                        "status": Key(Choice(STATUSES), "status"),
                        "score": Key(
                            Record("score", {name: Key(key.type, key.doc) for name, key in SCORE.keys.items()}),
                            "prior and thresholds",
                        ),
                        "points": Key(Table(Whole(-100, 100)), "points of findings, adjustments and exemptions by id"),
                    },
                ),
                key=RULE_ID.pattern or "",
                shape=RULE_ID.shape,
            ),
            "shipped rules and what is changed in them",
        ),
        "because": _need(WORDS, "why; shown in the alert"),
    },
)
FILES: dict[str, Record] = {
    "rule/1": RULE,
    "concepts/1": CONCEPTS,
    "places/1": PLACES,
    "stance/1": STANCE,
    "measures/1": MEASURES,
    "codes/1": CODES,
    "pack/1": PACK,
    "define/1": DEFINE,
    "parties/1": PARTIES,
    "override/1": OVERRIDE,
}
"""Every form of file by the name in its `schema` key."""

__all__ = ["FILES", "NAMED"]
