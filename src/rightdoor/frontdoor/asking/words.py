"""How each question is put to whoever asks. A nine-year-old can read what a family is asked."""

from dataclasses import dataclass

from rightdoor.frontdoor.asking.answers import PARENT, PRACTITIONER, PUBLIC, YOUNG_PERSON

ANYBODY = "*"


@dataclass(frozen=True)
class Put:
    """A question as it is put to somebody, with its hint."""

    label: str
    hint: str = ""


Voices = dict[str, Put]

QUESTIONS: dict[str, Voices] = {
    "asker": {ANYBODY: Put("Who is asking for help?")},
    "danger": {
        ANYBODY: Put("Is anyone in danger right now?"),
        YOUNG_PERSON: Put("Are you, or is anyone else, in danger right now?"),
        PARENT: Put("Are you, or is anyone in your family, in danger right now?"),
        PRACTITIONER: Put("Is anyone in the family in danger now?"),
    },
    "danger_words": {
        ANYBODY: Put("What is happening?", "Say only what feels safe to write."),
        PRACTITIONER: Put("What is happening, and what have you already done?"),
    },
    "agreed": {
        PARENT: Put("Are you happy for us to read this and get back to you?"),
        YOUNG_PERSON: Put("Do you want us to read this and get back to you?"),
        PUBLIC: Put("Does the family know you are asking, and do they agree?"),
        PRACTITIONER: Put("Has the family agreed to this request?"),
    },
    "known_as": {
        ANYBODY: Put("First name", "The name they use every day. Leave empty if you do not know it."),
        PARENT: Put("First name", "The name they use every day."),
        YOUNG_PERSON: Put("First name", "The name they use every day."),
    },
    "family_name": {ANYBODY: Put("Last name", "Leave empty if there is none, or you do not know it.")},
    "your_known_as": {
        ANYBODY: Put("Your first name", "What do you like to be called?"),
    },
    "your_family_name": {ANYBODY: Put("Your last name", "You can leave this empty.")},
    "asker_name": {
        PUBLIC: Put("Your name", "You can leave this empty and stay unnamed."),
        PRACTITIONER: Put("Your name"),
    },
    "job": {
        PUBLIC: Put("How do you know the family?", "For example, neighbour, aunt or friend."),
        PRACTITIONER: Put("Your job", "For example, health visitor."),
    },
    "email": {
        PUBLIC: Put("Your e-mail address", "We use it only to tell you that we have read this."),
        PRACTITIONER: Put("Your work e-mail address", "The outcome goes to this address."),
        PARENT: Put("E-mail address", "Give one that nobody else reads. Leave empty if there is none."),
        YOUNG_PERSON: Put("E-mail address", "Give one that nobody else reads. Leave empty if there is none."),
    },
    "telephone": {
        ANYBODY: Put("Telephone number", "Leave empty if there is none."),
    },
    "contact_name": {ANYBODY: Put("Who should we speak to in the family first?")},
    "safe_to_call": {
        PARENT: Put("Is it safe for us to call you?"),
        YOUNG_PERSON: Put("Is it safe for us to call you?"),
        ANYBODY: Put("Is it safe to call the family on this number?"),
    },
    "safe_note": {
        PARENT: Put(
            "Is there a good time, or a way we must not use?", "For example: after 4pm, no voicemail."
        ),
        YOUNG_PERSON: Put(
            "When is a good time? Is there a way we must not use?", "For example: text, do not call."
        ),
        ANYBODY: Put("A good time, or a way that must not be used", "For example: no voicemail, no letters."),
    },
    "needs_interpreter": {
        PARENT: Put("Would you like an interpreter?"),
        YOUNG_PERSON: Put("Would you like somebody who speaks your language?"),
        ANYBODY: Put("Does the family need an interpreter?"),
    },
    "other_parent": {
        PARENT: Put(
            "Is there another parent, or anyone else who helps bring up the children?",
            "Tell us even if they live somewhere else. We ask this once.",
        ),
        YOUNG_PERSON: Put(
            "Is there another adult who looks after you?",
            "A dad, a mum or somebody else. They may live somewhere else. We ask this once.",
        ),
        PUBLIC: Put("Is there another parent, or anyone else who helps bring up the children?"),
        PRACTITIONER: Put(
            "Is there another parent, or anyone else who helps bring up the children?",
            "Fathers and parents who live elsewhere count. This is asked once, here.",
        ),
    },
    "postcode": {
        PARENT: Put("Postcode", "For example, SE13 6LY. Leave empty if you have no home now."),
        YOUNG_PERSON: Put("Postcode", "Leave empty if you do not know it."),
        ANYBODY: Put("Postcode", "Leave empty if you do not know it."),
    },
    "address": {ANYBODY: Put("House number and street", "You can leave this empty.")},
    "address_secret": {
        PARENT: Put(
            "Must anyone be kept from knowing where you live?",
            "If so we lock your address away. Only the few who must know can see it.",
        ),
        YOUNG_PERSON: Put("Must anyone be kept from knowing where you live?"),
        ANYBODY: Put("Must anyone be kept from knowing where they live?"),
    },
    "worries": {
        PARENT: Put(
            "What is happening that you would like help with?",
            "Use your own words. A few lines are enough.",
        ),
        YOUNG_PERSON: Put("What is going on for you?", "Use your own words. There is no wrong answer."),
        PUBLIC: Put("What are you worried about?", "Say what you have seen or heard yourself."),
        PRACTITIONER: Put(
            "What are you worried about?", "What has happened, and what it means for each child."
        ),
    },
    "strengths": {
        PARENT: Put("What is going well?", "What are you good at as a family? Who do you love being with?"),
        YOUNG_PERSON: Put("What is good in your life?", "People, places, things you like to do."),
        PUBLIC: Put("What is going well for the family?"),
        PRACTITIONER: Put("What is going well?"),
    },
    "hopes": {
        PARENT: Put("What would help?", "What would you like to be different?"),
        YOUNG_PERSON: Put("What would you like to change?", "What would make things better?"),
        PUBLIC: Put("What do you think would help?"),
        PRACTITIONER: Put("What would help?", "What does the family want to be different?"),
    },
    "child_words": {
        PARENT: Put(
            "What do the children say?",
            "If you can, ask them. Write it just as they say it. You can leave this empty.",
        ),
        PRACTITIONER: Put("What do the children say?", "In each child's own words."),
    },
    "others_helping": {
        PARENT: Put("Who already helps you?", "For example, your mum, a nurse, a school or a group."),
        YOUNG_PERSON: Put("Who helps you now?", "For example, a teacher, a friend or your gran."),
        PUBLIC: Put("Who already helps them?", "Leave empty if you do not know."),
        PRACTITIONER: Put("Who already helps?", "Services, and family or friends."),
    },
    "how_things_are": {
        PARENT: Put("How are things at home right now?"),
        YOUNG_PERSON: Put("How are things for you right now?"),
        PRACTITIONER: Put("How does the family say things are now?"),
    },
    "background": {
        ANYBODY: Put(
            "Will you answer a few questions about background?",
            "They help us to see if we treat everyone fairly. You can skip them, and any one of them.",
        ),
    },
}

