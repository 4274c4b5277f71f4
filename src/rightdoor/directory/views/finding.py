"""Finding help: one box, a postcode and an age; what was found, with the reasons beside it.

What is looked for is sent, sealed into the address of the results, and kept nowhere.
"""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from rightdoor.access.middleware import open_to_all
from rightdoor.access.partnership import pack
from rightdoor.directory import sealing
from rightdoor.directory.forms.finding import WEEKEND, FindHelp
from rightdoor.directory.forms.sheets import AGES, PREGNANCY
from rightdoor.directory.presenters import finding as present
from rightdoor.directory.queries import finding as asked
from rightdoor.engines.finding import ALL, GROUPS, Query
from rightdoor.engines.packs.nearby import whereabouts
from rightdoor.ui.leaving import LEAVE_FOR

GONE, WRONG = 410, 422


@csrf_exempt  # It changes nothing, sets no cookie, and a search box on another site may send here.
@open_to_all
@require_http_methods(["GET", "HEAD", "POST"])
def search(request: HttpRequest) -> HttpResponse:
    """Ask what would help; send what was answered on, sealed."""
    form = _form(request.POST if request.method == "POST" else None)
    if form.is_valid():
        return redirect("find:found", sealed=sealing.seal(form.told()))
    context = _front(form) | {"emergency": present.emergency(str(form["words"].value() or ""))}
    return render(request, "directory/find.html", context, status=WRONG if form.errors else 200)


@open_to_all
@require_safe
def found(request: HttpRequest, sealed: str) -> HttpResponse:
    """Show what was found, parted by how near it comes, best first."""
    told = sealing.unseal(sealed)
    form = _form(told)
    if told is None or not form.is_valid():
        return _unread(render(request, "directory/find.html", _front(_form()) | {"over": True}, status=GONE))
    query, where = _query(form, as_typed="as-typed" in request.GET)
    answer = asked.found(query)
    shown = present.worth_showing(answer, asked_by_words=bool(query.words or query.issue))
    context = _front(form) | where | _results(request, shown)
    context |= {
        "emergency": present.emergency(query.words),
        "words": query.words,
        "read_as": answer.read_as,
        "count": present.count_words(len(shown.found)),
        "nothing": not shown.found,
    }
    return _unread(render(request, "directory/found.html", context))


def _unread(response: HttpResponse) -> HttpResponse:
    """Keep the address of results from other sites, and the page from the cache of the browser."""
    response["Referrer-Policy"] = "no-referrer"
    response["Cache-Control"] = "no-store"
    response["X-Robots-Tag"] = "noindex"
    return response


def _form(told: Any = None) -> FindHelp:
    form = FindHelp(told)
    form.offer("issue", [("", "Anything"), *((issue.id, issue.name) for issue in pack().issues)])
    return form


def _front(form: FindHelp) -> dict[str, Any]:
    return {
        "form": form,
        "worries": present.worries(pack().issues, asked.issues_with_services()),
        "quick_exit": LEAVE_FOR,
        "open_more": any(form[name].value() for name in FindHelp.FOLDED),
    }


def _query(form: FindHelp, *, as_typed: bool) -> tuple[Query, dict[str, Any]]:
    clean, own = form.cleaned_data, pack()
    place, exact = whereabouts(own, clean["postcode"])
    also = dict.fromkeys(clean["also"], True)
    age, day = clean["age"], clean["day"]
    query = Query(
        words=clean["words"],
        position=(place.lat, place.lon) if place else None,
        area=place.area or "" if place else "",
        home_areas=frozenset(own.atlas.areas),
        child_months=AGES[age][1] if age in AGES else None,
        expecting=age == PREGNANCY,
        issue=clean["issue"],
        language=clean["language"],
        weekday=int(day) if day.isdigit() else None,
        weekend=day == WEEKEND,
        part=clean["part"],
        as_typed=as_typed,
        today=localdate().toordinal(),
        **also,
    )
    unknown = bool(clean["postcode"]) and not exact
    return query, {"postcode_unknown": unknown and place is None, "postcode_about": unknown and bool(place)}


def _results(request: HttpRequest, answer: Any) -> dict[str, Any]:
    """Part what was found: the first of each group, or one group page by page."""
    only = request.GET.get("group", "")
    codes = [code for code, _ in answer.groups()]
    if codes == [ALL]:
        only = ALL
    if only not in GROUPS or only not in codes:
        return {"groups": present.groups(answer, request.path), "page": None}
    (group,) = present.groups(answer, request.path, only)
    page = Paginator(group["cards"], present.A_PAGE).get_page(request.GET.get("page"))
    query = {key: value for key, value in request.GET.items() if key in ("group", "as-typed")}
    return {
        "groups": [{**group, "cards": list(page.object_list)}],
        "page": page,
        "query": query,
        "all_groups": request.path if len(codes) > 1 else "",
    }
