"""Every change to the directory."""

from rightdoor.directory.actions.keeping import Kept, keep
from rightdoor.directory.actions.loading import load_services

__all__ = ["Kept", "keep", "load_services"]
