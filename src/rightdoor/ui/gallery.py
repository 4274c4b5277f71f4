"""Every component in every state, as the page ``/components`` shows them. The people are made up."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final

from django.forms import formset_factory

from rightdoor.engines.drawing import genogram, mapping, progress, scales, timeline
from rightdoor.engines.drawing.chart import Chart
from rightdoor.ui import fields
from rightdoor.ui.forms import BaseForm, given
from rightdoor.ui.pictures import drawn

LONG: Final = (
    "A very long answer that goes on and on so that it has to be broken into several lines on a small screen"
)
ARABIC: Final = "نور الهدى عبد الرحمن"
EMOJI: Final = "Mum says: “we are a team 💪🏽”. <script>alert(1)</script>"
FIRST_DAY: Final = date(2026, 9, 14)


@dataclass(frozen=True, slots=True)
class Example:
    """One component in one state: macro ``name`` of ``ui``, the state in words, its arguments."""

    name: str
    state: str
    arguments: Mapping[str, Any]
    inside: str = ""


class Everything(BaseForm):
    """One question of each kind."""

    name = fields.Name(label="Name", hint="As they like to be called")
    told = fields.LongText(label="What has been happening?", count=True, max_length=500, required=False)
    note = fields.LongText(label="Note", rows=3, required=False)
    email = fields.Email(label="E-mail address")
    phone = fields.YesNo(label="May we telephone?")
    number = fields.Telephone(label="Telephone number")
    safe = fields.YesNoUnknown(label="Is it safe to leave a message?")
    postcode = fields.Postcode(label="Postcode")
    born = fields.PartialDay(
        label="Date of birth", hint="If you only know the year, give the year", birthday=True
    )
    met = fields.Day(label="Date of the meeting", hint="For example, 27 3 2026")
    weeks = fields.Number(label="How long does it last?", lowest=1, highest=52, suffix="weeks")
    worry = fields.Radios(
        label="Where is the worry?",
        choices=[("home", "At home"), ("school", "At school"), ("elsewhere", "Somewhere else")],
        hints={"school": "Or at nursery"},
        divider="elsewhere",
    )
    needs = fields.Checkboxes(
        label="Which of these fit?",
        choices=[("sleep", "Sleep"), ("food", "Food"), ("money", "Money"), ("none", "None of these")],
        exclusive="none",
    )
    area = fields.Select(label="Area", choices=[("n", "North"), ("s", "South")])
    going = fields.Scale(
        label="How are things today?", low="as bad as it can be", high="as good as it can be"
    )
    agreed = fields.Confirm(label="The family has read this and agrees", question="Agreement")
    conditions = (given("phone", "yes").require("number"),)


class Child(BaseForm):
    """One of several children."""

    name = fields.Name(label="Child's name")
    born = fields.PartialDay(label="Child's date of birth", required=False)


class Filters(BaseForm):
    """Filters above a list."""

    words = fields.Text(label="Name or number", required=False, width="govuk-input--width-20")
    area = fields.Select(label="Area", choices=[("n", "North"), ("s", "South")], empty="Any", required=False)


WRONG: Final = {
    "name": "",
    "told": "x" * 600,
    "email": "not-an-address",
    "phone": "yes",
    "number": "12",
    "postcode": "nowhere",
    "born-day": "31",
    "born-month": "February",
    "born-year": "2020",
    "met-year": "2026",
    "weeks": "99",
    "worry": "elsewhere",
    "needs": "none",
    "area": "west",
}


def family() -> genogram.Genogram:
    """Three generations, two homes, somebody unborn, somebody who has died."""
    person, tie = genogram.Person, genogram.Relation
    people = (
        person("gran", "Hetty Marsh", "F", "died"),
        person("mum", "Carrie Marsh-Okonjo", "F", age="31 years"),
        person("dad", "Idris Vale", "M", age="33 years"),
        person("old", "Pete Lomax", "M", age="36 years"),
        person("son", "Jude Lomax", "M", age="11 years"),
        person("girl", "Bea Vale", "F", age="3 years"),
        person("baby", "Baby", "U", "unborn", "due 3 March 2027"),
        person("aunt", ARABIC, "F", age="29 years"),
    )
    ties = [tie("parent", "gran", who) for who in ("mum", "aunt")]
    ties += [tie("parent", one, who) for one in ("mum", "dad") for who in ("girl", "baby")]
    ties += [tie("parent", one, "son") for one in ("mum", "old")]
    ties += [tie("ex_partner", "old", "mum"), tie("partner", "mum", "dad"), tie("step_parent", "dad", "son")]
    homes = (
        genogram.Household("1", "14 Orchard Walk", ("mum", "dad", "girl", "baby", "son")),
        genogram.Household("2", "Pete's flat", ("old", "son")),
    )
    return genogram.draw(genogram.FamilyPicture(people, ties, homes, "girl", "The family of Bea Vale"))


def goals() -> Chart:
    """Two goals over three reviews."""
    days = [FIRST_DAY + timedelta(weeks=6 * step) for step in range(3)]
    mornings = progress.Series("Mornings without shouting", tuple(zip(days, (2, 5, 7), strict=True)))
    school = progress.Series("Jude gets to school on time", tuple(zip(days, (4, 3, 6), strict=True)))
    return progress.progress([mornings, school], title="Goals over time", name="goals")


def places() -> Chart:
    """Four made-up areas, one without a figure."""
    areas = [
        mapping.Area(code, name, (((x, y), (x + 0.02, y), (x + 0.02, y + 0.012), (x, y + 0.012), (x, y)),))
        for code, name, x, y in [
            ("a", "Millbrook", 0.0, 51.5),
            ("b", "Hill End", 0.02, 51.5),
            ("c", "Riverside", 0.0, 51.512),
            ("d", "The Green", 0.02, 51.512),
        ]
    ]
    return mapping.shaded(
        areas, {"a": 12, "b": 30, "c": 55}, title="Families helped", unit="families", bands=3
    )


def story() -> Chart:
    """A year and a half of one family, in three rows."""
    event = timeline.Event
    told = [
        event(date(2025, 6, 2), "Moved house", "Home"),
        event(date(2026, 9, 14), "Asked for help", "Help"),
        event(date(2026, 9, 23), "Police were called", "Safety", strong=True),
        event(date(2026, 10, 1), "Family support worker", "Help", until=date(2026, 12, 18)),
        event(date(2026, 10, 6), "First meeting of the team", "Help"),
        event(date(2026, 3, 2), "In temporary housing", "Home", until=date(2026, 8, 28)),
    ]
    return timeline.timeline(told, title="What happened", name="story")


def _figure(chart: Chart | genogram.Genogram, title: str) -> dict[str, Any]:
    table = {"head": chart.head, "rows": chart.rows}
    return {"svg": drawn(chart.svg), "title": title, "words": chart.words, "table": table, "level": 4}


def _headings() -> list[Example]:
    return [
        Example(
            "heading", "with a caption", {"text": "The Vale family", "caption": "Family 1042", "level": 4}
        ),
        Example("heading", "long", {"text": LONG, "size": "m", "level": 4}),
        Example(
            "empty",
            "with something to do",
            {"text": "No plan yet.", "href": "#empty", "action": "Open a plan"},
        ),
        Example("urgent", "as on every public page", {"level": 4}),
        Example("words", "with who said it", {"text": EMOJI, "by": "Jude, 11 years"}),
    ]


def _facts() -> list[Example]:
    change = {"href": "#summary", "text": "Change"}
    rows = [
        {"key": "Name", "value": EMOJI, "action": change},
        {"key": "Date of birth", "value": None, "action": {**change, "text": "Add"}},
        {"key": "Language", "value": ARABIC},
    ]
    head = ["Name", "Lead", "Weeks open"]
    lines = [[{"href": "#table", "text": "Vale"}, "T. Ahmed", 12], [LONG, None, 1_204]]
    side = [
        {"key": "Sleep", "before": "Wakes every night", "now": "Wakes twice a week"},
        {"key": "School", "before": "On time", "now": "On time"},
        {"key": "Money", "before": None, "now": "Debt plan agreed"},
    ]
    return [
        Example("summary", "some facts not known", {"rows": rows, "title": "About Jude", "level": 4}),
        Example(
            "table", "long names, numbers", {"head": head, "rows": lines, "caption": "Plans", "numeric": (2,)}
        ),
        Example("side_by_side", "changed and unchanged", {"rows": side, "caption": "Reviews side by side"}),
    ]


def _tags() -> list[Example]:
    tones = ("neutral", "info", "good", "warning", "danger", "plan", "people")
    clocks = {
        "on_time": "9 working days left",
        "due_soon": "2 working days left",
        "overdue": "3 working days late",
        "paused": "since 2 November",
        "met": "in 8 working days",
        "met_late": "4 working days late",
    }
    return [
        *[Example("tag", tone, {"text": tone.capitalize(), "tone": tone}) for tone in tones],
        *[
            Example(
                "clock", state, {"state": state, "words": words, "due": FIRST_DAY, "name": "First meeting"}
            )
            for state, words in clocks.items()
        ],
    ]


def _stories() -> list[Example]:
    people = [
        {
            "name": "Bea Vale",
            "href": "#people",
            "about": "3 years",
            "tags": [{"text": "Youngest", "tone": "info"}],
        },
        {"name": ARABIC, "about": "Aunt, 29 years", "note": "Prefers to be written to"},
        {
            "name": "Name not known",
            "about": "Father of the baby",
            "tags": [{"text": "Ask", "tone": "warning"}],
        },
    ]
    entries = [
        {
            "when": FIRST_DAY,
            "title": "Asked for help",
            "text": EMOJI,
            "by": "Health visitor",
            "href": "#timeline",
        },
        {"when": FIRST_DAY + timedelta(9), "title": "Police were called", "tone": "danger"},
        {
            "when": "During 2025",
            "title": "Moved house",
            "tag": {"text": "Told by the family", "tone": "people"},
        },
    ]
    reasons = {
        "for_": [
            {"text": "A parent has a mental illness", "detail": "Carrie", "source": "Criterion P3"},
            "Child under 5",
        ],
        "against": [],
        "ask": ["Does anybody in the home use drugs?"],
    }
    return [
        Example("people", "known in part", {"rows": people}),
        Example("timeline", "dates known in part", {"entries": entries, "level": 4}),
        Example("reasons", "none against", {**reasons, "level": 4}),
    ]


def _working() -> list[Example]:
    parts = [
        {"text": "Overview", "href": "#section_nav", "current": True},
        {"text": "People", "href": "#section_nav", "count": 5},
        {"text": "Chronology", "href": "#section_nav"},
    ]
    counts = [
        {"number": 7, "text": "Mine", "href": "#counts"},
        {"number": 2, "text": "Due this week", "tone": "warning"},
        {"number": 1, "text": "Overdue", "tone": "danger", "href": "#counts"},
    ]
    both = [
        {"label": "Worries", "yours": "Bea wakes at night.\nEvery night.", "theirs": "Bea sleeps well now."}
    ]
    buttons = [{"text": "Save"}, {"text": "Save and close", "name": "close", "value": "1"}]
    buttons += [{"text": "Step down", "tone": "warning"}, {"text": "Cancel", "href": "#actions"}]
    return [
        Example("section_nav", "with counts", {"items": parts, "label": "This family"}),
        Example("counts", "some late", {"items": counts}),
        Example(
            "card",
            "with tags",
            {
                "title": "The Vale family",
                "href": "#card",
                "lines": ["Lead: T. Ahmed"],
                "tags": [{"text": "Open", "tone": "good"}],
                "level": 4,
            },
        ),
        Example("actions", "all kinds", {"items": buttons}),
        Example(
            "conflict",
            "one text",
            {"rows": both, "theirs_by": "T. Ahmed", "theirs_at": "at 10:42am", "level": 4},
        ),
        Example("autosave", "saved", {"saved": "Draft saved at 10:42am"}),
        Example("pages", "in the middle", {"number": 5, "count": 12, "query": {"area": "n"}}),
        Example("done", "with a reference", {"title": "Sent", "reference": "RD-1042", "level": 4}),
    ]


def _banners() -> list[Example]:
    told = {
        "success": "The plan was closed.",
        "neutral": "The panel meets on 3 December 2026.",
        "warning": "This family has two homes.",
        "error": "The letter could not be sent.",
    }
    return [Example("banner", tone, {"text": text, "tone": tone, "level": 4}) for tone, text in told.items()]


def _pictures() -> list[Example]:
    amounts = scales.bars(
        [("Sleep", 12), (LONG, 7), ("Money", 0)], title="Needs named", unit="families", name="needs"
    )
    ends = {"low": "as bad as it can be", "high": "as good as it can be"}
    return [
        Example("figure", "genogram", _figure(family(), "The family")),
        Example("figure", "what happened", _figure(story(), "What happened")),
        Example("figure", "goals over time", _figure(goals(), "Goals")),
        Example("figure", "bars", _figure(amounts, "Needs")),
        Example("figure", "map with a missing figure", _figure(places(), "Families helped by area")),
        Example("scale", "better than before", {"value": 7, "before": 3, "label": "Sleep", **ends}),
        Example("scale", "not scored", {"value": None, "label": "School"}),
        Example("load", "room left", {"label": "Caseload", "value": 4, "limit": 6}),
        Example("load", "full", {"label": "Caseload", "value": 6, "limit": 6}),
        Example("load", "over", {"label": "Caseload", "value": 8, "limit": 6}),
    ]


EXAMPLES: Final[Mapping[str, Callable[[], list[Example]]]] = {
    "Words and headings": _headings,
    "Facts and tables": _facts,
    "Tags and clocks": _tags,
    "People and what happened": _stories,
    "Working": _working,
    "Banners": _banners,
    "Pictures": _pictures,
}


def everything() -> dict[str, Any]:
    """All that the page shows: the examples by heading, and one form empty, one wrong, one of several."""
    groups = {title: make() for title, make in EXAMPLES.items()}
    children = formset_factory(Child, extra=2)(prefix="children")
    return {
        "groups": groups,
        "empty": Everything(auto_id="empty_%s"),
        "wrong": Everything(WRONG, auto_id="wrong_%s"),
        "children": children,
        "filters": Filters(auto_id="filter_%s"),
    }
