"""Rules and lists are not walked for garbage, and those that were replaced go."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator

import pytest

from service.garbage import FULL_WALKS, settle_again, settled


class Holder:
    """Something large that points at itself."""

    def __init__(self) -> None:
        self.own = self


@pytest.fixture(autouse=True)
def thawed() -> Iterator[None]:
    """Leave the collector as it was."""
    before = gc.get_threshold()
    yield
    gc.unfreeze()
    gc.set_threshold(*before)


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


def test_everything_is_walked_seldom() -> None:
    """After something large was loaded, a walk over everything follows only on many over what is young."""
    settled(Holder())
    assert gc.get_threshold()[2] == FULL_WALKS
