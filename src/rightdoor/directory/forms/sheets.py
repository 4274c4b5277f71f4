"""What may be asked of the list of tip sheets."""

from collections.abc import Iterable
from typing import Any, Final

from rightdoor.engines.packs import IssueWords
from rightdoor.ui.fields import Select
from rightdoor.ui.forms import BaseForm
from rightdoor.ui.speaking import later, ngettext
from rightdoor.ui.speaking import lazy as _


def _years(years: int) -> str:
    return ngettext("%(count)s year old", "%(count)s years old", years) % {"count": years}


PREGNANCY: Final = "pregnancy"
YEAR: Final = 12
# Each choice with the months of age it covers, the last not included.
AGES: Final[dict[str, tuple[str, int, int]]] = {
    "0m": (_("Under 3 months"), 0, 3),
    "3m": (_("3 to 11 months"), 3, YEAR),
    **{f"{year}y": (later(_years)(year), year * YEAR, (year + 1) * YEAR) for year in range(1, 18)},
}


class FindSheet(BaseForm):
    """A child's age and a worry; both may be left out."""

    age = Select(
        label=_("How old is your child?"),
        choices=[
            ("", _("Any age")),
            (PREGNANCY, _("Not born yet")),
            *((code, words[0]) for code, words in AGES.items()),
        ],
        required=False,
    )
    worry = Select(label=_("What is it about?"), choices=[], required=False)

    def __init__(self, *args: Any, issues: Iterable[IssueWords], **kwargs: Any) -> None:
        """Offer the issues in the partnership's words."""
        super().__init__(*args, **kwargs)
        self.offer("worry", [("", _("Anything")), *((issue.id, issue.name) for issue in issues)])
