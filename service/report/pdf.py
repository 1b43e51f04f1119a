"""A page as PDF, by WeasyPrint; what it needs from the system is told where it is missing."""

from __future__ import annotations

from service.errors import PdfUnavailableError

REMEDY = (
    "PDF needs the extra flagstaff[pdf] and the system's Pango (Debian and Ubuntu: apt-get install libpango-1.0-0 "
    "libpangoft2-1.0-0 libharfbuzz-subset0); the HTML page prints to PDF from any browser"
)


def to_pdf(html: str) -> bytes:
    """The page as PDF. Nothing is fetched: an address in the page, a file's included, is refused."""
    try:
        from weasyprint import HTML
        from weasyprint.urls import URLFetcher
    except (ImportError, OSError) as error:  # OSError: the wheel is there, Pango is not
        raise PdfUnavailableError(f"{REMEDY} ({error})") from None
    made: bytes = HTML(string=html, url_fetcher=URLFetcher(allowed_protocols=())).write_pdf()
    return made
