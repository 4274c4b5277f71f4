"""Rightdoor: early help for whole families."""
