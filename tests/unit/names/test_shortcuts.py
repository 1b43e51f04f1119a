"""What is skipped at a glance in the comparison of names changes no answer."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from service.names.compare import assess
from service.names.factors.names import NAME_FACTORS, telling_factors
from service.names.hearing import loosely, sounds
from service.names.letters import _KOREAN_SOUNDS, _SOUNDS, consonants, firm_letters, respell, sound
from service.names.prepare import prepare

WORD = st.text(alphabet="aeiouyjhwckqsztdgbpmnlrxfv", min_size=1, max_size=9)
NAME = st.lists(
    st.sampled_from("Kim Jong-un Bank of Korea Oleg Kozhemyako O. Nikolaevich 2nd Trading Ltd Abdul Rahman Ri".split()),
    min_size=1,
    max_size=5,
).map(" ".join)


@given(WORD)
def test_firm_letters_survive_every_spelling_of_a_sound(word: str) -> None:
    """No class of sounds of a word has another set of l, m, n, r and b than the word."""
    heard = {*sounds(word), loosely(sound(word)), consonants(sound(word))}
    assert {firm_letters(one) for one in heard} == {firm_letters(word)}


@given(WORD)
def test_a_row_without_its_signs_changes_nothing(word: str) -> None:
    """Respelling row by row is the same as replacing every pattern whatever the word has."""
    for rows in (_SOUNDS, _KOREAN_SOUNDS):
        slowly = word
        for _, pattern, result in rows:
            slowly = pattern.sub(result, slowly)
        assert respell(word, rows) == slowly


@given(NAME, NAME, st.sampled_from(("Person", "Company", None)))
def test_rows_that_are_left_out_say_nothing(one: str, other: str, schema: str | None) -> None:
    """A factor that is not asked about two names would not have answered."""
    evidence, _ = assess(prepare(one, schema), prepare(other, schema), -60)
    asked = {factor_id for factor_id, _ in telling_factors(evidence)}
    assert all(judge(evidence) is None for factor_id, judge in NAME_FACTORS.items() if factor_id not in asked)
