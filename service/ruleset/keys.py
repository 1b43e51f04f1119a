"""Which keys does each file have? The one table behind the loader, the JSON Schemas and the reference."""

from __future__ import annotations

from service.ruleset.schema import Choice, Day, Either, Flag, Key, Many, Number, Record, Ref, Text, Type, Whole

STATUSES = ("draft", "experimental", "stable", "deprecated", "retired")
SEVERITIES = ("low", "medium", "high", "critical")
STANCES = ("violation", "denied", "norm", "hypothetical", "planned", "historical", "habit", "hedged")
SPEAKERS = ("official", "named", "anonymous", "unknown")
SCOPES = ("sentence", "paragraph", "article", "headline")
PLACE_KINDS = ("country", "demonym", "city", "region", "port", "waters")
QUANTITY_KINDS = ("people", "money", "mass", "volume", "vessels", "count")
OPERATORS = ("any", "near", "place", "entity", "quantity", "date", "re", "term")
PARTY_POLICIES = ("mention_only", "beside_hit", "review", "alert")

WORDS = Text()
NAME = Text(r"[A-Za-z][A-Za-z0-9_]*(?:[.-][A-Za-z0-9_]+)*", "a name such as labour.worker or abroad")
ID = Text(r"[a-z0-9]+(?:-[a-z0-9]+)*", "an id of small letters, digits and hyphens")
RULE_ID = Text(r"[a-z0-9-]+/[a-z0-9-]+", "a rule id such as un-dprk/overseas-workers")
COUNTRY = Text(r"[A-Z]{2}", "an ISO 3166 country code such as KP")
VERSION = Text(r"\d+\.\d+\.\d+", "a version such as 1.0.0 (quote it)")
SPANS = Ref("spans")
TERMS = Ref("terms")


def _need(type_: Type, doc: str) -> Key:
    """A key that must stand."""
    return Key(type_, doc, required=True)


