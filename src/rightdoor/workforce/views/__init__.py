"""Pages about who helps families."""
