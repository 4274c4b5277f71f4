"""Form fields that know their GOV.UK markup.

A form says what is asked; :func:`rightdoor.ui.rendering.renderer` draws it. Every field takes
``label`` (the question), ``hint``, ``missing`` (what to say when it is left empty) and ``required``.
"""

from rightdoor.ui.fields.base import GovukField, Parts
from rightdoor.ui.fields.choices import (
    Checkboxes,
    Confirm,
    Radios,
    Scale,
    Select,
    YesNo,
    YesNoUnknown,
)
from rightdoor.ui.fields.days import Day, PartialDay
from rightdoor.ui.fields.text import (
    Email,
    Hidden,
    LongText,
    Name,
    Number,
    Postcode,
    Telephone,
    Text,
)

__all__ = [
    "Checkboxes",
    "Confirm",
    "Day",
    "Email",
    "GovukField",
    "Hidden",
    "LongText",
    "Name",
    "Number",
    "PartialDay",
    "Parts",
    "Postcode",
    "Radios",
    "Scale",
    "Select",
    "Telephone",
    "Text",
    "YesNo",
    "YesNoUnknown",
]
