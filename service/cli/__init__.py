"""The door for a terminal."""

from service.cli import (
    alerts,
    audit,
    demo,
    list_versions,
    lists,
    match,
    people,
    report,
    reports,
    rule_work,
    rules,
    screen,
    serve,
    suppressions,
)
from service.cli.app import main

__all__ = [
    "alerts",
    "audit",
    "demo",
    "list_versions",
    "lists",
    "main",
    "match",
    "people",
    "report",
    "reports",
    "rule_work",
    "rules",
    "screen",
    "serve",
    "suppressions",
]
