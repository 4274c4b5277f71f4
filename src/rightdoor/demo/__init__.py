"""Made-up people for a real pack; never installed in production."""
