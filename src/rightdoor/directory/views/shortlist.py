"""Services that somebody keeps without an account, and a list that was handed on."""

from typing import Any
from urllib.parse import urlsplit

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from rightdoor.access.middleware import open_to_all
from rightdoor.access.models import Practitioner
from rightdoor.access.permissions import Permission
from rightdoor.directory import shortlist
from rightdoor.directory.forms.shortlist import ListChange
from rightdoor.directory.presenters import shortlist as present
from rightdoor.directory.queries.shortlist import still_told, told_in_order
from rightdoor.directory.shortlist import Full, Kept
from rightdoor.ui.addresses import reverse
from rightdoor.ui.leaving import LEAVE_FOR
from rightdoor.ui.speaking import gettext

GONE, WRONG = 410, 422


# A token against forgery would be a cookie of its own on every page of results; `_from_here` stands for it.
@csrf_exempt
@open_to_all
@require_http_methods(["GET", "HEAD", "POST"])
def kept(request: HttpRequest) -> HttpResponse:
    """Show the list; change it by one button."""
    now_kept = shortlist.kept_in(request.COOKIES)
    if request.method != "POST":
        return _list(request, now_kept)
    if not _from_here(request):
        raise PermissionDenied
    form = ListChange(request.POST)
    changed = _changed(now_kept, form) if form.is_valid() else None
    if changed is None:
        return _list(request, now_kept, status=WRONG, form=form)
    response = redirect(_after(form))
    shortlist.keep_on_device(response, changed)
    return response


@open_to_all
@require_safe
def handed_on(request: HttpRequest, sealed: str) -> HttpResponse:
    """Show a list that was handed on, to read and to keep."""
    keys = shortlist.handed_on(sealed)
    if keys is None:
        return _shown(request, "kept_over", {}, status=GONE)
    return _shown(request, "kept_shared", {"lines": present.lines(told_in_order(keys)), "sealed": sealed})


def _list(request: HttpRequest, keys: Kept, *, status: int = 200, **more: Any) -> HttpResponse:
    address = reverse("find:kept-shared", kwargs={"sealed": shortlist.to_hand_on(keys)})
    user = request.user
    context = {
        "lines": present.lines(told_in_order(keys)),
        "may_plan": isinstance(user, Practitioner) and user.may(Permission.PERSON_SEARCH),
        "address": request.build_absolute_uri(address),
        "days": shortlist.DAYS,
        "link_days": shortlist.LINK_DAYS,
    }
    return _shown(request, "kept", context | more, status=status)


def _shown(request: HttpRequest, page: str, context: dict[str, Any], *, status: int = 200) -> HttpResponse:
    view = request.GET.get("view", "")
    context |= {
        "views": present.views(view),
        "body_classes": "app-large" if view == present.LARGE else "",
        "quick_exit": LEAVE_FOR,
    }
    response = render(request, f"directory/{page}.html", context, status=status)
    response["X-Robots-Tag"] = "noindex"
    return response


def _changed(keys: Kept, form: ListChange) -> Kept | None:
    """Give the list as it is after a change; None, and why on the form, where that cannot be."""
    try:
        return _put(keys, form) if form.change in {"keep", "take"} else _arranged(keys, form)
    except Full:
        words = gettext("There is no room for that. A list holds %(most)s services. Take some off first.")
        form.add_error(None, words % {"most": shortlist.MOST})
        return None


def _put(keys: Kept, form: ListChange) -> Kept | None:
    more = shortlist.handed_on(form.cleaned_data["take"]) if form.change == "take" else (form.service,)
    told = still_told(key for key in more or () if key)
    if not told:
        form.add_error(None, gettext("That is no longer listed, so it cannot be kept."))
        return None
    return shortlist.with_also(keys, told)


def _arranged(keys: Kept, form: ListChange) -> Kept:
    if form.service is None:
        return ()
    if form.change == "drop":
        return shortlist.without(keys, form.service)
    return shortlist.moved(keys, form.service, -1 if form.change == "up" else 1)


def _after(form: ListChange) -> str:
    """Lead back to the page that was left, and on it to the service."""
    there: str = form.cleaned_data["back"] or reverse("find:kept")
    return f"{there}#keep-{form.service}" if form.service else there


def _from_here(request: HttpRequest) -> bool:
    """Whether a page of ours sent this. Browsers say so; old ones name the site that sent it, if any."""
    site = request.headers.get("Sec-Fetch-Site", "")
    if site:
        return site in {"same-origin", "none"}
    sender = urlsplit(request.headers.get("Origin", "")).netloc
    return sender in {"", request.get_host()}
