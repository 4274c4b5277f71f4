"""Steps of asking for help: what each who asks answers, page by page, in the words they read."""

from datetime import date
from typing import Any, Literal

from rightdoor.engines.story import PersonTold, Story
from rightdoor.frontdoor.actions import Asking, send_request
from rightdoor.frontdoor.models import HelpRequest
from tests.journeys.hands import Said
from tests.journeys.stage import Actor, Stage

MOTHER, CHILD, BROTHER, PARTNER = "Nadia Holloway", "Ruby Holloway", "Dominic Holloway", "Craig Sutter"
RUBY_BORN, DOMINIC_BORN, NADIA_BORN = date(2023, 8, 14), date(2013, 2, 9), date(1994, 5, 30)
WORRIES = "Nadia has been very low since the spring. She told me that Craig hits her when Ruby is in bed."
STRENGTHS = "Nadia reads to Ruby every night, and Ruby runs to her."
HOPES = "Nadia wants to sleep, and to be safe at home."
CHILD_WORDS = "Mummy is sad on the sofa."
HELPING = "Nadia's sister on Sundays. I visit every week."
ABUSE = "Is domestic abuse affecting this parent's parenting now, whether experienced or caused?"
LOW = "Does this parent's mental health affect their parenting now?"

Page = tuple[str, dict[str, Said]]
Pages = list[Page]

WHO = "Who are they?"
A_CHILD = "A child or young person, or a baby on the way"
A_PARENT = "A parent, or an adult who brings up the children"
KNOWN_AGE = "What do you know about their age?"
ANOTHER = "Is there another parent, or anyone else who helps bring up the children?"
MORE = "Do you want to add anyone else?"


def _born(first: str, last: str, born: date, sex: str) -> dict[str, Said]:
    return {
        "First name": first,
        "Last name": last,
        KNOWN_AGE: "The date of birth",
        "Date of birth": born,
        "Sex": sex,
    }


def health_visitors_answers() -> Pages:
    """Give what a health visitor tells of Nadia, Ruby, Dominic and Craig: what stands on each page."""
    return [
        ("danger", {"Is anyone in the family in danger now?": "No"}),
        (
            "sharing",
            {
                "Has the family agreed to this request?": "Yes",
                "Who agreed, and when?": "Nadia, at home, this morning",
            },
        ),
        ("asker", {"Your job": "Health visitor", "Who do you mainly work with?": "Children or young people"}),
        (
            "contact",
            {
                "Who should we speak to in the family first?": MOTHER,
                "Telephone number": "020 7946 0018",
                "Is it safe to call the family on this number?": "No",
                "A good time, or a way that must not be used": "Ring me first. Never leave a message.",
                "Does the family need an interpreter?": "No",
            },
        ),
        *_people(),
        (
            "home",
            {
                "Postcode": "SE13 6LY",
                "House number and street": "9 Elm Row",
                "Must anyone be kept from knowing where they live?": "No",
            },
        ),
        (
            "story",
            {
                "What are you worried about?": WORRIES,
                "What is going well?": STRENGTHS,
                "What would help?": HOPES,
                "What do the children say?": CHILD_WORDS,
                "Who already helps?": HELPING,
                "How does the family say things are now?": "3",
            },
        ),
        (
            "screening",
            {
                f"{MOTHER}: {ABUSE}": "Yes",
                f"{MOTHER}: {LOW}": "Yes",
                f"{PARTNER}: {ABUSE}": "Yes",
            },
        ),
        ("background", {"Will you answer a few questions about background?": "No, skip them"}),
    ]


def _people() -> Pages:
    return [
        ("people", {"Do you want to add somebody?": "Yes"}),
        ("person/p1", {WHO: A_CHILD, **_born("Ruby", "Holloway", RUBY_BORN, "Female")}),
        ("people", {MORE: "Yes"}),
        ("person/p2", {WHO: A_CHILD, **_born("Dominic", "Holloway", DOMINIC_BORN, "Male")}),
        ("people", {MORE: "Yes"}),
        (
            "person/p3",
            {
                WHO: A_PARENT,
                **_born("Nadia", "Holloway", NADIA_BORN, "Female"),
                "What are they to the children?": "Mother or father",
                "Do they live with the children?": "Yes",
            },
        ),
        ("people", {MORE: "No, that is everyone I can name"}),
        ("other-parent", {ANOTHER: "Yes"}),
        (
            "person/other",
            {
                "First name": "Craig",
                "Last name": "Sutter",
                KNOWN_AGE: "About how old",
                "Age in years": "35",
                "Sex": "Male",
                "What are they to the children?": "Step-parent, or a parent's partner",
                "Do they live with the children?": "Some of the time",
            },
        ),
    ]


def parents_answers() -> Pages:
    """Give what a mother answers for herself."""
    return [
        ("who", {"Who is asking for help?": "I am a parent or carer, or a baby is on the way"}),
        ("danger", {"Are you, or is anyone in your family, in danger right now?": "No"}),
        ("sharing", {"Are you happy for us to read this and get back to you?": "Yes"}),
        (
            "person/you",
            {
                "Your first name": "Marisol",
                "Your last name": "Quaye",
                "What are you to the children?": "Mother or father",
                "Do the children live with you?": "Yes",
            },
        ),
        ("birth/you", {"How old are you?": "About how old", "Age in years": "29", "Your sex": "Female"}),
        ("contact", {"Telephone number": "020 7946 0044", "Is it safe for us to call you?": "Yes"}),
        ("people", {"Do you want to add somebody?": "Yes"}),
        ("person/p1", {WHO: A_CHILD, "First name": "Teo"}),
        ("birth/p1", {"How old is Teo?": "Not born yet", "When is the baby due?": date(2027, 3, 3)}),
        ("people", {MORE: "No, that is everyone I can name"}),
        ("other-parent", {ANOTHER: "I would rather not say"}),
        ("home", {"Postcode": "SE13 6LY"}),
        ("worries", {"What is happening that you would like help with?": "I cry a lot. I am on my own."}),
        ("strengths", {"What is going well?": "I have good friends."}),
        ("hopes", {"What would help?": "Somebody to talk to."}),
        ("child-words", {}),
        ("helping", {"Who already helps you?": "My mum."}),
        ("scale", {"How are things at home right now?": "4"}),
        ("screening/you", {}),
        ("background", {"Will you answer a few questions about background?": "No, skip them"}),
    ]


