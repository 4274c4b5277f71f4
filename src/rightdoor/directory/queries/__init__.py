"""Every read of the directory."""

from rightdoor.directory.queries.listings import listing, listings, public, told_of

__all__ = ["listing", "listings", "public", "told_of"]
