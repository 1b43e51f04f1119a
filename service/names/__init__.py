"""Is this person or company on a list?"""
