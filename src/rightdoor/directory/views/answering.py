"""How the open data answers: documents that need not be sent twice, pages, streams, and plain refusals."""

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.utils.cache import get_conditional_response
from django.utils.http import http_date

from rightdoor.directory.forms.open_data import Paged
from rightdoor.directory.presenters import open_data as present
from rightdoor.directory.queries import open_data as asked_of

A_STREAM = 200
Answer = HttpResponse | StreamingHttpResponse


def say(request: HttpRequest, document: Any, changed: datetime | None = None) -> HttpResponse:
    """Send a document, or that it has not changed since the one that is held."""
    body = json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode()
    etag = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
    answer = HttpResponse(body, content_type="application/json")
    answer["ETag"] = etag
    if changed:
        answer["Last-Modified"] = http_date(changed.timestamp())
    stamp = int(changed.timestamp()) if changed else None
    return get_conditional_response(request, etag, stamp, answer)  # type: ignore[return-value]


def refuse(status: int, detail: str, problems: Iterable[dict[str, str]] = ()) -> HttpResponse:
    """Say what is wrong, to a program."""
    document = {"detail": detail, "problems": list(problems)}
    return HttpResponse(
        json.dumps(document, ensure_ascii=False), content_type="application/json", status=status
    )


def stream(rows: Any, tell: Callable[[Any], list[dict[str, Any]]]) -> StreamingHttpResponse:
    """Send every row, one a line, some at a time."""

    def lines() -> Iterator[str]:
        for some in asked_of.chunks(rows, A_STREAM):
            for document in tell(some):
                yield json.dumps(document, ensure_ascii=False) + "\n"

    return StreamingHttpResponse(lines(), content_type="application/x-ndjson")


def paged(
    request: HttpRequest, asked: Paged, rows: Any, tell: Callable[[Any], list[dict[str, Any]]]
) -> HttpResponse | StreamingHttpResponse:
    """Send one page, or everything as a stream."""
    if asked.format == "ndjson":
        return stream(rows, tell)
    total = rows.count()
    return say(request, present.page(asked.page, asked.size(), total, lambda a, b: tell(rows[a:b])))
