"""Assessment, one family plan, team around the family, reviews, closure."""
