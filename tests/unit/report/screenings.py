"""A screening of a made-up article, as the JSON that reports are made from."""

from __future__ import annotations

from typing import Any

from service.model.article import Article
from service.model.entity import Entity, Identifier, Name
from service.model.evidence import Factor, Span
from service.model.law import LawRow, Reading
from service.model.mention import Candidate, Mention, Qualifier
from service.model.screening import Hit, Provenance, Screening, StanceMark

TEXT = (
    "VLADIVOSTOK, Feb. 6 (Coast Wire) - Some 40 people presumed to be North Korean workers arrived at a sawmill near "
    "Vladivostok on Monday, a port clerk said.\n\n"
    "The mill belongs to a firm of Pak Chol Su, who did not answer. Pak's office was closed.\n\n"
    "Sending North Korean workers abroad is banned under U.N. resolutions."
)
ARTICLE = Article(
    text=TEXT,
    title="Sawmill takes in workers from the North",
    id="coast-1",
    published="2024-02-06",
    language="en",
    url="https://news.example.org/coast-1",
    source="Coast Wire",
)


def span(words: str, *, nth: int = 0) -> Span:
    """The nth place of some words in the text."""
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(words, start + 1)
    return Span("text", start, start + len(words), words)


def hit() -> Hit:
    """A hit with every part that a report shows."""
    sentence = TEXT[: TEXT.index("\n")]
    stance = span("presumed to be")
    return Hit(
        rule_id="un-dprk/overseas-workers",
        rule_version="1.0.0",
        rule_status="experimental",
        title="DPRK nationals sent abroad or employed abroad to earn income",
        tags=("regime.un-1718", "measure.dprk-workers"),
        band="alert",
        severity="high",
        points=11,
        factors=(
            Factor("prior", -20, "how rare such reports are among all news"),
            Factor(
                "arrived-or-sent",
                26,
                "DPRK workers are reported moving to or arriving in Vladivostok",
                (span("North Korean workers"), span("arrived"), span("near Vladivostok")),
            ),
            Factor("headcount", 3, "a head-count is given (40)", (span("Some 40 people"),)),
            Factor("hedged", -2, "the source is not certain", (stance,)),
            Factor(
                "ban-mentioned", 4, "the article ties the work to a UN ban", (span("banned under U.N. resolutions"),)
            ),
        ),
        evidence=(span(sentence),),
        law=(
            LawRow(
                "un-1718/workers-2397-8",
                "S/RES/2397 (2017)",
                "8",
                "DPRK nationals earning income abroad had to be sent home",
                "2019-12-22",
                in_force="yes",
                on="2024-02-05",
                note="paragraph number not verified",
            ),
            LawRow(
                "un-1718/workers-2371-11",
                "S/RES/2371 (2017)",
                "11",
                "no more permits than before",
                "2017-08-05",
                reading=Reading("official-summary", "https://press.un.example/sc1", "2026-11-24"),
            ),
        ),
        stance=(StanceMark("hedged", -2, stance),),
        not_met=("employed: no words for earning a wage stand beside the workers",),
        notes=("the rule is experimental",),
        said_by="anonymous",
        review_from=-5,
        alert_from=3,
    )


def mention() -> Mention:
    """A party whose name stands twice in the article."""
    entity = Entity(
        id="own-7",
        list="own",
        schema="Person",
        names=(Name("PAK, Chol-su"), Name("Park Chul Soo", "alias")),
        programmes=("UN-SC1718",),
        countries=("KP",),
        birth_dates=("1961-04",),
        positions=("Director",),
        identifiers=(Identifier("passport", "654310001", "KP"),),
        listed_on="2017-06-02",
        source_ref="KPi.999",
    )
    return Mention(
        span("Pak Chol Su"),
        (
            Candidate(
                entity,
                entity.names[0],
                0.9901,
                (Factor("all-parts", 20, "all parts of the name agree", (span("Pak Chol Su"),)),),
                "The article writes the listed name with its parts in the same order.",
                (Qualifier("nationality", None, "KP", "unknown"), Qualifier("role", "owner", "Director", "conflict")),
            ),
        ),
        (span("Pak's"),),
    )


def screening(**changes: Any) -> dict[str, Any]:
    """The `screening/1` object; `changes` replace its parts."""
    parts: dict[str, Any] = {
        "article": ARTICLE,
        "snapshot": "5" * 64,
        "provenance": Provenance(
            "0.1.0",
            "a" * 64,
            (("un-dprk/overseas-workers", "1.0.0", "b" * 64, "experimental"),),
            (("own", "cccccccccccc", "c" * 64, "2024-01-15"),),
        ),
        "hits": (hit(),),
        "mentions": (mention(),),
    }
    return Screening(**{**parts, **changes}).as_dict()
