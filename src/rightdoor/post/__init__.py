"""Messages that leave the house: written inside a change, sent afterwards."""
