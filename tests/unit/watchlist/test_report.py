"""The import report counts everything that arrived and names what did not."""

from __future__ import annotations

from service.watchlist.load import read_watchlist
from service.watchlist.report import describe
from service.watchlist.source import Source
from tests.unit.watchlist.test_un_xml import UN


def test_counts_add_up() -> None:
    """Kinds, qualities and scripts each sum to all names; unread rows are listed."""
    report = describe(read_watchlist(Source("un.xml", UN.encode())))
    assert (report["entities"], report["names"], report["identifiers"]) == (2, 8, 3)
    assert report["by_kind"] == {"alias": 3, "primary": 2, "former": 1, "original": 1, "weak": 1}
    assert report["by_quality"] == {"strong": 7, "weak": 1}
    assert report["by_script"] == {"Latin": 7, "Hangul": 1}
    assert report["by_schema"] == {"Organization": 1, "Person": 1}
    assert len(report["unread"]) == 1  # type: ignore[arg-type]


def test_names_that_the_publisher_damaged_are_named() -> None:
    """They are kept as printed, and the report says which they are."""
    damaged = UN.replace("</FIRST_NAME>", "\ufffd</FIRST_NAME>", 1)
    report = describe(read_watchlist(Source("un.xml", damaged.encode())))
    assert ["\ufffd" in name for name in report["damaged"]] == [True]  # type: ignore[attr-defined]
