"""Organisations, services, places, and who keeps them true."""
