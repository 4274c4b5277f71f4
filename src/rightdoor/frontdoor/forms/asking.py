"""Which form each page of the request form uses."""

from rightdoor.frontdoor.asking.answers import PARENT, PRACTITIONER, PUBLIC, YOU, YOUNG_PERSON
from rightdoor.frontdoor.forms import ask_people as people
from rightdoor.frontdoor.forms import ask_start as start
from rightdoor.frontdoor.forms import ask_story as story
from rightdoor.frontdoor.forms.ask import AskForm

_FORMS: dict[str, type[AskForm]] = {
    "who": start.WhoForm,
    "danger": start.DangerForm,
    "sharing": start.FamilySharingForm,
    "children": start.ChildrenForm,
    "contact": start.ContactForm,
    "person": people.PersonForm,
    "birth": people.BirthForm,
    "people": people.PeopleForm,
    "other-parent": people.OtherParentForm,
    "home": story.HomeForm,
    "elsewhere": story.ElsewhereForm,
    "worries": story.WorriesForm,
    "strengths": story.StrengthsForm,
    "hopes": story.HopesForm,
    "child-words": story.ChildWordsForm,
    "helping": story.HelpingForm,
    "scale": story.ScaleForm,
    "story": story.StoryForm,
    "screening": story.ScreeningForm,
    "background": story.BackgroundForm,
    "equality": story.EqualityForm,
}
_FOR_ASKER: dict[tuple[str, str], type[AskForm]] = {
    ("sharing", PUBLIC): start.PublicSharingForm,
    ("sharing", PRACTITIONER): start.PractitionerSharingForm,
    ("asker", PUBLIC): start.PublicAskerForm,
    ("asker", PRACTITIONER): start.PractitionerAskerForm,
    ("person", PRACTITIONER): people.WholePersonForm,
}


def form_for(step: str, key: str, asker: str) -> type[AskForm]:
    """Give the form of a page; KeyError when there is no such page for this asker."""
    if step == "person" and key == YOU and asker in {PARENT, YOUNG_PERSON}:
        return people.YouForm
    return _FOR_ASKER.get((step, asker)) or _FORMS[step]
