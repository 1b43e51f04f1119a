"""Reports: what can be taken home from the desk."""

from __future__ import annotations

from fastapi import Request, Response

from service.web.ui.pages import desk_router, show

router = desk_router("/desk/reports")


@router.get("")
def reports(request: Request) -> Response:
    """The reports there are."""
    return show(request, "reports.html")
