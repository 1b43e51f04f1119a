"""Rules and lists are not walked for garbage, and those that were replaced go."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator

import pytest

from service.garbage import settle_again, settled


class Holder:
    """Something large that points at itself."""

    def __init__(self) -> None:
        self.own = self


@pytest.fixture(autouse=True)
def thawed() -> Iterator[None]:
    """Leave the collector as it was."""
    yield
    gc.unfreeze()


def test_what_was_replaced_is_collected() -> None:
    """A circle that had been set aside is gone once something else has taken its place."""
    old = settled(Holder())
    gone = weakref.ref(old)
    del old
    gc.collect()
    assert gone() is not None, "not set aside"
    settle_again()
    assert gone() is None
    assert gc.get_freeze_count() > 0
