"""A screener without rules, for tests of what happens around screening.

An article that says `workers` hits one rule at 20 points, one that says `maybe` at 8; `Kim Jong-un` is on a list.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from service.clock import utc_now
from service.model.article import Article
from service.model.entity import Entity, Name, Watchlist
from service.model.evidence import Factor, Span
from service.model.law import LawRow
from service.model.mention import Candidate, Mention
from service.model.screening import Hit, Provenance, Screening
from service.settings import Settings
from service.wiring import Service, assemble

RULE = "un-dprk/overseas-workers"
KIM = Entity(id="un-KPi.001", list="un", schema="Person", names=(Name("KIM JONG UN"),), programmes=("UN-SC1718",))
PROVENANCE = Provenance(
    engine_version="0.1.0",
    rules_sha256="a" * 64,
    rules=((RULE, "1.0.0", "b" * 64, "stable"),),
    lists=(("un", "c" * 12, "c" * 64, "2024-03-18"),),
)
BLOBS = {"rules/un-dprk/overseas-workers.yaml": b"rule: here", "lists/un": b"{}"}


@dataclass(frozen=True)
class StandInSnapshot:
    """A snapshot that names nothing real."""

    sha256: str = "d" * 64
    provenance: Provenance = PROVENANCE
    watchlists: tuple[Watchlist, ...] = (Watchlist("un", (KIM,), "c" * 64),)


@dataclass(frozen=True)
class StandInScreener:
    """Screens by two words."""

    snapshot: StandInSnapshot = field(default_factory=StandInSnapshot)

    def screen(self, article: Article) -> Screening:
        """One hit for `workers` or `maybe`, one mention for `Kim Jong-un`."""
        kim = find(article, "Kim Jong-un")
        entities = () if kim is None and "workers" not in article.text else (KIM.id,)
        hits = tuple(
            make_hit(span, points, entities)
            for word, points in (("workers", 20), ("maybe", 8))
            if (span := find(article, word)) is not None
        )
        mentions = () if kim is None else (make_mention(kim),)
        return Screening(article, self.snapshot.sha256, self.snapshot.provenance, hits, mentions)


def find(article: Article, word: str) -> Span | None:
    """The first place of a word in the text."""
    start = article.text.find(word)
    return None if start < 0 else Span("text", start, start + len(word), word)


def make_hit(span: Span, points: int, entities: tuple[str, ...] = (KIM.id,)) -> Hit:
    """A hit of that many points."""
    return Hit(
        rule_id=RULE if points >= 12 else "un-dprk/luxury-goods",
        rule_version="1.0.0",
        rule_status="stable",
        title="DPRK workers abroad",
        tags=("measure.dprk-workers",),
        band="alert" if points >= 12 else "review",
        severity="high" if points >= 12 else "low",
        points=points,
        factors=(
            Factor("prior", -10, "before any evidence"),
            Factor("find", points + 10, "the words stand here", (span,)),
        ),
        evidence=(span,),
        law=(LawRow("un-1718/workers", "UNSCR 2397 (2017)", "8", "send workers home", "2017-12-22"),),
        entity_ids=entities,
    )


def make_mention(span: Span) -> Mention:
    """A mention of the listed person."""
    factors = (Factor("name", 20, "the same words", (span,)),)
    return Mention(span, (Candidate(KIM, KIM.names[0], 0.99, factors, "the same name"),))


def stand_in_service(database: str | Path, **given: object) -> Service:
    """A Service over a database that screens by two words."""
    return assemble(Settings(database=str(database)), StandInScreener(), BLOBS, **{"clock": utc_now, **given})


def article(number: int = 1, text: str | None = None, **given: str) -> Article:
    """An article that hits, numbered; another number tells another story."""
    if text is None:
        words = " ".join(f"{word}{number}" for word in ("Alpha", "Beta", "Gamma", "Delta", "Eta", "Zeta"))
        text = f"About {300 + number} workers met Kim Jong-un. They told {words}."
    fields = {"title": f"Story {number}", "id": f"a-{number}", "published": "2024-03-19", "source": "Courier"}
    return Article(text, **{**fields, **given})
