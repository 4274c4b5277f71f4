"""What the pages about who helps families ask."""
