"""Rules as data, weighed in three values: levels of need and eligibility, with every reason.

`assess_level` finds a level of need, `eligible` says whether a service fits. Both say what is still to be
asked, and an answer to that never makes something certain wrong.
"""

from rightdoor.engines.rules.eligibility import eligible, eligible_for
from rightdoor.engines.rules.levels import assess_level, level_span
from rightdoor.engines.rules.results import Fit, LevelResult, Question, Reason
from rightdoor.engines.rules.terms import Band, Conditions, Criterion, Route, Rule, Scheme, Test
from rightdoor.engines.rules.verdict import Verdict

__all__ = [
    "Band",
    "Conditions",
    "Criterion",
    "Fit",
    "LevelResult",
    "Question",
    "Reason",
    "Route",
    "Rule",
    "Scheme",
    "Test",
    "Verdict",
    "assess_level",
    "eligible",
    "eligible_for",
    "level_span",
]
