"""Forms: conditional questions, what is dropped, and where the summary's links go."""

from django.http import QueryDict
from hypothesis import given as given_any
from hypothesis import strategies as st

from rightdoor.ui import fields
from rightdoor.ui.forms import BaseForm, errors_summary, given


class Contact(BaseForm):
    name = fields.Name(label="Name")
    phone = fields.YesNo(label="May we telephone?")
    number = fields.Telephone(label="Telephone number", missing="Enter the number")
    when = fields.Checkboxes(label="When?", choices=[("am", "Morning"), ("pm", "Afternoon"), ("o", "Other")])
    other = fields.Text(label="Which other time?")
    born = fields.PartialDay(label="Date of birth", required=False)
    conditions = (given("phone", "yes").require("number", "when"), given("when", "o").require("other"))


NO = {"name": "Ann", "phone": "no"}
YES = {"name": "Ann", "phone": "yes", "number": "020 7946 0000", "when": ["am"]}


def test_a_question_that_was_not_asked_need_not_be_answered() -> None:
    form = Contact(NO)
    assert form.is_valid()
    assert form.cleaned_data["number"] == ""
    assert form.cleaned_data["when"] == []


def test_a_question_that_was_asked_must_be_answered() -> None:
    form = Contact({"name": "Ann", "phone": "yes"})
    assert form.errors["number"] == ["Enter the number"]


def test_a_hidden_answer_is_dropped_even_when_it_is_wrong() -> None:
    form = Contact({**NO, "number": "not a number", "when": ["never"]})
    assert form.is_valid()
    assert form.cleaned_data["number"] == ""


def test_a_dropped_choice_is_as_empty_as_one_nobody_made() -> None:
    class Offer(BaseForm):
        kind = fields.Radios(label="Kind", choices=[("service", "A service"), ("action", "A step")])
        service = fields.Select(label="Service", choices=[("gp", "GP")])
        conditions = (given("kind", "service").require("service"),)

    form = Offer({"kind": "action", "service": "gp"})
    assert form.is_valid()
    assert form.cleaned_data["service"] == ""


def test_a_question_under_a_dropped_question_is_dropped_too() -> None:
    form = Contact({**NO, "when": ["o"], "other": "At night"})
    assert form.is_valid()
    assert form.cleaned_data["other"] == ""


def test_a_question_under_an_asked_question_is_asked() -> None:
    assert Contact({**YES, "when": ["am", "o"]}).errors["other"]
    assert Contact({**YES, "when": ["am", "o"], "other": "At night"}).is_valid()


def test_nested_questions_are_not_asked_twice() -> None:
    assert [bound.name for bound in Contact().asked()] == ["name", "phone", "born"]
    assert [bound.name for bound in Contact().nested("phone")["yes"]] == ["number", "when"]


class Shared(BaseForm):
    one = fields.YesNo(label="One?")
    two = fields.YesNo(label="Two?")
    why = fields.Text(label="Why?")
    conditions = (given("one", "yes").require("why"), given("two", "yes").require("why"))


def test_a_question_that_two_answers_reveal_stands_on_its_own() -> None:
    assert [bound.name for bound in Shared().asked()] == ["one", "two", "why"]
    assert Shared({"one": "no", "two": "yes"}).errors["why"]
    assert Shared({"one": "no", "two": "no", "why": "x"}).is_valid()


def test_summary_links_go_to_the_first_input_that_is_wrong() -> None:
    form = Contact({"born-day": "1", "born-month": "13", "born-year": "2020"}, prefix=None)
    summary = form.errors_summary
    assert summary is not None
    assert [item["href"] for item in summary["errorList"]] == ["#id_name", "#id_phone", "#id_born-month"]


def test_no_mistakes_no_summary() -> None:
    assert Contact(NO).errors_summary is None
    assert errors_summary(Contact(NO), Contact(NO)) is None


def test_several_forms_share_one_summary() -> None:
    summary = errors_summary(Contact({}, prefix="a"), Contact({}, prefix="b"))
    assert summary is not None
    assert summary["errorList"][0]["href"] == "#id_a-name"


def test_characters_no_database_takes_are_left_out() -> None:
    form = Contact(QueryDict("name=A%00nn&phone=no"))
    assert form.is_valid()
    assert form.cleaned_data["name"] == "Ann"


@given_any(
    st.dictionaries(st.sampled_from([*Contact.base_fields, "born-day", "born-month", "born-year"]), st.text())
)
def test_no_answer_whatever_breaks_a_form(data: dict[str, str]) -> None:
    form = Contact(data)
    form.is_valid()
    for messages in form.errors.values():
        assert all(str(message) and "{" not in str(message) for message in messages)
