"""Fields as they are drawn."""

from typing import Any

import pytest
from bs4 import BeautifulSoup, Tag
from django import forms
from hypothesis import given as given_any
from hypothesis import settings
from hypothesis import strategies as st

from rightdoor.ui import fields
from rightdoor.ui.fields.base import first_input_id
from rightdoor.ui.forms import BaseForm, given
from rightdoor.ui.gallery import WRONG, Everything
from rightdoor.ui.jinja import environment

PAGES = environment()
FIELD: Any = PAGES.globals["field"]


class Story(BaseForm):
    more = fields.YesNo(label="Is there more?")
    told = fields.LongText(label="Tell us", count=True)
    plain = fields.LongText(label="And this", required=False)
    conditions = (given("more", "yes").require("told"),)


class Library(forms.Form):
    login = forms.EmailField(label="E-mail", help_text="The one you work with")
    password = forms.CharField(widget=forms.PasswordInput)
    remember = forms.BooleanField(required=False)
    kind = forms.ChoiceField(choices=[("a", "A"), ("b", "B")], widget=forms.RadioSelect)
    many = forms.MultipleChoiceField(choices=[("a", "A"), ("b", "B")], widget=forms.CheckboxSelectMultiple)
    one = forms.ChoiceField(choices=[("a", "A"), ("b", "B")])
    file = forms.FileField()
    note = forms.CharField(widget=forms.Textarea)


def soup(html: str) -> BeautifulSoup:
    return BeautifulSoup(html, "html.parser")


def drawn(form: forms.BaseForm) -> BeautifulSoup:
    shown = form.asked() if isinstance(form, BaseForm) else list(form)
    return soup("".join(FIELD(bound) for bound in shown))


def test_every_link_of_the_summary_finds_its_input() -> None:
    form = Everything(WRONG)
    page = drawn(form)
    assert form.errors_summary is not None
    for item in form.errors_summary["errorList"]:
        target = page.find(id=item["href"][1:])
        assert isinstance(target, Tag)
        assert target.name in {"input", "select", "textarea"}


def test_every_input_has_a_label() -> None:
    page = drawn(Everything())
    labelled = {label["for"] for label in page.find_all("label")}
    assert {box["id"] for box in page.find_all(["input", "select", "textarea"])} <= labelled


def test_what_was_typed_wrongly_is_shown_again() -> None:
    page = drawn(Everything(WRONG))
    month = page.find(id="id_born-month")
    assert isinstance(month, Tag)
    assert month["value"] == "February"
    assert "govuk-input--error" in page.find(id="id_born-day")["class"]  # type: ignore[index]
    assert "govuk-input--error" not in month["class"]


@settings(max_examples=50)
@given_any(st.text(alphabet=st.characters(exclude_categories=("Cs", "Cc"), include_characters="\n ")))
def test_long_text_comes_back_letter_for_letter_even_when_nested(said: str) -> None:
    said = said.strip("\n")
    page = drawn(Story({"more": "yes", "told": said, "plain": said}))
    assert [box.text.removeprefix("\n") for box in page.find_all("textarea")] == [said, said]


def test_nested_questions_are_drawn_under_their_answer() -> None:
    inner = drawn(Story()).select(".govuk-radios__conditional #id_told")
    assert len(inner) == 1


def test_a_single_question_can_be_the_heading_of_its_page() -> None:
    page = soup(FIELD(Story()["more"], heading=True))
    assert page.find("h1").text.strip() == "Is there more?"  # type: ignore[union-attr]


def test_markup_in_answers_stays_text() -> None:
    page = drawn(Story({"more": "<script>", "told": "</textarea><script>", "plain": '"><script>'}))
    assert page.find("script") is None


def test_fields_of_other_libraries_are_drawn_too() -> None:
    form = Library({"login": "x", "password": "secret"})
    page = drawn(form)
    assert all(page.find(id=first_input_id(bound)) for bound in form)
    assert "secret" not in str(page)


@pytest.mark.parametrize("value", [None, "2019", "2019-04"])
def test_a_partly_known_date_fills_its_boxes(value: str | None) -> None:
    form = Everything(initial={"born": value})
    year = soup(FIELD(form["born"])).find(id="id_born-year")
    assert isinstance(year, Tag)
    assert year["value" if value else "id"] == ("2019" if value else "id_born-year")
