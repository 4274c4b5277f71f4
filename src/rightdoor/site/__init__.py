"""Settings, root addresses, server entry, command line: the only room that reads the environment."""