TITLES: dict[str, Voices] = {
    "asker": {PUBLIC: Put("About you"), PRACTITIONER: Put("About you and your work")},
    "contact": {
        PARENT: Put("How can we reach you safely?"),
        YOUNG_PERSON: Put("How can we reach you safely?"),
        ANYBODY: Put("How can we reach the family safely?"),
    },
    "home": {
        PARENT: Put("Where do you live?"),
        YOUNG_PERSON: Put("Where do you live?"),
        ANYBODY: Put("Where does the family live?"),
    },
    "sharing": {ANYBODY: Put("Before you go on: what happens with what you tell us")},
    "people": {
        PARENT: Put("Who is in your family?"),
        YOUNG_PERSON: Put("Who is in your family?"),
        ANYBODY: Put("Who is in the family?"),
    },
    "story": {ANYBODY: Put("What you know about the family")},
}

# The short screen, put to a family about somebody who is not the one writing.
ABOUT_ANOTHER: dict[str, str] = {
    "alcohol_misuse": "Does drinking make it harder for {name} to look after the children?",
    "care_experienced": "Did {name} live in care as a child?",
    "child_previously_removed": "Has a child of {name} ever gone to live somewhere else because of worries?",
    "domestic_abuse": "Does anyone hurt, frighten or control {name}, or does {name} do that to someone?",
    "drug_misuse": "Does taking drugs make it harder for {name} to look after the children?",
    "learning_disability": "Does {name} have a learning disability?",
    "mental_health": "Do feelings or mental health make it harder for {name} to look after the children?",
    "offending": "Has trouble with the law made it harder for {name} to look after the children?",
    "pregnant": "Is {name} pregnant?",
    "young_parent": "Is {name} under 20?",
}


def put(question: str, asker: str) -> Put:
    """Give a question as it is put to somebody; KeyError when nobody has written it."""
    return _voice(QUESTIONS[question], asker)


def title(step: str, asker: str) -> str:
    """Give the heading of a page with several questions; empty where the question is the heading."""
    return _voice(TITLES[step], asker).label if step in TITLES else ""


def _voice(voices: Voices, asker: str) -> Put:
    return voices.get(asker) or voices[ANYBODY]
