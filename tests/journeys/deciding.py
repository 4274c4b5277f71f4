"""Steps of the front door and the panel: who is known, how great the need is, what is decided."""

from datetime import date, datetime

from rightdoor.families import actions as families
from rightdoor.families.models import Part, Person, Sight
from tests.journeys import asking
from tests.journeys.stage import Actor, Stage

WHY_PANEL = "Nadia needs help with how she feels and with being safe. Several services could fit."
WHY_FATOU = "Fatou knows the street, has room, and has worked with families where there was abuse."
MINUTES = "Everybody agreed that one person should hold this, and that Nadia is met without Craig."


def brother_on_record(stage: Stage) -> Person:
    """Have Dominic on record already, under his father's name, in a family that a lead professional holds."""
    by, now = stage.people["dolores-door"], stage.calendar.now()
    dominic = families.new_person(
        known_as="Dominic", family_name="Brandt", birth_date=asking.DOMINIC_BORN, sex="M", by=by, now=now
    )
    family = families.open_family(name="Brandt", by=by, now=now)
    families.add_member(family=family, person=dominic, part=Part.CHILD, by=by, now=now)
    families.give_sight(
        family=family,
        reason=Sight.Reason.LEAD,
        practitioner=stage.people["wilf-relay"],
        because="families.family:on-record",
        by=by,
        now=now,
    )
    return dominic


def open_request(officer: Actor, names: str) -> Actor:
    """Open the request that is first in the queue, from the home page, and take it."""
    officer.opens("/today/").follows("Requests").follows(asking.CHILD, within=names)
    return officer.sees(names).presses("Take this request")


def join_records(officer: Actor) -> Actor:
    """See who is known, join Dominic to his record, and make new records for the others."""
    officer.follows("Are they known?")
    found = f"Dominic Brandt, {asking.DOMINIC_BORN.day} February {asking.DOMINIC_BORN.year}"
    officer.sees(found, "same birth date", "different family name", "Wilf Relay")
    return officer.answers(
        {
            f"Who is {asking.CHILD}?": "Somebody not on record yet",
            f"Who is {asking.BROTHER}?": found,
            f"Who is {asking.MOTHER}?": "Somebody not on record yet",
            f"Who is {asking.PARTNER}?": "Somebody not on record yet",
            "Which family is this request about?": "A family not on record yet",
        },
        then="Join them to these records",
    ).sees("Joined to records")


def screen(officer: Actor) -> Actor:
    """Screen: what was told is filled in, and what was missing is asked."""
    officer.follows("Screening")
    told = officer.page.locator("section", has_text=asking.MOTHER).get_by_label("Yes", exact=True)
    assert [box.is_checked() for box in told.all()].count(True) >= 2, "What was told was not filled in."
    return officer.presses("Save").sees("Level of need")


def plan_panel(somebody: Actor, on: date) -> Actor:
    """Plan a meeting of the early help panel."""
    somebody.opens("/today/").follows("Panels").follows("Early Help Panel").follows("Plan a meeting")
    return somebody.answers(
        {
            "Which day?": on,
            "What time?": "9:30am",
            "Where?": "Room 4",
            "How many requests can it hear?": "8",
        },
        then="Plan the meeting",
    ).sees("is planned")


def to_panel(officer: Actor, meeting: datetime) -> Actor:
    """Decide that a panel hears the request."""
    officer.follows("Decide").sees("Level 3: targeted early help")
    words = f"{meeting.day} {meeting:%B %Y}"
    listed = officer.page.get_by_label("Which meeting?").locator("option").all_inner_texts()
    return officer.answers(
        {
            "What do you decide?": "A panel decides",
            "Which meeting?": next(one for one in listed if words in one),
            "Why? Write so that the family could read it": WHY_PANEL,
        },
        then="Decide",
    ).sees("The decision is kept. Whoever asked has been told.")


def allocate(chair: Actor, lead: str) -> Actor:
    """Let the panel give the family to somebody, write its minutes and close."""
    chair.opens("/today/").follows("Panels").follows("Early Help Panel")
    chair.follows("", within="On the agenda").follows("Decide", within=asking.MOTHER).answers(
        {
            "What does the panel decide?": "Accepted",
            "Who is asked to become lead professional?": lead,
            "The panel's reason": WHY_FATOU,
        },
        then="Keep the decision",
    )
    chair.follows("Write the minutes").answers(
        {"Who was there?": "Petra Gavel, Selim Steady", "Minutes": MINUTES}, then="Save"
    )
    return chair.presses("Close the meeting").sees("The meeting is closed")


def to_team(officer: Actor, lead: str) -> Actor:
    """Decide on a team around the family, and ask somebody to lead it."""
    officer.follows("Decide").answers(
        {
            "What do you decide?": "Team around the family",
            "Who is asked to become lead professional?": lead,
            "Why? Write so that the family could read it": WHY_FATOU,
        },
        then="Decide",
    )
    return officer.sees("The decision is kept. Whoever asked has been told.")
