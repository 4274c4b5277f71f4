"""Pages of the help a family gets."""
