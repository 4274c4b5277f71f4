"""What the Makefile runs. Standard library only: these work before anything has been installed."""

import sys

if sys.version_info < (3, 11):  # noqa: UP036 - the older Python is the one that must be told
    sys.exit("Rightdoor needs Python 3.11 or newer. Name one: make demo PYTHON=python3.12")
