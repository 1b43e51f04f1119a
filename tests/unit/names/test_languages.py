"""Names across languages and scripts: what is one name, and what only looks so."""

from __future__ import annotations

import pytest

from service.names.compare import compare_names
from service.names.hearing import father, sounds, unvowelled
from service.names.letters import korean_sound, plain
from service.names.tables.chinese import old_sound
from service.names.weights import DEFAULT_THRESHOLD

SAME = [
    ("Jelena Jewtuschenko", "YEVTUSHENKO, Yelena", "Person"),
    ("Michail Sjeremetjev", "SHEREMETYEV, Mikhail", "Person"),
    ("Uladzimir Uladzimiravich Karpovich", "KARPOVICH, Vladimir Vladimirovich", "Person"),
    ("Taras Heorhiyovych Lysenko", "LYSENKO, Taras Georgievich", "Person"),
    ("Hsiao Kuo-chiang", "XIAO Guoqiang", "Person"),
    ("Teng Hsi-hsien", "DENG Xixian", "Person"),
    ("Yi Seong-min", "RI Song Min", "Person"),
    ("Park Jeong-cheol", "PAK Jong Chol", "Person"),
    ("Noh Yeong-su", "RO Yong Su", "Person"),
    ("سعيد البغدادي", "AL-BAGHDADI, Said", "Person"),
    ("مرتضى غضنفري", "GHAZANFARI, Morteza", "Person"),
    ("Marouf, Amir", "MAROUF, Amir", "Person"),
    ("Mohamed Ould Cheikh", "MOHAMED CHEIKH", "Person"),
    ("Banco Industrial de Siria", "INDUSTRIAL BANK OF SYRIA", "Company"),
    ("Zavod Progress JSC", "PROGRESS FACTORY", "Company"),
    ("2nd Institute of Physics", "SECOND INSTITUTE OF PHYSICS", "Organization"),
    ("Sirius Trading GmbH", "SIRIUS TRADING LLC", "Company"),
]
DIFFERENT = [
    ("Pak Chol", "PAK, Chol Nam", "Person"),
    ("Chang Wei", "ZHANG Wei Guo", "Person"),
    ("Khalid Barzani", "BARZANI, Khalil", "Person"),
    ("Abdul Karim Wardak", "WARDAK, Abdul Qadir", "Person"),
    ("Enrique Lopez", "GONZALEZ LOPEZ, Gustavo Enrique", "Person"),
    ("EW-001PH", "EW-001PA", "Airplane"),
    ("Al-Haramain Foundation (Kenya)", "AL-HARAMAIN FOUNDATION (PAKISTAN)", "Organization"),
    ("حسين البغدادي", "AL-BAGHDADI, Hassan", "Person"),
    ("Valley Bank", "AL-KHALEEJ BANK", "Company"),
]


@pytest.mark.parametrize(("query", "name", "schema"), SAME)
def test_one_name_in_two_languages(query: str, name: str, schema: str) -> None:
    """Spelling habits, scripts and translated words of bodies do not hide a name."""
    assert compare_names(query, name, schema).score >= DEFAULT_THRESHOLD


@pytest.mark.parametrize(("query", "name", "schema"), DIFFERENT)
def test_names_that_only_look_alike(query: str, name: str, schema: str) -> None:
    """A missing syllable, another given name, another branch or number is another party."""
    assert compare_names(query, name, schema).score < DEFAULT_THRESHOLD


def test_an_acronym_in_brackets_is_a_name() -> None:
    """What the list gives in brackets behind a name finds it by itself."""
    listed = "EASTERN MACHINE TRADING CORPORATION (EMTCO)"
    assert compare_names("EMTCO", listed, "Company").score > 0.9
    assert compare_names("EMPCO", listed, "Company").score < DEFAULT_THRESHOLD


def test_a_misspelling_is_never_a_place() -> None:
    """An ordinary word or a country has one spelling: China is not a surname that sounds like it."""
    assert compare_names("R. China", "ZINA, Raymond", "Person").score < DEFAULT_THRESHOLD


def test_words_by_sound() -> None:
    """The classes of sound join spellings of one language's habits, and nothing else."""
    assert not sounds("jelena").isdisjoint(sounds("yelena"))
    assert sounds("ivanov").isdisjoint(sounds("petrov"))
    assert unvowelled("zawahiri") == unvowelled("dhwahri")
    assert old_sound("hsieh") == old_sound("xie") != old_sound("xu")
    assert old_sound("smith") == ""
    assert father("mikalaevich") == father("nikolaevich") is not None
    assert father("xyzovich") is None
    assert korean_sound("young") == korean_sound("yong") != korean_sound("ung")


def test_letters_of_another_script_are_seen_through() -> None:
    """A Latin word with Cyrillic look-alikes, and one with spaces between its letters, read plainly."""
    assert plain("D\u0435rip\u0430sk\u0430") == "deripaska"
    assert plain("\u041d\u0430s\u0430n") == "hasan"
    assert plain("D e r i p a s k a") == "deripaska"
    assert plain("J. R. R. Smith") == "j r r smith"


def test_another_initial_is_another_person() -> None:
    """An initial that fits the listed names does no harm; one that stands against a name does."""
    listed = "ORLOVSKY, Vladimir Ivanovich"
    assert compare_names("V. I. Orlovsky", listed, "Person").score >= DEFAULT_THRESHOLD
    assert compare_names("V. P. Orlovsky", listed, "Person").score < DEFAULT_THRESHOLD
    assert compare_names("A. Orlovsky", listed, "Person").score < DEFAULT_THRESHOLD
    assert compare_names("Vladimir J. Orlovsky", "ORLOVSKY, Vladimir", "Person").score >= DEFAULT_THRESHOLD
