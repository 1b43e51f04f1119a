"""What a dossier shows, put together from a `screening/1` or an `alert/1` object: plain values for a template."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from service.model.alert import StoryArticle, parties
from service.report.highlights import Highlights, Words
from service.report.marks import KIND_NAMES, Kind, Note, Piece, paragraphs

Json = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class FactorView:
    """One row of a points table."""

    number: int
    id: str
    points: int
    reason: str
    words: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class HitView:
    """One rule that fired."""

    number: int
    data: Json
    factors: tuple[FactorView, ...]
    evidence: tuple[Words, ...]
    stance: tuple[tuple[Json, Words], ...]
    review_from: int | None
    alert_from: int | None
    parties: tuple[str, ...]
    """Primary names of the listed parties that stand in the evidence."""

    @property
    def sum(self) -> int:
        """What the rows shown add up to."""
        return sum(factor.points for factor in self.factors)


@dataclass(frozen=True, slots=True)
class PartyView:
    """One listed party, or several namesakes, under the words that may name it."""

    label: str
    text: str
    words: tuple[Words, ...]
    candidates: tuple[Json, ...]
    in_evidence: bool
    listings: tuple[Json, ...] = ()
    """All its entries on the lists, those included that the article does not name."""


@dataclass(frozen=True, slots=True)
class ArticleView:
    """One article with its highlights."""

    data: Json
    title: list[list[Piece]]
    text: list[list[Piece]]


@dataclass(frozen=True, slots=True)
class Dossier:
    """Everything on the page of one alert."""

    band: str
    hits: tuple[HitView, ...]
    parties: tuple[PartyView, ...]
    articles: tuple[ArticleView, ...]
    legend: tuple[tuple[Kind, str], ...]
    provenance: Json
    snapshot: str
    alert: Json
    """The alert's own fields; empty for a screening that is not kept."""


def view_screening(screening: Json) -> Dossier:
    """The dossier of one screening."""
    return _dossier(
        hits=screening.get("hits", ()),
        mentions=_mentions(parties([StoryArticle(dict(screening), "")])),
        articles=[screening["article"]],
        alert={"id": screening["alert_id"]} if screening.get("alert_id") else {},
        provenance={**screening.get("provenance", {}), "snapshot": screening.get("snapshot", "")},
    )


def view_alert(alert: Json, articles: Sequence[Json]) -> Dossier:
    """The dossier of one alert; `articles` are those of its story, with their text, the proving one first."""
    return _dossier(
        hits=alert.get("hits", ()),
        mentions=_mentions(alert.get("parties", ())),
        articles=articles,
        alert=alert,
        provenance=alert.get("provenance", {}),
    )


def _mentions(found: Sequence[Json]) -> list[Json]:
    """The parties of an alert, flat."""
    return [
        {
            "text": party["mention"]["text"],
            "spans": party["mention"].get("spans", ()),
            "candidates": party.get("candidates", ()),
            "takes_part": party["mention"].get("role") == "takes_part",
            "listings": party.get("listings", ()),
        }
        for party in found
    ]


def _dossier(
    *, hits: Sequence[Json], mentions: Sequence[Json], articles: Sequence[Json], alert: Json, provenance: Json
) -> Dossier:
    """Number the factors, collect the highlights, then cut the articles up by them."""
    highlights = Highlights(tuple(str(article["id"]) for article in articles))
    in_evidence = {entity for hit in hits for entity in hit.get("entity_ids", ())}
    in_evidence |= _named_in_evidence(hits, mentions, str(articles[0]["id"]))
    shown = _parties(mentions, highlights, in_evidence)
    hit_views = _hits(hits, shown, highlights)
    return Dossier(
        band=str(alert.get("band") or (hits[0]["band"] if hits else "none")),
        hits=hit_views,
        parties=shown,
        articles=tuple(_article(article, highlights) for article in articles),
        legend=tuple((kind, KIND_NAMES[kind]) for kind in highlights.kinds()),
        provenance=provenance,
        snapshot=str(provenance.get("snapshot") or ""),
        alert=alert,
    )


