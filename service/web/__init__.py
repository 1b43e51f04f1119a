"""The door for machines and analysts."""
