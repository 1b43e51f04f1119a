"""`flagstaff demo`: the main job on the sample articles."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from service.cli.app import app
from service.cli.console import line, out, say
from service.cli.report import write_page
from service.model.screening import BAND_ORDER
from service.report.dossier import render_index_html, render_screening_html
from service.report.terminal import render_alert_text
from service.samples import load_samples
from service.screening.screener import Screener
from service.settings import load_settings


@app.command()
def demo(
    folder: Annotated[Path, typer.Option("--out", help="Where the reports go.")] = Path("out/demo"),
) -> None:
    """Screen the sample articles with the embedded rules and starter lists, show an alert, write its report."""
    say("demo: loading the embedded rules and the starter lists (a few seconds)")
    screener = Screener.load(cache=load_settings().cache)
    samples = load_samples()
    say(f"demo: screening {len(samples)} sample articles")
    screenings: list[dict[str, Any]] = [{**screener.screen(article).as_dict(), "alert_id": None} for article in samples]
    shown = next((each for each in screenings if each["band"] == "alert"), screenings[0])
    out.print(render_alert_text(shown))
    out.print()
    for screening in sorted(screenings, key=lambda each: -BAND_ORDER[each["band"]]):
        article = screening["article"]
        line(f"{screening['band']:>7}  {article['title']}")
        write_page(folder / f"{article['id']}.html", render_screening_html(screening))
    write_page(folder / "alert.html", render_screening_html(shown))
    links = [f"{screening['article']['id']}.html" for screening in screenings]
    write_page(folder / "index.html", render_index_html(screenings, links))
    out.print()
    line(f"report of the alert: {(folder / 'alert.html').resolve()}")
    line(f"all screenings:      {(folder / 'index.html').resolve()}")
