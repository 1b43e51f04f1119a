"""A list survives being kept."""

from __future__ import annotations

import pytest

from service.errors import ListError
from service.watchlist.kept import from_bytes, to_bytes
from service.watchlist.starter import load_starter


def test_a_kept_list_comes_back_equal() -> None:
    """Every field of every entry of the starter lists comes back, and the bytes are the same each time."""
    for watchlist in load_starter():
        kept = to_bytes(watchlist)
        assert from_bytes(kept) == watchlist
        assert to_bytes(from_bytes(kept)) == kept


@pytest.mark.parametrize("data", [b"", b"[]", b'{"format": "watchlist/0"}', b'{"format": "watchl'])
def test_a_damaged_list_is_refused(data: bytes) -> None:
    """What is cut or of another form is refused with the remedy."""
    with pytest.raises(ListError, match="import the list again"):
        from_bytes(data)
