"""Small tables of our own: words that carry little of a name, letters, frequencies."""
