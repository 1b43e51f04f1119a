"""The JSON of the API, field by field, with examples: what OpenAPI shows."""
