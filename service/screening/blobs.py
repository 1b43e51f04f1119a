"""The files behind a snapshot: what must be kept so that a screening can be made again years later."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from service.errors import NotFoundError
from service.model.entity import Watchlist
from service.watchlist import kept


def load_blobs(rules: Sequence[Path], watchlists: Sequence[Watchlist]) -> dict[str, bytes]:
    """The files of some rule folders (`rules/0/un-dprk/...`) and the lists (`lists/un`), by name."""
    blobs = {f"lists/{watchlist.name}": kept.to_bytes(watchlist) for watchlist in watchlists}
    for number, folder in enumerate(rules):
        for file in sorted(folder.rglob("*.yaml")):
            blobs[f"rules/{number}/{file.relative_to(folder).as_posix()}"] = file.read_bytes()
    return blobs


def load_lists(blobs: Mapping[str, bytes]) -> tuple[Watchlist, ...]:
    """The lists among some blobs, in the order in which they were kept."""
    return tuple(kept.from_bytes(blobs[name]) for name in blobs if name.startswith("lists/"))


def unpack_rules(blobs: Mapping[str, bytes], folder: Path) -> list[Path]:
    """Write the rule files among some blobs below `folder`; the rule folders, in their order."""
    numbers = set()
    for name, content in blobs.items():
        room, _, rest = name.partition("/")
        if room != "rules":
            continue
        file = (folder / rest).resolve()
        if not file.is_relative_to(folder.resolve()):
            raise NotFoundError(f"kept snapshot: {name} lies outside its folder; the store was tampered with")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
        numbers.add(int(rest.partition("/")[0]))
    return [folder / str(number) for number in sorted(numbers)]
