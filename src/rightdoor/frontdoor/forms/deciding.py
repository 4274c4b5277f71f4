"""What is filled in to decide about a request, and about an item of a panel's agenda."""

from collections.abc import Iterable, Mapping
from typing import Any, ClassVar

from rightdoor.access.models import Agency
from rightdoor.frontdoor.forms.ask_start import LAWFUL_BASES
from rightdoor.frontdoor.models import Choice, Outcome, PanelMeeting
from rightdoor.frontdoor.queries.one import Worker
from rightdoor.plans.forms.choosing import SeeksLead, lead_words
from rightdoor.ui.fields import (
    Checkboxes,
    Confirm,
    Day,
    Email,
    Hidden,
    LongText,
    Number,
    Radios,
    Select,
    Text,
)
from rightdoor.ui.forms import BaseForm, given
from rightdoor.ui.words import date_time_words

DECLINED_FOR = (
    ("not-our-area", "The family lives in another area, and was told whom to ask"),
    ("no-agreement", "The family does not agree, and nobody is at risk"),
    ("needs-met", "The family already gets the help it needs"),
    ("same-request", "The same request is already being looked at"),
    ("too-little-told", "Too little was told, and nobody could be reached"),
)
RISK_FOUND = (
    ("score", "A risk checklist came out as high"),
    ("judgement", "Professional judgement: high risk whatever the checklist says"),
    ("escalation", "It is getting worse: more often, or more serious"),
)
_SHARES = frozenset({Choice.SINGLE_AGENCY, Choice.STATUTORY, Choice.MARAC})
_ASK_BASIS = "Select the lawful basis on which this is shared"


class SeekingForm(SeeksLead):
    """Asks who is to lead, each with what they hold."""

    chosen = "worker"

    def __init__(self, *args: Any, workers: Iterable[Worker], **settings: Any) -> None:
        """Each worker is shown with what they hold."""
        super().__init__(*args, **settings)
        self.offer("worker", [("", "Choose one"), *worker_choices(workers)])


class DecideForm(SeekingForm):
    """One choice of those that are open, what it needs, and the reason."""

    version = Hidden(required=False)
    token = Hidden(required=False)
    choice = Radios(label="What do you decide?", choices=[], missing="Select what you decide")
    services = Checkboxes(label="Which services do you point to?", choices=[], required=False)
    agency = Select(
        label="Which agency?", choices=[], missing="Select the agency that will help", required=False
    )
    agency_email = Email(label="Where does the agency take requests by e-mail?", required=False)
    tell_of_children = Confirm(
        label="It is a service for adults: tell it that there are children in the family", required=False
    )
    worker = Select(
        label="Who is asked to become lead professional?",
        choices=[],
        missing="Select who is asked to become lead professional",
        required=False,
    )
    worker_words = lead_words()
    over_limit_reason = Text(
        label="If they are full: why them all the same?",
        hint="Only a supervisor can ask somebody who is full.",
        required=False,
    )
    meeting = Select(
        label="Which meeting?", choices=[], missing="Select the meeting that hears it", required=False
    )
    risk = Radios(
        label="How was the risk found to be high?",
        choices=RISK_FOUND,
        missing="Select how the risk was found to be high",
        required=False,
    )
    risk_score = Number(label="Score of the checklist, if one was done", highest=24, required=False)
    risk_on = Day(
        label="When was the risk assessed?", missing="Enter when the risk was assessed", required=False
    )
    reason_code = Radios(
        label="Why is no help given through this door?",
        choices=DECLINED_FOR,
        missing="Select why no help is given through this door",
        required=False,
    )
    reason = LongText(
        label="Why? Write so that the family could read it",
        missing="Write the reason for the decision",
        max_length=4000,
    )
    basis = Radios(
        label="On which lawful basis is this shared?",
        hint="Asked where the decision shares something with an agency, social care or MARAC.",
        choices=LAWFUL_BASES,
        required=False,
    )
    conditions: ClassVar[Any] = (
        given("choice", Choice.ADVISE.value).show("services"),
        given("choice", Choice.SINGLE_AGENCY.value).require("agency"),
        given("choice", Choice.SINGLE_AGENCY.value).show("agency_email", "tell_of_children"),
        given("choice", Choice.TEAM.value).show("worker", "worker_words", "over_limit_reason"),
        given("choice", Choice.PANEL.value).require("meeting"),
        given("choice", Choice.MARAC.value).require("risk", "risk_on"),
        given("choice", Choice.MARAC.value).show("risk_score"),
        given("choice", Choice.DECLINE.value).require("reason_code"),
    )

    def __init__(
        self,
        data: Any = None,
        *,
        open_choices: Iterable[tuple[str, str]],
        offered: Mapping[str, Iterable[tuple[str, str]]],
        has_lead: bool,
        **settings: Any,
    ) -> None:
        """`offered` holds the agencies, workers, meetings and services to choose from, by field."""
        super().__init__(data, **settings)
        self.has_lead = has_lead
        fields: Any = self.fields
        fields["choice"].choices = list(open_choices)
        fields["services"].choices = list(offered["services"])
        for name in ("agency", "meeting"):
            fields[name].choices = [("", "Choose one"), *offered[name]]

    def clean(self) -> dict[str, Any]:
        """What is shared needs a lawful basis; a team needs somebody to lead it."""
        said = super().clean()
        choice = said.get("choice")
        if choice in _SHARES and not said.get("basis"):
            self.add_error("basis", _ASK_BASIS)
        if choice not in _SHARES:
            said["basis"] = ""
        if (
            choice == Choice.TEAM
            and not self.has_lead
            and not said.get("worker")
            and "worker" not in self.errors
        ):
            self.add_error("worker", "Select who is asked to become lead professional")
        return said

    @property
    def seeks(self) -> bool:
        """Only a team around the family needs a lead."""
        return bool(self.cleaned_data.get("choice") == Choice.TEAM)

    @property
    def detail(self) -> dict[str, Any]:
        """What the choice alone needs, as it is kept."""
        said = self.cleaned_data
        if said["choice"] == Choice.MARAC:
            return {
                "risk": said["risk"],
                "score": said["risk_score"],
                "assessed_on": said["risk_on"].isoformat(),
            }
        if said["choice"] == Choice.SINGLE_AGENCY:
            return {"tell_of_children": bool(said["tell_of_children"])}
        return {}


