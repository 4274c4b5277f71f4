"""Tip sheets in words: for whom, how old, and in which order they are shown."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlencode

from markupsafe import Markup

from rightdoor.directory.forms.sheets import AGES, PREGNANCY, YEAR
from rightdoor.engines.drawing.pictograms import pictogram
from rightdoor.engines.packs import IssueWords, Sheet
from rightdoor.engines.packs.sheets import EasyPoint, Section
from rightdoor.ui.addresses import reverse
from rightdoor.ui.prose import prose
from rightdoor.ui.speaking import gettext, ngettext, only_english
from rightdoor.ui.words import date_words

LARGE, EASY = "large", "easy"
VIEWS = ("", LARGE, EASY)
USING, RIGHTS, AGE, WORRY = "using", "rights", "age", "worry"


@dataclass(frozen=True)
class Words:
    """A sheet in the language it is read in. `language` is empty for English."""

    title: str
    summary: str
    sections: tuple[Section, ...]
    easy: tuple[EasyPoint, ...]
    language: str = ""
    older: bool = False


def words_of(sheet: Sheet, language: str) -> Words:
    """Give a sheet in a language, or in English where nobody has translated it."""
    found = sheet.translations.get(language)
    if found is None:
        return Words(sheet.head.title, sheet.head.summary, sheet.sections, sheet.head.easy)
    older = found.head.translates < sheet.head.written
    return Words(found.head.title, found.head.summary, found.sections, found.head.easy, language, older)


def chosen(sheets: Iterable[Sheet], age: str, worry: str) -> list[Sheet]:
    """Give the sheets for a child's age and a worry; an empty choice leaves all."""
    return [sheet for sheet in sheets if _for_age(sheet, age) and (not worry or worry in sheet.head.issues)]


def _for_age(sheet: Sheet, age: str) -> bool:
    if age == PREGNANCY:
        return sheet.head.for_pregnancy or sheet.head.all_ages
    if age not in AGES:
        return True
    _, first, last = AGES[age]
    return sheet.touches(first, last)


def groups(
    sheets: Iterable[Sheet], issues: Iterable[IssueWords], language: str, view: str = ""
) -> list[dict[str, Any]]:
    """Give sheets under headings: how to use the site and rights, then by age, then by worry."""
    told = list(sheets)
    parts = [
        (
            gettext("How to get help, and your rights"),
            [sheet for sheet in told if sheet.head.kind in (USING, RIGHTS)],
        ),
        (gettext("What is usual at each age"), [sheet for sheet in told if sheet.head.kind == AGE]),
    ]
    worries = [sheet for sheet in told if sheet.head.kind == WORRY]
    named = list(issues)
    parts += [
        (issue.name, [sheet for sheet in worries if sheet.head.issues[:1] == (issue.id,)]) for issue in named
    ]
    codes = {issue.id for issue in named}
    parts.append(
        (gettext("Other worries"), [sheet for sheet in worries if not codes & set(sheet.head.issues[:1])])
    )
    return [
        {"heading": heading, "lines": [_line(sheet, language, view) for sheet in within]}
        for heading, within in parts
        if within
    ]


def _line(sheet: Sheet, language: str, view: str) -> dict[str, str]:
    told = words_of(sheet, language)
    line = {"title": told.title, "summary": told.summary}
    said = line if told.language else {name: only_english(words) for name, words in line.items()}
    return {**said, "href": address(sheet.id, view)}


def address(sheet_id: str, view: str = "") -> str:
    """Give where a sheet is, in one of its views."""
    query = f"?{urlencode({'view': view})}" if view else ""
    return reverse("advice:sheet", kwargs={"sheet_id": sheet_id}) + query


def ways(sheet_id: str, view: str) -> list[dict[str, str]]:
    """Give the other ways to read a sheet."""
    named = {
        "": gettext("The whole sheet"),
        LARGE: gettext("Large print"),
        EASY: gettext("Easy read, with pictures"),
    }
    return [{"text": text, "href": address(sheet_id, code)} for code, text in named.items() if code != view]


def help_near(sheet: Sheet, issues: Iterable[IssueWords]) -> list[dict[str, str]]:
    """Give the ways to help with what a sheet is about, in the partnership's words."""
    return [
        {"text": issue.name, "href": reverse("find:pathway", kwargs={"issue": issue.id})}
        for issue in issues
        if issue.id in sheet.head.issues
    ]


def ages_of(sheet: Sheet) -> str:
    """Say for whom a sheet is: “From 1 year to 5 years”."""
    head = sheet.head
    if head.kind in (USING, RIGHTS):
        return ""
    parts = [gettext("While you wait for a baby")] if head.for_pregnancy and not head.all_ages else []
    if head.all_ages:
        parts.append(gettext("All ages"))
    elif head.age_to_months is not None:
        ages = {"first": _age(head.age_from_months or 0), "last": _age(head.age_to_months)}
        parts.append(
            gettext("From %(first)s to %(last)s") % ages
            if head.age_from_months
            else gettext("From birth to %(last)s") % ages
        )
    return ". ".join(parts)


def _age(months: int) -> str:
    if months % YEAR == 0:
        return ngettext("%(count)s year", "%(count)s years", months // YEAR) % {"count": months // YEAR}
    return ngettext("%(count)s month", "%(count)s months", months) % {"count": months}


def sections_of(told: Words, sheet: Sheet) -> list[dict[str, Any]]:
    """Give the parts of a sheet as HTML; the last one is what cannot wait."""
    last = len(told.sections) - 1
    return [
        {"heading": part.heading, "html": prose(part.text), "urgent": number == last and _says_urgent(sheet)}
        for number, part in enumerate(told.sections)
    ]


def _says_urgent(sheet: Sheet) -> bool:
    return sheet.sections[-1].heading == "Get help now"


def points_of(told: Words) -> list[dict[str, Any]]:
    """Give the easy-read version: each sentence with its picture."""
    return [{"svg": Markup(pictogram(point.picture)), "says": point.says} for point in told.easy]  # noqa: S704


def age_of_words(sheet: Sheet, today: date) -> list[str]:
    """Say when the words were agreed, and openly when they should have been read again."""
    said = [gettext("We wrote these words on %(day)s.") % {"day": date_words(sheet.head.written)}]
    if sheet.overdue(today):
        late = gettext("We should have read them again by %(day)s. Some may be out of date.")
        said.append(late % {"day": date_words(sheet.head.review_by)})
    return said


def review_rows(sheets: Iterable[Sheet], today: date) -> list[list[Any]]:
    """Give the sheets for staff, those that must be read again soonest first."""
    return [
        [
            {"text": sheet.head.title, "href": address(sheet.id)},
            "All partnerships" if sheet.common else "Ours",
            date_words(sheet.head.written),
            date_words(sheet.head.review_by),
            "Read it again" if sheet.overdue(today) else "",
            sheet.head.reading_note,
        ]
        for sheet in sorted(sheets, key=lambda sheet: (sheet.head.review_by, sheet.head.title))
    ]
