"""Labelled articles: are the listed parties found that a reader finds, and only they?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from service.model.article import Article
from service.model.entity import Entity
from service.model.mention import Mention
from service.names.letters import plain
from service.names.match import NameIndex, find_mentions
from service.text.document import read
from tests.eval.data import held_out, read_jsonl
from tests.eval.figures import wilson
from tests.eval.listed import data_dir


@dataclass(slots=True)
class Tally:
    """What was found in one half of the articles."""

    found: dict[str, list[bool]] = field(default_factory=lambda: defaultdict(list))
    """By how the name is varied: whether each labelled mention of a listed party was found."""
    exact: list[bool] = field(default_factory=list)
    hard: list[bool] = field(default_factory=list)
    """Whether each look-alike of a listed party was taken for it."""
    other: int = 0
    """Mentions that no label speaks of; the labels do not claim to be complete."""
    articles: int = 0


def mention_figures(index: NameIndex, entities: tuple[Entity, ...]) -> list[list[str]]:
    """Print and return recall, exact words and hard negatives for either half of the labelled articles."""
    halves = {"looked at": Tally(), "held out": Tally()}
    names: dict[str, set[str]] = defaultdict(set)
    for entity in entities:
        names[entity.id] |= {plain(name.text) for name in entity.names}
    for row in read_jsonl(data_dir() / "articles" / "dev.jsonl"):
        _count(row, index, names, halves["held out" if held_out(str(row["id"])) else "looked at"])
    return [row for half, tally in halves.items() for row in _rows(half, tally)]


def _count(row: Mapping[str, Any], index: NameIndex, names: Mapping[str, set[str]], tally: Tally) -> None:
    """One article."""
    article = Article(row["text"], title=row.get("title", ""), published=row.get("published"))
    mentions = [one for one in find_mentions(read(article), index).mentions if one.span.field == "text"]
    labels = [label for label in row.get("mentions", ()) if not label["entity_id"] or label["entity_id"] in names]
    tally.articles += 1
    for label in labels:
        over = [mention for mention in mentions if _covers(mention, label)]
        if not label["entity_id"]:
            tally.hard.append(bool(over))
            continue
        wanted = names[label["entity_id"]]
        hits = [mention for mention in over if _names(mention, label["entity_id"], wanted)]
        tally.found[label["variation"]].append(bool(hits))
        tally.exact += [(hits[0].span.start, hits[0].span.end) == (label["start"], label["end"])] if hits else []
    tally.other += sum(not any(_covers(mention, label) for label in row.get("mentions", ())) for mention in mentions)


def _covers(mention: Mention, label: Mapping[str, Any]) -> bool:
    """Whether a mention or one of its short forms stands at a labelled place."""
    return any(one.start < label["end"] and label["start"] < one.end for one in (mention.span, *mention.coreferences))


def _names(mention: Mention, entity_id: str, names: set[str]) -> bool:
    """Whether a mention gives a party, be it under another list's number."""
    return any(
        one.entity.id == entity_id or names & {plain(name.text) for name in one.entity.names}
        for one in mention.candidates
    )


def _rows(half: str, tally: Tally) -> list[list[str]]:
    """Print and return the figures of one half."""
    print(f"\nLabelled articles, {half} ({tally.articles} articles; {tally.other} mentions without a label)")
    groups = [(f"{kind} mentions", "found", found) for kind, found in sorted(tally.found.items())]
    everything = [one for found in tally.found.values() for one in found]
    groups += [("all mentions", "found", everything), ("exact words", "found", tally.exact)]
    groups += [("look-alikes", "fired", tally.hard)]
    rows = []
    for group, what, values in groups:
        low, high = wilson(sum(values), len(values))
        share = sum(values) / max(1, len(values))
        rows.append([f"{half}: {group}", what, f"{share:.3f}", f"{low:.3f}-{high:.3f}", str(len(values))])
        print(f"  {group:24} {what:5} {share:6.3f}  [{low:.3f}, {high:.3f}]  n={len(values)}")
    return rows
