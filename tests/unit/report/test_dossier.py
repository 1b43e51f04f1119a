"""The HTML page of an alert or a screening."""

from __future__ import annotations

import re
from html import unescape
from html.parser import HTMLParser
from typing import Any

import pytest

from service.model.article import Article
from service.report.dossier import render_alert_html, render_index_html, render_screening_html
from service.samples import load_samples
from tests.unit.report.screenings import ARTICLE, TEXT, hit, mention, screening

VOID = {"meta", "br", "link", "img", "rect", "path", "input", "hr"}


class Page(HTMLParser):
    """The elements of a page: ids, links, tags, and whether every tag is closed."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.attributes: list[tuple[str, str, str]] = []
        self.open: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep what the tag carries."""
        if tag not in VOID:
            self.open.append(tag)
        for name, value in attrs:
            self.attributes.append((tag, name, value or ""))
            if name == "id":
                self.ids.append(value or "")
            if name == "href" and tag != "link":
                self.links.append(value or "")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A tag that closes itself."""
        assert tag in VOID
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        """Tags close in the order in which they were opened."""
        assert self.open, f"</{tag}> closes nothing"
        assert self.open.pop() == tag


def text_of(html: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html))


def alert(**changes: Any) -> dict[str, Any]:
    """The `alert/1` form of the same facts."""
    source = screening()
    found = mention().as_dict()
    return {
        "schema": "alert/1",
        "id": "a-17",
        "state": "new",
        "band": "alert",
        "severity": "high",
        "points": 11,
        "summary": "Forty workers reached a mill.",
        "why_now": "new_story",
        "hits": source["hits"],
        "parties": [{"mention": {"text": found["text"], "spans": [found]}, "candidates": found["candidates"]}],
        "provenance": {**source["provenance"], "snapshot": source["snapshot"]},
        **changes,
    }


def test_every_link_lands_and_every_tag_closes() -> None:
    """Links from reasons to words and back all have their target; ids are not used twice."""
    page = Page(render_screening_html(screening()))
    assert not page.open
    assert len(page.ids) == len(set(page.ids))
    assert {link[1:] for link in page.links} <= set(page.ids)
    assert any(link.startswith("#w-") for link in page.links)
    assert any(link.startswith("#f-") for link in page.links)


def test_the_page_fetches_nothing_and_runs_nothing() -> None:
    """No script, no address that a browser would load, no inline handler."""
    html = render_screening_html(screening())
    page = Page(html)
    assert "<script" not in html
    assert "url(" not in html
    assert not [item for item in page.attributes if item[1] in ("src", "srcset") or item[1].startswith("on")]
    assert all(link.startswith("#") for link in page.links)


def test_the_reader_is_told_what_who_and_how_sure() -> None:
    """The headline, the points against the thresholds, the parties and the law stand on the page."""
    text = text_of(render_screening_html(screening()))
    assert "DPRK workers are reported moving to or arriving in Vladivostok." in text
    assert "add up to 11 points; the rule alerts from +3 and asks for a review from −5" in text
    assert "not in the evidence: Pak Chol Su." in text
    assert "in force on 2024-02-05" in text
    assert text.count("paragraph number not verified") == 1
    assert "paragraph read in an official summary: https://press.un.example/sc1, on 2026-11-24" in text
    assert "date unknown" in text
    assert "employed: no words for earning a wage" in text
    for fact in ("KPi.999", "1961-04", "654310001", "UN-SC1718", "conflict"):
        assert fact in text


def test_a_name_in_a_quoted_sentence_is_in_the_evidence() -> None:
    """A rule that asks for no party quotes a sentence that names one: the page does not say that it names none."""
    found = alert()
    named = TEXT.index("The mill belongs")
    found["hits"][0]["entity_ids"] = []
    found["hits"][0]["evidence"].append({"field": "text", "start": named, "end": named + 60, "text": ""})
    text = text_of(render_alert_html(found, [ARTICLE.as_dict()]))
    assert "Listed and in the evidence: Pak Chol Su." in text
    assert "not in the evidence" not in text


def test_the_points_table_adds_up() -> None:
    """The sum row shows the sum of the rows above it, and it is the hit's points."""
    html = render_screening_html(screening())
    table = re.findall(r'<td class="num">([+−]?\d+)</td>', html)
    values = [int(value.replace("−", "-")) for value in table]
    assert sum(values[:-1]) == values[-1] == hit().points


def test_the_article_stands_there_in_full() -> None:
    """Highlights add marks and numbers, and leave out no word of the article."""
    html = render_screening_html(screening())
    body = html[html.index('<div class="body">') :]
    plain = re.sub(r"<sup.*?</sup>", "", body[: body.index("</div>")])
    shown = re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", "", plain))).strip()
    assert shown == re.sub(r"\s+", " ", TEXT)


