"""What stays for long is not walked for garbage: each walk would take a fifth of a second of some article's time."""

from __future__ import annotations

import gc
from typing import TypeVar

T = TypeVar("T")


def settled(loaded: T) -> T:
    """Set aside all that is there now that something large, which stays, has been loaded; give it back."""
    gc.freeze()
    return loaded


def settle_again() -> None:
    """The same when others have taken its place: what the former ones left behind is collected once, now."""
    gc.unfreeze()
    gc.collect()
    gc.freeze()
