"""How well are listed names compared and found? `make eval-names`; prints tables and writes out/eval/names.html."""

from __future__ import annotations

import random
import sys
from collections import defaultdict
from pathlib import Path

from service.model.article import Article
from service.model.entity import Watchlist
from service.names.match import NameIndex, build_index, find_mentions
from service.text.document import read
from tests.eval.data import held_out
from tests.eval.figures import auc, best_f1, wilson
from tests.eval.labelled_mentions import mention_figures
from tests.eval.listed import data_dir, load_entities, load_entries, texts
from tests.eval.page import write_page
from tests.eval.pairs import Pair, all_pairs
from tests.eval.planted import plant
from tests.eval.scorers import scores
from tests.eval.written import written_figures

FIXED_SEED = 20260101
ORDINARY = ("wikigold", "re3d_documents", "wnut17", "sec_filings")


def pair_figures(seed: int, scale: int) -> list[list[str]]:
    """Pairs of entries that no weight was fitted on, by group and scorer."""
    entries = [entry for entry in load_entries() if entry.held_out]
    pairs = all_pairs(entries, seed, scale)
    table = scores(pairs)
    ours = table["flagstaff"] or []
    groups: dict[tuple[bool, str], list[float]] = defaultdict(list)
    for pair, points in zip(pairs, ours, strict=True):
        groups[pair.same, pair.group].append(points)
    rows = []
    print(f"\nPairs (held-out entries, seed {seed}): share at the default threshold")
    for (same, group), points in sorted(groups.items(), key=lambda item: (not item[0][0], item[0][1])):
        fired = sum(value >= 0 for value in points)
        low, high = wilson(fired, len(points))
        what = "found" if same else "fired"
        rows.append([group, what, f"{fired / len(points):.3f}", f"{low:.3f}-{high:.3f}", str(len(points))])
        print(f"  {group:24} {what:5} {fired / len(points):6.3f}  [{low:.3f}, {high:.3f}]  n={len(points)}")
    for label, keep in (("pooled", ""), ("list pairs", "alias|near"), ("DPRK list pairs", "dprk")):
        print(f"  {label}:")
        for scorer, values in table.items():
            rows.append([label, scorer, *_ranking(pairs, values, keep)])
            print(f"    {scorer:18} AUC {rows[-1][2]}  best F1 {rows[-1][3]}")
    return rows


def _ranking(pairs: list[Pair], values: list[float] | None, keep: str) -> tuple[str, str, str]:
    """AUC, best F1 and count over the groups that begin with one of the words in `keep`."""
    if values is None:
        return "not run", "not run", ""
    wanted = tuple(keep.split("|"))
    chosen = [(pair.same, value) for pair, value in zip(pairs, values, strict=True) if pair.group.startswith(wanted)]
    same = [value for is_same, value in chosen if is_same]
    other = [value for is_same, value in chosen if not is_same]
    return f"{auc(same, other):.3f}", f"{best_f1(same, other):.3f}", str(len(chosen))


def planted_figures(index: NameIndex, seed: int, count: int) -> list[list[str]]:
    """Names of held-out entries planted in ordinary text, class by class."""
    rows = []
    print(f"\nPlanted in articles (seed {seed}): found, exact words")
    unseen = tuple(entity for entity in load_entities() if held_out(entity.id))
    for kind, tally in plant(index, unseen, texts(*ORDINARY), seed, count).items():
        low, high = wilson(tally.found, tally.planted)
        exact = tally.exact / max(1, tally.found)
        share = tally.found / max(1, tally.planted)
        rows.append([f"planted {kind}", f"seed {seed}", f"{share:.3f}", f"{low:.3f}-{high:.3f}", f"{exact:.3f}"])
        print(f"  {kind:12} {share:6.3f}  [{low:.3f}, {high:.3f}]  offsets {exact:.3f}  n={tally.planted}")
    return rows


def false_hits(index: NameIndex) -> list[list[str]]:
    """Mentions in ordinary documents; those of the Syria and Iraq documents name listed parties by right."""
    rows = []
    print("\nMentions per 1,000 ordinary articles (about 1,500 characters each)")
    for source in (*ORDINARY, "klue_ner_ko_dev"):
        articles = texts(source)
        count = sum(len(find_mentions(read(Article(text)), index).mentions) for text in articles)
        rows.append(["ordinary", source, f"{1000 * count / len(articles):.1f}", "", str(len(articles))])
        print(f"  {source:18} {1000 * count / len(articles):7.1f}  n={len(articles)}")
    return rows


def main() -> None:
    """Print every table, write the page."""
    if not (data_dir() / "lists").is_dir():
        sys.exit("eval-names: set FLAGSTAFF_DATA to the folder of lists and texts")
    fresh = random.SystemRandom().randrange(10**6)
    rows = pair_figures(FIXED_SEED, 120)
    index = build_index([Watchlist("un+ofac", load_entities(), "0" * 64)])
    rows += planted_figures(index, FIXED_SEED, 150)
    rows += planted_figures(index, fresh, 60)
    rows += written_figures()
    rows += mention_figures(index, load_entities())
    rows += false_hits(index)
    write_page(Path("out/eval/names.html"), rows)


if __name__ == "__main__":
    main()
