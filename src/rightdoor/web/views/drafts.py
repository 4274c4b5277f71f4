"""Keeping what is being typed, every few seconds, so that nothing is lost."""

from datetime import datetime
from typing import Any

from django.core.exceptions import SuspiciousOperation
from django.http import HttpRequest, JsonResponse, QueryDict
from django.urls import Resolver404, resolve
from django.utils import timezone
from django.views.decorators.http import require_POST

from rightdoor.access.editing import keep_draft
from rightdoor.access.middleware import open_to_all, signed_in
from rightdoor.ui.words import time_words

LONGEST_PAGE = 120
# Not what somebody typed.
TRAVELS_ALONG = {"csrfmiddlewaretoken", "token", "version"}


@open_to_all
@require_POST
def keep(request: HttpRequest) -> JsonResponse:
    """Keep the fields of the form at the address in `?page=`. To a script, being signed out is 401."""
    if not request.user.is_authenticated:
        return JsonResponse({"saved": "", "why": "signed out"}, status=401)
    now = timezone.now()
    keep_draft(
        page=_page(request),
        fields=_typed(request.POST),
        version=_version(request.POST.get("version", "")),
        by=signed_in(request),
        now=now,
    )
    return JsonResponse({"saved": _words(now)})


def _page(request: HttpRequest) -> str:
    page = request.GET.get("page", "")
    if len(page) > LONGEST_PAGE:
        raise SuspiciousOperation("The address of the form is too long.")
    try:
        resolve(page)
    except Resolver404:  # other sites' addresses, too
        raise SuspiciousOperation("There is no form at that address.") from None
    return page


def _typed(sent: QueryDict) -> dict[str, Any]:
    typed = {name: values for name, values in sent.lists() if name not in TRAVELS_ALONG}
    return {name: values if len(values) > 1 else values[0] for name, values in typed.items()}


def _version(sent: str) -> int:
    return int(sent) if sent.isascii() and sent.isdigit() and len(sent) < len("1000000000") else 0


def _words(now: datetime) -> str:
    return f"Draft saved at {time_words(now)}"
