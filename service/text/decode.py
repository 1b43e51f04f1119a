"""Which characters are these bytes? By byte-order mark, UTF-8, or the charset that the file itself declares."""

from __future__ import annotations

import codecs
import re
from typing import Final

from service.errors import ArticleError

_MARKS: Final = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_DECLARED: Final = re.compile(rb"""<meta[^>]{0,200}charset\s*=\s*["']?\s*([A-Za-z0-9_:.-]{2,40})""", re.I)
_XML: Final = re.compile(rb"""\A\s*<\?xml[^>]{0,200}encoding\s*=\s*["']([A-Za-z0-9_:.-]{2,40})""", re.I)
_WIDER: Final = {"iso-8859-1": "cp1252", "latin-1": "cp1252", "latin1": "cp1252", "ascii": "cp1252",
                 "us-ascii": "cp1252", "euc-kr": "cp949", "ks_c_5601-1987": "cp949", "gb2312": "gb18030",
                 "gbk": "gb18030", "shift_jis": "cp932", "shift-jis": "cp932", "x-sjis": "cp932"}  # fmt: skip
"""What is meant in practice by these names: a superset."""
_BINARY: Final = (
    b"%PDF",
    b"PK\x03\x04",
    b"\x89PNG",
    b"GIF8",
    b"\xff\xd8\xff",
    b"\x1f\x8b",
    b"\x7fELF",
    b"SQLite format 3",
)


def decode(data: bytes, *, charset: str | None = None) -> str:
    """The text of some bytes.

    A byte-order mark decides, then UTF-8 if all bytes are, then `charset` or the one that an HTML or XML head declares.
    Raises ArticleError for a binary file or an undeclared or wrong encoding, with the byte offset and the remedy.
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _strict(data, name)
    _refuse_binary(data)
    declared = charset or declared_charset(data)
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        if declared is None or codecs_name(declared) == "utf-8":
            raise ArticleError(
                f"byte {error.start}: not UTF-8 ({data[error.start]:#04x}) and no charset is declared;"
                " convert the file to UTF-8 (for example: iconv -f CP1251 -t UTF-8)"
            ) from None
    return _strict(data, _WIDER.get(declared.lower(), declared))


def declared_charset(data: bytes) -> str | None:
    """The charset that an HTML or XML head names, None for none."""
    match = _XML.search(data[:1_024]) or _DECLARED.search(data[:4_096])
    return match[1].decode("ascii") if match else None


def codecs_name(charset: str) -> str | None:
    """Python's name of a text encoding, None for an unknown one."""
    try:
        found = codecs.lookup(charset)
    except (LookupError, ValueError):
        return None
    return found.name if getattr(found, "_is_text_encoding", True) else None


def _refuse_binary(data: bytes) -> None:
    """Refuse pictures, archives and anything with NUL bytes."""
    if data.startswith(_BINARY):
        raise ArticleError("byte 0: a binary file, not text; extract its text first and send that")
    place = data.find(b"\x00")
    if place >= 0:
        raise ArticleError(
            f"byte {place}: a NUL byte, so this is a binary file or UTF-16 without its mark; send text as UTF-8"
        )


def _strict(data: bytes, charset: str) -> str:
    """Decode or say where it fails."""
    if codecs_name(charset) is None:
        raise ArticleError(f"byte 0: declares the unknown charset {charset!r}; convert the file to UTF-8")
    try:
        return data.decode(charset)
    except UnicodeDecodeError as error:
        raise ArticleError(
            f"byte {error.start}: not {charset} although the file says so; convert the file to UTF-8"
        ) from None
