"""What a check of fit came to, in words."""

from typing import Any, Final

from rightdoor.directory.presenters.service import ask_for
from rightdoor.engines.listings import Listing
from rightdoor.engines.rules import Fit, Reason, Verdict
from rightdoor.ui.speaking import gettext
from rightdoor.ui.speaking import lazy as _

TITLES: Final = {
    "fits": _("Yes, this looks right for you"),
    "does_not_fit": _("This is probably not the right help for you"),
    "need_to_ask": _("It may be right for you: talk to them"),
}
ABOUT: Final = {
    "fits": _("By what you said, it is meant for families like yours. They make sure when you talk to them."),
    "does_not_fit": _("That does not mean there is no help. You can look for something else, or ask us."),
    "need_to_ask": _("Some things decide it that only a talk can tell."),
}


def _against(reason: Reason) -> str:
    told = (
        gettext("It is not meant for this: %(what)s")
        if reason.holds is Verdict.YES
        else gettext("This would be needed: %(what)s")
    )
    return told % {"what": reason.say}


def result(fit: Fit, entry: Listing) -> dict[str, Any]:
    """Give the answer, why it is so, and what to do now."""
    why = {
        "fits": [reason.say for reason in fit.reasons_for],
        "does_not_fit": [_against(reason) for reason in fit.reasons_against],
        "need_to_ask": [reason.say for reason in fit.still_to_ask],
    }[fit.verdict]
    return {
        "caption": entry.name,
        "title": TITLES[fit.verdict],
        "about": ABOUT[fit.verdict],
        "verdict": fit.verdict,
        "why": list(dict.fromkeys(why)),
        "route": fit.route,
        "note": fit.note if fit.verdict != "does_not_fit" else "",
        "ask": ask_for(entry) if fit.verdict != "does_not_fit" else None,
        "entry": entry,
    }
