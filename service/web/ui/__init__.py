"""The desk: pages for analysts over the same functions that the API calls; they read and hand over, and decide nothing.

Every page works without JavaScript; htmx and a small script of our own add the keyboard and save page loads.
"""
