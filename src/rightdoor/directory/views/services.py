"""The page of one service."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from rightdoor.access.middleware import open_to_all
from rightdoor.directory import queries
from rightdoor.directory.presenters.service import service_page


@open_to_all
@require_safe
def service(request: HttpRequest, slug: str) -> HttpResponse:
    """Show one service as the public may be told of it."""
    (entry,) = queries.told_of(queries.public().filter(slug=slug)) or (None,)
    if entry is None:
        raise Http404
    return render(request, "directory/service.html", service_page(entry))