def _named_in_evidence(hits: Sequence[Json], mentions: Sequence[Json], home: str) -> set[str]:
    """The entries whose names stand in a quoted sentence, whether or not the rule asks for a party.

    `home` is the article of spans that name none.
    """
    quoted = [
        (span.get("article_id") or hit.get("article_id") or home, span["field"], span["start"], span["end"])
        for hit in hits
        for span in hit.get("evidence", ())
    ]
    return {
        str(candidate["entity_id"])
        for mention in mentions
        for span in mention["spans"]
        for article, field, start, end in quoted
        if (span.get("article_id") or home, span["field"]) == (article, field)
        and start <= span["start"]
        and span["end"] <= end
        for candidate in mention["candidates"]
    }


def _article(article: Json, highlights: Highlights) -> ArticleView:
    identity = str(article["id"])
    return ArticleView(
        data=article,
        title=paragraphs(str(article.get("title") or ""), highlights.marks(identity, "title")),
        text=paragraphs(str(article.get("text") or ""), highlights.marks(identity, "text")),
    )


def _parties(mentions: Sequence[Json], highlights: Highlights, in_evidence: set[str]) -> tuple[PartyView, ...]:
    """Mentions of the same entities are one party; those in the evidence come first."""
    groups: dict[tuple[str, ...], list[Json]] = {}
    for mention in mentions:
        key = tuple(str(candidate["entity_id"]) for candidate in mention["candidates"])
        groups.setdefault(key, []).append(mention)
    ordered = sorted(groups.items(), key=lambda item: not in_evidence.intersection(item[0]))
    views = []
    for index, (ids, group) in enumerate(ordered, start=1):
        note = Note(f"P{index}", f"p-{index}")
        views.append(
            PartyView(
                label=note.label,
                text=str(group[0]["text"]),
                words=tuple(highlights.add(span, "party", note) for mention in group for span in mention["spans"]),
                candidates=tuple(group[0]["candidates"]),
                in_evidence=bool(in_evidence.intersection(ids)) or any(m.get("takes_part") for m in group),
                listings=tuple(group[0]["listings"]),
            )
        )
    return tuple(views)


def _hits(hits: Sequence[Json], parties: Sequence[PartyView], highlights: Highlights) -> tuple[HitView, ...]:
    """Hits with their factors numbered through; spans without an article's id are of the article that the hit names."""
    views: list[HitView] = []
    number = 0
    names = {str(c["entity_id"]): str(c["primary_name"]) for party in parties for c in party.candidates}
    for index, hit in enumerate(hits, start=1):
        home = {"article_id": hit.get("article_id")}
        evidence = tuple(
            highlights.add({**home, **span}, "detail" if at else "sentence")
            for at, span in enumerate(hit.get("evidence", ()))
        )
        factors = []
        for factor in hit["factors"]:
            number += 1
            factors.append(_factor(factor, number, home, highlights))
        thresholds = hit.get("thresholds") or {}
        views.append(
            HitView(
                number=index,
                data=hit,
                factors=tuple(factors),
                evidence=evidence,
                stance=tuple(
                    (mark, highlights.add({**home, **mark["span"]}, "stance")) for mark in hit.get("stance", ())
                ),
                review_from=thresholds.get("review"),
                alert_from=thresholds.get("alert"),
                parties=tuple(dict.fromkeys(names.get(str(e), str(e)) for e in hit.get("entity_ids", ()))),
            )
        )
    return tuple(views)


def _factor(factor: Json, number: int, home: Json, highlights: Highlights) -> FactorView:
    note = Note(str(number), f"f-{number}")
    return FactorView(
        number=number,
        id=str(factor["id"]),
        points=int(factor["points"]),
        reason=str(factor["reason"]),
        words=tuple(highlights.add({**home, **span}, "words", note) for span in factor.get("spans", ())),
    )
