"""Compiled rules are kept as data in a folder of our own, and never trusted further than that."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from service.ruleset import shelf
from service.ruleset.kept import from_bytes, to_bytes
from service.ruleset.load import load_rules
from service.ruleset.ruleset import RuleSet
from service.ruleset.verdict import Verdict

FIELDS = ("rules", "idle", "labels", "concepts", "places", "cues", "measures", "codes", "parties", "packs", "keys",
          "sha256")  # fmt: skip
BREACH = "On Feb. 5, around 300 North Korean workers arrived in Vladivostok."


@pytest.fixture
def folder(tmp_path: Path, written: Callable[[Path], Path]) -> Path:
    """The small set as files."""
    return written(tmp_path)


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    """A folder of our own."""
    return tmp_path / "cache"


def file_of(cache: Path) -> Path:
    """The one file that is kept."""
    (file,) = (cache / "rules").glob("*.json")
    return file


def test_a_kept_set_says_the_same(small: RuleSet, run_rules: Callable[..., Verdict | None]) -> None:
    """What is read back equals what was compiled, and judges an article alike."""
    again = from_bytes(to_bytes(small))
    for name in FIELDS:
        assert getattr(again, name) == getattr(small, name), name
    assert again.vocabulary.literals == small.vocabulary.literals
    first, second = run_rules(small, BREACH), run_rules(again, BREACH)
    assert first == second
    assert first is not None


def test_the_second_load_takes_what_the_first_kept(folder: Path, cache: Path) -> None:
    """A compiled set is kept once and read from then on: nothing is parsed again."""
    first = load_rules([folder], cache=cache)
    second = load_rules([folder], cache=cache)
    assert first.sources
    assert second.rules == first.rules
    assert not second.sources, "compiled again"


@pytest.mark.parametrize("damage", [b"", b"nothing of the kind", b'{"parts": [[0, [5, 99]]]}', b"[1, 2"])
def test_a_damaged_file_is_passed_over_and_replaced(folder: Path, cache: Path, damage: bytes) -> None:
    """Whatever stands in the file, the rules are those of the folder."""
    rules = load_rules([folder], cache=cache)
    file = file_of(cache)
    whole = file.read_bytes()
    for content in (damage, hashlib.sha256(damage).hexdigest().encode() + b"\n" + damage):
        file.write_bytes(content)
        assert load_rules([folder], cache=cache).rules == rules.rules
        assert file.read_bytes() == whole, "not replaced"


def test_a_file_that_others_may_write_is_not_read(folder: Path, cache: Path) -> None:
    """A set that somebody else could have put there decides nothing."""
    load_rules([folder], cache=cache)
    for place in (file_of(cache), cache / "rules"):
        mode = place.stat().st_mode
        place.chmod(0o777)
        assert shelf.take(cache, shelf.rules_key([folder], drafts=False)) is None
        place.chmod(mode)
    assert shelf.take(cache, shelf.rules_key([folder], drafts=False)) is not None


def test_a_link_is_not_followed(folder: Path, cache: Path, tmp_path: Path) -> None:
    """A link to a file elsewhere is passed over."""
    load_rules([folder], cache=cache)
    file = file_of(cache)
    file.rename(tmp_path / "elsewhere.json")
    file.symlink_to(tmp_path / "elsewhere.json")
    assert shelf.take(cache, shelf.rules_key([folder], drafts=False)) is None


def test_every_change_of_the_files_has_a_key_of_its_own(folder: Path) -> None:
    """A changed letter, a new file, drafts: each is another set."""
    keys = {shelf.rules_key([folder], drafts=False), shelf.rules_key([folder], drafts=True)}
    measures = folder / "measures" / "un-1718.yaml"
    measures.write_text(measures.read_text().replace("no new permits", "no permits"))
    keys.add(shelf.rules_key([folder], drafts=False))
    (folder / "measures" / "more.yaml").write_text("schema: measures/1\nregime: more\nmeasures: []\n")
    keys.add(shelf.rules_key([folder], drafts=False))
    assert len(keys) == 4


def test_a_folder_that_cannot_be_written_changes_nothing(folder: Path, tmp_path: Path) -> None:
    """Without a place to keep it the set is compiled each time."""
    (tmp_path / "file").write_text("")
    assert load_rules([folder], cache=tmp_path / "file").rules


def test_only_the_newest_sets_are_kept(folder: Path, cache: Path) -> None:
    """The oldest files go; what is kept is JSON and nothing else."""
    measures = folder / "measures" / "un-1718.yaml"
    text = measures.read_text()
    for number in range(shelf.KEPT + 2):
        measures.write_text(text.replace("no new permits", f"no new permits {number}"))
        load_rules([folder], cache=cache)
    files = list((cache / "rules").iterdir())
    assert len(files) == shelf.KEPT
    assert all(json.loads(file.read_bytes().partition(b"\n")[2]) for file in files)


def test_a_kept_set_hangs_on_all_the_program_text_that_makes_it() -> None:
    """The compiler of kernels and the kernels themselves are part of the key, not only the modules of the rooms."""
    rooms = Path(shelf.__file__).parents[1]
    files = {file.relative_to(rooms).as_posix() for file in shelf.code_files(rooms)}
    assert {"jit.py", "ruleset/jit.py", "ruleset/kernels/terms.py", "text/jit.py", "model/evidence.py"} <= files
