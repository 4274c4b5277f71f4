"""The whole offer laid out, level by age, so that gaps show."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from rightdoor.access.middleware import open_to_all
from rightdoor.access.partnership import pack, packs_to_compare
from rightdoor.directory import queries
from rightdoor.directory.presenters import offers as present
from rightdoor.engines.offers import Matrix, matrix
from rightdoor.engines.packs import OfferModel


@open_to_all
@require_safe
def offer_front(request: HttpRequest) -> HttpResponse:
    """Go to the partnership's own model."""
    return redirect("find:offer", model_id=pack().offers[0].id)


@open_to_all
@require_safe
def offer(request: HttpRequest, model_id: str) -> HttpResponse:
    """Show one model filled with what the directory holds."""
    laid = _laid(model_id)
    return render(request, "directory/offer.html", present.matrix_page(laid, _models()))


@open_to_all
@require_safe
def cell(request: HttpRequest, model_id: str, row: str, column: str) -> HttpResponse:
    """Show the services at one level for one age."""
    laid = _laid(model_id)
    cells = [one for cells in laid.rows for one in cells if one.row.code == row]
    found = next((one for one in cells if (one.column.id if one.column else present.NO_AGES) == column), None)
    if found is None:
        raise Http404
    return render(request, "directory/offer_cell.html", present.cell_page(laid, found))


def _models() -> list[OfferModel]:
    """Give the partnership's own models, then those of the packs it compares itself with."""
    return [model for one in (pack(), *packs_to_compare()) for model in one.offers]


def _laid(model_id: str) -> Matrix:
    found = next((model for model in _models() if model.id == model_id), None)
    if found is None:
        raise Http404
    return matrix(found, queries.outlines(queries.public()))
