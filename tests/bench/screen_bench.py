"""How fast is the whole screen? Articles per second through `Screener.screen`: embedded rules, starter lists.

Times are of the thread's processor. The made-up news has ten sentence patterns, so that after some articles most of
it is known to the caches; real texts (FLAGSTAFF_DATA) are each read for the first time.
"""

from __future__ import annotations

import random
import resource
import subprocess
import sys
import tempfile
import time

from service.garbage import settled
from service.model.article import Article
from service.names.match import find_mentions
from service.samples import load_samples
from service.screening.screener import Screener
from service.text.document import read
from tests.bench.corpus import articles, real_articles

WARM_UP = 60
"""Real texts that are read before the measurement begins."""
FOREIGN = "Der Rat hat am Dienstag beschlossen, die Frist um weitere sechs Monate zu verlängern."
"""Makes the screen load what it needs once a process, as the samples do."""


def run() -> None:
    """Print start, articles per second for ordinary news and for the samples, the 99th percentile and memory."""
    with tempfile.TemporaryDirectory() as folder:
        print("\nwhole screen, embedded rules and starter lists")
        start = time.perf_counter()
        Screener.load(cache=folder)
        print(f"  first load {time.perf_counter() - start:.2f} s")
        start = time.perf_counter()
        screener = Screener.load(cache=folder)
        print(f"  load with the compiled names at hand {time.perf_counter() - start:.2f} s")
    start = time.perf_counter()
    subprocess.run([sys.executable, "-c", "import service"], check=True)
    print(f"  a new process that imports service: {time.perf_counter() - start:.2f} s")
    settled(screener)  # As the service does.
    samples = [one.text for one in load_samples()]
    for text in (*samples, FOREIGN):
        screener.screen(Article(text=text))
    real = real_articles()
    random.Random(4).shuffle(real)
    _measure(screener, "made-up news, 3.4 kB", articles(200, seed=5))
    if real:
        for text in real[:WARM_UP]:
            screener.screen(Article(text=text))
        _measure(screener, f"real texts, 3.4 kB, new ones after {WARM_UP}", real[WARM_UP:])
        _measure(screener, "the same texts again", real[WARM_UP:])
    else:
        print("  real texts: not measured (FLAGSTAFF_DATA is not set)")
    _measure(screener, "samples", samples * 5)
    print(f"  peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3:,.0f} MB")


def _measure(screener: Screener, title: str, texts: list[str]) -> None:
    """Print articles per second, the middle and the slow end for articles with and without findings, and the shares."""
    times: dict[bool, list[float]] = {False: [], True: []}
    shares = [0.0, 0.0]
    for text in texts:
        article = Article(text=text)
        start = time.thread_time()
        screening = screener.screen(article)
        times[bool(screening.hits or screening.mentions)].append(time.thread_time() - start)
    for text in texts:
        for stage, seconds in enumerate(_stages(screener, Article(text=text))):
            shares[stage] += seconds
    print(f"  {title}")
    for found, row in times.items():
        if row:
            row.sort()
            each = f"p50 {row[len(row) // 2] * 1e3:.2f} ms, p99 {row[int(len(row) * 0.99)] * 1e3:.2f} ms"
            kind = "something found" if found else "nothing found"
            print(f"    {kind} ({len(row)}): {len(row) / sum(row):,.0f} articles/s, {each}")
    again = sum(_timed(screener, text) for text in texts)
    reading, names = (share / again for share in shares)
    print(f"    of a second pass: reading {reading:.0%}, names {names:.0%}, rules {1 - reading - names:.0%}")


def _timed(screener: Screener, text: str) -> float:
    """Seconds of one screening."""
    start = time.thread_time()
    screener.screen(Article(text=text))
    return time.thread_time() - start


def _stages(screener: Screener, article: Article) -> tuple[float, float]:
    """Seconds of reading, with the words and sentences that names and rules share, and of finding names."""
    start = time.thread_time()
    document = read(article)
    _ = document.tokens, document.sentences
    middle = time.thread_time()
    find_mentions(document, screener.index, near_misses=False)
    return middle - start, time.thread_time() - middle
