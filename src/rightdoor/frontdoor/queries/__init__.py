"""Every read of the front door, scoped to the person asking."""

from rightdoor.frontdoor.queries.queue import (
    Filter,
    Line,
    Page,
    queue,
    readable_among,
    request_or_404,
    requests_for,
)
from rightdoor.frontdoor.queries.sent import (
    Sent,
    draft_by_code,
    drafts_of,
    last_sent,
    own_draft_or_404,
    sent_by,
    sent_from,
    sent_or_404,
)

__all__ = [
    "Filter",
    "Line",
    "Page",
    "Sent",
    "draft_by_code",
    "drafts_of",
    "last_sent",
    "own_draft_or_404",
    "queue",
    "readable_among",
    "request_or_404",
    "requests_for",
    "sent_by",
    "sent_from",
    "sent_or_404",
]
