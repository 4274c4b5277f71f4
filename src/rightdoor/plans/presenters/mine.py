"""Lists of families in words, and what a request told, before the plan is open."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.utils.timezone import localdate

from rightdoor.plans.forms.choosing import level_name
from rightdoor.plans.models import LeadOffer, Plan
from rightdoor.plans.prefill import prefill
from rightdoor.plans.presenters.clocks import clock
from rightdoor.plans.presenters.page import TONES, link
from rightdoor.plans.questions import QUESTIONS
from rightdoor.plans.states import State
from rightdoor.ui.words import age_words, date_words


def family_lines(plans: Iterable[Plan], now: datetime) -> list[dict[str, Any]]:
    """Give one card for each plan: family, state, lead, and the clock that matters next."""
    return [_line(plan, now) for plan in plans]


def _line(plan: Plan, now: datetime) -> dict[str, Any]:
    due = ("Next review", plan.review_by) if plan.review_by else ("Assessment", plan.assess_by)
    return {
        "title": plan.family.name,
        "href": link("plans:plan", plan.family),
        "tag": {"text": plan.get_state_display(), "tone": TONES[State(plan.state)]},
        "lead": plan.lead,
        "level": level_name(plan.level),
        "since": plan.opened_at,
        "clock": clock(due[0], due[1], now),
    }


def closed_rows(plans: Iterable[Plan]) -> list[list[Any]]:
    """Give one row for each closed plan: a way to the family, who held it, when it closed, the follow-up."""
    return [
        [
            {"text": plan.family.name, "href": link("families:chronology", plan.family)},
            plan.lead.name,
            date_words(plan.closed_at),
            date_words(plan.followup_on, unknown="None booked"),
        ]
        for plan in plans
    ]


def told_rows(offer: LeadOffer) -> list[dict[str, Any]]:
    """Give what the request told, as rows of question and answer."""
    today = localdate(offer.offered_at)
    people = [
        {
            "key": told.full_name,
            "value": f"{told.part.replace('_', ' ').capitalize()}, "
            + (
                f"expected {date_words(told.due_date)}"
                if told.due_date
                else age_words(told.birth_date, today)
            ),
        }
        for told in offer.told.people
    ]
    names = {told.key: told.full_name for told in offer.told.people}
    lines = [
        {"key": _key(line.question, names.get(line.person, "")), "value": line.text}
        for line in prefill(offer.told).lines
    ]
    return [*people, *lines]


def _key(question: str, name: str) -> str:
    words = QUESTIONS[question].words
    return f"{words} ({name})" if name else words
