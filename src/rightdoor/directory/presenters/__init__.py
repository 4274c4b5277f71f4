"""Records of the directory in words."""
