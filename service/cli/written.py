"""Reports as files: the ending of the name gives the form."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import IO, Any

import orjson

from service.cli.console import line
from service.errors import InputError
from service.report.pdf import to_pdf


def write_report(output: Path, page: Callable[[], str], figures: Callable[[], dict[str, Any]]) -> None:
    """Write a report in the form that the file's ending asks for."""
    makers: dict[str, Callable[[], bytes]] = {
        ".html": lambda: page().encode(),
        ".pdf": lambda: to_pdf(page()),
        ".json": lambda: orjson.dumps(figures(), option=orjson.OPT_INDENT_2),
    }
    maker = makers.get(output.suffix.lower())
    if maker is None:
        raise InputError(f"-o {output}: name a file that ends in {', '.join(makers)}")
    content = maker()
    with open_output(output) as out:
        out.write(content)
    line(str(output.resolve()))


def open_output(output: Path) -> IO[bytes]:
    """A file to write, its folder too. Raises InputError where that cannot be done."""
    try:
        output.parent.mkdir(parents=True, exist_ok=True)
        return output.open("wb")
    except OSError as error:
        raise InputError(f"{output}: cannot be written ({error.strerror}); name another file with -o") from None
