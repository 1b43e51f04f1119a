"""The door for a terminal."""

from service.cli.app import main

__all__ = ["main"]
