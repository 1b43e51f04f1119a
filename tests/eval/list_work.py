"""What lists cost: an import of 75,000 names, the search of 10,000 stored articles, hostile files (`make eval-lists`).

Processor time on one core, and time on the clock where more than the processor is waited for.
"""

from __future__ import annotations

import csv
import gzip
import io
import sys
import tempfile
import time
import tracemalloc
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from service.errors import ListError
from service.listing import take_in_list
from service.model.article import Article
from service.ruleset.load import load_rules
from service.screening.screener import Screener
from service.settings import Settings
from service.watchlist.load import load_watchlist, read_watchlist
from service.watchlist.source import Source
from service.wiring import Service, open_service
from tests.bench.corpus import articles, many_names
from tests.eval.data import data_folder

COUNT = 10_000
LENGTHS = (1_000, 3_400)
BOMB = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "bbbbbbbbbb">%s]><CONSOLIDATED_LIST>&z;</CONSOLIDATED_LIST>'


@contextmanager
def timed(what: str) -> Iterator[None]:
    """Print how long something took."""
    clock, processor = time.perf_counter(), time.process_time()
    yield
    print(
        f"{what}: {time.process_time() - processor:.1f} s of processor, {time.perf_counter() - clock:.1f} s", flush=True
    )


def import_names(folder: Path) -> None:
    """75,000 names as a customer's list, beside the starter lists: from the file to answers that know them."""
    file = folder / "many.csv"
    with file.open("w", newline="", encoding="utf-8") as opened:
        rows = csv.writer(opened)
        rows.writerow(["id", "name", "type"])
        rows.writerows(
            [number, name, "person" if person else "company"]
            for number, (name, person) in enumerate(many_names(75_000))
        )
    settings = Settings(database=str(folder / "import.db"), cache=folder / "cache")
    service = open_service(settings)
    with timed("75,000 names, from the file to the live index"):
        take_in_list(settings, load_watchlist(file), actor="eval")
        service.follow_lists()
    service.close()


def delta(folder: Path, lists: Path, length: int) -> None:
    """The UN's update of 2025-04-19 to 2026-01-28 against stored articles, one in a hundred of which names an entry."""
    settings = Settings(database=str(folder / f"delta{length}.db"), cache=folder / "cache")
    old, new = (load_watchlist(lists / "un" / f"consolidated_{day}.xml") for day in ("2025-04-19", "2026-01-28"))
    take_in_list(settings, old, actor="eval")
    (folder / "rules").mkdir(exist_ok=True)
    service = open_service(settings, Screener(load_rules([folder / "rules"]), [old], cache=settings.cache))
    service.look_again()
    keep(service, length, [entity.primary_name for entity in new.entities if entity.id.startswith("un-IR")])
    take_in_list(settings, new, actor="eval")
    service.follow_lists()
    with timed(f"{COUNT:,} stored articles of about {length:,} characters against 130 entries"):
        changed = service.look_again()
    print(f"  {changed} of {COUNT // 100} that name an entry are told anew")
    service.close()


def keep(service: Service, length: int, names: list[str]) -> None:
    """Store the articles."""
    texts = articles(COUNT, length=length)
    for start in range(0, COUNT, 100):
        named = names[start // 100 % len(names)]
        group = [Article(text) for text in texts[start : start + 99]]
        service.intake.receive_many([*group, Article(f"{named} signed. {texts[start + 99]}")], actor="eval")


def hostile() -> dict[str, Source]:
    """Files that are made to harm."""
    entities = b"".join(
        b'<!ENTITY %c "%s">' % (letter, b"&%c;" % (letter - 1) * 10) for letter in range(ord("c"), ord("z") + 1)
    )
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive, archive.open("list.xml", "w") as member:
        for _ in range(400):
            member.write(b" " * 1_000_000)
    return {
        "an XML bomb": Source("bomb.xml", BOMB % entities),
        "a DOCTYPE": Source("doctype.xml", b"<!DOCTYPE a SYSTEM 'file:///etc/passwd'><CONSOLIDATED_LIST/>"),
        "a zip bomb (400 MB)": Source("bomb.zip", packed.getvalue()),
        "a gzip bomb (400 MB)": Source("bomb.gz", gzip.compress(b" " * 400_000_000)),
    }


def refuse(what: str, source: Source) -> None:
    """Refuse one file, and print what that cost; no parser but Python's own code sees what is refused."""
    tracemalloc.start()
    begun = time.process_time()
    try:
        read_watchlist(source)
        said = "NOT REFUSED"
    except ListError as error:
        said = str(error)[:90]
    seconds, peak = time.process_time() - begun, tracemalloc.get_traced_memory()[1] / 1e6
    tracemalloc.stop()
    print(f"{what}: {seconds:.2f} s, {peak:.0f} MB more; {said}")


def main() -> int:
    """Print everything."""
    lists = data_folder() / "lists"
    print()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        import_names(folder)
        for length in LENGTHS:
            delta(folder, lists, length)
    for what, source in hostile().items():
        refuse(what, source)
    return 0


if __name__ == "__main__":
    sys.exit(main())
