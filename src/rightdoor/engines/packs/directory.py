"""directory.toml: how the partnership keeps its directory true."""

from typing import Annotated

from pydantic import Field, model_validator

from rightdoor.engines.freshness import Keeping
from rightdoor.engines.packs.fields import File, Positive, Source


class Directory(File):
    """The whole file. Without it: checked every six months, hidden after twelve."""

    check_every_months: Annotated[Positive, Field(description="months until an entry must be checked")] = 6
    remind_again_days: Annotated[Positive, Field(description="days until its owner is reminded again")] = 14
    escalate_after_days: Annotated[
        Positive, Field(description="days after which those who keep the directory are told as well")
    ] = 28
    hide_after_months: Annotated[
        Positive, Field(description="months without a check after which the public is not shown it")
    ] = 12
    source: Source = "local setting, to be agreed"

    @property
    def keeping(self) -> Keeping:
        """The same, to ask how an entry stands."""
        return Keeping(
            self.check_every_months,
            self.remind_again_days,
            self.escalate_after_days,
            self.hide_after_months,
        )

    @model_validator(mode="after")
    def _in_order(self) -> "Directory":
        # 28 days are the shortest month.
        if self.check_every_months * 28 + self.escalate_after_days >= self.hide_after_months * 28:
            raise ValueError("“hide_after_months” must leave time to check after others have been told.")
        return self
