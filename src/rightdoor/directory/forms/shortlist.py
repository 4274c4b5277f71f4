"""What can be done to a list of kept services: one button, one change."""

from typing import Any, Final
from uuid import UUID

from django.core.exceptions import ValidationError
from django.utils.http import url_has_allowed_host_and_scheme

from rightdoor.ui.fields import Hidden
from rightdoor.ui.forms import BaseForm
from rightdoor.ui.speaking import gettext
from rightdoor.ui.tokens import token_of

CHANGES: Final = ("keep", "drop", "up", "down", "take", "clear")
LONGEST: Final = 4000


class ListChange(BaseForm):
    """One change of the list, and where to go afterwards.

    `keep`, `drop`, `up` and `down` name a service, `take` a list that was handed on.
    """

    keep = Hidden(required=False)
    drop = Hidden(required=False)
    up = Hidden(required=False)
    down = Hidden(required=False)
    take = Hidden(required=False, max_length=LONGEST)
    clear = Hidden(required=False)
    back = Hidden(required=False, max_length=LONGEST)

    def clean_back(self) -> str:
        """Lead back to a page of ours, or else to the list."""
        back = str(self.cleaned_data["back"])
        return back if back.startswith("/") and url_has_allowed_host_and_scheme(back, None) else ""

    def clean(self) -> dict[str, Any]:
        """Exactly one change is asked for, of a service that could be one."""
        clean = super().clean() or self.cleaned_data
        asked = [name for name in CHANGES if clean.get(name)]
        by_key = asked and asked[0] not in {"take", "clear"}
        if len(asked) != 1 or (by_key and token_of(clean[asked[0]]) is None):
            raise ValidationError(gettext("Choose a service first."))
        return dict(clean)

    @property
    def change(self) -> str:
        """Which change it is."""
        return next(name for name in CHANGES if self.cleaned_data[name])

    @property
    def service(self) -> UUID | None:
        """The service it is about."""
        return token_of(self.cleaned_data[self.change])
