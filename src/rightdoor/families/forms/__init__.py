"""What is asked about people, what happened, and what was agreed."""

from rightdoor.families.forms.people import (
    AddressForm,
    ContactForm,
    HomeForm,
    NameForm,
    NumberForm,
    PersonForm,
    RelationForm,
)
from rightdoor.families.forms.record import AgreementForm, EventForm, JoinForm, ServiceForm, SharingForm

__all__ = [
    "AddressForm",
    "AgreementForm",
    "ContactForm",
    "EventForm",
    "HomeForm",
    "JoinForm",
    "NameForm",
    "NumberForm",
    "PersonForm",
    "RelationForm",
    "ServiceForm",
    "SharingForm",
]
