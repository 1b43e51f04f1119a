"""Letters with points between them: legal forms and initials of bodies."""

from __future__ import annotations

import pytest

from service.model.article import Article
from service.model.entity import Entity, Name, Watchlist
from service.names.compare import compare_names
from service.names.match import build_index, find_mentions
from service.text.document import read

LISTED = ("V.K.O. INTERNATIONAL LTD.", "NORTELARCOS, S.A. DE C.V.", "ZEVA S.A.", "MERIDON HOLDING II, CORP.")
WRITTEN = [
    ("V.K.O. International Ltd", "V.K.O. International Ltd"),
    ("V.k.o. International Ltd", "V.k.o. International Ltd"),
    ("Nortelarcos, S.A. de C.V", "Nortelarcos, S.A. de C.V"),
    ("ZEVA S.A", "ZEVA S.A"),
    ("Meridon Holding II", "Meridon Holding II"),
]


@pytest.mark.parametrize(("written", "words"), WRITTEN)
def test_letters_with_points_belong_to_the_name(written: str, words: str) -> None:
    """Initials before a body's name and legal forms behind it are part of the mention, pointed or not."""
    entities = (Entity(f"x-{place}", "x", "Company", (Name(name),)) for place, name in enumerate(LISTED))
    index = build_index([Watchlist("x", tuple(entities), "0" * 64)])
    mentions = find_mentions(read(Article(f"Last week {written} was seen at the port.")), index).mentions
    assert [one.span.text for one in mentions] == [words]


def test_initials_of_a_person_stay_apart() -> None:
    """`J.K.` before a surname are two initials, in a body's name they are one word."""
    assert compare_names("J.K. Orlovan", "ORLOVAN, Jasper Klaus", "Person").score > 0.5
    assert compare_names("J.K. Trading", "JK TRADING", "Company").score > 0.9