class OfferForm(SeekingForm):
    """Asking somebody else to lead."""

    token = Hidden(required=False)
    worker = Select(
        label="Who is asked to become lead professional?",
        choices=[],
        missing="Select who is asked to become lead professional",
    )
    worker_words = lead_words()
    over_limit_reason = Text(
        label="If they are full: why them all the same?",
        hint="Only a supervisor can ask somebody who is full.",
        required=False,
    )
    note = LongText(label="What should they know first?", max_length=2000, rows=3, required=False)


class ReconsiderForm(BaseForm):
    """Why a request is decided again."""

    reason = LongText(
        label="Why is it decided again?", missing="Say why it is decided again", max_length=2000, rows=3
    )


class RulingForm(SeekingForm):
    """What the panel says of one item."""

    outcome = Radios(
        label="What does the panel decide?", choices=Outcome.choices, missing="Select what the panel decides"
    )
    worker = Select(
        label="Who is asked to become lead professional?",
        choices=[],
        missing="Select who is asked to become lead professional",
        required=False,
    )
    worker_words = lead_words()
    over_limit_reason = Text(
        label="If they are full: why them all the same?",
        hint="Only a supervisor can ask somebody who is full.",
        required=False,
    )
    agency = Select(label="Which agency?", choices=[], missing="Select the agency", required=False)
    later = Select(label="Which meeting?", choices=[], missing="Select the later meeting", required=False)
    basis = Radios(
        label="On which lawful basis is it shared?",
        choices=LAWFUL_BASES,
        missing=_ASK_BASIS,
        required=False,
    )
    reason = LongText(label="The panel's reason", missing="Write the panel's reason", max_length=4000)
    conditions: ClassVar[Any] = (
        given("outcome", Outcome.ACCEPTED.value).require("worker"),
        given("outcome", Outcome.ACCEPTED.value).show("worker_words", "over_limit_reason"),
        given("outcome", Outcome.ELSEWHERE.value).require("agency", "basis"),
        given("outcome", Outcome.LATER.value).require("later"),
    )

    @property
    def seeks(self) -> bool:
        """Only a request the panel accepts needs a lead."""
        return bool(self.cleaned_data.get("outcome") == Outcome.ACCEPTED)

    def __init__(
        self,
        data: Any = None,
        *,
        agencies: Iterable[Agency],
        meetings: Iterable[PanelMeeting],
        **settings: Any,
    ) -> None:
        """Offer who could lead, the agencies, and the later meetings of the same panel."""
        super().__init__(data, **settings)
        offered = {
            "agency": [(agency.pk, agency.name) for agency in agencies],
            "later": [(str(meeting.pk), date_time_words(meeting.at)) for meeting in meetings],
        }
        fields: Any = self.fields
        for name, choices in offered.items():
            fields[name].choices = [("", "Choose one"), *choices]


def worker_choices(workers: Iterable[Worker]) -> list[tuple[str, str]]:
    """Give each worker with their agency and what they hold against their limit."""
    return [
        (str(w.practitioner.pk), f"{w.practitioner.name}, {w.practitioner.agency}: {_load(w)}")
        for w in workers
    ]


def _load(worker: Worker) -> str:
    words = worker.load.words
    return f"{words[:1].lower()}{words[1:]}" + (" (full)" if worker.load.full else "")
