"""How well finding help answers, and how fast."""
