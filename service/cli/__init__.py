"""The door for a terminal."""

from service.cli import alerts, audit, demo, list_versions, lists, people, report, rule_work, rules, screen, serve
from service.cli.app import main

__all__ = ["alerts", "audit", "demo", "list_versions", "lists", "main", "people", "report", "rule_work", "rules", "screen", "serve"]
