"""People who help families, in words."""
