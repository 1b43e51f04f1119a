"""Rules that change, older versions, and trials of drafts."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from service.rulebook import MOST_ARTICLES
from service.web.shapes.evidence import Shape

_SHA = "ab01" * 16


class KeptRuleShape(Shape):
    """A version of a rule as a snapshot keeps it."""

    id: str = Field(examples=["un-dprk/overseas-workers"])
    version: str = Field(examples=["1.0.0"])
    snapshot: str = Field(description="The newest snapshot with this text.", examples=[_SHA])
    kept_at: str = Field(description="Since when.", examples=["2026-11-23T10:00:00.000Z"])
    text: str = Field(description="The authored file.", examples=["schema: rule/1"])


class ChangedRuleShape(Shape):
    """A rule that is new, changed or gone."""

    id: str = Field(examples=["un-dprk/overseas-workers"])
    version: str = Field(examples=["1.1.0"])


class ReloadShape(Shape):
    """What became of the rules."""

    outcome: Literal["in use", "unchanged"] = Field(examples=["in use"])
    snapshot: str = Field(description="The snapshot in use now.", examples=[_SHA])
    rules_sha256: str = Field(description="Hash of the whole set: rules, words, law.", examples=[_SHA])
    added: list[ChangedRuleShape]
    changed: list[ChangedRuleShape]
    removed: list[ChangedRuleShape]
    warnings: list[str] = Field(
        description="Rules edited under a version that was in use already.",
        examples=[["un-dprk/overseas-workers: edited, but still version 1.4.0; raise its version"]],
    )


class TrialIn(BaseModel):
    """A draft to try."""

    model_config = ConfigDict(extra="forbid")

    rule: str = Field(
        min_length=1, max_length=256_000, description="A rule file (YAML); concepts/1 or stance/1 adds words."
    )
    after: str | None = Field(None, max_length=200, description="`next` of the answer before.")
    limit: int = Field(1_000, ge=1, le=MOST_ARTICLES, description="Most articles to look at.")


class TrialChangeShape(Shape):
    """One rule on one article that would answer otherwise."""

    article: str = Field(description="The article's id.", examples=["a-17"])
    title: str = Field(examples=["Workers seen in Vladivostok"])
    rule: str = Field(examples=["un-dprk/overseas-workers"])
    before: Literal["none", "review", "alert"] = Field(examples=["none"])
    after: Literal["none", "review", "alert"] = Field(examples=["alert"])
    points_before: int = Field(examples=[-9])
    points_after: int = Field(examples=[7])
    evidence: str = Field(description="The sentence that scored.", examples=["Around 300 workers arrived."])


class TrialShape(Shape):
    """What a draft would change over some stored articles."""

    rules: list[str] = Field(description="The rules that were compared.", examples=[["un-dprk/overseas-workers"]])
    looked_at: int = Field(description="Articles looked at.", examples=[1000])
    of: int = Field(description="Articles in the store.", examples=[12000])
    next: str | None = Field(description="Send as `after` to go on; null at the end.", examples=["a-999"])
    alerts_gained: int = Field(examples=[3])
    alerts_lost: int = Field(examples=[1])
    changes: list[TrialChangeShape]
