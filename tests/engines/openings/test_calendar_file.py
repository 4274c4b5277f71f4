"""The calendar file is read back by a reader of RFC 5545 and says what was meant."""

from datetime import UTC, date, datetime, time
from uuid import UUID

from icalendar import Calendar

from rightdoor.engines.listings import Dated, Hours, Listing
from rightdoor.engines.openings import Seasons, calendar_of, upcoming
from tests.directory.factories import entry

NOW = datetime(2026, 10, 22, 12, tzinfo=UTC)
LINK = "https://families.example/find/services/stay-and-play/"
ONE = entry(
    hours=(Hours(id=UUID(int=1), weekday=4, opens=time(9, 30), closes=time(11), note="Ring; bell, 2"),)
)


def written(one: Listing, now: datetime = NOW) -> bytes:
    found = upcoming(one, now, Seasons(), most=2)
    return calendar_of(found, name=one.name, places={found[0].key: "The hall"}, link=LINK, now=now)


def test_each_date_is_an_event_with_its_own_time_in_london():
    events = Calendar.from_ical(written(ONE)).walk("VEVENT")
    assert [event["dtstart"].dt.isoformat() for event in events] == [
        "2026-10-23T09:30:00+01:00",
        "2026-10-30T09:30:00+00:00",
    ]
    assert (events[0]["summary"], events[0]["location"], events[0]["description"]) == (
        "Stay and play",
        "The hall",
        "Ring; bell, 2",
    )
    assert "location" not in events[1]
    assert Calendar.from_ical(written(ONE)).walk("VTIMEZONE")


def test_the_same_date_keeps_its_name_when_the_file_is_read_again():
    def names(now: datetime) -> list[str]:
        return [str(event["uid"]) for event in Calendar.from_ical(written(ONE, now)).walk("VEVENT")]

    assert names(NOW)[1] == names(datetime(2026, 10, 24, tzinfo=UTC))[0]


def test_a_day_without_a_time_is_a_whole_day_and_a_cancelled_one_says_so():
    whole = entry(hours=(Hours(id=UUID(int=1), weekday=4),))
    (first, *_) = Calendar.from_ical(written(whole)).walk("VEVENT")
    assert first["dtstart"].dt == date(2026, 10, 23)
    off = entry(dates=(Dated(id=UUID(int=2), starts=datetime(2026, 11, 1, 9, tzinfo=UTC), cancelled=True),))
    (event,) = Calendar.from_ical(written(off)).walk("VEVENT")
    assert event["status"] == "CANCELLED"


def test_lines_are_short_and_end_as_the_standard_says():
    lines = written(ONE).split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert lines[-1] == b""
