"""The words of emergency help, marked for the catalogues. A test holds them to those of the rules."""

from typing import Final

from rightdoor.ui.speaking import lazy as _

TITLES: Final = (
    _("If a baby or child is very ill, call 999 now"),
    _("If somebody has taken too much, call 999 now"),
    _("If you or somebody else may die, get help now"),
    _("If you or somebody else is being hurt, get help now"),
    _("If a child may get hurt, stop and call now"),
    _("If you are in danger now, call 999"),
    _("If a child is in danger now, call 999"),
)
LINES: Final = (
    _("999, then 55"),
    _("For adults who are worried about a child. Free."),
    _("For anybody under 19, day and night. Free, and not on the phone bill."),
    _("For men who are hurt or frightened by somebody at home. Free."),
    _("For women who are hurt or frightened by somebody at home, day and night. Free."),
    _("Men's Advice Line"),
    _("NHS 111, then option 2"),
    _("NSPCC helpline"),
    _("National Domestic Abuse Helpline"),
    _("Somebody is hurt, or in danger now. Ask for the police or an ambulance."),
    _("Somebody is ill and it cannot wait for the doctor."),
    _("Talk to somebody, day and night. Free."),
    _("Text the word SHOUT, day and night. Free."),
    _("Urgent mental health help, day and night."),
    _("You cannot speak? Call 999 from a mobile. When asked, press 55."),
)
