"""Where words stand in a text: compiled functions over code points."""
