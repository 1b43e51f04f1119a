"""The REST API, one file a noun; handlers parse, hand over, and decide nothing."""
