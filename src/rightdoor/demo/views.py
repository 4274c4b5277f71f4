"""Signing in with one click, in the demo only."""

from django.contrib.auth import login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from rightdoor.access.middleware import open_to_all
from rightdoor.demo.queries import people, persona_or_404

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@open_to_all
@require_safe
def people_page(request: HttpRequest) -> HttpResponse:
    """Show who can be signed in as."""
    return render(request, "demo/people.html", {"people": people()})


@open_to_all
@require_POST
def become(request: HttpRequest, key: str) -> HttpResponse:
    """Sign in as a persona."""
    login(request, persona_or_404(key), backend=BACKEND)
    return redirect("web:today")
