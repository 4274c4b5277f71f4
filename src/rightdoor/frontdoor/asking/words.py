"""How each question is put to whoever asks. A nine-year-old can read what a family is asked."""

from dataclasses import dataclass

from rightdoor.frontdoor.asking.answers import PARENT, PRACTITIONER, PUBLIC, YOUNG_PERSON
from rightdoor.ui.speaking import lazy as _

ANYBODY = "*"


@dataclass(frozen=True)
class Put:
    """A question as it is put to somebody, with its hint."""

    label: str
    hint: str = ""


Voices = dict[str, Put]

QUESTIONS: dict[str, Voices] = {
    "asker": {ANYBODY: Put(_("Who is asking for help?"))},
    "danger": {
        ANYBODY: Put(_("Is anyone in danger right now?")),
        YOUNG_PERSON: Put(_("Are you, or is anyone else, in danger right now?")),
        PARENT: Put(_("Are you, or is anyone in your family, in danger right now?")),
        PRACTITIONER: Put("Is anyone in the family in danger now?"),
    },
    "danger_words": {
        ANYBODY: Put(_("What is happening?"), _("Say only what feels safe to write.")),
        PRACTITIONER: Put("What is happening, and what have you already done?"),
    },
    "agreed": {
        PARENT: Put(_("Are you happy for us to read this and get back to you?")),
        YOUNG_PERSON: Put(_("Do you want us to read this and get back to you?")),
        PUBLIC: Put(_("Does the family know you are asking, and do they agree?")),
        PRACTITIONER: Put("Has the family agreed to this request?"),
    },
    "known_as": {
        ANYBODY: Put(_("First name"), _("The name they use every day. Leave empty if you do not know it.")),
        PARENT: Put(_("First name"), _("The name they use every day.")),
        YOUNG_PERSON: Put(_("First name"), _("The name they use every day.")),
    },
    "family_name": {ANYBODY: Put(_("Last name"), _("Leave empty if there is none, or you do not know it."))},
    "your_known_as": {
        ANYBODY: Put(_("Your first name"), _("What do you like to be called?")),
    },
    "your_family_name": {ANYBODY: Put(_("Your last name"), _("You can leave this empty."))},
    "asker_name": {
        PUBLIC: Put(_("Your name"), _("You can leave this empty and stay unnamed.")),
        PRACTITIONER: Put("Your name"),
    },
    "job": {
        PUBLIC: Put(_("How do you know the family?"), _("For example, neighbour, aunt or friend.")),
        PRACTITIONER: Put("Your job", "For example, health visitor."),
    },
    "email": {
        PUBLIC: Put(_("Your e-mail address"), _("We use it only to tell you that we have read this.")),
        PRACTITIONER: Put("Your work e-mail address", "The outcome goes to this address."),
        PARENT: Put(_("E-mail address"), _("Give one that nobody else reads. Leave empty if there is none.")),
        YOUNG_PERSON: Put(
            _("E-mail address"), _("Give one that nobody else reads. Leave empty if there is none.")
        ),
    },
    "telephone": {
        ANYBODY: Put(_("Telephone number"), _("Leave empty if there is none.")),
    },
    "contact_name": {ANYBODY: Put(_("Who should we speak to in the family first?"))},
    "safe_to_call": {
        PARENT: Put(_("Is it safe for us to call you?")),
        YOUNG_PERSON: Put(_("Is it safe for us to call you?")),
        ANYBODY: Put(_("Is it safe to call the family on this number?")),
    },
    "safe_note": {
        PARENT: Put(
            _("Is there a good time, or a way we must not use?"), _("For example: after 4pm, no voicemail.")
        ),
        YOUNG_PERSON: Put(
            _("When is a good time? Is there a way we must not use?"), _("For example: text, do not call.")
        ),
        ANYBODY: Put(
            _("A good time, or a way that must not be used"), _("For example: no voicemail, no letters.")
        ),
    },
    "needs_interpreter": {
        PARENT: Put(_("Would you like an interpreter?")),
        YOUNG_PERSON: Put(_("Would you like somebody who speaks your language?")),
        ANYBODY: Put(_("Does the family need an interpreter?")),
    },
    "other_parent": {
        PARENT: Put(
            _("Is there another parent, or anyone else who helps bring up the children?"),
            _("Tell us even if they live somewhere else. We ask this once."),
        ),
        YOUNG_PERSON: Put(
            _("Is there another adult who looks after you?"),
            _("A dad, a mum or somebody else. They may live somewhere else. We ask this once."),
        ),
        PUBLIC: Put(_("Is there another parent, or anyone else who helps bring up the children?")),
        PRACTITIONER: Put(
            "Is there another parent, or anyone else who helps bring up the children?",
            "Fathers and parents who live elsewhere count. This is asked once, here.",
        ),
    },
    "postcode": {
        PARENT: Put(_("Postcode"), _("For example, SE13 6LY. Leave empty if you have no home now.")),
        YOUNG_PERSON: Put(_("Postcode"), _("Leave empty if you do not know it.")),
        ANYBODY: Put(_("Postcode"), _("Leave empty if you do not know it.")),
    },
    "address": {ANYBODY: Put(_("House number and street"), _("You can leave this empty."))},
    "address_secret": {
        PARENT: Put(
            _("Must anyone be kept from knowing where you live?"),
            _("If so we lock your address away. Only the few who must know can see it."),
        ),
        YOUNG_PERSON: Put(_("Must anyone be kept from knowing where you live?")),
        ANYBODY: Put(_("Must anyone be kept from knowing where they live?")),
    },
    "worries": {
        PARENT: Put(
            _("What is happening that you would like help with?"),
            _("Use your own words. A few lines are enough."),
        ),
        YOUNG_PERSON: Put(_("What is going on for you?"), _("Use your own words. There is no wrong answer.")),
        PUBLIC: Put(_("What are you worried about?"), _("Say what you have seen or heard yourself.")),
        PRACTITIONER: Put(
            "What are you worried about?", "What has happened, and what it means for each child."
        ),
    },
    "strengths": {
        PARENT: Put(
            _("What is going well?"), _("What are you good at as a family? Who do you love being with?")
        ),
        YOUNG_PERSON: Put(_("What is good in your life?"), _("People, places, things you like to do.")),
        PUBLIC: Put(_("What is going well for the family?")),
        PRACTITIONER: Put("What is going well?"),
    },
    "hopes": {
        PARENT: Put(_("What would help?"), _("What would you like to be different?")),
        YOUNG_PERSON: Put(_("What would you like to change?"), _("What would make things better?")),
        PUBLIC: Put(_("What do you think would help?")),
        PRACTITIONER: Put("What would help?", "What does the family want to be different?"),
    },
    "child_words": {
        PARENT: Put(
            _("What do the children say?"),
            _("If you can, ask them. Write it just as they say it. You can leave this empty."),
        ),
        PRACTITIONER: Put("What do the children say?", "In each child's own words."),
    },
    "others_helping": {
        PARENT: Put(_("Who already helps you?"), _("For example, your mum, a nurse, a school or a group.")),
        YOUNG_PERSON: Put(_("Who helps you now?"), _("For example, a teacher, a friend or your gran.")),
        PUBLIC: Put(_("Who already helps them?"), _("Leave empty if you do not know.")),
        PRACTITIONER: Put("Who already helps?", "Services, and family or friends."),
    },
    "how_things_are": {
        PARENT: Put(_("How are things at home right now?")),
        YOUNG_PERSON: Put(_("How are things for you right now?")),
        PRACTITIONER: Put("How does the family say things are now?"),
    },
    "background": {
        ANYBODY: Put(
            _("Will you answer a few questions about background?"),
            _("They help us to see if we treat everyone fairly. You can skip them, and any one of them."),
        ),
    },
}

