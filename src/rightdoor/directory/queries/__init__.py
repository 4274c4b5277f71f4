"""Every read of the directory."""

from rightdoor.directory.queries.listings import listing, listings, outlines, public, told_of

__all__ = ["listing", "listings", "outlines", "public", "told_of"]
