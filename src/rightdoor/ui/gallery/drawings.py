"""Pictures of the gallery: a family, its story, its goals, a map, scores and caseloads."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from rightdoor.engines.drawing import genogram, mapping, progress, scales, timeline
from rightdoor.engines.drawing.chart import Chart
from rightdoor.ui.gallery.example import ARABIC, FIRST_DAY, LONG, Example
from rightdoor.ui.pictures import drawn


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


def pictures() -> list[Example]:
    """Every drawing with the component that shows it."""
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
