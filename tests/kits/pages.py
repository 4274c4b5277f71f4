"""A few small pages, good and bad, on which the browser kit itself is tested."""

from django.http import HttpRequest, HttpResponse
from django.urls import path

from rightdoor.access.middleware import open_to_all

PAGE = """<!DOCTYPE html><html lang="en-GB"><head><title>{title}</title>
<link rel="icon" href="data:,"></head>
<body><main><h1>A page</h1>{body}</main></body></html>"""
BODIES = {
    "good": "<p>Everything is in order.</p><a href='/good'>This page</a>",
    "unlabelled": "<input name='age'>",
    "same-words": "<a href='/good'>More</a> <a href='/unlabelled'>More</a>",
    "error": "<div class='govuk-error-summary'>There is a problem</div>",
    "wide": "<pre>" + "wide " * 200 + "</pre>",
    "refused": "<p>Before</p><script>document.title = 'Script ran'</script>",
}


@open_to_all
def show(request: HttpRequest, name: str) -> HttpResponse:
    """Show one of the pages."""
    return HttpResponse(PAGE.format(title="A page", body=BODIES[name]))


urlpatterns = [path("<slug:name>", show)]
