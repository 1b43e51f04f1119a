"""Which listed names could this text name? The compiled index of names: flat arrays in one mapped file."""
