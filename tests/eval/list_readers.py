"""Speed and memory of readers on large made-up files, part of `make eval-lists`.

Processor time, and the peak of Python's own memory with the file itself in it against the size of the file.
"""

from __future__ import annotations

import gc
import io
import sys
import time
import timeit
import tracemalloc
import zipfile
from collections.abc import Callable
from functools import partial

from lxml import etree

from service.watchlist.load import read_watchlist
from service.watchlist.source import Source
from tests.eval import list_shapes, list_shapes_ofac

COUNT = 10_000
SHAPES: dict[str, Callable[[int], bytes]] = {
    "sdn_advanced.xml": list_shapes_ofac.sdn_advanced,
    "sdn_enhanced.xml": list_shapes_ofac.sdn_enhanced,
    "entities.ftm.json": list_shapes.ftm,
    "targets.simple.csv": list_shapes.targets,
    "names.txt": list_shapes.names_txt,
    "table.csv": list_shapes.table_csv,
    "table.xlsx": list_shapes.table_xlsx,
    "table.jsonl": list_shapes.table_jsonl,
    "table.json": list_shapes.table_json,
    "table.yaml": list_shapes.table_yaml,
}
"""File's name -> what makes it."""


def plain_parse(data: bytes) -> float:
    """Seconds of processor time that lxml alone takes for XML."""

    def parse() -> None:
        for _, element in etree.iterparse(io.BytesIO(data), events=("end",)):
            element.clear()

    return min(timeit.repeat(parse, timer=time.process_time, repeat=2, number=1))


def unpacked_size(data: bytes) -> int:
    """The bytes of a file, of a workbook those of its sheets."""
    if not data.startswith(b"PK"):
        return len(data)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return sum(info.file_size for info in archive.infolist())


def row(label: str, make: Callable[[int], bytes]) -> str:
    """One row of the table."""
    data = make(COUNT)
    size = unpacked_size(data)
    read = partial(read_watchlist, Source(label, data))
    entries, names = len(read().entities), read().name_count
    seconds = min(timeit.repeat(read, timer=time.process_time, repeat=2, number=1))
    bare = f"{size / plain_parse(data) / 1e6:.0f}" if label.endswith(".xml") else ""
    gc.collect()
    tracemalloc.start()
    watchlist = read()
    peak = tracemalloc.get_traced_memory()[1] + len(data)
    tracemalloc.stop()
    del watchlist
    cells = (label, f"{entries:,}", f"{names:,}", f"{size / entries:.0f}", f"{size / seconds / 1e6:.1f}", bare)
    packed = f" ({peak / len(data):.0f} packed)" if len(data) < size else ""
    return "| " + " | ".join((*cells, f"{peak / size:.1f}{packed}")) + " |"


def main() -> int:
    """Print the table; with arguments only those files."""
    print(
        "\n| made-up file | entries | names | bytes an entry | MB/s | bare | memory |"
        "\n|---|---:|---:|---:|---:|---:|---:|"
    )
    for label, make in SHAPES.items():
        if label in sys.argv[1:] or not sys.argv[1:]:
            print(row(label, make), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