@pytest.mark.parametrize(
    "payload", ["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "{{ 7*7 }}", "</style>"]
)
def test_hostile_text_stays_text(payload: str) -> None:
    """Markup in any field of the article, the list or the rule is shown, not obeyed."""
    data = screening()

    def poison(value: Any) -> Any:
        if isinstance(value, dict):
            kept = {"field", "band", "entity_id", "id", "schema"}
            return {k: v if k in kept else poison(v) for k, v in value.items()}
        if isinstance(value, list):
            return [poison(item) for item in value]
        return value + payload if isinstance(value, str) else value

    html = render_screening_html(poison(data))
    page = Page(html)
    assert not [item for item in page.attributes if item[0] in ("script", "img") or item[1].startswith("on")]
    assert "<script" not in html
    assert "49" not in re.sub(r"#[0-9a-f]{3,6}", "", html)
    assert html.count("</style>") == 1


def test_an_alert_makes_the_same_page_with_its_own_words() -> None:
    """The alert's summary, state and reason why now are shown."""
    html = render_alert_html(alert(), [ARTICLE.as_dict()])
    text = text_of(html)
    assert "Forty workers reached a mill." in text
    assert "· new" in text
    assert "Why now: a new story" in text
    assert {link[1:] for link in Page(html).links} <= set(Page(html).ids)


def test_a_dossier_tells_the_decision_with_its_reason_and_who_made_it() -> None:
    """Events stand in their order, with reason and note; hostile notes stay words."""
    events = [
        {"at": "2024-03-19T10:00:00.000Z", "actor": "ann", "type": "alert.decide", "from": "in_review",
         "to": "closed_no_action", "note": "<b>nothing</b> to act on", "data": {"reason": "article_not_adverse"}},
    ]  # fmt: skip
    html = render_alert_html(alert(), [ARTICLE.as_dict()], history=events)
    assert "Decided: in review to closed no action (article not adverse)" in text_of(html)
    assert "&lt;b&gt;nothing&lt;/b&gt; to act on" in html
    assert "Decision and history" not in render_alert_html(alert(), [ARTICLE.as_dict()])


def test_an_alert_with_the_least_fields_still_renders() -> None:
    """Fields that an alert does not carry are left out without an error."""
    hits = [{k: v for k, v in hit().as_dict().items() if k in {
        "rule_id", "rule_version", "title", "band", "severity", "points", "factors"}}]  # fmt: skip
    html = render_alert_html({"id": "a-1", "band": "review", "hits": hits}, [ARTICLE.as_dict()])
    assert "For review" in html


def test_factors_of_a_hit_are_marked_in_the_article_that_the_hit_names() -> None:
    """Where a later article tells a rule best, the words that count are looked for there."""
    earlier = Article(text=TEXT[:20] + " was said before.", id="early-1", published="2024-02-01")
    data = alert()
    data["hits"] = [{**found, "article_id": "coast-1"} for found in data["hits"]]
    html = render_alert_html(data, [earlier.as_dict(), ARTICLE.as_dict()])
    assert re.search(r'<mark class="k-words "[^>]*>Some 40 people</mark>', html)


def test_a_span_of_another_article_of_the_story_is_marked_there() -> None:
    """Spans carry their article's id; the right text is marked."""
    other = Article(text="Unlike words.", id="other-1", published="2024-02-07")
    data = alert()
    for party in data["parties"]:
        party["mention"]["spans"] = [{"article_id": "other-1", "field": "text", "start": 0, "end": 6, "text": "Unlike"}]
    html = render_alert_html(data, [ARTICLE.as_dict(), other.as_dict()])
    assert re.search(r'<mark class="k-party "[^>]*>Unlike</mark>', html)


@pytest.mark.parametrize("article", load_samples(), ids=lambda article: str(article.id))
def test_an_article_without_hits_has_a_page_too(article: Article) -> None:
    """Nothing flagged is said in so many words."""
    text = text_of(render_screening_html(screening(article=article, hits=(), mentions=())))
    assert "No rule fired on this article." in text
    assert "No listed party is named." in text


def test_the_index_lists_the_strongest_first() -> None:
    """Alerts come before articles with nothing flagged, each with its own link."""
    html = render_index_html([screening(hits=(), mentions=()), screening()], ["none.html", "alert.html"])
    assert html.index("alert.html") < html.index("none.html")
    assert "2 articles, 1 with an alert, 0 for review" in text_of(html)
