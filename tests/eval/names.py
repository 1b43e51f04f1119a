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
LOGIC_V2_BAR = 0.7
"""The threshold that nomenklatura's logic-v2 is used with."""
ORDINARY = ("wikigold", "re3d_documents", "wnut17", "sec_filings")


def pair_figures(seed: int, scale: int) -> list[list[str]]:
    """Pairs of entries that no weight was fitted on, by group and scorer."""
    entries = [entry for entry in load_entries() if entry.held_out]
    pairs = all_pairs(entries, seed, scale)
    table = scores(pairs)
    groups: dict[tuple[bool, str], list[int]] = defaultdict(list)
    for place, pair in enumerate(pairs):
        groups[pair.same, pair.group].append(place)
    rows = []
    print(
        f"\nPairs (held-out entries, seed {seed}): share at the default threshold; logic-v2 at its own, {LOGIC_V2_BAR}"
    )
    for (same, group), places in sorted(groups.items(), key=lambda item: (not item[0][0], item[0][1])):
        fired, low, high = _share(table["flagstaff"], places, 0)
        what = "found" if same else "fired"
        peer = "not run" if table["logic-v2"] is None else f"{_share(table['logic-v2'], places, LOGIC_V2_BAR)[0]:.3f}"
        rows.append([group, what, f"{fired:.3f}", f"{low:.3f}-{high:.3f}", str(len(places)), f"logic-v2 {peer}"])
        print(f"  {group:24} {what:5} {fired:6.3f}  [{low:.3f}, {high:.3f}]  n={len(places):4}  logic-v2 {peer}")
    for label, keep in (("pooled", ""), ("list pairs", "alias|near"), ("DPRK list pairs", "dprk")):
        print(f"  {label}:")
        for scorer, values in table.items():
            rows.append([label, scorer, *_ranking(pairs, values, keep)])
            print(f"    {scorer:18} AUC {rows[-1][2]}  {rows[-1][3]}")
    return rows


def _share(values: list[float] | None, places: list[int], bar: float) -> tuple[float, float, float]:
    """The share of some pairs that a scorer takes for matches, with its interval."""
    fired = sum((values or [])[place] >= bar for place in places)
    return fired / len(places), *wilson(fired, len(places))


def _ranking(pairs: list[Pair], values: list[float] | None, keep: str) -> tuple[str, str, str]:
    """AUC, best F1 and count over the groups that begin with one of the words in `keep`."""
    if values is None:
        return "not run", "not run", ""
    wanted = tuple(keep.split("|"))
    chosen = [(pair.same, value) for pair, value in zip(pairs, values, strict=True) if pair.group.startswith(wanted)]
    same = [value for is_same, value in chosen if is_same]
    other = [value for is_same, value in chosen if not is_same]
    return f"{auc(same, other):.3f}", f"best F1 {best_f1(same, other):.3f}", str(len(chosen))


def planted_figures(index: NameIndex, seed: int, count: int) -> list[list[str]]:
    """Names of held-out entries planted in ordinary text, class by class."""
    rows = []
    print(f"\nPlanted in articles (seed {seed}): found, exact words")
    unseen = tuple(entity for entity in load_entities() if held_out(entity.id))
    for kind, tally in plant(index, unseen, texts(*ORDINARY), seed, count).items():
        low, high = wilson(tally.found, tally.planted)
        exact = tally.exact / max(1, tally.found)
        share = tally.found / max(1, tally.planted)
        counts = [str(tally.planted), f"exact words {exact:.3f}"]
        rows.append([kind, "found", f"{share:.3f}", f"{low:.3f}-{high:.3f}", *counts])
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
    sections = [("Pairs of names, held-out entries", pair_figures(FIXED_SEED, 120))]
    index = build_index([Watchlist("un+ofac", load_entities(), "0" * 64)])
    sections.append(("Planted in ordinary text, fixed seed", planted_figures(index, FIXED_SEED, 150)))
    sections.append((f"Planted in ordinary text, seed {fresh}", planted_figures(index, fresh, 60)))
    sections.append(("Pairs written by hand before tuning", written_figures()))
    sections.append(("Labelled articles", mention_figures(index, load_entities())))
    sections.append(("Mentions per 1,000 ordinary documents", false_hits(index)))
    write_page(Path("out/eval/names.html"), sections)


if __name__ == "__main__":
    main()
