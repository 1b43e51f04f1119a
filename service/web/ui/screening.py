"""Screen a text: paste an article and see what it would flag, and why or why not."""

from __future__ import annotations

from typing import Annotated

from fastapi import Depends, Request, Response

from service.errors import ArticleError
from service.model.article import Article
from service.report.views import view_screening
from service.store import alerts, articles, screenings
from service.web.access import Actor, TheService
from service.web.ui.nearest import why_not
from service.web.ui.pages import desk_router, go, read_form, show

router = desk_router("/desk/screen")

FIELDS = ("title", "text", "published", "language", "source", "url")
Form = Annotated[dict[str, str], Depends(read_form)]


@router.get("")
def ask(request: Request) -> Response:
    """An empty form."""
    return show(request, "screen.html", form=dict.fromkeys(FIELDS, ""), view=None, refused="")


@router.get("/kept")
def kept(request: Request, service: TheService, id: str = "") -> Response:  # noqa: A002  (it is the address's word)
    """A stored article: what it flagged when it was screened, and which rules and names came nearest."""
    with service.store.read() as tx:
        stored = articles.get(tx, id.strip())
        document = screenings.get(tx, id.strip(), stored.revision)
        alert_id = alerts.of_revision(tx, id.strip(), stored.revision)
    given = {name: getattr(stored.article, name) or "" for name in FIELDS}
    view = view_screening({"article": stored.article.as_dict(), **document})
    return show(
        request, "screen.html", form=given, view=view, refused="", kept=True, alert_id=alert_id or "",
        why_not=why_not(service.screener, stored.article),
    )  # fmt: skip


@router.post("")
def screen(request: Request, service: TheService, actor: Actor, form: Form) -> Response:
    """What the text would flag; it is kept only when `keep` is asked for."""
    given = {name: form.get(name, "").strip() for name in FIELDS} | {"text": form.get("text", "")}
    try:
        article = Article(
            given["text"],
            given["title"],
            published=given["published"] or None,
            language=given["language"] or None,
            source=given["source"] or None,
            url=given["url"] or None,
        )
    except ArticleError as error:
        return show(request, "screen.html", status=422, form=given, view=None, refused=str(error))
    if "keep" in form:
        received = service.intake.receive(article, actor=actor)
        if received.alert is not None:
            return go(f"/desk/alerts/{received.alert['id']}")
        document = received.screening
    else:
        document = service.screener.screen(article).as_dict()
    return show(
        request, "screen.html", form=given, view=view_screening(document), refused="", kept="keep" in form,
        why_not=why_not(service.screener, article),
    )  # fmt: skip
