"""Templates of the reports: the one place where values become HTML, with everything escaped."""

from __future__ import annotations

from jinja2 import BaseLoader, ChoiceLoader, Environment, PackageLoader, StrictUndefined

from service.model.law import how_read
from service.model.summary import summary_parts
from service.report import events, wording
from service.report.charts import bars
from service.report.codes import EVENT_NAMES, WHY_NOW_NAMES
from service.report.comparing import comparison, five_steps
from service.report.scale import scale_of


def environment(*before: BaseLoader) -> Environment:
    """A Jinja2 environment that escapes every value and refuses a name that is not given.

    Templates are looked for in `before` first, so that the desk shows the parts of a dossier in pages of its own.
    """
    pages = Environment(
        loader=ChoiceLoader([*before, PackageLoader("service.report", "templates")]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    pages.filters["signed"] = wording.signed
    pages.filters["age"] = wording.age
    pages.filters["joined"] = wording.join
    pages.filters["summary_parts"] = summary_parts
    pages.filters["particulars"] = events.particulars
    pages.filters["decision"] = events.decision
    pages.globals.update(
        band_titles=wording.BAND_TITLES,
        band_meanings=wording.BAND_MEANINGS,
        in_force=wording.IN_FORCE,
        limits=wording.LIMITS,
        headline=wording.headline,
        who=wording.who,
        how_sure=wording.how_sure,
        how_read=how_read,
        why_now_names=WHY_NOW_NAMES,
        event_names=EVENT_NAMES,
        scale_of=scale_of,
        comparison=comparison,
        five_steps=five_steps,
        bars=bars,
    )
    return pages


_PAGES = environment()


def render(template: str, **values: object) -> str:
    """One page, from a template of `templates/`."""
    return _PAGES.get_template(template).render(**values)
