"""Real list files against an independent count: `make eval-lists` (folder from FLAGSTAFF_DATA).

For every file the entries and names are counted a second time with other means (xml.etree for XML, an own splitter for
CSV, json for JSON lines) and compared with what the readers give. Prints two tables in Markdown; exit code 1 when an
entry or name is lost.
"""

from __future__ import annotations

import gzip
import io
import json
import os
import re
import sys
import time
import timeit
import tracemalloc
import xml.etree.ElementTree as ET
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path

from lxml import etree

from service.model.entity import Watchlist
from service.watchlist.diff import compare_versions
from service.watchlist.guard import check_version, damaged_names
from service.watchlist.link import link
from service.watchlist.load import load_watchlist

Names = dict[str, set[str]]
"""Id of an entry -> names as printed."""


def tidy(text: str | None) -> str:
    """White space collapsed, invisible characters dropped: no list means anything by them."""
    return re.sub(r"\s+", " ", re.sub("[\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff\u00ad]", "", text or "")).strip()


def un(path: Path) -> Names:
    """UN XML."""
    names: Names = {}
    root = ET.parse(path).getroot()
    for tag in ("INDIVIDUAL", "ENTITY"):
        for entry in root.iter(tag):
            if entry.find("REFERENCE_NUMBER") is None:
                continue
            parts = [entry.findtext(f"{number}_NAME", "") for number in ("FIRST", "SECOND", "THIRD", "FOURTH")]
            found = [" ".join(map(tidy, parts)), entry.findtext("NAME_ORIGINAL_SCRIPT", "")]
            found += [alias.text or "" for alias in entry.iter("ALIAS_NAME")]
            names["un-" + tidy(entry.findtext("REFERENCE_NUMBER"))] = {tidy(name) for name in found if tidy(name)}
    return names


def cells(text: str) -> Iterator[list[str]]:
    """Rows of a CSV, by a splitter of three states."""
    row: list[str] = []
    cell: list[str] = []
    quoted = False
    for char in text + "\n":
        if char == '"':
            quoted = not quoted
            cell.append(char)
        elif char == "," and not quoted:
            row.append("".join(cell))
            cell = []
        elif char == "\n" and not quoted:
            row.append("".join(cell))
            yield [re.sub('""', '"', value.strip().removeprefix('"').removesuffix('"')) for value in row]
            row, cell = [], []
        else:
            cell.append(char)


def ofac_csv(path: Path) -> Names:
    """OFAC's sdn.csv, with alt.csv beside it; weak aliases by counting quotes in the remarks."""
    names: Names = {}
    for row in cells(path.read_text("latin-1")):
        if len(row) == 12:
            weak = re.findall(r"[afn]\.k\.a\.,? '(.*?)'(?=[;.,)\s]|$)", row[11].removesuffix("."))
            names["ofac-" + row[0]] = {tidy(row[1]), *map(tidy, weak)}
    alt = path.with_name("alt.csv")
    for row in cells(alt.read_text("latin-1")) if alt.exists() and path.name == "sdn.csv" else ():
        if len(row) > 3:
            names["ofac-" + row[0]].add(tidy(row[3]))
    return names


def ofac_xml(path: Path) -> Names:
    """OFAC's XML, namespace and all."""
    space = "{https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/XML}"
    names: Names = {}
    for entry in ET.parse(path).getroot().iter(space + "sdnEntry"):
        both = [entry, *entry.iter(space + "aka")]
        pairs = [(item.findtext(space + "lastName"), item.findtext(space + "firstName")) for item in both]
        found = {", ".join(filter(None, map(tidy, pair))) for pair in pairs}
        names[f"ofac-nonsdn-{entry.findtext(space + 'uid')}"] = found
    return names


def uk(path: Path) -> Names:
    """OFSI's ConList, grouped."""
    names: Names = defaultdict(set)
    for row in list(cells(path.read_text("cp1252").replace("\r", "")))[2:]:
        if len(row) == 29:
            names["uk-" + row[28]].add(" ".join(filter(None, map(tidy, [*row[1:6], row[0]]))))
    return names


