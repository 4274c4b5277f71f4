"""Asking for help, one question a page: what is asked in which order, and the story the answers make.

Everything here is plain functions over the answers kept so far; nothing reads the database or the clock.
"""
