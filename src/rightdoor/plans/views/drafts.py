"""What is being typed keeps itself."""

from uuid import UUID

from django.http import HttpRequest, JsonResponse
from django.utils import timezone
from django.views.decorators.http import require_POST

from rightdoor.access import editing
from rightdoor.access.editing import typed_in
from rightdoor.access.middleware import open_to_all
from rightdoor.families.queries import family_or_404
from rightdoor.plans.views.common import draft_name, worker
from rightdoor.ui.words import time_words


@open_to_all
@require_POST
def keep(request: HttpRequest, family_id: UUID, form: str) -> JsonResponse:
    """Keep what has been typed so far on one of a family's forms. To a script, being signed out is 401."""
    if not request.user.is_authenticated:
        return JsonResponse({"saved": ""}, status=401)
    who, now = worker(request), timezone.now()
    family = family_or_404(who, family_id)
    name, typed = draft_name(family, form), typed_in(request.POST)
    editing.keep_draft(page=name, fields=typed, version=0, by=who, now=now)
    return JsonResponse({"saved": f"Draft kept at {time_words(now)}"})
