"""Where people live and how to reach them."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from rightdoor.access.partnership import pack
from rightdoor.access.permissions import Permission
from rightdoor.access.policy import check_may
from rightdoor.families import actions, queries
from rightdoor.families.forms import AddressForm, ContactForm, HomeForm
from rightdoor.families.views.common import form_page, opened, others, sent
from rightdoor.ui.addresses import reverse

_SAFE = {"yes": True, "no": False}


def add_address(request: HttpRequest, family_id: UUID, person_id: UUID) -> HttpResponse:
    """Add where somebody lives now; a secret address is stored apart."""
    who, family, now = opened(request, family_id, "person-address")
    check_may(who, Permission.FAMILY_WRITE)
    member = queries.member_or_404(family, person_id)
    form = AddressForm(sent(request))
    back = reverse("families:person", kwargs={"family_id": family.pk, "person_id": person_id})
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        actions.do_once(
            family=family,
            token=form.once,
            change=lambda: actions.add_address(
                person=member.person,
                lines=told["lines"],
                code=told["postcode"],
                since=told["since"],
                area=pack().place(told["postcode"]) or "",
                secret_because=told["secret_because"],
                by=who,
                now=now,
            ),
            by=who,
            now=now,
        )
        messages.success(request, "The address has been saved.")
        return redirect(back)
    title = f"Where {member.person.full_name} lives"
    return form_page(request, family, form, title=title, current="families:people", back=back)


def add_contact(request: HttpRequest, family_id: UUID, person_id: UUID) -> HttpResponse:
    """Add a way to reach somebody, and whether it is safe."""
    who, family, now = opened(request, family_id, "person-contact")
    check_may(who, Permission.FAMILY_WRITE)
    member = queries.member_or_404(family, person_id)
    form = ContactForm(sent(request))
    back = reverse("families:person", kwargs={"family_id": family.pk, "person_id": person_id})
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        actions.do_once(
            family=family,
            token=form.once,
            change=lambda: actions.add_contact_point(
                person=member.person,
                kind=told["kind"],
                value=told["value"],
                safe=_SAFE.get(told["safe"]),
                note=told["note"],
                by=who,
                now=now,
            ),
            by=who,
            now=now,
        )
        messages.success(request, "Saved.")
        return redirect(back)
    title = f"How to reach {member.person.full_name}"
    return form_page(request, family, form, title=title, current="families:people", back=back)


def homes(request: HttpRequest, family_id: UUID) -> HttpResponse:
    """Add a home and say who lives in it; a child may live in two."""
    who, family, now = opened(request, family_id, "homes")
    check_may(who, Permission.FAMILY_WRITE)
    members = queries.people_of(family)
    form = HomeForm(sent(request), people=others(members))
    back = reverse("families:people", kwargs={"family_id": family.pk})
    if request.method == "POST" and form.is_valid():
        living = [m.person for m in members if str(m.person_id) in form.cleaned_data["people"]]
        actions.do_once(
            family=family,
            token=form.once,
            change=lambda: actions.add_home(
                family=family, name=form.cleaned_data["name"], people=living, by=who, now=now
            ),
            by=who,
            now=now,
        )
        messages.success(request, "The home has been added.")
        return redirect(back)
    return form_page(request, family, form, title="Add a home", current="families:people", back=back)
