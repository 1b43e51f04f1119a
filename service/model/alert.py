"""The alert: what a human must decide, as the `alert/1` object.

An alert is told from the screenings of its articles; nothing in it is said that a screening does not say. Fields whose
feature an installation does not use are absent.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from service.model.listings import Listings
from service.model.summary import reason, write_summary

ALERT_SCHEMA = "alert/1"
STALE_HOURS = 48
UNCONFIRMED = "the store does not answer: ages go by the dates of the lists, not by when publishers were last asked"
"""A list older than this is out of date: the alert, the desk and `/health/ready` say so."""
_REMEDY = "`flagstaff lists refresh {}` asks its publisher for a newer one, `flagstaff lists import FILE` takes a file"

REPEAT = "repeat"
WHY_NOW = ("new_story", "new_entity", "new_rule", "severity_up", "list_change", "rule_change", "correction", REPEAT)
"""Why an article makes or changes an alert; `repeat` tells nothing new."""
SEVERITIES = ("low", "medium", "high", "critical")
"""In rising order."""

Document = dict[str, Any]
"""A JSON object."""


@dataclass(frozen=True, slots=True)
class StoryArticle:
    """An article of an alert: its `screening/1` object, when it arrived (ISO 8601), and why it joined."""

    screening: Document
    received_at: str
    why_now: str = "new_story"
    revision: int = 1
    tie: tuple[str | None, int | None, str | None] = (None, None, None)
    """Which article it copies, per cent shared with the article that tied it to the story, and why in words."""

    @property
    def id(self) -> str:
        """The article's id."""
        return str(self.screening["article"]["id"])

    @property
    def language(self) -> str | None:
        """The language as given, else as told from the words; None where neither says."""
        told = self.screening["article"]["language"] or self.screening.get("language")
        return None if told in (None, "und") else str(told)


@dataclass(frozen=True, slots=True)
class Strength:
    """How heavy an alert is: the strongest of its hits decides."""

    band: str
    severity: str
    points: int
    regime: str


def strength(articles: Sequence[StoryArticle]) -> Strength:
    """The band, severity, points and regime that an alert takes from its hits."""
    hits = [hit for article in articles for hit in article.screening["hits"]]
    first = max(hits, key=_rank)
    severity = max((hit["severity"] for hit in hits), key=SEVERITIES.index)
    return Strength(first["band"], severity, first["points"], str(first["rule_id"]).partition("/")[0])


def why_joined(articles: Sequence[StoryArticle], screening: Document) -> str:
    """What a later article adds to a story: a rule, a listed party in the evidence, more weight, or nothing new."""
    told = [hit for article in articles for hit in article.screening["hits"]]
    if {hit["rule_id"] for hit in screening["hits"]} - {hit["rule_id"] for hit in told}:
        return "new_rule"
    same = Listings([*(article.screening for article in articles), screening])
    known = {same.key(entity) for hit in told for entity in hit["entity_ids"]}
    if {same.key(entity) for hit in screening["hits"] for entity in hit["entity_ids"]} - known:
        return "new_entity"
    before, after = strength(articles), strength([StoryArticle(screening, "")])
    weights = [(part.band == "alert", SEVERITIES.index(part.severity)) for part in (before, after)]
    return "severity_up" if weights[1] > weights[0] else REPEAT


def why_now(articles: Sequence[StoryArticle]) -> str:
    """Why an alert deserves a look now: what last told anything new."""
    return next((article.why_now for article in reversed(articles) if article.why_now != REPEAT), "new_story")


def priority(articles: Sequence[StoryArticle]) -> list[Document]:
    """What makes an alert urgent, as parts that add up: its points, its severity, its parties, its sources."""
    weight = strength(articles)
    parts = [{"id": "points", "points": weight.points, "reason": "points of its strongest hit"}]
    grade = 5 * SEVERITIES.index(weight.severity)
    if grade:
        parts.append({"id": "severity", "points": grade, "reason": f"severity {weight.severity}"})
    if any(party["mention"]["role"] == "takes_part" for party in parties(articles)):
        parts.append({"id": "party", "points": 5, "reason": "a listed party stands in the evidence"})
    sources = {article.screening["article"]["source"] for article in articles} - {None}
    if len(sources) > 1:
        parts.append({"id": "sources", "points": 3, "reason": f"told by {len(sources)} sources"})
    return parts


