"""What the shell reads across rooms."""
