"""Opening a plan: plan, lead's first turn, assessment filled from the story, all in one transaction."""

from datetime import date, datetime
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.timezone import localdate

from rightdoor.access import audit
from rightdoor.access.models import Practitioner
from rightdoor.access.partnership import due_by
from rightdoor.access.policy import Refused
from rightdoor.families import actions as families
from rightdoor.families.models import ChronologyEvent, Person, Service, Sight
from rightdoor.families.queries import latest_circumstances
from rightdoor.plans.models import Assessment, Entry, LeadOffer, LeadTurn, Plan, Rating, Step, TeamMember
from rightdoor.plans.prefill import Line, Prefill, prefill
from rightdoor.plans.references import reference
from rightdoor.plans.states import STATES, State
from rightdoor.ui.words import date_words

FROM_REQUEST = "The request for help"


@transaction.atomic
def open_plan(*, offer: LeadOffer, by: Practitioner, now: datetime) -> Plan:
    """Open the plan of a family whose lead has just accepted.

    Raises Refused, and opens nothing, when the family is in Edge of Care or already has an open plan.
    """
    family = families.set_service(
        family=offer.family, service=Service.EARLY_HELP, reason="A plan is opened", by=by, now=now
    )
    told = prefill(offer.told)
    try:
        with transaction.atomic():
            plan = Plan.objects.create(
                family=family,
                lead=by,
                offer=offer,
                level=family.level,
                hopes=told.hopes,
                opened_at=now,
                assess_by=due_by("assessment", now),
                team_by=due_by("first-team-meeting", now),
            )
    except IntegrityError:
        raise Refused("This family already has an open plan and a lead professional.") from None
    _begin(plan, by, now)
    _fill(plan, told, offer, by, now)
    return plan


def _begin(plan: Plan, by: Practitioner, now: datetime) -> None:
    LeadTurn.objects.create(plan=plan, lead=by, since=now)
    TeamMember.objects.create(plan=plan, practitioner=by, role="Lead professional", joined_at=now)
    Step.objects.create(
        plan=plan,
        before="",
        after=State.ASSESSING,
        level=plan.level,
        reason="The lead professional accepted the family.",
        by=by,
        at=now,
    )
    audit.record(STATES[State.ASSESSING].audit, plan, by=by, now=now, family_id=plan.family_id)
    families.give_sight(
        family=plan.family, reason=Sight.Reason.LEAD, because=reference(plan), practitioner=by, by=by, now=now
    )
    families.note(
        family=plan.family,
        on=localdate(now),
        kind="lead",
        title=f"{by.name} became lead professional and a plan was opened",
        because=reference(plan),
        by=by,
        now=now,
    )


def _fill(plan: Plan, told: Prefill, offer: LeadOffer, by: Practitioner, now: datetime) -> None:
    assessment = Assessment.objects.create(
        family=plan.family, plan=plan, because=offer.because, started_at=now
    )
    people, said_by = _records(offer), f"{FROM_REQUEST}, {date_words(_told_on(offer))}"
    Entry.objects.bulk_create(_entry(assessment, line, people, offer, said_by) for line in told.lines)
    Rating.objects.bulk_create(
        Rating(assessment=assessment, scale=scale, score=score, said_by=FROM_REQUEST, by=by, at=now)
        for scale, score in told.ratings.items()
    )
    _keep_facts(plan, told, people, by, now)
    audit.record(
        "assessment_opened",
        assessment,
        by=by,
        now=now,
        family_id=plan.family_id,
        entries=len(told.lines),
    )


def _records(offer: LeadOffer) -> dict[str, UUID]:
    """Give each person's record by their key, following records that were joined to another since."""
    found = {}
    for key, pk in offer.people.items():
        person = Person.objects.filter(pk=UUID(str(pk))).first()
        while person and person.merged_into:
            person = person.merged_into
        if person:
            found[key] = person.pk
    return found


def _told_on(offer: LeadOffer) -> date:
    """Give the day the request came, by the family's chronology; else the day the lead was asked."""
    said = ChronologyEvent.objects.filter(family_id=offer.family_id, because=offer.because, kind="request")
    return said.order_by("on").values_list("on", flat=True).first() or localdate(offer.offered_at)


def _entry(
    assessment: Assessment, line: Line, people: dict[str, UUID], offer: LeadOffer, said_by: str
) -> Entry:
    person = people.get(line.person)
    told = offer.told.person(line.person)
    # Somebody who was named but has no record yet: the line says whom it is about.
    text = f"{told.full_name}: {line.text}" if told and person is None else line.text
    return Entry(
        assessment=assessment,
        kind=line.kind,
        question=line.question,
        person_id=person,
        text=text,
        said_by=said_by,
        origin=Entry.Origin.REQUEST,
        by=offer.to,
        at=assessment.started_at,
    )


def _keep_facts(plan: Plan, told: Prefill, people: dict[str, UUID], by: Practitioner, now: datetime) -> None:
    """Keep whatever fact of the story is not yet on the family's record; none is recorded twice."""
    known = latest_circumstances(plan.family)
    for key, facts in told.facts.items():
        pk = people.get(key)
        if key and pk is None:
            continue
        missing = {fact: value for fact, value in facts.items() if (pk, fact) not in known}
        if missing:
            families.record_circumstances(
                family=plan.family,
                person=Person.objects.get(pk=pk) if pk else None,
                facts=missing,
                told_by=FROM_REQUEST,
                by=by,
                now=now,
            )
