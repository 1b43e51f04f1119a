"""Every key of a rule does what it says: one small change of a rule, one article that shows it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from service.model.article import Article
from service.model.entity import Entity, Name
from service.model.evidence import Span
from service.model.mention import Candidate, Mention
from service.ruleset.concepts import find_concepts
from service.ruleset.evaluate import evaluate
from service.ruleset.ruleset import RuleSet
from service.ruleset.verdict import Verdict
from service.text.document import read

Changed = Callable[[str, str, str], dict[str, str]]
Build = Callable[[dict[str, str]], RuleSet]
RULE = "un-dprk/overseas-workers.yaml"
MOVED = '  - {id: moved, near: [worker, labour.movement, abroad], gap: 25, points: 26, reason: "moving to {abroad}"}'
FILM = "  - {id: film, term: frame.fiction, scope: sentence, points: -14, reason: a film}"


def fired(
    rules: RuleSet, text: str, *, title: str = "", published: str | None = "2026-03-19", parties: tuple[str, ...] = ()
) -> Verdict | None:
    """The first verdict on a text, with some of its words as mentions of parties on the UN list."""
    document = read(Article(text, title, published=published))
    verdicts = evaluate(document, find_concepts(document, rules), tuple(map_parties(text, parties)), rules)
    return verdicts[0] if verdicts else None


def map_parties(text: str, names: tuple[str, ...]) -> list[Mention]:
    """Mentions of listed companies."""
    out = []
    for words in names:
        start = text.index(words)
        entity = Entity(f"un-{words}", "un", "Company", (Name(words),), programmes=("UN-SC1718",), topics=("sanction",))
        span = Span("text", start, start + len(words), words)
        out.append(Mention(span, (Candidate(entity, Name(words), 0.99, (), "the same name"),)))
    return out


def finding(text: str) -> str:
    """One line of `find` that takes the place of the first."""
    return f"  - {{id: moved, {text}, points: 26, reason: told}}"


@pytest.fixture
def with_finding(changed: Changed, build_rules: Build) -> Callable[[str], RuleSet]:
    """The small set with another first finding."""
    return lambda text: build_rules(changed(RULE, MOVED, finding(text)))


@pytest.fixture
def with_adjust(changed: Changed, build_rules: Build) -> Callable[[str], RuleSet]:
    """The small set with another adjustment in place of the film."""
    return lambda text: build_rules(changed(RULE, FILM, f"  - {{id: film, points: 7, {text}}}"))


def factors(verdict: Verdict | None) -> dict[str, int]:
    """The factors of a verdict by id."""
    assert verdict is not None
    return {factor.id: factor.points for factor in verdict.factors}


WORKERS = "Around 300 North Korean workers arrived in Vladivostok."

FINDINGS = {
    "any": (
        "near: [{any: [dprk.demonym, dprk.name]}, labour.movement]",
        "A North Korea team arrived.",
        "A Nepal team arrived.",
    ),
    "ordered": (
        "near: [dprk.demonym, labour.movement], ordered: true",
        "North Korean loggers arrived.",
        "They arrived with North Korean loggers.",
    ),
    "gap": (
        "near: [dprk.demonym, labour.movement], gap: 1",
        "North Korean loggers arrived.",
        "North Korean loggers from the far south arrived.",
    ),
    "within tokens": (
        "near: [dprk.demonym, labour.movement], within: {tokens: 2}",
        "North Korean men never arrived.",
        "North Korean men had never before arrived.",
    ),
    "within sentences": (
        "near: [dprk.demonym, labour.movement], within: {sentences: 2}",
        "North Korean men waited. They arrived later.",
        "North Korean men waited. It rained. They arrived later.",
    ),
    "within paragraph": (
        "near: [dprk.demonym, labour.movement], within: paragraph",
        "North Korean men waited. It rained. They arrived later.",
        "North Korean men waited.\n\nIt rained. They arrived later.",
    ),
    "within article": (
        "near: [dprk.demonym, labour.movement], within: article",
        "North Korean men waited.\n\nIt rained. They arrived later.",
        "Men waited.\n\nIt rained. They arrived later.",
    ),
    "min_distinct": (
        "near: [dprk.demonym, labour.movement, law.un], min_distinct: 2",
        "North Korean men know the United Nations.",
        "North Korean men know each other.",
    ),
    "mask": (
        "near: [{any: [dprk.demonym], mask: [{term: {en: [North Korean embassy]}}]}, labour.movement]",
        "North Korean men arrived.",
        "The North Korean embassy car arrived.",
    ),
    "without": (
        "near: [dprk.demonym, labour.movement], without: [frame.fiction]",
        "North Korean men arrived.",
        "North Korean men arrived in the film.",
    ),
    "place country": (
        "near: [dprk.demonym, {place: {country: [RU]}}]",
        "North Korean men in Vladivostok.",
        "North Korean men in Qatar.",
    ),
    "place not_country": (
        "near: [dprk.demonym, {place: {not_country: [KP, RU]}}]",
        "North Korean men in Qatar.",
        "North Korean men in Vladivostok.",
    ),
    "place kind": (
        "near: [dprk.demonym, {place: {country: [RU], kind: city}}]",
        "North Korean men in Vladivostok.",
        "North Korean men in Russia.",
    ),
    "place sense": (
        "near: [dprk.demonym, {place: {country: [RU], sense: location}}]",
        "North Korean men were seen in Russia.",
        "North Korean men thanked Russia.",
    ),
    "quantity": (
        "near: [dprk.demonym, {quantity: {kind: mass, min: 5, unit: t}}]",
        "North Korean men with 6 tonnes of coal.",
        "North Korean men with 800 kg of coal.",
    ),
    "quantity param": (
        'near: [dprk.demonym, {quantity: {kind: people, min: "$large"}}]',
        "North Korean crews of 600 people.",
        "North Korean crews of 400 people.",
    ),
    "date": (
        "near: [dprk.demonym, {date: {from: 2024-01-01}}]",
        "North Korean men on 5 February 2025.",
        "North Korean men on 5 February 2020.",
    ),
    "re": (
        'near: [dprk.demonym, {re: "permit[ -]?no[.] ?[0-9]+"}]',
        "North Korean men have permit no. 17.",
        "North Korean men have a permit.",
    ),
    "term": (
        "near: [dprk.demonym, {term: {en: {nouns: [tailor]}, ko: [재봉사]}}]",
        "North Korean tailors.",
        "North Korean doctors.",
    ),
}


@pytest.mark.parametrize("key", FINDINGS)
def test_what_a_finding_asks_for(with_finding: Callable[[str], RuleSet], key: str) -> None:
    """Each operator and window holds on the first text and does not on the second."""
    text, holds, fails = FINDINGS[key]
    rules = with_finding(text)
    found, missed = fired(rules, holds), fired(rules, fails)
    assert found is not None, holds
    assert found.finding == "moved", holds
    assert missed is None or missed.finding != "moved", fails


def test_a_headline_is_a_window(with_finding: Callable[[str], RuleSet]) -> None:
    """`within: headline` looks at the title alone."""
    rules = with_finding("near: [dprk.demonym, labour.movement], within: headline")
    assert fired(rules, "Nothing more.", title="North Korean loggers arrive") is not None
    assert fired(rules, "North Korean loggers arrive.", title="Weather") is None


ENTITIES = {
    "list: [un]": True,
    "list: [ofac]": False,
    "topic: [sanction]": True,
    "topic: [role.pep]": False,
    "programme: [UN-SC1718]": True,
    "programme: [UN-SC1970]": False,
    "schema: [Company]": True,
    "schema: [Vessel]": False,
    "country: [RU]": False,
    "min_score: 0.95": True,
    "min_score: 0.995": False,
}


@pytest.mark.parametrize(("condition", "holds"), ENTITIES.items())
def test_what_a_party_must_be(with_finding: Callable[[str], RuleSet], condition: str, holds: bool) -> None:
    """Each condition on a listed party takes or leaves a company on the UN list under UN-SC1718."""
    rules = with_finding(f"near: [{{entity: {{{condition}}}}}, labour.movement]")
    assert (fired(rules, "Harvest Ltd. sent a crew.", parties=("Harvest Ltd",)) is not None) is holds


ROLES = [
    ("Harvest Ltd sent a crew.", "actor"),
    ("A crew was sent by Harvest Ltd.", "actor"),
    ("A crew was sent to Harvest Ltd.", "object"),
    ("The ministry sent Harvest Ltd a crew.", "object"),
    ("Harvest Ltd was sent a crew by the ministry.", "object"),
]


@pytest.mark.parametrize(("text", "role"), ROLES)
def test_who_acts(with_finding: Callable[[str], RuleSet], text: str, role: str) -> None:
    """`role` tells who sends from who is sent to, by word order, prepositions and the passive."""
    for asked in ("actor", "object", "any"):
        rules = with_finding(f"near: [{{entity: {{role: {asked}}}}}, labour.movement]")
        assert (fired(rules, text, parties=("Harvest Ltd",)) is not None) is (asked in (role, "any")), asked


SCOPES = {
    "scope: sentence, term: frame.fiction, reason: r": (f"{WORKERS[:-1]} in a film.", f"{WORKERS} It is a film."),
    "scope: paragraph, term: frame.fiction, reason: r": (f"{WORKERS} It is a film.", f"{WORKERS}\n\nIt is a film."),
    "scope: article, term: frame.fiction, reason: r": (f"{WORKERS}\n\nIt is a film.", WORKERS),
    "absent: true, term: frame.fiction, reason: r": (WORKERS, f"{WORKERS[:-1]} in a film."),
    "said_by: anonymous, reason: r": (f"A source said: {WORKERS}", f"The ministry said: {WORKERS}"),
    "said_by: official, reason: r": (f"The ministry said: {WORKERS}", f"A source said: {WORKERS}"),
    "said_by: unknown, reason: r": (WORKERS, f"The ministry said: {WORKERS}"),
    "near: [labour.worker, law.un], within: sentence, scope: article, reason: r": (
        f"{WORKERS} The United Nations knows of loggers.",
        f"{WORKERS} The United Nations knows.",
    ),
}


@pytest.mark.parametrize("text", SCOPES)
def test_what_moves_the_points(with_adjust: Callable[[str], RuleSet], text: str) -> None:
    """Each scope and condition of an adjustment adds its points to the first text and not to the second."""
    rules = with_adjust(text)
    holds, fails = SCOPES[text]
    assert factors(fired(rules, holds)).get("film") == 7, holds
    assert "film" not in factors(fired(rules, fails)), fails


def test_an_article_without_a_headline_lacks_nothing_in_it(with_adjust: Callable[[str], RuleSet]) -> None:
    """`absent` in the headline holds only where there is a headline to look in."""
    rules = with_adjust("absent: true, scope: headline, term: frame.fiction, reason: r")
    assert "film" not in factors(fired(rules, WORKERS))


def test_of_a_group_the_strongest_counts(changed: Changed, build_rules: Build) -> None:
    """Two adjustments of one group that both hold add the points of the stronger."""
    rules = build_rules(
        changed(
            RULE,
            FILM,
            "  - {id: film, term: dprk.demonym, points: 2, group: g, reason: a}\n"
            "  - {id: more, term: labour.worker, points: 5, group: g, reason: b}",
        )
    )
    told = factors(fired(rules, WORKERS))
    assert told["more"] == 5
    assert "film" not in told


def test_further_sentences_corroborate(small: RuleSet) -> None:
    """A further sentence that holds by itself adds two points, at most two of them count."""
    more = " Then 40 North Korean workers arrived in Qatar."
    one, two, five = (fired(small, WORKERS + more * count) for count in (0, 1, 4))
    assert [one.points if one else 0, two.points if two else 0] == [
        factors(one)["moved"] + factors(one)["prior"] + 3,
        factors(one)["moved"] + factors(one)["prior"] + 5,
    ]
    assert five is not None
    assert sum(factor.id == "corroboration" for factor in five.factors) == 2


def test_a_threshold_is_that_of_the_day(small: RuleSet) -> None:
    """200 people are many by the threshold of 2019 and few by that of 2020."""
    text = "In {} around 200 North Korean workers arrived in Vladivostok."
    assert "many" in factors(fired(small, text.format("March 2019")))
    assert "many" not in factors(fired(small, text.format("March 2021")))


def test_the_date_of_the_article_can_count(changed: Changed, build_rules: Build) -> None:
    """With `date_of: article` a date in the sentence does not decide which law was in force."""
    text = "In March 2018 North Korean workers arrived in Vladivostok."
    by_event = fired(build_rules(changed(RULE, "title:", "date_of: event\ntitle:")), text)
    by_article = fired(build_rules(changed(RULE, "title:", "date_of: article\ntitle:")), text)
    assert by_event is not None
    assert by_article is not None
    assert [row.in_force for row in by_event.law] == ["yes", "no"]
    assert [row.in_force for row in by_article.law] == ["yes", "yes"]


def test_a_deprecated_rule_names_its_heir(changed: Changed, build_rules: Build) -> None:
    """Every hit of it says that it is on its way out, and what takes its place."""
    heir = "related: [{type: replaced-by, rule: un-dprk/it-workers}]\nstatus: deprecated"
    verdict = fired(build_rules(changed(RULE, "status: experimental", heir)), WORKERS)
    assert verdict is not None
    assert "this rule is deprecated; replaced by un-dprk/it-workers" in verdict.notes


def test_the_most_points_are_a_cap(changed: Changed, build_rules: Build) -> None:
    """`max` takes off what goes beyond it, as a factor of its own."""
    verdict = fired(build_rules(changed(RULE, "alert: 3}", "alert: 3, max: 4}")), WORKERS)
    assert verdict is not None
    assert verdict.points == 4
    assert factors(verdict)["max"] < 0


def test_a_finding_can_be_suppressed(changed: Changed, build_rules: Build) -> None:
    """`suppress_if`: a finding whose sentence holds it is none."""
    rules = build_rules(changed(RULE, "exempt:", "suppress_if: [frame.fiction]\nexempt:"))
    assert fired(rules, f"{WORKERS[:-1]} in a film.") is None
    assert fired(rules, f"{WORKERS} It is a film.") is not None
