"""Names in disguise: found as they stand, quoted as they stand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.model.article import Article
from service.model.entity import Entity, Name, Watchlist
from service.names.match import NameIndex, build_index, find_mentions
from service.text.document import read


@pytest.fixture(scope="module")
def index() -> NameIndex:
    entities = (
        Entity("ofac-1", "ofac", "Person", (Name("DERIPASKA, Oleg Vladimirovich"),)),
        Entity("ofac-2", "ofac", "Company", (Name("VOSTOK METALS COMPANY"),)),
    )
    return build_index([Watchlist("ofac", entities, "0" * 64)])


@pytest.mark.parametrize(
    "written",
    [
        "Oleg D e r i p a s k a",
        "O l e g D e r i p a s k a",
        "O l e g  D e r i p a s k a",
        "\U0001d40e\U0001d425\U0001d41e\U0001d420 Deripaska",
        "Ol3g D3ripask4",
        "0leg Deripa5ka",
        "Oleg D\u0435rip\u0430sk\u0430",
        "Oleg Deri\u200bpas\u200bka",
        "Oleg Deri\u00adpas\u00adka",
        "\u202dOleg \u200eDeripaska\u202c",
        "V0st0k Metals Company",
    ],
)
def test_a_disguised_name_is_found_raw(index: NameIndex, written: str) -> None:
    """Spaced letters, digits for letters, look-alikes and invisible marks hide no name; the evidence is raw."""
    text = f"On Monday {written} signed."
    (mention,) = find_mentions(read(Article(text)), index).mentions
    assert mention.span.text == text[mention.span.start : mention.span.end]
    assert mention.span.text.strip("\u202d\u200e\u202c") in written
    assert len(mention.span.text) >= len(written) - 3


def test_ordinary_codes_are_no_names(index: NameIndex) -> None:
    """Words with digits that are no names stay what they are."""
    assert not find_mentions(read(Article("The G20 met; COVID19 and B2B, 3D, A320 and F16 came up.")), index).mentions


@given(st.text(alphabet="Oleg Dripask014.3 \n", max_size=80))
def test_places_are_slices_whatever_the_disguise(index: NameIndex, text: str) -> None:
    """Every mention in a jumble of letters, spaces and digits quotes the text exactly."""
    for mention in find_mentions(read(Article("x " + text)), index).mentions:
        assert ("x " + text)[mention.span.start : mention.span.end] == mention.span.text
