"""People who help families: for now, parents who volunteer - champions, ambassadors, mentors."""
