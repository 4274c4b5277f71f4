"""Forms of the gallery: one question of each kind, empty and answered wrongly."""

from __future__ import annotations

from typing import Final

from rightdoor.ui import fields
from rightdoor.ui.forms import BaseForm, given


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
