"""Forty hostile texts in every field that anybody fills in, looked at in Chromium: no dialog, and the policy holds."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import cycle
from urllib.parse import quote, urlencode

import httpx
import pytest
from playwright.sync_api import Browser, Page

from service.model.article import Article
from service.model.disposition import Act
from service.model.entity import Entity, Identifier, Name
from service.model.evidence import Factor
from service.model.law import LawRow, Reading
from service.model.mention import Candidate, Mention
from service.model.screening import Screening
from service.review import Asked, PartySaid, Upload, look_again
from service.store.people import User
from service.web.access import LOCAL_ADMIN
from service.web.ui.queue import FILTERS
from service.wiring import Service
from tests.standin import RULE, StandInScreener, article, find, make_hit

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

PAYLOADS = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg onload=alert(1)>",
    "'\"><script>alert(1)</script>",
    "</title><script>alert(1)</script>",
    "</textarea><script>alert(1)</script>",
    "</style><script>alert(1)</script>",
    "javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "<iframe srcdoc='<script>alert(1)</script>'>",
    "<a href=javascript:alert(1)>x</a>",
    "<body onload=alert(1)>",
    "<details open ontoggle=alert(1)>",
    "<math><mi//xlink:href='data:x'>",
    "{{7*7}}",
    "{% raw %}",
    "${alert(1)}",
    "<!--<img src=--><img src=x onerror=alert(1)//>",
    "<input autofocus onfocus=alert(1)>",
    "<video><source onerror=alert(1)>",
    '"onmouseover=alert(1) x="',
    "' onfocus=alert(1) autofocus '",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#x3C;script&#x3E;alert(1)",
    "<scr<script>ipt>alert(1)</script>",
    "<object data=javascript:alert(1)>",
    "<embed src=javascript:alert(1)>",
    "<form action=javascript:alert(1)><button>",
    "<meta http-equiv=refresh content='0;url=javascript:alert(1)'>",
    "<base href=//evil.example/>",
    "<link rel=stylesheet href=//evil.example/x.css>",
    "<style>*{background:url(//evil.example)}</style>",
    "<div hx-get=/desk/audit hx-trigger=load>",
    "<div hx-on:load=alert(1)>",
    "<div data-hx-on:htmx:load='alert(1)'>",
    "<template><script>alert(1)</script></template>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
    "\u202e<script>alert(1)</script>",
    "<plaintext>",
    "<svg><animate onbegin=alert(1)>",
]


@dataclass(frozen=True)
class HostileScreener(StandInScreener):
    """A rule and a list of which every word is hostile."""

    payload: str = ""
    entity_id: str = "un-1"

    def screen(self, article: Article) -> Screening:
        """One hit, one mention."""
        bad = self.payload
        span = find(article, "workers")
        assert span is not None
        entity = Entity(
            id=self.entity_id, list="un", schema="Person", names=(Name(f"Kim {bad}"), Name(bad, kind="alias")),
            programmes=(bad,), countries=(bad,), birth_places=(bad,), positions=(bad,), addresses=(bad,),
            identifiers=(Identifier("passport", bad, bad, bad),), source_ref=bad, listed_on=bad,
        )  # fmt: skip
        factors = (Factor("name", -2, bad, (span,)),)
        hit = replace(
            make_hit(span, 20), title=bad, notes=(bad,), not_met=(bad,), factors=(Factor("f", 30, bad, (span,)),),
            law=(LawRow("un-1718/workers", bad, bad, bad, "2017-12-22", reading=Reading("secondary", bad, bad)),),
            entity_ids=(self.entity_id,),
        )  # fmt: skip
        mention = Mention(span, (Candidate(entity, entity.names[1], 0.99, factors, bad),))
        return Screening(article, self.snapshot.sha256, self.snapshot.provenance, (hit,), (mention,))


def worked_on(service: Service, number: int, bad: str) -> str:
    """An alert of which article, rule, list entry, label, comment and notes are hostile; its id."""
    service.screener = HostileScreener(payload=bad, entity_id=f"un-{number}")
    told = " ".join(f"{word}{number}" for word in ("alpha", "beta", "gamma", "delta", "eta", "zeta", "theta", "iota"))
    hostile = article(number, text=f"workers {bad} {told}", title=bad, source=bad, url=bad, language=bad[:8])
    received = service.intake.receive(hostile, actor=bad[:40])
    assert received.alert is not None
    identity = str(received.alert["id"])
    service.review.act(identity, Act(name="take"), by=LOCAL_ADMIN)
    service.review.comment(identity, bad, by=LOCAL_ADMIN)
    service.review.label(identity, [bad[:60]], by=LOCAL_ADMIN)
    said = PartySaid(entity_ids=(f"un-{number}",), decision="unclear", reason="insufficient_information", note=bad)
    service.review.decide_parties(identity, said, by=LOCAL_ADMIN)
    upload = Upload(name=f"{bad[:80]}.txt", media_type="text/plain", content=bad.encode())
    service.filing.attach(identity, upload, by=LOCAL_ADMIN)
    service.review.act(identity, Act(name="escalate", note=bad), by=LOCAL_ADMIN)
    suppressed(service, identity, bad)
    return identity


def suppressed(service: Service, identity: str, bad: str) -> None:
    """A suppression of hostile words and sources, and one of a whole rule, with hostile notes, approved and ended."""
    asked = Asked(
        alert_id=identity, reason="test_item", note=bad, texts=True, sources=(bad.strip(),),
        until=service.clock() + timedelta(days=20),
    )  # fmt: skip
    whole = replace(asked, texts=False, sources=(), rules=(RULE,), whole_rules=True)
    for each in (asked, whole):
        kept = service.suppressing.propose(each, by=User("ann", "analyst"))
        if kept["status"] == "proposed":
            service.suppressing.approve(kept["id"], bad, by=LOCAL_ADMIN)
        service.suppressing.revoke(kept["id"], bad, by=LOCAL_ADMIN)


def decided(service: Service, identity: str, bad: str) -> None:
    """The alert closed by two, looked at by a third, with hostile words each time."""
    decision = Act(name="decide", outcome="true_match", reason="confirmed_conduct", note=bad)
    service.review.act(identity, decision, by=LOCAL_ADMIN)
    service.review.act(identity, Act(name="approve", note=bad), by=User("ann", "analyst"))
    look_again(service.store, identity, agrees=False, note=bad, by=User("bob", "analyst"), clock=service.clock)


def test_hostile_words_do_nothing(page: Page, service: Service) -> None:
    """On the alert, in the queue by each filter, in the dossier, the trail and the reports they stay words."""
    assert len(PAYLOADS) == 40
    asked: list[str] = []
    page.on("dialog", lambda dialog: (asked.append(dialog.message), dialog.dismiss()))
    alerts = [worked_on(service, number, bad) for number, bad in enumerate(PAYLOADS)]
    for identity, bad in zip(alerts, PAYLOADS, strict=True):
        page.goto(f"/desk/alerts/{identity}")
        assert page.locator(".source .body").first.inner_text().startswith("workers")
        assert page.locator(".alert-pane script, .alert-pane iframe, .alert-pane img, .alert-pane style").count() == 0
        page.goto("/desk/queue?" + urlencode({"q": bad, "label": bad, "source": bad, "state": bad[:40], "rule": bad}))
    for identity in alerts[::8]:
        page.goto(f"/v1/alerts/{identity}/report.html")
    for identity, bad in zip(alerts[1::8], PAYLOADS[1::8], strict=True):
        decided(service, identity, bad)
        page.goto(f"/desk/alerts/{identity}")
        page.goto(f"/v1/alerts/{identity}/report.html")
    for path in (
        "/desk", "/desk/queue", "/desk/queue?state=any", "/desk/audit", "/desk/suppressions", "/desk/rules",
        "/desk/lists", "/desk/reports", "/v1/reports/alerts.html", "/v1/reports/period.html",
        "/v1/reports/quality.html", "/v1/reports/thresholds.html",
    ):  # fmt: skip
        page.goto(path)
        assert page.locator("main iframe, main object, main embed, main base, main form[action^=java]").count() == 0
    assert asked == []


ADDRESSES = (
    "/desk/queue?{name}={bad}", "/desk/suppressions?status={bad}", "/desk/screen/kept?id={bad}", "/desk/login?to={bad}",
    "/desk/lists/{bad}", "/desk/lists/{bad}/diff?from={bad}&to={bad}", "/desk/entities/{bad}", "/desk/rules/{bad}",
    "/desk/alerts/{bad}", "/v1/reports/period.html?since={bad}&until={bad}", "/v1/reports/thresholds.html?rule={bad}",
    "/v1/reports/quality.html?seed={bad}", "/v1/reports/alerts.html?rule={bad}&q={bad}", "/desk/{bad}",
)  # fmt: skip
"""Everywhere an address takes words."""


@pytest.mark.slow
def test_hostile_words_in_addresses_do_nothing(browser: Browser, api: httpx.Client, service: Service) -> None:
    """Each payload in each parameter and path: no dialog, no other place, and the policy is never called upon."""
    worked_on(service, 1, "Courier")
    context = browser.new_context(base_url=str(api.base_url))
    page = context.new_page()
    asked: list[str] = []
    page.on("dialog", lambda dialog: (asked.append(dialog.message), dialog.dismiss()))
    page.on("console", lambda told: asked.append(told.text) if "Content Security" in told.text else None)
    page.on("pageerror", lambda error: asked.append(str(error)))
    names = cycle((*FILTERS, "sort", "cursor", "open"))
    for bad in PAYLOADS:
        for address in ADDRESSES:
            for name in (next(names), next(names)) if "{name}" in address else ("",):
                page.goto(address.format(name=name, bad=quote(bad, safe="")))
                assert page.url.startswith(str(api.base_url))
    context.close()
    assert asked == []


def test_hostile_words_in_forms_come_back_as_words(page: Page, service: Service) -> None:
    """What was typed stands in the form again after a refusal, and nothing else happens."""
    asked: list[str] = []
    page.on("dialog", lambda dialog: (asked.append(dialog.message), dialog.dismiss()))
    identity = worked_on(service, 1, PAYLOADS[5])
    until = (service.clock() + timedelta(days=20)).date().isoformat()
    for bad in PAYLOADS[::4]:
        page.goto("/desk/screen")
        page.get_by_label("Headline").fill(bad)
        page.locator("textarea[name=text]").fill(f"workers {bad}")
        page.get_by_role("button", name="Screen", exact=True).click()
        assert page.locator("textarea[name=text]").input_value() == f"workers {bad}"
    for bad in PAYLOADS[::8]:
        page.goto(f"/desk/alerts/{identity}")
        page.locator("#decision-note").fill(bad)
        page.get_by_role("button", name="Decide", exact=True).click()
        assert page.locator("#decision-note").input_value() == bad
    page.goto(f"/desk/alerts/{identity}")
    page.get_by_text("Suppress what this alert found").click()
    form = page.locator("form[action='/desk/suppressions']")
    form.get_by_label("these very texts").check()
    form.get_by_label("Reason").select_option("test_item")
    form.get_by_label("Until").fill(until)
    form.get_by_label("Note").fill(PAYLOADS[3])
    form.get_by_role("button", name="Propose").click()
    assert PAYLOADS[3] in page.locator(".suppression", has_text="proposed ·").inner_text()
    assert asked == []
