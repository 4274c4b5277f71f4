"""Lists of help for other people's pages: plain, in a frame, without cookies, scripts not needed."""

from csp.decorators import csp_replace
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.clickjacking import xframe_options_exempt
from django.views.decorators.http import require_safe

from rightdoor.access.middleware import open_to_all
from rightdoor.access.partnership import pack
from rightdoor.directory import queries

MOST = 10


@open_to_all
@require_safe
def blocks(request: HttpRequest) -> HttpResponse:
    """Show which lists there are, and the line that puts each on a page."""
    lines = [[issue.name, _line(issue.id, issue.name)] for issue in pack().issues]
    return render(request, "directory/blocks.html", {"lines": lines})


def _line(issue: str, name: str) -> str:
    address = f"{settings.ADDRESS}{reverse('open:block', kwargs={'issue': issue})}"
    return f'<iframe src="{address}" title="{name}" width="100%" height="600"></iframe>'


@open_to_all
@csp_replace({"frame-ancestors": ["*"]})  # type: ignore[arg-type]
@xframe_options_exempt
@require_safe
def block(request: HttpRequest, issue: str) -> HttpResponse:
    """Show help with one issue, to stand in a frame of any page."""
    named = next((one.name for one in pack().issues if one.id == issue), None)
    if named is None:
        raise Http404
    found = [one for one in queries.outlines(queries.public()) if issue in one.issues][:MOST]
    context = {"title": named, "services": found, "partnership_name": pack().partnership.partnership}
    return render(request, "directory/block.html", context)
