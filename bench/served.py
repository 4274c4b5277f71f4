"""What the measured server serves: the house; pages from constants at /plain/N/, /signed-in/N/, /door/N/."""

from collections.abc import Callable, Iterable
from typing import Any

from rightdoor.site import running

running.start()

from django.conf import settings  # noqa: E402 - settings are there once Django has started
from django.core.wsgi import get_wsgi_application  # noqa: E402

from bench.constants import from_constants, plain  # noqa: E402

settings.ROOT_URLCONF = "bench.addresses"
_house = get_wsgi_application()
from_constants()


def application(environ: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
    """Answer one request."""
    first, _, place = environ["PATH_INFO"].strip("/").partition("/")
    if first != "plain":
        answer: Iterable[bytes] = _house(environ, start)
        return answer
    body = plain(int(place))
    start("200 OK", [("Content-Type", "text/html"), ("Content-Length", str(len(body)))])
    return [body]
