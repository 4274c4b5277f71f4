"""The pages of a family's record."""
