"""The door for a terminal."""

from service.cli import alerts, demo, lists, report, rules, screen, serve
from service.cli.app import main

__all__ = ["alerts", "demo", "lists", "main", "report", "rules", "screen", "serve"]
