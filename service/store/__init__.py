"""Where is it kept? Articles, screenings, alerts, snapshots and the audit chain, in SQLite or PostgreSQL.

The only room that speaks SQL. Every function takes the open `Transaction` first and holds one query with a sentence.
"""
