"""One self-contained HTML page per alert or screening: for the screen, for paper, for the file of a case."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from service.report.pages import render
from service.report.views import Dossier, view_alert, view_screening

Json = Mapping[str, Any]
_BANDS = ("alert", "review", "none")


def render_alert_html(alert: Json, articles: Sequence[Json], *, history: Sequence[Json] = ()) -> str:
    """The page of one `alert/1` object; `articles` are the articles of its story with their text.

    `history` are its events, oldest first. Fields that the alert does not have are left out. The page fetches nothing
    and runs no script.
    """
    return _render(view_alert(alert, articles), history)


def render_screening_html(screening: Json) -> str:
    """The page of one `screening/1` object, whether or not anything was flagged."""
    return _render(view_screening(screening))


def render_index_html(screenings: Sequence[Json], links: Sequence[str] = ()) -> str:
    """A page that lists several screenings, strongest first, each with a link to its own page where one is given."""
    rows = [
        {"view": view_screening(screening), "link": links[index] if index < len(links) else ""}
        for index, screening in sorted(enumerate(screenings), key=lambda item: _BANDS.index(item[1]["band"]))
    ]
    return render("index.html", rows=rows)


def _render(dossier: Dossier, history: Sequence[Json] = ()) -> str:
    return render("dossier.html", dossier=dossier, history=history)
