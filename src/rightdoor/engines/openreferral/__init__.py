"""Open Referral UK (HSDS-UK 3.0): entries as JSON that others read, and theirs as entries."""

from rightdoor.engines.openreferral.cleaning import Note
from rightdoor.engines.openreferral.reading import Read, read
from rightdoor.engines.openreferral.writing import Publisher, service

__all__ = ["Note", "Publisher", "Read", "read", "service"]