def summary(articles: Sequence[StoryArticle]) -> str:
    """One sentence that a manager can read: what, the words that prove it, where and when, and who."""
    article, hit = max(
        ((article, hit) for article in articles for hit in article.screening["hits"]), key=lambda pair: _rank(pair[1])
    )
    told = article.screening["article"]
    words = hit["evidence"][0]["text"] if hit["evidence"] else told["title"]
    source = told["source"] or _host(told["url"]) or "unnamed source"
    when = (told["published"] or "")[:10] or "date unknown"
    names = list(dict.fromkeys(party["candidates"][0]["primary_name"] for party in parties(articles)))
    return write_summary(reason(hit), words, f"{source}, {when}", names)


def hits(articles: Sequence[StoryArticle]) -> list[Document]:
    """One hit a rule: its strongest telling, with the articles that tell it too; strongest rule first."""
    best: dict[str, tuple[StoryArticle, Document]] = {}
    told_by: dict[str, list[str]] = {}
    for article in articles:
        for hit in article.screening["hits"]:
            rule = hit["rule_id"]
            told_by.setdefault(rule, []).append(article.id)
            if rule not in best or _rank(hit) > _rank(best[rule][1]):
                best[rule] = (article, hit)
    ordered = sorted(best.values(), key=lambda pair: (_rank(pair[1]), pair[1]["rule_id"]), reverse=True)
    return [_told_hit(article, hit, told_by[hit["rule_id"]]) for article, hit in ordered]


def parties(articles: Sequence[StoryArticle]) -> list[Document]:
    """The listed parties: each once, with every place that names it and every list entry it has; those in a finding
    come first."""
    found: dict[str, Document] = {}
    same = Listings(article.screening for article in articles)
    for article in articles:
        active = {entity for hit in article.screening["hits"] for entity in hit["entity_ids"]}
        for mention in article.screening["mentions"]:
            candidates = placed(mention["candidates"], article.id)
            key = same.key(candidates[0]["entity_id"])
            takes_part = any(candidate["entity_id"] in active for candidate in candidates)
            words = {name: mention[name] for name in ("field", "start", "end", "text")}
            spans = placed([words, *mention["coreferences"]], article.id)
            if key not in found:
                shown = {"text": mention["text"], "spans": [], "type": candidates[0]["schema"], "role": "beside_hit"}
                found[key] = {"mention": shown, "candidates": candidates}
            known = {candidate["entity_id"] for candidate in found[key]["candidates"]}
            found[key]["candidates"] += [
                one for one in candidates if one["entity_id"] not in known and same.key(one["entity_id"]) == key
            ]
            found[key]["mention"]["spans"].extend(spans)
            if takes_part:
                found[key]["mention"]["role"] = "takes_part"
    for key, party in found.items():
        party["listings"] = same.of(key, party["candidates"])
    return sorted(found.values(), key=lambda party: party["mention"]["role"] != "takes_part")


def story_articles(articles: Sequence[StoryArticle]) -> list[Document]:
    """The articles as the alert lists them; their text stays in `/v1/articles/{id}`."""
    return [
        {
            "id": article.id,
            "revision": article.revision,
            "title": told["title"],
            "url": told["url"],
            "source": {"name": told["source"]},
            "language": article.language,
            "published_at": told["published"],
            "received_at": article.received_at,
            "sha256": told["sha256"],
            "why_now": article.why_now,
            "duplicate_of": article.tie[0],
            "similarity": article.tie[1],
            "joined_because": article.tie[2],
        }
        for article in articles
        for told in (article.screening["article"],)
    ]


def provenance(articles: Sequence[StoryArticle], *, now: datetime, confirmed: Mapping[str, str]) -> Document:
    """Versions and hashes behind the newest screening; the lists with their age at `now`, as `freshness` says it."""
    screening = articles[-1].screening
    said = screening["provenance"]
    return {
        "engine_version": said["engine_version"],
        "snapshot": screening["snapshot"],
        "rules_sha256": said["rules_sha256"],
        "limits_reached": said["limits_reached"],
        **freshness(said["lists"], now=now, confirmed=confirmed),
    }


