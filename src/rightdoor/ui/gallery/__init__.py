"""Every component in every state, as the page ``/components`` shows them. The people are made up."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any, Final

from django.forms import formset_factory

from rightdoor.ui.gallery.drawings import pictures
from rightdoor.ui.gallery.example import ARABIC, EMOJI, FIRST_DAY, LONG, Example
from rightdoor.ui.gallery.questions import WRONG, Child, Everything, Filters
from rightdoor.ui.speaking import language

SPOKEN: Final = [
    {"language": language(code), "href": "#languages", "current": code == "en"} for code in ("en", "cy", "ar")
]
__all__ = ["EXAMPLES", "WRONG", "Child", "Everything", "Example", "Filters", "everything"]


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
        Example(
            "languages",
            "to choose from",
            {"items": SPOKEN, "here": language("en"), "label": "Language, an example"},
        ),
        Example(
            "language_note", "English parts", {"here": language("cy"), "english": True, "checked": False}
        ),
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


EXAMPLES: Final[Mapping[str, Callable[[], list[Example]]]] = {
    "Words and headings": _headings,
    "Facts and tables": _facts,
    "Tags and clocks": _tags,
    "People and what happened": _stories,
    "Working": _working,
    "Banners": _banners,
    "Pictures": pictures,
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
