"""What every page is given: whose house this is, who is here, where they may go."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest

from rightdoor.access.models import Practitioner
from rightdoor.access.partnership import pack
from rightdoor.directory.shortlist import kept_in
from rightdoor.ui.addresses import reverse
from rightdoor.ui.speaking import gettext, lazy, reading
from rightdoor.web.languages import checked, menu
from rightdoor.web.navigation import navigation

MADE_UP = lazy("Everybody here is made up. Nothing you do reaches a real family.")


def shell(request: HttpRequest) -> dict[str, Any]:
    """Give the page its frame. `practitioner` is None where nobody is signed in."""
    user = getattr(request, "user", None)
    who = user if isinstance(user, Practitioner) and user.is_authenticated else None
    own = pack()
    return {
        "pack": own,
        "partnership_name": own.partnership.partnership,
        "partnership_home": reverse("web:today" if who else "web:front"),
        "emergency_text": _emergency(own.partnership.emergency.text),
        "languages": [] if who else menu(request),
        "language_checked": checked(),
        "practitioner": who,
        "navigation": navigation(who, request.path),
        "on_list": {str(key) for key in kept_in(request.COOKIES)},
        "header_links": _header_links(who),
        "footer_links": _footer_links(who),
        "mode": settings.MODE,
        "synthetic": MADE_UP if settings.DEMO else "",
        "council_sign_in": settings.OIDC_NAME,
        "second_step_required": settings.SECOND_FACTOR_REQUIRED,
    }


def _emergency(own_words: str) -> str:
    """Give what to do in danger. Nobody has to read English to learn it, whatever the pack has written."""
    said = gettext(own_words)
    if reading().is_english or said != own_words:
        return said
    return gettext("If anyone is hurt or in danger now, call 999 and ask for the police or an ambulance.")


def _header_links(who: Practitioner | None) -> list[dict[str, str]]:
    if who is None:
        return [{"text": gettext("Practitioner sign-in"), "href": reverse("account_login")}]
    return [
        {"text": f"Signed in as {who.name}", "href": reverse("access:account-own")},
        {"text": "Sign out", "href": reverse("account_logout")},
    ]


def _footer_links(who: Practitioner | None) -> list[dict[str, str]]:
    links = [
        {"text": gettext("Find help"), "href": reverse("find:search")},
        {"text": gettext("Tips and your rights"), "href": reverse("advice:sheets")},
        {"text": gettext("Easy read"), "href": reverse("advice:easy-read")},
        {"text": gettext("All the help there is, by level and age"), "href": reverse("find:offer-front")},
        {"text": gettext("Accessibility"), "href": reverse("web:accessibility")},
        {"text": gettext("Privacy"), "href": reverse("web:privacy")},
    ]
    if settings.DEMO:
        links.append({"text": gettext("Sign in as somebody else"), "href": reverse("demo:people")})
    return links