def csl(path: Path) -> Names:
    """The Consolidated Screening List; ids are not compared, the row's own is unique."""
    rows = list(cells(gzip.decompress(path.read_bytes()).decode().replace("\r", "")))
    column = {name: place for place, name in enumerate(rows[0])}
    names: Names = {}
    for row in rows[1:]:
        if len(row) != len(column):
            continue
        code = re.search(r"\(([A-Z -]+?)(?: List)?\)", row[column["source"]])
        number = row[column["entity_number"]] or row[0]
        found = [row[column["name"]], *row[column["alt_names"]].split(";")]
        found = [re.sub("^and ", "", tidy(name)) for name in found]
        names.setdefault(
            f"us-csl-{code[1].replace(' ', '-') if code else ''}-{number}", {name for name in found if name}
        )
    return names


def canada(path: Path) -> Names:
    """Canada's XML; ids are made of three fields."""
    names: Names = {}
    for record in ET.parse(path).getroot().iter("record"):
        regime = (record.findtext("Country") or "").split(" / ")[0].split(" (")[0]
        parts = [regime, record.findtext("Schedule") or "", record.findtext("Item") or ""]
        id_ = "-".join(filter(None, (re.sub("[^a-z0-9.]+", "-", part.lower()).strip("-") for part in parts)))
        person = ", ".join(filter(None, (tidy(record.findtext(tag)) for tag in ("LastName", "GivenName"))))
        found = {person or tidy(record.findtext("EntityOrShip")), tidy(record.findtext("Aliases"))}
        names["ca-" + id_] = {name for name in found if name}
    return names


def seco(path: Path) -> Names:
    """SECO's XML (whole names only, as in the publisher's example)."""
    return {
        f"ch-{target.get('ssid')}": {tidy(value.text) for value in target.iter("value")}
        for target in ET.parse(path).getroot().iter("target")
    }


def eu_sample(path: Path) -> Names:
    """The EU's CSV 1.0 as a spreadsheet left it; names with question marks have lost their letters."""
    names: Names = defaultdict(set)
    for line in path.read_text("cp1252", errors="replace").splitlines()[1:]:
        row = line.strip().strip('"').rstrip("\t").replace("\t", ",").replace('""', '"').split(";")
        if len(row) == 59:
            names["eu-" + row[1]] |= {tidy(row[17])} - {""} if not re.search("[?\x80-\x9f\ufffd]", row[17]) else set()
    return names


def eu_json(path: Path) -> Names:
    """A third party's JSON of EU, UN and non-SDN names, read as a customer's own table."""
    entries = json.loads(path.read_text("utf-8"))["entities"]
    return {
        f"{path.stem.replace('_', '-')}-{tidy(entry['source_id'])}": {
            tidy(name) for name in [entry["name"], *entry["aliases"]]
        }
        for entry in entries
    }


FILES: tuple[tuple[str, Callable[[Path], Names]], ...] = (
    ("un/consolidated_2026-01-28.xml", un),
    ("un/consolidated_2025-04-19.xml", un),
    ("ofac/sdn.csv", ofac_csv),
    ("ofac/daily/sdn_2022-02-24.csv", ofac_csv),
    ("ofac/daily/sdn_2022-03-01.csv", ofac_csv),
    ("ofac/consolidated_2026-01-08.xml", ofac_xml),
    ("uk/ConList_2018-04-13.csv", uk),
    ("us_csl/consolidated_2022-04.csv.gz", csl),
    ("ca/canada_sema_2025.xml", canada),
    ("ch/seco_amendment_2024-01-17.xml", seco),
    ("eu/EU_FSF_csv_sample_2018-07-04.csv", eu_sample),
    ("eu/eu_un_ofaccons_normalised_2026-01-28.json", eu_json),
)
CONNECTORS = {"also", "known", "as", "or", "a.k.a.", "aka", "original", "script"}
CONNECTORS |= {"russian", "belarusian", "belarussian", "ukrainian", "arabic", "persian", "chinese", "french", "farsi"}


def words(text: str) -> set[str]:
    """The words of a name, without punctuation and connecting words."""
    return {word for word in re.findall(r"\w+(?:\.\w)*", text.casefold()) if word not in CONNECTORS}


