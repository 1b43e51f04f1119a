"""XML from strangers: read as a stream, no DTD, no entities, no network."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence
from functools import cache

from lxml import etree

from service.watchlist.source import Source, decode, refuse
from service.watchlist.values import clean

_DOCTYPE = re.compile(rb"<!(DOCTYPE|ENTITY)", re.IGNORECASE)
_ENCODING = re.compile(rb"""^\s*<\?xml[^>]*encoding\s*=\s*["']([A-Za-z0-9._-]+)""")
_ENCODINGS = {"utf-8", "utf8", "us-ascii", "ascii", "iso-8859-1", "latin-1", "windows-1252", "cp1252", "iso-8859-15"}


def safe_xml(source: Source) -> bytes:
    """The bytes of an XML file that may be parsed. Raises ListError for a DOCTYPE or an unusual encoding."""
    data = source.data
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        data = re.sub(r"^\s*<\?xml[^>]*\?>", "", decode(data)).encode()
    declared = _ENCODING.match(data.removeprefix(b"\xef\xbb\xbf")[:200])
    if declared and declared[1].decode().lower() not in _ENCODINGS:
        raise refuse(source, f"encoding {declared[1].decode()} is not read", "save the file as UTF-8")
    if _DOCTYPE.search(data):
        raise refuse(
            source, "the XML declares a DOCTYPE or entities", "no publisher's list has one; download the list again"
        )
    return data


def root_name(source: Source) -> str:
    """The local name of the root element. Raises ListError where the file is no well-formed XML."""
    try:
        for _, element in etree.iterparse(io.BytesIO(safe_xml(source)[:65536]), events=("start",), **_SAFE):
            return local(element)
    except etree.XMLSyntaxError as error:
        raise _broken(source, error) from None
    raise refuse(source, "no XML element in the file", "download the list again")


def elements(source: Source, tags: Sequence[str]) -> Iterator[etree._Element]:
    """Every element of the given local names that has children, complete, in file order; then it is freed.

    Raises ListError where the file breaks off or is not well-formed, naming the line.
    """
    data = io.BytesIO(safe_xml(source))
    try:
        for _, element in etree.iterparse(data, events=("end",), tag=[f"{{*}}{tag}" for tag in tags], **_SAFE):
            yield element
            element.clear()
            parent = element.getparent()
            while parent is not None and element.getprevious() is not None:
                del parent[0]
    except etree.XMLSyntaxError as error:
        raise _broken(source, error) from None


_SAFE: dict[str, bool] = {
    "resolve_entities": False,
    "no_network": True,
    "load_dtd": False,
    "huge_tree": False,
    "remove_comments": True,
    "remove_pis": True,
}


def _broken(source: Source, error: etree.XMLSyntaxError) -> Exception:
    """The error for XML that ends too early or is damaged."""
    line = error.lineno or 0
    return refuse(source, f"line {line}: the XML is cut off or damaged ({error.msg})", "download the list again")


def local(element: etree._Element) -> str:
    """The element's name without its namespace."""
    return _local(element.tag)


@cache
def _local(tag: str) -> str:
    """`{namespace}name` -> `name`; a schema has few names."""
    return str(tag).rpartition("}")[2]


def text_of(element: etree._Element, tag: str) -> str:
    """The cleaned text of the first child of that local name, empty where there is none."""
    for child in element:
        if child.tag == tag or _local(child.tag) == tag:
            return clean(child.text)
    return ""


def texts_of(element: etree._Element) -> dict[str, str]:
    """The cleaned texts of all children by local name, the first of each; one walk for an element of many fields."""
    found: dict[str, str] = {}
    for child in element:
        tag = _local(child.tag)
        if tag not in found:
            text = child.text
            found[tag] = clean(text) if text else ""
    return found