def young_persons_answers() -> Pages:
    """Give what a girl of fifteen answers for herself."""
    return [
        ("who", {"Who is asking for help?": "I am a child or a young person"}),
        ("danger", {"Are you, or is anyone else, in danger right now?": "No"}),
        ("sharing", {"Do you want us to read this and get back to you?": "Yes"}),
        ("person/you", {"Your first name": "Ife"}),
        ("birth/you", {"How old are you?": "About how old", "Age in years": "15"}),
        ("contact", {"When is a good time? Is there a way we must not use?": "Find me at school, room 4."}),
        ("people", {"Do you want to add somebody?": "No, that is everyone I can name"}),
        ("other-parent", {"Is there another adult who looks after you?": "I don't know"}),
        ("home", {}),
        ("worries", {"What is going on for you?": "They shout all night and I cannot sleep."}),
        ("strengths", {"What is good in your life?": "Football."}),
        ("hopes", {"What would you like to change?": "Quiet."}),
        ("helping", {"Who helps you now?": "Mr Adair at school."}),
        ("scale", {"How are things for you right now?": "2"}),
        ("background", {"Will you answer a few questions about background?": "No, skip them"}),
    ]


def neighbours_answers() -> Pages:
    """Give what a neighbour tells who stays unnamed."""
    return [
        ("who", {"Who is asking for help?": "I know a family and I am worried about them"}),
        ("danger", {"Is anyone in danger right now?": "I don't know"}),
        (
            "sharing",
            {
                "Does the family know you are asking, and do they agree?": "No, they do not know",
                "If they do not know or do not agree: why are you asking?": "I do not know them well enough.",
            },
        ),
        ("asker", {"How do you know the family?": "I live next door."}),
        ("contact", {}),
        ("people", {"Do you want to add somebody?": "Yes"}),
        ("person/p1", {WHO: A_CHILD, "First name": "Bo"}),
        ("birth/p1", {"How old is Bo?": "I don't know"}),
        ("people", {MORE: "No, that is everyone I can name"}),
        ("other-parent", {ANOTHER: "I don't know"}),
        ("home", {"Postcode": "SE13 6LY"}),
        ("worries", {"What are you worried about?": "I hear crying at night."}),
        ("strengths", {}),
        ("hopes", {}),
        ("helping", {}),
        ("background", {"Will you answer a few questions about background?": "No, skip them"}),
    ]


def ask(somebody: Actor, pages: Pages, *, number: int = 1) -> Actor:
    """Begin, and answer every page in the order in which the form asks."""
    somebody.opens("/ask/").presses("Start now")
    return go_on(somebody, pages, number=number)


def go_on(somebody: Actor, pages: Pages, *, number: int = 1) -> Actor:
    """Answer pages; each must be where the one before has led."""
    for place, answers in pages:
        assert somebody.page.url.split("?")[0].endswith(f"/ask/{number}/{place}/"), somebody.page.url
        somebody.answers(answers)
    return somebody


def send(somebody: Actor, button: str = "Send") -> str:
    """Send the answers; give the reference that is shown."""
    somebody.sees("Check your answers").presses(button).sees("We have your request")
    return reference(somebody)


def reference(somebody: Actor) -> str:
    """Read the reference from the page that says that the request has come."""
    return somebody.find(".govuk-panel__body strong, .app-done strong").first.inner_text().strip()


def already_sent(stage: Stage) -> HelpRequest:
    """Have the health visitor's request sent already, without walking through its pages."""
    asked = Asking("practitioner", job="Health visitor", agreed="yes")
    by, now = stage.people["hana-visits"], stage.calendar.now()
    return send_request(story=the_story(), asking=asked, by=by, now=now)


def _person(key: str, known_as: str, family_name: str, sex: Literal["F", "M"], **told: Any) -> PersonTold:
    return PersonTold(key=key, known_as=known_as, family_name=family_name, sex=sex, **told)


def the_story() -> Story:
    """Give what the health visitor's answers tell."""
    abuse = {"domestic_abuse": "yes"}
    hers = {"relation": "parent", "lives_with_children": "yes", "facts": {**abuse, "mental_health": "yes"}}
    his = {"relation": "stepParent", "lives_with_children": "sometimes", "facts": abuse}
    return Story(
        people=[
            _person("p1", "Ruby", "Holloway", "F", part="child", birth_date=RUBY_BORN),
            _person("p2", "Dominic", "Holloway", "M", part="child", birth_date=DOMINIC_BORN),
            _person("p3", "Nadia", "Holloway", "F", part="parent", birth_date=NADIA_BORN, **hers),
            _person("other", "Craig", "Sutter", "M", part="parent", **his),
        ],
        other_parent="told",
        postcode="SE13 6LY",
        address="9 Elm Row",
        worries=WORRIES,
        strengths=STRENGTHS,
        hopes=HOPES,
        child_words=CHILD_WORDS,
        others_helping=HELPING,
        how_things_are=3,
        in_danger_now="no",
    )