TITLES: dict[str, Voices] = {
    "asker": {PUBLIC: Put(_("About you")), PRACTITIONER: Put("About you and your work")},
    "contact": {
        PARENT: Put(_("How can we reach you safely?")),
        YOUNG_PERSON: Put(_("How can we reach you safely?")),
        ANYBODY: Put(_("How can we reach the family safely?")),
    },
    "home": {
        PARENT: Put(_("Where do you live?")),
        YOUNG_PERSON: Put(_("Where do you live?")),
        ANYBODY: Put(_("Where does the family live?")),
    },
    "sharing": {ANYBODY: Put(_("Before you go on: what happens with what you tell us"))},
    "people": {
        PARENT: Put(_("Who is in your family?")),
        YOUNG_PERSON: Put(_("Who is in your family?")),
        ANYBODY: Put(_("Who is in the family?")),
    },
    "story": {ANYBODY: Put(_("What you know about the family"))},
}

# The short screen, put to a family about somebody who is not the one writing.
ABOUT_ANOTHER: dict[str, str] = {
    "alcohol_misuse": _("Does drinking make it harder for {name} to look after the children?"),
    "care_experienced": _("Did {name} live in care as a child?"),
    "child_previously_removed": _(
        "Has a child of {name} ever gone to live somewhere else because of worries?"
    ),
    "domestic_abuse": _("Does anyone hurt, frighten or control {name}, or does {name} do that to someone?"),
    "drug_misuse": _("Does taking drugs make it harder for {name} to look after the children?"),
    "learning_disability": _("Does {name} have a learning disability?"),
    "mental_health": _("Do feelings or mental health make it harder for {name} to look after the children?"),
    "offending": _("Has trouble with the law made it harder for {name} to look after the children?"),
    "pregnant": _("Is {name} pregnant?"),
    "young_parent": _("Is {name} under 20?"),
}


def put(question: str, asker: str) -> Put:
    """Give a question as it is put to somebody; KeyError when nobody has written it."""
    return _voice(QUESTIONS[question], asker)


def title(step: str, asker: str) -> str:
    """Give the heading of a page with several questions; empty where the question is the heading."""
    return _voice(TITLES[step], asker).label if step in TITLES else ""


def _voice(voices: Voices, asker: str) -> Put:
    return voices.get(asker) or voices[ANYBODY]
