"""How the terminal speaks: results on standard output, everything else on standard error."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

import orjson
from rich.console import Console

from service.errors import FlagstaffError

EXIT_REFUSED = 2
"""The input cannot be used at all."""
EXIT_PARTLY = 1
"""Something was refused or failed; the rest was done."""

out = Console(highlight=False, width=None if sys.stdout.isatty() else 120)
err = Console(stderr=True, highlight=False, soft_wrap=True)


def line(text: str, *, style: str | None = None) -> None:
    """One line on standard output, as it is: neither wrapped nor read as markup."""
    out.print(text, style=style, markup=False, soft_wrap=True)


def print_json(value: object) -> None:
    """One JSON value on one line of standard output."""
    sys.stdout.buffer.write(orjson.dumps(value, option=orjson.OPT_APPEND_NEWLINE))
    sys.stdout.flush()


def complain(message: object) -> None:
    """One error line on standard error."""
    err.print(f"flagstaff: {message}", style="red", markup=False)


def say(message: str) -> None:
    """What is being done, on standard error."""
    err.print(message, style="dim", markup=False)


@contextmanager
def refusals() -> Iterator[None]:
    """Turn an error of the tree into its message and an exit code; other errors are defects and stay loud."""
    try:
        yield
    except FlagstaffError as error:
        complain(error)
        raise SystemExit(EXIT_REFUSED) from None
    except BrokenPipeError:
        raise SystemExit(0) from None
