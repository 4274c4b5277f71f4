"""Who is in the family."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate
from django.views.decorators.http import require_safe

from rightdoor.access.editing import Conflict, draft_of, drop_draft, keep_draft, put_back, typed_in
from rightdoor.access.permissions import Permission
from rightdoor.access.policy import check_may
from rightdoor.families import actions, queries
from rightdoor.families.drawing import picture
from rightdoor.families.forms import NameForm, NumberForm, PersonForm, RelationForm
from rightdoor.families.models import Family, Member, Part, Person
from rightdoor.families.presenters import (
    contact_rows,
    facts_about,
    family_page,
    home_rows,
    people_rows,
    person_initial,
    relation_rows,
)
from rightdoor.families.relations import relations_among
from rightdoor.families.views.common import form_page, opened, others, sent
from rightdoor.ui.addresses import reverse
from rightdoor.ui.forms import BaseForm


@require_safe
def people(request: HttpRequest, family_id: UUID) -> HttpResponse:
    """Everybody in the family, and how they belong together."""
    who, family, now = opened(request, family_id, "people")
    members = queries.people_of(family)
    households = queries.households_of(family, members)
    context = family_page(family, current="families:people", title="People") | {
        "people": people_rows(members, localdate(now)),
        "drawing": picture(
            members, relations_among(family, [m.person for m in members]), households, localdate(now)
        ),
        "homes": home_rows(households),
        "other_parent_asked": any(m.part == Part.PARENT for m in members),
        "may_write": who.may(Permission.FAMILY_WRITE),
    }
    return render(request, "families/people.html", context)


@require_safe
def person(request: HttpRequest, family_id: UUID, person_id: UUID) -> HttpResponse:
    """One person: what is recorded, where they live, how to reach them, to whom they are related."""
    who, family, now = opened(request, family_id, "person")
    member = queries.member_or_404(family, person_id)
    everybody = [m.person for m in queries.people_of(family)]
    protected = queries.protected_addresses(who, member.person)
    context = family_page(family, current="families:people", title=member.person.full_name) | {
        "member": member,
        "person": member.person,
        "facts": facts_about(member.person, localdate(now)),
        "relations": relation_rows(member.person, relations_among(family, everybody)),
        "addresses": queries.addresses_of(member.person),
        "protected": protected,
        "contacts": contact_rows(member.person),
        "joins": queries.joins_of(member.person),
        "may_write": who.may(Permission.FAMILY_WRITE),
        "may_join": who.may(Permission.PERSON_MERGE),
        "back_href": reverse("families:people", kwargs={"family_id": family.pk}),
    }
    return render(request, "families/person.html", context)


def add(request: HttpRequest, family_id: UUID) -> HttpResponse:
    """Add somebody to the family."""
    who, family, now = opened(request, family_id, "person-add")
    check_may(who, Permission.FAMILY_WRITE)
    form = PersonForm(sent(request))
    if request.method == "POST" and form.is_valid():
        part = Part(form.cleaned_data["part"])
        added = actions.bring_in(
            family=family, part=part, changes=form.changes(), token=form.once, by=who, now=now
        )
        messages.success(request, f"{added.full_name} has been added.")
        return redirect("families:person", family_id=family.pk, person_id=added.pk)
    back = reverse("families:people", kwargs={"family_id": family.pk})
    return form_page(
        request, family, form, title="Add somebody to the family", current="families:people", back=back
    )


def change(request: HttpRequest, family_id: UUID, person_id: UUID) -> HttpResponse:
    """Change what is recorded; if somebody saved first, both versions are shown and neither is lost."""
    who, family, now = opened(request, family_id, "person-change")
    check_may(who, Permission.FAMILY_WRITE)
    member = queries.member_or_404(family, person_id)
    form = PersonForm(sent(request), initial=person_initial(member))
    if request.method == "POST" and form.is_valid():
        version = _version(form)
        try:
            actions.change_person(
                person=member.person, changes=form.changes(), version=version, by=who, now=now
            )
        except Conflict as conflict:
            keep_draft(page=request.path, fields=typed_in(request.POST), version=version, by=who, now=now)
            return _both(request, family, member, conflict)
        actions.add_member(
            family=family,
            person=member.person,
            part=Part(form.cleaned_data["part"]),
            since=member.since,
            by=who,
            now=now,
        )
        drop_draft(page=request.path, by=who)
        messages.success(request, "Saved.")
        return redirect("families:person", family_id=family.pk, person_id=person_id)
    draft = None if form.is_bound else draft_of(request.path, who)
    kept = put_back(form, draft) if draft else ""
    title = f"Change what is recorded of {member.person.full_name}"
    return _person_form(request, family, member, form, title, kept=kept)


def _version(form: BaseForm) -> int:
    told = form.cleaned_data.get("version") or "0"
    return int(told) if str(told).isdecimal() else 0


def _both(request: HttpRequest, family: Family, member: Member, conflict: Conflict) -> HttpResponse:
    form = PersonForm(initial=person_initial(member, request.POST))
    rows = [
        {
            "label": PersonForm.base_fields[name].label,
            "yours": conflict.yours[name],
            "theirs": conflict.theirs[name],
        }
        for name in conflict.yours
        if name in PersonForm.base_fields and conflict.yours[name] != conflict.theirs[name]
    ]
    return _person_form(request, family, member, form, "Somebody else saved first", status=409, conflict=rows)


def _person_form(
    request: HttpRequest, family: Family, member: Member, form: BaseForm, title: str, **more: Any
) -> HttpResponse:
    back = reverse("families:person", kwargs={"family_id": family.pk, "person_id": member.person_id})
    return form_page(request, family, form, title=title, current="families:people", back=back, **more)


def add_name(request: HttpRequest, family_id: UUID, person_id: UUID) -> HttpResponse:
    """Add another name."""
    who, family, now = opened(request, family_id, "person-name")
    check_may(who, Permission.FAMILY_WRITE)
    member = queries.member_or_404(family, person_id)
    form = NameForm(sent(request))
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        name = {part: told[part] for part in ("given", "family_name", "kind")}
        actions.do_once(
            family=family,
            token=form.once,
            change=lambda: actions.add_name(person=member.person, by=who, now=now, **name),
            by=who,
            now=now,
        )
        return _saved(request, family, member.person)
    return _person_form(request, family, member, form, f"Another name of {member.person.full_name}")


def add_number(request: HttpRequest, family_id: UUID, person_id: UUID) -> HttpResponse:
    """Add an NHS number, pupil number or another."""
    who, family, now = opened(request, family_id, "person-number")
    check_may(who, Permission.FAMILY_WRITE)
    member = queries.member_or_404(family, person_id)
    form = NumberForm(sent(request))
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        actions.add_identifier(
            person=member.person,
            system=told["system"],
            value=told["value"],
            source=told["source"],
            by=who,
            now=now,
        )
        return _saved(request, family, member.person)
    return _person_form(request, family, member, form, f"A number of {member.person.full_name}")


def relate(request: HttpRequest, family_id: UUID, person_id: UUID) -> HttpResponse:
    """Say what somebody is to another of the family."""
    who, family, now = opened(request, family_id, "person-relation")
    check_may(who, Permission.FAMILY_WRITE)
    member = queries.member_or_404(family, person_id)
    form = RelationForm(sent(request), people=others(queries.people_of(family), but=person_id))
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        other = queries.member_or_404(family, UUID(told["other"]))
        actions.relate(
            person=member.person,
            kind=told["kind"],
            other=other.person,
            since=told["since"],
            family_id=family.pk,
            source=who.agency.name,
            by=who,
            now=now,
        )
        return _saved(request, family, member.person)
    return _person_form(request, family, member, form, f"What {member.person.full_name} is to others")


def _saved(request: HttpRequest, family: Family, of: Person) -> HttpResponse:
    messages.success(request, "Saved.")
    return redirect("families:person", family_id=family.pk, person_id=of.pk)
