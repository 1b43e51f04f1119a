"""The engine's version: a change of results without a change of rules or lists raises it."""

ENGINE_VERSION = "0.1.0"
