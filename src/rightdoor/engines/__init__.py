"""Knowledge that needs no database and no web: plain functions over plain data."""
