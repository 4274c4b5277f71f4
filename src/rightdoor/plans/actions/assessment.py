"""Writing the whole-family assessment: many small entries, each with its version, so that many can write."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import F
from django.utils.timezone import localdate

from rightdoor.access import audit
from rightdoor.access.models import Practitioner
from rightdoor.access.once import once
from rightdoor.access.policy import Refused, insist
from rightdoor.engines.rules import LevelResult
from rightdoor.families import actions as families
from rightdoor.families.models import Person
from rightdoor.plans.actions.wording import reword
from rightdoor.plans.models import Assessment, Entry, Plan, Rating
from rightdoor.plans.policy import may_complete, may_write
from rightdoor.plans.questions import SCALES
from rightdoor.plans.references import reference


@transaction.atomic
def add_entry(
    *,
    assessment: Assessment,
    kind: Entry.Kind,
    text: str,
    by: Practitioner,
    now: datetime,
    person: Person | None = None,
    said_by: str = "",
    question: str = "",
    token: UUID | None = None,
) -> Entry:
    """Write one more thing down: about whom, and whose words they are."""
    insist(may_write(assessment.plan, by))

    def make() -> Entry:
        entry = Entry.objects.create(
            assessment=assessment,
            kind=kind,
            question=question,
            person=person,
            text=text,
            said_by=said_by,
            by=by,
            at=now,
        )
        audit.record("entry_added", entry, by=by, now=now, family_id=assessment.family_id, kind=kind)
        return entry

    return once(token, Entry, make, by=by, now=now)


@transaction.atomic
def change_entry(
    *,
    entry: Entry,
    text: str,
    said_by: str,
    person: Person | None,
    version: int,
    by: Practitioner,
    now: datetime,
) -> Entry:
    """Change an entry, keeping its earlier wording. Raises Conflict when somebody saved first."""
    insist(may_write(entry.assessment.plan, by))
    if entry.removed_at:
        raise Refused("This was taken out while you were writing. Put it back first, or write it anew.")
    changes = {"text": text, "said_by": said_by, "person_id": person.pk if person else None}
    family = entry.assessment.family
    reword(
        record=entry, changes=changes, version=version, family=family, verb="entry_changed", by=by, now=now
    )
    return entry


@transaction.atomic
def remove_entry(*, entry: Entry, version: int, by: Practitioner, now: datetime) -> Entry:
    """Take an entry out of the page; it is kept, and can be put back. Raises Conflict when it has changed."""
    insist(may_write(entry.assessment.plan, by))
    changes = {"removed_at": now, "removed_by_id": by.pk}
    family = entry.assessment.family
    reword(
        record=entry, changes=changes, version=version, family=family, verb="entry_removed", by=by, now=now
    )
    return entry


@transaction.atomic
def restore_entry(*, entry: Entry, by: Practitioner, now: datetime) -> Entry:
    """Put an entry back that was taken out."""
    insist(may_write(entry.assessment.plan, by))
    Entry.objects.filter(pk=entry.pk).update(removed_at=None, removed_by=None, version=F("version") + 1)
    entry.refresh_from_db()
    audit.record("entry_restored", entry, by=by, now=now, family_id=entry.assessment.family_id)
    return entry


@transaction.atomic
def rate(
    *,
    assessment: Assessment,
    scale: str,
    score: int,
    said_by: str,
    by: Practitioner,
    now: datetime,
    person: Person | None = None,
    why: str = "",
    token: UUID | None = None,
) -> Rating:
    """Add how things are, 0 to 10, in somebody's view. Earlier ratings stay."""
    insist(may_write(assessment.plan, by))
    if scale not in SCALES:
        raise Refused("Choose one of the scales listed.")

    def make() -> Rating:
        rating = Rating.objects.create(
            assessment=assessment,
            scale=scale,
            score=score,
            said_by=said_by,
            why=why,
            person=person,
            by=by,
            at=now,
        )
        audit.record("rating_added", rating, by=by, now=now, family_id=assessment.family_id, scale=scale)
        return rating

    return once(token, Rating, make, by=by, now=now)


@transaction.atomic
def write_summary(
    *, assessment: Assessment, summary: str, version: int, by: Practitioner, now: datetime
) -> Assessment:
    """Change the summary, keeping its earlier wording. Raises Conflict when somebody saved first."""
    insist(may_write(assessment.plan, by))
    reword(
        record=assessment,
        changes={"summary": summary},
        version=version,
        family=assessment.family,
        verb="assessment_summary_changed",
        by=by,
        now=now,
    )
    return assessment


@transaction.atomic
def complete_assessment(
    *,
    assessment: Assessment,
    level: str,
    took_part: str,
    advice: LevelResult,
    by: Practitioner,
    now: datetime,
    level_why: str = "",
) -> Assessment:
    """Finish the assessment with the level agreed and who took part.

    The rules advise; a level other than the one advised needs a reason. What was advised, and why, is kept.
    """
    assessment.refresh_from_db()
    insist(may_complete(assessment, by))
    if level != advice.band.code and not level_why.strip():
        raise Refused("Say why the level is not the one the rules advise.")
    done = Assessment.objects.filter(pk=assessment.pk, completed_at__isnull=True).update(
        completed_at=now,
        completed_by=by,
        level=level,
        level_advised=advice.band.code,
        level_reasons=[reason.sentence for reason in advice.reasons_for],
        level_why=level_why,
        took_part=took_part,
        version=F("version") + 1,
    )
    if not done:
        raise Refused("Somebody has just finished this assessment.")
    _settle_level(assessment, level, by, now)
    return assessment


def _settle_level(assessment: Assessment, level: str, by: Practitioner, now: datetime) -> None:
    assessment.refresh_from_db()
    Plan.objects.filter(pk=assessment.plan_id).update(level=level)
    families.set_level(family=assessment.family, level=level, by=by, now=now)
    families.note(
        family=assessment.family,
        on=localdate(now),
        kind="assessment",
        title=f"Assessment finished at level {level}",
        because=reference(assessment),
        by=by,
        now=now,
    )
    audit.record("assessment_completed", assessment, by=by, now=now, family_id=assessment.family_id)