TERM_TABLE = Record(
    "terms",
    {
        "phrases": Key(Many(WORDS), "literal words, matched as written but for case, accents, hyphens and line breaks"),
        "nouns": Key(Many(WORDS), "nouns in their base form; plurals and cases are made for the language"),
        "verbs": Key(Many(WORDS), "verbs in their base form; tenses and persons are made for the language"),
        "prefixes": Key(Many(WORDS), "beginnings of words, at least four letters, with * at the end: repatriat*"),
        "cased": Key(Many(WORDS), "words that count only in exactly these capitals: DPRK, US"),
        "re": Key(Many(WORDS), "RE2 patterns on folded text; each needs a literal word of three letters or more"),
    },
)
LANGUAGE_TERMS = Either(listing=Many(WORDS), mapping=TERM_TABLE)
LANGUAGES = ("en", "ko", "ru", "zh", "ja", "ar", "es", "fr", "de", "pt", "it", "tr", "fa", "uk", "vi", "id", "any")
LANGUAGE_KEYS = {
    code: Key(LANGUAGE_TERMS, "words whatever the language" if code == "any" else f"words in the language {code}")
    for code in LANGUAGES
}
NEAR_KEYS = {
    "within": Key(Ref("within"), "where the parts must stand together: sentence, paragraph, article, headline, "
                  "{tokens: N} (at most N words between them in all) or {sentences: N}"),
    "gap": Key(Whole(0, 500), "most words between one part and the next"),
    "ordered": Key(Flag(), "the parts stand in the order written"),
    "min_distinct": Key(Whole(2, 9), "how many different parts must stand there (default: all of them)"),
}  # fmt: skip
FILTER_KEYS = {
    "mask": Key(Many(SPANS, single=True), "drop results that touch one of these"),
    "without": Key(Many(SPANS, single=True), "drop results when one of these stands in the same window"),
}
PLACE = Record(
    "place",
    {
        "country": Key(Many(COUNTRY, least=1, single=True), "places of these countries"),
        "not_country": Key(Many(COUNTRY, least=1, single=True), "places of any other country"),
        "kind": Key(Many(Choice(PLACE_KINDS), single=True), "kinds of place words (default: all but demonym)"),
        "sense": Key(Choice(("location", "any")), "location: only behind in, at, near, to, from ..."),
    },
)  # fmt: skip
ENTITY = Record(
    "entity",
    {
        "list": Key(Many(WORDS, single=True), "on one of these lists"),
        "topic": Key(Many(WORDS, single=True), "with one of these topics"),
        "programme": Key(Many(WORDS, single=True), "under one of these programmes: UN-SC1718"),
        "schema": Key(Many(WORDS, single=True), "of one of these types: Person, Company, Vessel"),
        "country": Key(Many(COUNTRY, single=True), "with one of these countries"),
        "min_score": Key(Number(), "at least this match score, 0 to 1"),
        "role": Key(
            Choice(("actor", "object", "any")),
            "actor: does what the other parts of its near say; object: it is done to or with it",
        ),
    },
)
QUANTITY = Record(
    "quantity",
    {
        "kind": _need(Choice(QUANTITY_KINDS), "what is counted"),
        "min": Key(Number(param=True), "at least, in the normal unit (people, USD, kg, barrels, vessels) or `unit`"),
        "max": Key(Number(param=True), "at most"),
        "unit": Key(Text(), "the unit of min and max: t, kg, bbl, L, USD, EUR"),
    },
)
DATE = Record(
    "date",
    {
        "from": Key(Day(), "on or after this day"),
        "to": Key(Day(), "on or before this day"),
    },
)
OPERATOR_KEYS = {
    "any": Key(Many(SPANS, least=1), "one of these"),
    "near": Key(Many(SPANS, least=2), "all of these together, within a window"),
    "place": Key(PLACE, "a place name"),
    "entity": Key(ENTITY, "a mention of a listed party"),
    "quantity": Key(QUANTITY, "an amount with its unit"),
    "date": Key(DATE, "a date in the text"),
    "re": Key(WORDS, "an RE2 pattern on folded text; needs a literal word of three letters or more"),
    "term": Key(TERMS, "a concept, a defined name, a list of them, or words per language"),
}
SPANS_RECORD = Record("spans", {**OPERATOR_KEYS, **NEAR_KEYS, **FILTER_KEYS}, one_of=OPERATORS)
POINTS = Whole(-100, 100)
FIND = Record(
    "finding",
    {
        "id": _need(ID, "its id within the rule"),
        **OPERATOR_KEYS,
        **NEAR_KEYS,
        **FILTER_KEYS,
        "law": Key(Many(WORDS, least=1), "those of the rule's measures that this finding breaches (default: all)"),
        "points": _need(Whole(1, 100), "decibans that it adds"),
        "max": Key(Whole(-60, 200), "never more points than this; other findings with such a bound do not lift it"),
        "reason": _need(WORDS, "the sentence for the analyst; {name} is filled with the words found for that part"),
    },
    one_of=OPERATORS,
)
ADJUST = Record(
    "adjustment",
    {
        "id": _need(ID, "its id within the rule"),
        **OPERATOR_KEYS,
        **NEAR_KEYS,
        **FILTER_KEYS,
        "said_by": Key(Choice(SPEAKERS), "who says so in the finding's sentence"),
        "scope": Key(Choice(SCOPES), "where it is looked for (default: sentence, the finding's)"),
        "points": _need(POINTS, "decibans that it adds or takes"),
        "reason": Key(WORDS, "the sentence for the analyst; {value} is what was found"),
        "absent": Key(Flag(), "holds when nothing is found (never in a headline that is not there)"),
        "group": Key(ID, "of one group only the strongest counts"),
    },
    one_of=(*OPERATORS, "said_by"),
)
EXEMPT = Record(
    "exemption",
    {
        "id": _need(ID, "its id within the rule"),
        **OPERATOR_KEYS,
        **NEAR_KEYS,
        **FILTER_KEYS,
        "term_re": Key(WORDS, "an RE2 pattern"),
        "scope": Key(Choice(SCOPES), "where it is looked for (default: sentence)"),
        "points": _need(Whole(-100, 0), "decibans that it takes"),
        "note": _need(WORDS, "the legal ground, printed in the alert"),
    },
    one_of=(*OPERATORS, "term_re"),
)
EXAMPLE_KINDS = ("norm", "other-nationality", "denied", "historical", "fiction", "compliance", "planned", "trap")
EXAMPLE = Record(
    "example",
    {
        "text": Key(WORDS, "the article's text"),
        "article": Key(Ref("article"), "a whole article: title, text, published, language"),
        "date": Key(Day(), "publication date (default: 2026-06-01); `unknown` is written by `undated: true`"),
        "undated": Key(Flag(), "the article has no date"),
        "kind": Key(Choice(EXAMPLE_KINDS), "which trap or kind it stands for"),
        "rule": Key(RULE_ID, "the rule that must answer (default: this one)"),
        "also": Key(Many(RULE_ID, single=True), "other rules that must fire too"),
        "parties": Key(Many(Ref("party")), "listed parties as mentions, so that no list need be loaded"),
        "finding": Key(ID, "the finding that must score"),
        "evidence": Key(WORDS, "words that the evidence must hold"),
        "reason": Key(WORDS, "words that the finding's rendered reason must hold"),
        "law": Key(Many(WORDS, single=True), "measures that must be in force on the event's date, no others"),
        "min_points": Key(Whole(-200, 200), "at least these points"),
        "max_points": Key(Whole(-200, 200), "at most these points"),
        "band": Key(Choice(("alert", "review", "none")), "the band (default: alert under match, none under no_match)"),
        "why": Key(WORDS, "why it stands here"),
    },
    one_of=("text", "article"),
)
EXAMPLES = Record(
    "examples",
    {
        "match": _need(Many(EXAMPLE), "articles that must alert"),
        "no_match": _need(Many(EXAMPLE), "articles that must not"),
        "todo_match": Key(Many(EXAMPLE), "known misses: reported, and an error once they pass"),
        "todo_no_match": Key(Many(EXAMPLE), "known false alarms: reported, and an error once they pass"),
    },
)
NAMED: dict[str, Type] = {
    "spans": Either(text=NAME, mapping=SPANS_RECORD),
    "terms": Either(text=NAME, listing=Many(NAME, least=1), mapping=Record("terms", LANGUAGE_KEYS)),
    "within": Either(
        text=Choice(("sentence", "paragraph", "article", "headline")),
        mapping=Record(
            "within",
            {
                "tokens": Key(Whole(0, 500), "at most this many words between the parts in all"),
                "sentences": Key(Whole(1, 50), "the parts stand within this many sentences in a row"),
            },
            one_of=("tokens", "sentences"),
        ),
    ),
    "article": Record(
        "article",
        {
            "title": Key(WORDS, "headline"),
            "text": _need(WORDS, "text"),
            "published": Key(Day(), "publication date"),
            "language": Key(Text(r"[a-z]{2}", "a language code"), "language"),
        },
    ),
    "party": Record(
        "party",
        {
            "text": _need(WORDS, "the words of the example that name it"),
            "list": _need(WORDS, "its list: un, ofac"),
            "schema": Key(WORDS, "its type (default: Organization)"),
            "programme": Key(Many(WORDS, single=True), "its programmes"),
            "country": Key(Many(COUNTRY, single=True), "its countries"),
            "topic": Key(Many(WORDS, single=True), "its topics (default: sanction)"),
        },
    ),
}


def resolve(name: str) -> Type:
    """A named type."""
    return NAMED[name]
