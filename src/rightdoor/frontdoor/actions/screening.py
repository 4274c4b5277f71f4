"""Screening a request: what was asked and answered, the level it gives, and a judgement that differs."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from rightdoor.access import audit
from rightdoor.access.models import Practitioner
from rightdoor.access.once import once
from rightdoor.access.partnership import pack
from rightdoor.access.policy import Refused, insist
from rightdoor.engines.facts import VULNERABILITIES, Circumstances
from rightdoor.engines.rules import LevelResult, assess_level
from rightdoor.families import actions as families
from rightdoor.frontdoor.actions.moving import move
from rightdoor.frontdoor.circumstances import FAMILY, circumstances_of, facts_in
from rightdoor.frontdoor.flags import FLAGS, SEVERAL, urgency_of
from rightdoor.frontdoor.locking import held, touched
from rightdoor.frontdoor.models import HelpRequest, LevelFound, Screening
from rightdoor.frontdoor.policy import may_work_on
from rightdoor.frontdoor.states import State

LEVELS = "levels"


@transaction.atomic
def screen(
    *,
    request: HelpRequest,
    document: dict[str, Any],
    by: Practitioner,
    now: datetime,
    token: UUID | None = None,
) -> Screening:
    """Keep what was asked and answered, and the level each scheme of the pack gives it.

    Raises engines.facts.FactsError when the document holds what cannot be so.
    """

    def make() -> Screening:
        current = held(request.pk)
        insist(may_work_on(current, by))
        circumstances = circumstances_of(document)
        screening = Screening.objects.create(request=current, facts=document, by=by, at=now)
        for scheme in pack().schemes:
            _keep_level(screening, assess_level(scheme, circumstances), by=by, now=now)
        _reflag(current, circumstances)
        if current.state == State.RECEIVED:
            move(request=current, to=State.SCREENING, by=by, now=now)
        else:
            touched(current)
            audit.record("request_screened_again", current, by=by, now=now, family_id=current.family_id)
        if current.family is not None:
            record_facts(request=current, document=document, by=by, now=now)
        return screening

    return once(token, Screening, make, now=now, by=by)


def _keep_level(screening: Screening, result: LevelResult, *, by: Practitioner, now: datetime) -> LevelFound:
    own = pack()
    return LevelFound.objects.create(
        screening=screening,
        scheme=result.scheme,
        pack_version=f"{own.id} {own.version}",
        band=result.band.code,
        may_be=[band.code for band in result.may_be],
        reasons=[
            {"criterion": r.criterion, "say": r.sentence, "side": r.side, "about": r.about}
            for r in result.reasons
            if r.matters
        ],
        by=by,
        at=now,
    )


def _reflag(request: HelpRequest, circumstances: Circumstances) -> None:
    """Bring the flags about parents up to what the screen found; the rest stay as told."""
    told = {
        code
        for p in circumstances.of_kind("parent")
        for code in VULNERABILITIES
        if p.facts.get(code) == "yes"
    }
    flags = set(request.flags) - {"several-vulnerabilities", "parent-vulnerability"}
    if told:
        flags.add("several-vulnerabilities" if len(told) >= SEVERAL else "parent-vulnerability")
    request.flags = [code for code in FLAGS if code in flags]
    request.urgency = urgency_of(request.flags)


@transaction.atomic
def record_facts(*, request: HelpRequest, document: dict[str, Any], by: Practitioner, now: datetime) -> None:
    """Write the screen's answers into the family's record, beside whose word they are."""
    if request.family is None:
        return
    people = {named.key: named.person for named in request.people.select_related("person")}
    for key, facts in facts_in(document).items():
        person = people.get(key)
        if key == FAMILY or person is not None:
            families.record_circumstances(
                family=request.family,
                person=person,
                facts=facts,
                told_by="Front door screening",
                by=by,
                now=now,
            )


@transaction.atomic
def override_level(
    *,
    screening: Screening,
    band: str,
    reason: str,
    by: Practitioner,
    now: datetime,
    token: UUID | None = None,
) -> LevelFound:
    """Judge the level of need otherwise than the rules, and say why. The rules' answer stays beside it."""

    def make() -> LevelFound:
        current = held(screening.request_id)
        insist(may_work_on(current, by))
        if not reason.strip():
            raise Refused("Say why you judge the level otherwise.")
        found = screening.levels.filter(scheme=LEVELS, override="").latest("pk")
        judged = LevelFound.objects.create(
            screening=screening,
            scheme=LEVELS,
            pack_version=found.pack_version,
            band=found.band,
            may_be=found.may_be,
            reasons=found.reasons,
            override=band,
            override_reason=reason,
            by=by,
            at=now,
        )
        audit.record("level_judged", current, by=by, now=now, family_id=current.family_id, band=band)
        return judged

    return once(token, LevelFound, make, now=now, by=by)
