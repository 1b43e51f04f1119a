"""How fast is the name index? Beside an exact Aho-Corasick scan and rapidfuzz over the same names, on one core."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import ahocorasick_rs
from rapidfuzz import fuzz, process

from service.model.article import Article
from service.names.index.build import build_tables
from service.names.index.file import open_index, save_index
from service.names.index.scanner import Scanner
from service.text.document import Document, read
from tests.bench.corpus import articles, many_names

ROUNDS = 5
SHARED = """
import sys
from pathlib import Path
from service.names.index.file import open_index
from service.names.index.scanner import Scanner
from tests.bench.corpus import SENTENCES

def private():
    rows = Path('/proc/self/smaps_rollup').read_text().splitlines()
    return sum(int(row.split()[1]) for row in rows if row.startswith('Private_'))

Scanner(open_index(Path(sys.argv[2]))).scan('warm', 'warm')
before = private()
scanner = Scanner(open_index(Path(sys.argv[1])))
for sentence in SENTENCES:
    scanner.scan(sentence.lower(), sentence)
print(private() - before)
"""


def least(work: Callable[[], object]) -> float:
    """Processor seconds of the quickest of some rounds."""
    best = float("inf")
    for _ in range(ROUNDS):
        start = time.thread_time()
        work()
        best = min(best, time.thread_time() - start)
    return best


def run(size: int) -> None:
    """Print build, file, open, scan and the ratios for so many names."""
    rows = many_names(size)
    names, persons = [name for name, _ in rows], [person for _, person in rows]
    start = time.thread_time()
    tables = build_tables(names, persons)
    print(f"\nindex of {len(names):,} names\n  build {time.thread_time() - start:.2f} s")
    with tempfile.TemporaryDirectory() as folder:
        path, small = Path(folder) / "names.idx", Path(folder) / "small.idx"
        save_index(tables, path)
        save_index(build_tables(names[:10], persons[:10]), small)
        opening = least(lambda: open_index(path)), least(lambda: open_index(path, verify=False))
        print(f"  file {path.stat().st_size / 1e6:.1f} MB, open {opening[0] * 1e3:.1f} ms with its checksum, "
              f"{opening[1] * 1e3:.2f} ms without")  # fmt: skip
        _second_process(path, small)
        _scan(Scanner(open_index(path)), names)


def _second_process(path: Path, small: Path) -> None:
    """Print the private memory that the index adds to another process (Linux)."""
    if sys.platform != "linux":
        return
    done = subprocess.run(
        [sys.executable, "-c", SHARED, str(path), str(small)], capture_output=True, text=True, check=True
    )
    print(f"  a second process adds {int(done.stdout) / 1e3:.1f} MB private")


def _scan(scanner: Scanner, names: list[str]) -> None:
    """Print articles per second on articles that were not seen before, and those of the baselines."""
    seen, unseen = ([read(Article(text=text)) for text in articles(100, seed=seed)] for seed in (3, 4))
    exact = ahocorasick_rs.AhoCorasick([name.lower() for name in names])

    def scan(documents: list[Document]) -> int:
        return sum(len(scanner.scan(document.fold, document.norm)[0]) for document in documents)

    scan(seen)
    start = time.thread_time()
    found = scan(unseen)
    first = time.thread_time() - start
    again = least(lambda: scan(unseen))
    baseline = least(lambda: [exact.find_matches_as_indexes(document.fold) for document in unseen])
    start = time.thread_time()
    process.extract(unseen[0].norm[:60], names, scorer=fuzz.token_set_ratio, limit=5)
    fuzzy = time.thread_time() - start
    count = len(unseen)
    print(f"  scan {count / first:,.0f} unseen articles/s, {count / again:,.0f} again; {found / count:.1f} hits each")
    print(
        f"  exact Aho-Corasick {count / baseline:,.0f}/s: ratio {baseline / first:.2f} ({baseline / again:.2f} again)"
    )
    print(f"  rapidfuzz.process.extract over all names: {1 / fuzzy:,.1f} strings/s")


def extremes() -> None:
    """Print the time of inputs that are made to be slow."""
    rows = many_names(50_000)
    scanner = Scanner(build_tables([name for name, _ in rows], [person for _, person in rows]))
    capitals = " ".join(word.capitalize() for name, _ in rows for word in name.replace(",", " ").split())
    inputs = {
        "100 kB article": articles(1, length=100_000)[0],
        "1 MB in one word": "a" * 1_000_000,
        "100,000 capitalised words of names": " ".join(capitals.split()[:100_000]),
    }
    print("\nextremes with 50,000 names")
    for title, text in inputs.items():
        start = time.thread_time()
        found, complete = scanner.scan(text.lower(), text)
        print(
            f"  {title}: {(time.thread_time() - start) * 1e3:,.1f} ms, {len(found):,} hits"
            + ("" if complete else ", cut")
        )
