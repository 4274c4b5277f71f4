"""What the front door asks, page by page."""
