"""The door for a terminal."""

from service.cli import alerts, demo, list_versions, lists, report, rule_work, rules, screen, serve
from service.cli.app import main

__all__ = ["alerts", "demo", "list_versions", "lists", "main", "report", "rule_work", "rules", "screen", "serve"]
