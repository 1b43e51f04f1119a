"""One act on many alerts of the queue: each is done, or refused with its reason."""

from __future__ import annotations

from typing import Annotated

from fastapi import Depends, Request, Response

from service.errors import FlagstaffError, InputError
from service.model.disposition import REASONS
from service.web.access import Caller, TheService
from service.web.ui.deciding import read_act
from service.web.ui.pages import desk_router, read_form, show

router = desk_router("/desk/queue/bulk")

ACTS = ("take", "assign", "escalate", "decide")
"""What may be done to many alerts at once."""
_PICK = "pick-"


@router.post("")
def act_on_many(
    request: Request, service: TheService, user: Caller, form: Annotated[dict[str, str], Depends(read_form)]
) -> Response:
    """Do one act to each selected alert and tell what became of each."""
    chosen = [name.removeprefix(_PICK) for name in form if name.startswith(_PICK)]
    if form.get("act") not in ACTS:
        raise InputError(f"act: {form.get('act', '')!r} is none of {', '.join(ACTS)}")
    if not chosen:
        raise InputError("nothing is selected: tick the alerts in the queue first")
    act = read_act(form)
    results: list[tuple[str, str, str]] = []
    for alert_id in chosen:
        try:
            done = service.review.act(alert_id, act, by=user)
            results.append((alert_id, str(done["summary"]), ""))
        except FlagstaffError as error:
            results.append((alert_id, "", str(error)))
    return show(
        request, "bulk.html", results=results, act=act, back=form.get("back", ""), typed=form, bulk_reasons=REASONS,
    )  # fmt: skip
