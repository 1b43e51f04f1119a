"""One article in: what did we find, how sure, and why?"""
