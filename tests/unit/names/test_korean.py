"""Korean syllables: what one romanisation runs together, another and Hangul tell apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.names.compare import compare_names
from service.names.korean import OTHER_ONSET, same_sounds, same_syllables
from service.names.letters import plain

HANGUL = st.integers(0xAC00, 0xD7A3).map(chr)


@pytest.mark.parametrize(
    ("one", "other"),
    [("yong", "young"), ("yong", "yeong"), ("chol", "chul"), ("pyong", "byung"), ("hui", "hee"), ("hyok", "hyuk")],
)
def test_spellings_of_one_syllable_agree(one: str, other: str) -> None:
    """The spellings of one syllable by the systems of North, South and press agree."""
    assert same_syllables(one, other) == 1.0


@pytest.mark.parametrize(("one", "other"), [("yu", "yo"), ("su", "so"), ("hwi", "hui"), ("chun", "chong")])
def test_other_vowels_are_other_syllables(one: str, other: str) -> None:
    """Vowels that no two systems write alike make another syllable."""
    assert same_syllables(one, other) is None


def test_the_south_drops_an_onset() -> None:
    """`Ryong` of the North is `Yong` in the South, `Ro` is `No`; farther apart than one syllable spelt twice."""
    assert same_syllables("ryong", "yong") == same_syllables("ro", "no") == OTHER_ONSET
    assert same_syllables("rak", "ak") is None


@given(HANGUL, HANGUL)
def test_hangul_agrees_with_itself_alone(one: str, other: str) -> None:
    """Two syllables of Hangul agree at full worth only where they sound the same, the same way round."""
    assert same_syllables(one, one) == 1.0
    assert same_syllables(one, other) == same_syllables(other, one)


@given(HANGUL)
def test_hangul_agrees_with_its_romanisation(syllable: str) -> None:
    """A syllable agrees with the letters that it is written in."""
    assert same_syllables(syllable, plain(syllable)) == 1.0


@pytest.mark.parametrize(
    ("hangul", "listed", "same"),
    [
        ("김여정", "KIM, Yo Jong", True),
        ("김유정", "KIM, Yo Jong", False),
        ("김유정", "KIM, Yojong", False),
        ("리선희", "RI, Son Hui", True),
        ("이순희", "RI, Son Hui", False),
        ("김수철", "KIM, Su Chol", True),
        ("김소철", "KIM, Su Chol", False),
    ],
)
def test_hangul_decides_which_letters_may_stand(hangul: str, listed: str, same: bool) -> None:
    """A name in Hangul matches only the Latin names that its vowels can be written as."""
    assert (compare_names(hangul, listed, "Person").score >= 0.5) is same
    assert (compare_names(hangul, listed).score >= 0.5) is same


def test_syllables_in_a_row() -> None:
    """Syllables of Hangul are the word that is written together."""
    assert same_sounds(["여", "정"], "yojong")
    assert not same_sounds(["유", "정"], "yojong")


@pytest.mark.parametrize(
    ("written", "listed"),
    [
        ("Amnokkang Development Bank", "AMROGGANG DEVELOPMENT BANKING CORPORATION"),
        ("Yonha Machinery JV Corporation", "RYONHA MACHINERY JOINT VENTURE CORPORATION"),
        ("Nam Ch'on-Gang Corporation", "NAMCHONGANG CORPORATION"),
        ("Ap Rok Gang Trading", "AM NOK GANG TRADING"),
        ("Choson Rounsan Muyok Hoesa", "KOREA ROUNSAN TRADING CORPORATION"),
        ("General Department of Atomic Energy", "GENERAL BUREAU OF ATOMIC ENERGY"),
        ("Ministry of Oil Industry", "OIL INDUSTRY MINISTRY"),
    ],
)
def test_bodies_of_the_north_by_other_words(written: str, listed: str) -> None:
    """A body matches across assimilated, dropped and otherwise cut syllables, Korean words and kindred English ones."""
    assert compare_names(written, listed, "Organization").score >= 0.5
