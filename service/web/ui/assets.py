"""The files of the desk that browsers keep: styles and scripts, named by their content so that they never go stale."""

from __future__ import annotations

import hashlib
from importlib.resources import files

from fastapi import APIRouter, Response

from service.errors import NotFoundError

router = APIRouter(prefix="/desk/static", include_in_schema=False)

_TYPES = {"css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8", "svg": "image/svg+xml"}
_PLACES = {
    "dossier.css": files("service.report").joinpath("templates/dossier.css"),
    "charts.css": files("service.report").joinpath("templates/charts.css"),
    "desk.css": files("service.web.ui").joinpath("static/desk.css"),
    "queue.css": files("service.web.ui").joinpath("static/queue.css"),
    "pane.css": files("service.web.ui").joinpath("static/pane.css"),
    "desk.js": files("service.web.ui").joinpath("static/desk.js"),
    "htmx.min.js": files("service.web.ui").joinpath("static/htmx.min.js"),
    "mark.svg": files("service.web.ui").joinpath("static/mark.svg"),
}
_CONTENTS = {name: place.read_bytes() for name, place in _PLACES.items()}
_VERSIONS = {name: hashlib.sha256(content).hexdigest()[:12] for name, content in _CONTENTS.items()}


def asset(name: str) -> str:
    """The address of a file of the desk, with its version."""
    return f"/desk/static/{name}?v={_VERSIONS[name]}"


@router.get("/{name}")
def serve(name: str) -> Response:
    """One of the known files; nothing else can be named."""
    if name not in _CONTENTS:
        raise NotFoundError(f"the desk has no file {name!r}")
    headers = {"Cache-Control": "public, max-age=31536000, immutable", "X-Content-Type-Options": "nosniff"}
    return Response(_CONTENTS[name], media_type=_TYPES[name.rpartition(".")[2]], headers=headers)
