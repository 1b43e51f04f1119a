"""Measurements of accuracy against real lists and texts; read FLAGSTAFF_DATA."""
