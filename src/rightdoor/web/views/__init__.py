"""Pages that belong to no one room."""
