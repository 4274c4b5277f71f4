"""Values as people say them: dates, ages, counts, days until.

Nothing here reads the clock: whoever asks says which day it is.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from typing import Final, SupportsInt

from babel.dates import (
    format_date,
    format_skeleton,
    format_time,
    format_timedelta,
    get_datetime_format,
    get_day_names,
    get_month_names,
)
from babel.numbers import format_decimal
from babel.units import format_unit
from django.utils import timezone
from markupsafe import Markup, escape

from rightdoor.ui.speaking import gettext, reading

MONTHS: Final = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
NOT_KNOWN: Final = "Not known"
DAYS_COUNTED_IN_DAYS: Final = 14
MONTHS_COUNTED_IN_WEEKS: Final = 3
YEARS_COUNTED_IN_MONTHS: Final = 2
NOON: Final = 12
# Days are never told as weeks or months: "in 30 days" is what a clock promises.
MANY_DAYS: Final = 10_000
_FROM_THE_RIGHT: Final = frozenset({"R", "AL"})


def month_name(month: int) -> str:
    """Name of month 1 to 12, as it stands alone."""
    here = reading()
    if here.is_english:
        return MONTHS[month - 1]
    return str(get_month_names("wide", "stand-alone", here.locale)[month])


def weekday_name(weekday: int) -> str:
    """Name of a day of the week; Monday is 0."""
    here = reading()
    return str(get_day_names("wide", "format", here.locale)[weekday])


def month_and_year(year: int, month: int) -> str:
    """``April 2019``."""
    here = reading()
    if here.is_english:
        return f"{month_name(month)} {year}"
    return str(format_skeleton("yMMMM", date(year, month, 1), locale=here.locale))


def day_words(day: date) -> str:
    """``22 November 2026``, or as the reader's language writes a day in full."""
    here = reading()
    if here.is_english:
        return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
    return str(format_date(day, "long", here.locale))


def month_words(day: date) -> str:
    """``November 2026``."""
    return f"{month_name(day.month)} {day.year}"


def _local(value: datetime) -> datetime:
    return value.astimezone(timezone.get_default_timezone()) if timezone.is_aware(value) else value


def _or_unknown(unknown: str) -> str:
    return gettext("Not known") if unknown == NOT_KNOWN else unknown


def date_words(value: object, unknown: str = NOT_KNOWN) -> str:
    """``22 November 2026``; a moment is told in local time; nothing is told as ``unknown``.

    A value that can say itself (a date known only in part) is asked to.
    """
    if value is None or value == "":
        return _or_unknown(unknown)
    if isinstance(value, datetime):
        value = _local(value).date()
    return day_words(value) if isinstance(value, date) else str(value)


def time_words(value: datetime) -> str:
    """``9am``, ``2:30pm``, ``midday`` or ``midnight``, in local time."""
    return clock_words(_local(value).time())


def clock_words(value: time) -> str:
    """A time on the wall: ``9am``, ``2:30pm``, ``midday`` or ``midnight``."""
    here = reading()
    if not here.is_english:
        return str(format_time(value.replace(tzinfo=None), "short", locale=here.locale))
    if value.minute == 0 and value.hour in (0, NOON):
        return "midday" if value.hour else "midnight"
    half = "am" if value.hour < NOON else "pm"
    hour = value.hour % NOON or NOON
    return f"{hour}{half}" if value.minute == 0 else f"{hour}:{value.minute:02d}{half}"


def date_time_words(value: datetime | None, unknown: str = NOT_KNOWN) -> str:
    """``22 November 2026 at 2:30pm``, in local time."""
    if value is None:
        return _or_unknown(unknown)
    here = reading()
    if here.is_english:
        return f"{date_words(value)} at {time_words(value)}"
    pattern = str(get_datetime_format("long", here.locale)).replace("'", "")
    return pattern.replace("{0}", time_words(value)).replace("{1}", date_words(value))


def number_words(number: int) -> str:
    """``10,000``, or as the reader's language groups figures."""
    here = reading()
    return f"{number:,}" if here.is_english else str(format_decimal(number, locale=here.locale))


def plural(count: SupportsInt, one: str, many: str = "") -> str:
    """``1 day``, ``3 days``, ``2 children``: the count and the word that goes with it."""
    number = int(count)
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def _whole_months(birth: date, on: date) -> int:
    months = (on.year - birth.year) * 12 + on.month - birth.month
    return months - 1 if on.day < birth.day else months


def age_words(birth: date | None, on: date, unknown: str = "") -> str:
    """Age on a day: days, then weeks, then months to the second birthday, then years."""
    if birth is None:
        return unknown or gettext("age not known")
    if birth > on:
        return gettext("not yet born")
    days, months = (on - birth).days, _whole_months(birth, on)
    if days < DAYS_COUNTED_IN_DAYS:
        return span_words(days, "day")
    if months < MONTHS_COUNTED_IN_WEEKS:
        return span_words(days // 7, "week")
    if months < YEARS_COUNTED_IN_MONTHS * 12:
        return span_words(months, "month")
    return span_words(months // 12, "year")


def span_words(count: int, unit: str) -> str:
    """``1 day``, ``3 weeks``, ``2 months``, ``4 years``; the unit is named in English."""
    here = reading()
    if here.is_english:
        return plural(count, unit)
    return str(format_unit(count, f"duration-{unit}", "long", locale=here.locale))


def days_from(value: date | datetime, today: date) -> str:
    """``today``, ``tomorrow``, ``in 3 days``, ``yesterday``, ``3 days ago``."""
    day = _local(value).date() if isinstance(value, datetime) else value
    distance, here = (day - today).days, reading()
    if abs(distance) <= 1:
        return (gettext("yesterday"), gettext("today"), gettext("tomorrow"))[distance + 1]
    if not here.is_english:
        far = timedelta(days=distance)
        return str(
            format_timedelta(
                far, granularity="day", threshold=MANY_DAYS, add_direction=True, locale=here.locale
            )
        )
    return f"in {plural(distance, 'day')}" if distance > 0 else f"{plural(-distance, 'day')} ago"


def names_listed(names: Iterable[str]) -> str:
    """Names with commas between them, each in its own direction when one of them is written from the right.

    Unicode isolates (UAX 9) rather than ``bdi``, because a title or a label can hold no element.
    """
    told = list(names)
    if any(unicodedata.bidirectional(letter) in _FROM_THE_RIGHT for name in told for letter in name):
        told = [f"\u2068{name}\u2069" for name in told]
    return ", ".join(told)


def nl2br(value: object) -> Markup:
    """Text with its line breaks kept; everything in it is escaped first."""
    lines = str("" if value is None else value).replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return Markup("<br>\n").join(escape(line) for line in lines)
