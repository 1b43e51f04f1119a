"""Rules over labelled articles, and false alarms over ordinary text. Run: make eval-articles."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from service.model.article import Article
from service.ruleset.evaluation import Labelled, load_labelled, measure_rules
from service.screening.screener import Screener
from tests.eval.data import data_folder, held_out_article, opened, read_jsonl, wilson

OWN = Path(__file__).parent / "unseen" / "articles.jsonl"
"""Articles written before the rules were run on them, by another hand than the rules."""
ORDINARY = ("wikigold.jsonl", "re3d_documents.jsonl", "wnut17.jsonl", "sec_filings.jsonl", "klue_ner_ko_dev.jsonl")
DAY = "2024-03-19"


def main(arguments: list[str]) -> int:
    """Print the figures; `--confusion` lists what was confused in the articles that may be looked at."""
    screener = Screener.load()
    shown = "--confusion" in arguments
    report("own articles", load_labelled(OWN), screener, shown=shown)
    folder = data_folder()
    labelled = load_labelled(folder / "articles" / "dev.jsonl")
    held = [one for one in labelled if held_out_article(str(one.article.id))]
    half = [one for one in labelled if opened(str(one.article.id))]
    rest = [one for one in labelled if one not in held and one not in half]
    report("development part", rest, screener, shown=shown)
    report("opened half", half, screener, shown=shown)
    report("held-out half", held, screener, shown=False)
    ordinary(folder / "text", screener)
    return 0


def report(name: str, labelled: Iterable[Labelled], screener: Screener, *, shown: bool) -> None:
    """The figures of one set; the confusion list only where it may be looked at."""
    result = measure_rules(labelled, screener.verdicts, screener.rules)
    print(f"\n{name}: {result.articles} articles")
    for line in result.lines():
        if shown or not line.startswith("  "):
            print(line)


def ordinary(folder: Path, screener: Screener) -> None:
    """Alerts and reviews per 1,000 ordinary texts."""
    texts = alerts = reviews = 0
    for article in ordinary_articles(folder):
        band = screener.screen(article).band
        texts, alerts, reviews = texts + 1, alerts + (band == "alert"), reviews + (band == "review")
    low, high = wilson(alerts, texts)
    interval = f"{1000 * low:.2f} to {1000 * high:.2f} per 1,000"
    print(f"\nordinary texts: {texts}, alerts {alerts} ({interval}), reviews {reviews}")


def ordinary_articles(folder: Path) -> Iterator[Article]:
    """The texts of the ordinary sets, as articles of one day."""
    for name in ORDINARY:
        for row in read_jsonl(folder / name):
            text = str(row.get("text") or "")
            if text.strip():
                yield Article(text, published=DAY)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
