"""What every page of the request form stands in: which draft is open here, and a way to leave quickly.

Which draft is whose is kept in the session, never in an address. The address holds only a small number, so
that two windows can hold two requests and nothing is given away by the history of a shared computer.
"""

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from markupsafe import Markup

from rightdoor.access.models import Practitioner
from rightdoor.access.partnership import words_to_read
from rightdoor.access.permissions import Permission
from rightdoor.frontdoor import queries
from rightdoor.frontdoor.asking.answers import PRACTITIONER
from rightdoor.frontdoor.models import RequestDraft
from rightdoor.ui.leaving import LEAVE_FOR
from rightdoor.ui.prose import prose
from rightdoor.ui.speaking import gettext, in_language, work_in_english

_KEPT = "asking"
MOST_OPEN = 20


def the_writer(request: HttpRequest) -> Practitioner | None:
    """Give the practitioner who writes, where one is signed in who may send requests."""
    user = request.user
    return user if isinstance(user, Practitioner) and user.may(Permission.REQUEST_SEND) else None


def code_at(request: HttpRequest, number: int) -> str:
    """Give the code of the draft this browser calls by a number; empty when it has none."""
    return str(request.session.get(_KEPT, {}).get(str(number), ""))


def open_draft(request: HttpRequest, number: int) -> RequestDraft | None:
    """Give the draft this browser calls by a number."""
    code = code_at(request, number)
    # Whoever is still writing is still here: the session lasts from the last page, not from the first.
    request.session.modified = True
    return queries.draft_by_code(code, the_writer(request)) if code else None


def numbered(request: HttpRequest, code: str) -> int:
    """Give the number by which this browser calls a draft, a new one where it has none yet."""
    held: dict[str, str] = request.session.get(_KEPT, {})
    known = next((int(number) for number, kept in held.items() if kept == code), None)
    if known is not None:
        return known
    number = max(map(int, held), default=0) + 1
    newest = sorted(held, key=int)[-(MOST_OPEN - 1) :]
    request.session[_KEPT] = {**{one: held[one] for one in newest}, str(number): code}
    return number


def pack_words(name: str) -> Markup:
    """Give the partnership's own words on something, in the reader's language where it has them."""
    words, code = words_to_read(name)
    return in_language(prose(words, heading=False), code)


def page(request: HttpRequest, name: str, context: Mapping[str, Any], status: int = 200) -> HttpResponse:
    """Show a page of the form; for the public each has a way to leave quickly."""
    if context.get("asker") == PRACTITIONER:
        # Somebody who works with families writes what others of the partnership will read.
        work_in_english()
    quick_exit = "" if the_writer(request) else LEAVE_FOR
    shown = {"quick_exit": quick_exit, **context}
    return render(request, f"frontdoor/ask/{name}.html", shown, status=status)


def gone(request: HttpRequest, number: int) -> HttpResponse:
    """Send somebody on whose form is not open here: to what became of it, or to the beginning."""
    code = code_at(request, number)
    if code and queries.sent_from(code):
        return redirect("ask:sent", number=number)
    messages.info(
        request,
        gettext("This form is not open in this browser. Start again, or go on with the code you wrote down."),
    )
    return redirect("ask:start")
