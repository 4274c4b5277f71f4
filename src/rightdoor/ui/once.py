"""Forms that add something: pressed twice, they add it once."""

from typing import Any
from uuid import UUID

from rightdoor.ui.fields import Hidden
from rightdoor.ui.forms import BaseForm
from rightdoor.ui.tokens import new_token, token_of


class OnceForm(BaseForm):
    """A form that carries a token of its own from the moment it is shown."""

    token = Hidden(required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Every rendering begins with a new token."""
        super().__init__(*args, **kwargs)
        self.initial.setdefault("token", new_token())

    @property
    def once(self) -> UUID | None:
        """The token sent back; None where it cannot be read."""
        return token_of(self.cleaned_data.get("token"))
