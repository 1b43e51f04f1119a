"""Facts about slips of spelling in names of bodies, and short names written exactly."""

from __future__ import annotations

import pytest

from service.model.article import Article
from service.model.entity import Entity, Name, Watchlist
from service.names.compare import compare_names
from service.names.match import NameIndex, build_index, find_mentions
from service.text.document import read

NAMES = (
    ("Organization", "VERTILA LIMITED"), ("Organization", "JOINT STOCK COMPANY NEW HOLDING 3"),
    ("Person", "KIM, Ki Nam"), ("Person", "QUI, Naam"),
    ("Organization", "LIMITED LIABILITY COMPANY DM"), ("Organization", "E. S. Co."),
    ("Organization", "ADVANCED FREIGHT FOUNDATION"),
)  # fmt: skip


@pytest.fixture(scope="module")
def index() -> NameIndex:
    entities = (Entity(f"un-{place}", "un", schema, (Name(text),)) for place, (schema, text) in enumerate(NAMES))
    return build_index([Watchlist("un", tuple(entities), "0" * 64)])


def named(index: NameIndex, text: str) -> list[str]:
    return [one.candidates[0].name.text for one in find_mentions(read(Article(text)), index).mentions]


@pytest.mark.parametrize(
    ("written", "listed"),
    [
        ("Vertlia Limited", "VERTILA LIMITED"),
        ("Joint Stock Company New Holding 3", "JOINT STOCK COMPANY NEW HOLDING 3"),
        ("Ki Nam Kim", "KIM, Ki Nam"),
        ("Limited Liability Company Dm", "LIMITED LIABILITY COMPANY DM"),
        ("Advanced Freihgt Foundation", "ADVANCED FREIGHT FOUNDATION"),
    ],
)
def test_short_and_misspelt_names_are_found(index: NameIndex, written: str, listed: str) -> None:
    """A word misspelt beside its legal form, short words and numbers do not hide a name."""
    assert named(index, f"The ministry said that {written} was paid in cash.") == [listed]


@pytest.mark.parametrize("text", ["Send the form before noon E. S. T. today.", "The word vertlia is new.", "New rules"])
def test_letters_and_ordinary_words_are_no_name(index: NameIndex, text: str) -> None:
    """Single letters with points and a misspelt word without its legal form name nobody."""
    assert named(index, text) == []


def test_servants_of_god_may_be_misspelt() -> None:
    """A slip in the second half of `Abdullah` leaves the name recognisable."""
    assert compare_names("Abdulalh Ibrahim al-Faisal", "AL-FAISAL, Abdullah Ibrahim", "Person").points > 0


@pytest.mark.parametrize(
    ("written", "listed", "same"),
    [
        ("Achakmt Anzorovitj Salpagarov", "SALPAGAROV, Achmat Anzorovitj", True),
        ("Firxals Nazem Ahmad", "AHMAD, Firas Nazem", True),
        ("Nihoab Abdul Kadir Asan", "Nihat Abdul Kadir ASAN", True),
        ("Hotem Ahmad Barakat", "BARAKAT, Hatem Ahmad", True),
        ("Yawlif Ayad", "AYAD, Yosef", False),
        ("Tsang Yung Yuan", "TSANG, Yun Yuan", True),
        ("Tsang Yung Yan", "TSANG, Yun Yuan", False),
    ],
)
def test_a_word_far_off_is_borne_by_the_others(written: str, listed: str, same: bool) -> None:
    """A word with more slips than its length allows counts where two further words agree, and not beside one."""
    assert (compare_names(written, listed, "Person").score >= 0.5) is same
