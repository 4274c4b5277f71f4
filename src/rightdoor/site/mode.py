"""What this house is for: made-up people, real families, or tests."""

from django.core.exceptions import ImproperlyConfigured

from rightdoor.site import environment as env

# demo: made-up people, sign in with one click. production: everything must be set. test: fast and closed.
MODE = env.text("RIGHTDOOR_MODE", "test")
if MODE not in {"demo", "production", "test"}:
    raise ImproperlyConfigured(f"RIGHTDOOR_MODE is {MODE!r}: write demo, production or test.")
PRODUCTION = MODE == "production"
DEMO = MODE == "demo"
