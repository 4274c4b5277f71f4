"""Choosing several issues at once."""

from typing import Any

from rightdoor.access.partnership import pack
from rightdoor.ui.fields import Checkboxes
from rightdoor.ui.forms import BaseForm


class SeveralIssues(BaseForm):
    """What a family has to do with, in any number."""

    issues = Checkboxes(
        label="What is going on?",
        hint="Choose all that fit. We do not keep your answers.",
        choices=[],
    )

    def __init__(self, *args: Any, **settings: Any) -> None:
        """Offer the issues of the pack."""
        super().__init__(*args, **settings)
        self.offer("issues", [(issue.id, issue.name) for issue in pack().issues])
