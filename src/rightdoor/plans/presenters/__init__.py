"""Plans in the words and shapes that pages show."""