def freshness(lists: Sequence[Document], *, now: datetime, confirmed: Mapping[str, str] | None) -> Document:
    """The lists with their age at `now`, and a sentence for each that is out of date: told at the door only.

    `confirmed`: sha256 of a version -> when its publisher was last seen to have nothing newer (ISO 8601); None when
    that cannot be read now.
    """
    rows = [aged(row, now=now, confirmed=confirmed or {}) for row in lists]
    unknown = [UNCONFIRMED] if confirmed is None else []
    stale_ones = [told for row in rows if (told := stale(row["name"], row["age_hours"]))]
    return {"lists": rows, "degraded": [*unknown, *stale_ones]}


def aged(row: Document, *, now: datetime, confirmed: Mapping[str, str]) -> Document:
    """A list with its age in hours: since its date, or since its publisher had nothing newer if that is later."""
    ages = [age_hours(row["list_date"], now=now)]
    if checked := confirmed.get(row["sha256"]):
        ages.append(max(0, int((now - datetime.fromisoformat(checked)).total_seconds() // 3600)))
    known = [hours for hours in ages if hours is not None]
    return {**row, "age_hours": min(known, default=None), "checked_at": checked}


def age_hours(list_date: str | None, *, now: datetime) -> int | None:
    """Whole hours since a list's date (midnight UTC); None where the list gives no date.

    A list dated by its month or year alone counts from the first day of it: rather too old than too fresh.
    """
    if not list_date:
        return None
    first_day = f"{list_date[:10]}-01-01"[:10] if len(list_date) < 7 else f"{list_date[:10]}-01"[:10]
    midnight = datetime.combine(date.fromisoformat(first_day), datetime.min.time(), UTC)
    return max(0, int((now - midnight).total_seconds() // 3600))


def stale(name: str, hours: int | None) -> str | None:
    """A sentence when a list is too old, None when it is fresh or undated."""
    if hours is None or hours <= STALE_HOURS:
        return None
    age = f"{hours} hours" if hours < 4 * 24 else f"{hours // 24} days"
    return f"list {name} is {age} old (limit {STALE_HOURS} hours); {_REMEDY.format(name)}"


def facets(articles: Sequence[StoryArticle]) -> set[tuple[str, str]]:
    """What the alert can be filtered by, as (kind, value)."""
    found: set[tuple[str, str]] = set()
    for article in articles:
        told = article.screening["article"]
        if told["source"]:
            found.add(("source", told["source"]))
        if article.language:
            found.add(("language", article.language))
        for hit in article.screening["hits"]:
            found.update([("rule", hit["rule_id"]), ("regime", hit["rule_id"].partition("/")[0])])
            found.update(("tag", tag) for tag in hit["tags"])
        for mention in article.screening["mentions"]:
            for candidate in mention["candidates"]:
                found.update([("list", candidate["list"]), ("entity", candidate["entity_id"])])
        for party in article.screening.get("same_party", ()):
            for entry in party["entries"]:
                found.update([("list", entry["list"]), ("entity", entry["entity_id"])])
    return found


def search_words(articles: Sequence[StoryArticle], summary: str) -> str:
    """What a search in the queue looks in, case-folded: summary, titles, listed names, names as written."""
    titles = [str(article.screening["article"]["title"]) for article in articles]
    mentions = [mention for article in articles for mention in article.screening["mentions"]]
    names = [candidate["primary_name"] for mention in mentions for candidate in mention["candidates"]]
    written = [mention["text"] for mention in mentions]
    return "\n".join(dict.fromkeys([summary, *titles, *names, *written])).casefold()


def _told_hit(article: StoryArticle, hit: Document, told_by: list[str]) -> Document:
    """A hit with the article that its offsets belong to."""
    rules = {row["id"]: row["sha256"] for row in article.screening["provenance"]["rules"]}
    return {
        **placed(hit, article.id),
        "rule_sha256": rules.get(hit["rule_id"]),
        "article_id": article.id,
        "told_by": list(dict.fromkeys(told_by)),
    }


def placed(value: Any, article_id: str) -> Any:
    """A JSON value in which every span says which article it is in."""
    if isinstance(value, list):
        return [placed(item, article_id) for item in value]
    if isinstance(value, dict):
        inside = {name: placed(item, article_id) for name, item in value.items()}
        return {"article_id": article_id, **inside} if "start" in inside and "field" in inside else inside
    return value


def _rank(hit: Document) -> tuple[bool, int]:
    """What makes one hit stronger than another: its band, then its points."""
    return hit["band"] == "alert", hit["points"]


def _host(url: str | None) -> str | None:
    """The host of a URL, for want of a source's name."""
    return url.partition("://")[2].partition("/")[0] or None if url else None
