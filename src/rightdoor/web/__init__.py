"""The shell: home page per role, navigation, search, errors."""
