"""What do we talk about? The nouns of the field, as frozen values; standard library only."""
