"""How fast is the whole screen? Articles per second through `Screener.screen`: embedded rules, starter lists."""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
import time

from service.model.article import Article
from service.samples import load_samples
from service.screening.screener import Screener
from tests.bench.corpus import articles


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
    news = [Article(text=text) for text in articles(200, seed=5)]
    _measure(screener, "ordinary news, 3.4 kB", news)
    _measure(screener, "samples with findings", list(load_samples()) * 5)
    print(f"  peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3:,.0f} MB")


def _measure(screener: Screener, title: str, batch: list[Article]) -> None:
    """Print articles per second and the slow end."""
    screener.screen(batch[0])
    times = []
    for article in batch:
        start = time.thread_time()
        screener.screen(article)
        times.append(time.thread_time() - start)
    times.sort()
    print(f"  {title}: {len(times) / sum(times):,.0f} articles/s, p99 {times[int(len(times) * 0.99)] * 1e3:.1f} ms")
