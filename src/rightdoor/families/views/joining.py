"""Two records of one person: joined by the front door, and parted again if that was wrong."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from rightdoor.access.permissions import Permission
from rightdoor.access.policy import Refused, check_may
from rightdoor.families import actions, queries
from rightdoor.families.forms import JoinForm
from rightdoor.families.views.common import form_page, opened, sent
from rightdoor.ui.addresses import reverse


def join(request: HttpRequest, family_id: UUID, person_id: UUID) -> HttpResponse:
    """Choose, among those most alike, the record that is the same person."""
    who, family, now = opened(request, family_id, "person-join")
    check_may(who, Permission.PERSON_MERGE)
    member = queries.member_or_404(family, person_id)
    alike = queries.alike(member.person)
    choices = [(str(k.person.pk), f"{k.person.full_name}: {', '.join(k.likeness.reasons)}") for k in alike]
    form = JoinForm(sent(request), candidates=choices)
    back = reverse("families:person", kwargs={"family_id": family.pk, "person_id": person_id})
    if request.method == "POST" and form.is_valid():
        gone = next(k.person for k in alike if str(k.person.pk) == form.cleaned_data["other"])
        try:
            actions.merge_people(kept=member.person, gone=gone, why=form.cleaned_data["why"], by=who, now=now)
        except Refused as refusal:
            form.add_error("other", str(refusal))
        else:
            messages.success(request, "The two records are now one. You can undo this on this page.")
            return redirect(back)
    title = f"Is {member.person.full_name} recorded twice?"
    return form_page(
        request,
        family,
        form,
        title=title,
        current="families:people",
        back=back,
        nothing="" if alike else "Nobody on record is like this person.",
    )


@require_POST
def undo(request: HttpRequest, family_id: UUID, person_id: UUID, merge_id: UUID) -> HttpResponse:
    """Part two records that were joined by mistake."""
    who, family, now = opened(request, family_id, "join-undo")
    check_may(who, Permission.PERSON_MERGE)
    member = queries.member_or_404(family, person_id)
    try:
        actions.undo_merge(merge=queries.join_or_404(member.person, merge_id), by=who, now=now)
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, "The two records are apart again, as they were.")
    return redirect("families:person", family_id=family.pk, person_id=person_id)
