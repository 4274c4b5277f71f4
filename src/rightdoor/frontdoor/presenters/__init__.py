"""Records of the front door in the words and shapes that pages show."""
