"""The steps from one schema to the next, in `versions/`; Alembic reads this folder."""
