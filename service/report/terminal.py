"""A screening in a terminal: what was found, the sentence that proves it, points, law, parties, versions."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from typing import Any

from rich.box import SIMPLE_HEAD
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from service.model.law import how_read
from service.report.views import Dossier, HitView, PartyView, view_screening
from service.report.wording import BAND_MEANINGS, BAND_TITLES, IN_FORCE, headline, how_sure, signed, who

Json = Mapping[str, Any]

BAND_STYLES = {"alert": "bold white on red", "review": "bold black on yellow", "none": "bold white on green"}
FORCE_STYLES = {"yes": "green", "no": "red"}
NOT_MET_SHOWN = 4
"""Clauses shown of those that a rule lacked; the HTML page has all of them."""


def render_alert_text(screening: Json) -> RenderableType:
    """One `screening/1` object for a rich console; nothing in it is read as markup or as a control sequence."""
    dossier = view_screening(screening)
    parts: list[RenderableType] = [Rule(style="dim"), _head(dossier)]
    for hit in dossier.hits:
        parts.extend(_hit(hit, screening["article"]))
    if dossier.parties:
        parts.append(_parties(dossier.parties))
    parts.append(_versions(dossier))
    return Group(*parts)


def plain(value: object) -> str:
    """Text without control and formatting characters that could command a terminal; line breaks become spaces."""
    text = str(value)
    if text.isascii() and text.isprintable():
        return text
    kept = (" " if char in "\n\r\t" else char for char in text)
    return "".join(char for char in kept if unicodedata.category(char) not in ("Cc", "Cs") and char not in _BIDI)


_BIDI = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def _head(dossier: Dossier) -> Text:
    article = dossier.articles[0].data
    facts = [article.get("source"), article.get("published") or "publication date unknown", article.get("language")]
    head = Text()
    head.append(f" {BAND_TITLES.get(dossier.band, dossier.band).upper()} ", BAND_STYLES.get(dossier.band, "bold"))
    head.append(f"  {plain(article.get('title') or article['id'])}\n", "bold")
    head.append(f"{plain(' · '.join(str(fact) for fact in facts if fact))}\n\n", "dim")
    head.append(f"{plain(headline(dossier))}\n", "bold" if dossier.hits else "")
    head.append(plain(f"{BAND_MEANINGS.get(dossier.band, '')} {who(dossier)}"))
    return head


def _hit(hit: HitView, article: Json) -> Iterable[RenderableType]:
    """The parts of one rule that fired."""
    data = hit.data
    name = f"{data['rule_id']} {data['rule_version']}"
    yield Text(f"\n{plain(data['title'])}", "bold underline")
    status = f", {data['rule_status']}" if data.get("rule_status") else ""
    yield Text(
        plain(f"rule {name}{status} · severity {data['severity']} · said by {data.get('said_by', 'unknown')}"), "dim"
    )
    for span in data.get("evidence", ())[:2]:
        yield Padding(_quote(span, hit, article), (1, 2, 0, 2))
    yield _points(hit)
    yield Text(plain(how_sure(hit)), "dim")
    for note in data.get("notes", ()):
        yield Text(f"  band: {plain(note)}", "yellow")
    yield from _law(data.get("law", ()))
    clauses = data.get("not_met", ())
    for clause in clauses[:NOT_MET_SHOWN]:
        yield Text(f"  looked for: {plain(clause)}", "dim")


def _quote(span: Json, hit: HitView, article: Json) -> Text:
    """The sentence that proves it, with the words that count set off."""
    field = str(span["field"])
    base, end = int(span["start"]), int(span["end"])
    text = Text()
    inner = sorted(
        (int(place["start"]), int(place["end"]))
        for factor in hit.data["factors"]
        for place in factor.get("spans", ())
        if place["field"] == field and base <= int(place["start"]) and int(place["end"]) <= end
        if (int(place["start"]), int(place["end"])) != (base, end)
    )
    source = str(article[field])
    position = base
    text.append("“")
    for left, right in inner:
        if right > position:
            text.append(plain(source[position : max(left, position)]), "italic")
            text.append(plain(source[max(left, position) : right]), "bold yellow")
            position = right
    text.append(plain(source[position:end]), "italic")
    text.append("”")
    return text


def _points(hit: HitView) -> Table:
    """The reasons and their sum."""
    table = Table(box=SIMPLE_HEAD, show_footer=True, pad_edge=False)
    table.add_column("points", signed(hit.sum), justify="right", style="cyan", footer_style="bold")
    table.add_column("reason", "sum", ratio=3, footer_style="bold")
    table.add_column("words", ratio=2, style="yellow")
    for factor in hit.factors:
        words = "; ".join(dict.fromkeys(plain(item.text) for item in factor.words))
        table.add_row(signed(factor.points), Text(plain(factor.reason)), Text(_short(words)))
    return table


def _law(rows: Iterable[Json]) -> Iterable[Text]:
    """One line per law row."""
    for row in rows:
        state = str(row.get("in_force", "date unknown"))
        line = Text("  law: ")
        line.append(plain(f"{row['instrument']} paragraph {row['paragraph']}"), "bold")
        line.append(plain(f", {row['duty']}: "))
        line.append(IN_FORCE.get(state, state), FORCE_STYLES.get(state, "yellow"))
        if row.get("on"):
            line.append(f" on {plain(row['on'])}")
        line.append(f" ({plain(how_read(row))})", "dim")
        yield line


def _parties(parties: Iterable[PartyView]) -> Table:
    """Names as written beside the list entries that they may stand for."""
    table = Table(
        title="Listed parties named", title_justify="left", title_style="bold", box=SIMPLE_HEAD, pad_edge=False
    )
    for column in ("as written", "list entry", "matched name", "similarity", "in evidence"):
        table.add_column(column, justify="right" if column == "similarity" else "left")
    for party in parties:
        for candidate in party.candidates:
            table.add_row(
                Text(plain(party.text)),
                Text(plain(f"{candidate['primary_name']} ({candidate['entity_id']})")),
                Text(plain(f"{candidate['matched_name']} ({candidate['matched_name_kind']})")),
                f"{candidate['score']:.2f}",
                "yes" if party.in_evidence else "no",
            )
    return table


def _versions(dossier: Dossier) -> Text:
    provenance = dossier.provenance
    lists = ", ".join(
        f"{item['name']} {item.get('list_date') or item['version']}" for item in provenance.get("lists", ())
    )
    parts = [
        f"engine {provenance.get('engine_version', '?')}",
        f"rules {str(provenance.get('rules_sha256', '?'))[:12]}",
        f"lists {lists or 'none'}",
        f"snapshot {dossier.snapshot[:12] or '?'}",
    ]
    text = Text(f"\n{plain(' · '.join(parts))}", "dim")
    for limit in provenance.get("limits_reached", ()):
        text.append(f"\nlimit reached: {plain(limit)}", "yellow")
    return text


def _short(text: str, length: int = 120) -> str:
    return text if len(text) <= length else f"{text[: length - 1]}…"