def compare(watchlist: Watchlist, expected: Names) -> tuple[int, int, int, list[str]]:
    """Names found as printed, names found divided into several, names of ours that are not printed, lost ones."""
    whole = divided = extra = 0
    lost = []
    read = {entity.id: {name.text for name in entity.names} for entity in watchlist.entities}
    for id_, names in expected.items():
        ours = read.get(id_, set())
        known = set().union(*map(words, ours)) if ours else set()
        for name in names:
            if name in ours:
                whole += 1
            elif ours and words(name) <= known:
                divided += 1
            else:
                lost.append(f"{id_}: {name}")
        printed = set().union(*map(words, names)) if names else set()
        extra += sum(not words(name) <= printed for name in ours)
    return whole, divided, extra, lost


def plain_parse(path: Path) -> float:
    """Seconds of processor time that lxml alone takes for the file's XML, 0 for other formats."""
    if path.suffix != ".xml":
        return 0.0
    data = path.read_bytes()
    begun = time.process_time()
    for _, element in etree.iterparse(io.BytesIO(data), events=("end",)):
        element.clear()
    return time.process_time() - begun


def evaluate(path: Path, count: Callable[[Path], Names]) -> tuple[str, list[str]]:
    """One row of the table, and what is lost."""
    watchlist = load_watchlist(path)
    seconds = min(timeit.repeat(lambda: load_watchlist(path), timer=time.process_time, repeat=3, number=1))
    bare = plain_parse(path)
    tracemalloc.start()
    load_watchlist(path)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    beside = [path.with_name(name) for name in ("alt.csv", "add.csv")] if path.name == "sdn.csv" else []
    size = sum(file.stat().st_size for file in [path, *beside])
    size = len(gzip.decompress(path.read_bytes())) if path.suffix == ".gz" else size
    expected = count(path)
    whole, divided, extra, lost = compare(watchlist, expected)
    ids = {entity.id for entity in watchlist.entities}
    lost += [f"{id_}: entry" for id_, names in expected.items() if names and id_ not in ids]
    cells = [
        path.name,
        f"{len(watchlist.entities):,}",
        f"{sum(bool(names) for names in expected.values()):,}",
        f"{watchlist.name_count:,}",
        f"{whole + divided:,} ({divided:,} divided)",
        str(len(lost)),
        str(extra),
        str(len(damaged_names(watchlist))),
        str(len(watchlist.unread)),
        f"{size / seconds / 1e6:.1f}",
        f"{size / bare / 1e6:.0f}" if bare else "",
        f"{peak / size:.1f}",
    ]
    return "| " + " | ".join(cells) + " |", lost


def main() -> int:
    """Print the tables; 1 when something is lost."""
    data = os.environ.get("FLAGSTAFF_DATA")
    if not data:
        print("set FLAGSTAFF_DATA to the folder that has lists/", file=sys.stderr)
        return 2
    folder = Path(data) / "lists"
    print(
        "| file | entries | counted apart | names | printed names found | lost | extra | damaged | unread | MB/s "
        "| bare | memory |"
    )
    print("|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|")
    missing: list[str] = []
    for name, count in FILES:
        row, lost = evaluate(folder / name, count)
        print(row, flush=True)
        missing += lost
    old, new = (load_watchlist(folder / "un" / f"consolidated_{day}.xml") for day in ("2025-04-19", "2026-01-28"))
    diff = compare_versions(old, new)
    print(
        f"\nUN 2025-04-19 -> 2026-01-28: {len(old.entities)} -> {len(new.entities)} entries, {len(diff.added)} added,"
    )
    kinds = Counter(str(entity.source_ref)[:3] for entity in diff.added)
    print(f"({', '.join(f'{count} {kind}' for kind, count in kinds.most_common())})")
    print(f"{len(diff.changed)} changed, removed: {', '.join(sorted(entity.id for entity in diff.removed))};")
    print(
        f"refusals forwards {len(check_version(new, old))}, backwards {[item.code for item in check_version(old, new)]}"
    )
    lists = [new, *(load_watchlist(folder / name) for name in ("ofac/sdn.csv", "ca/canada_sema_2025.xml"))]
    begun = time.process_time()
    groups = link(lists)
    seconds = time.process_time() - begun
    print(f"UN + OFAC + Canada linked in {seconds:.1f} s: {len(groups)} parties on several lists, e.g.", end=" ")
    print([group.entity_ids for group in groups if len(group.entity_ids) > 2][:2])
    for line in missing[:40]:
        print("LOST", line, file=sys.stderr)
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
