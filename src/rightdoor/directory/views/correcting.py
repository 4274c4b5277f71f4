"""Somebody finds a mistake on the page of a service, and says so without saying who they are."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from rightdoor.access.middleware import open_to_all
from rightdoor.access.policy import Refused
from rightdoor.directory import actions, queries
from rightdoor.directory.forms.keeping import CorrectForm
from rightdoor.ui.leaving import LEAVE_FOR
from rightdoor.ui.speaking import gettext

WRONG = 422


@open_to_all
@require_http_methods(["GET", "HEAD", "POST"])
def correct(request: HttpRequest, slug: str) -> HttpResponse:
    """Say what is wrong with an entry."""
    one = get_object_or_404(queries.public(), slug=slug)
    form = CorrectForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        said = form.cleaned_data
        try:
            actions.suggest_correction(
                service=one,
                words=said["words"],
                reach=said["reach"] or "",
                now=timezone.now(),
                token=form.once,
            )
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, gettext("Thank you. Somebody will look at it and put it right."))
            return redirect("find:service", slug=slug)
    context = {"form": form, "one": one, "quick_exit": LEAVE_FOR}
    return render(request, "directory/correct.html", context, status=WRONG if form.errors else 200)
