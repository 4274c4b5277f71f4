"""People, relationships, households, agreement, sharing, chronology."""
