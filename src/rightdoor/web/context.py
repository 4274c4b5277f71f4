"""What every page is given: whose house this is, who is here, where they may go."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse

from rightdoor.access.models import Practitioner
from rightdoor.access.partnership import pack
from rightdoor.web.navigation import navigation

MADE_UP = "Everybody here is made up. Nothing you do reaches a real family."


def shell(request: HttpRequest) -> dict[str, Any]:
    """Give the page its frame. `practitioner` is None where nobody is signed in."""
    user = getattr(request, "user", None)
    who = user if isinstance(user, Practitioner) and user.is_authenticated else None
    own = pack()
    return {
        "pack": own,
        "partnership_name": own.partnership.partnership,
        "partnership_home": reverse("web:today" if who else "web:front"),
        "emergency_text": own.partnership.emergency.text,
        "practitioner": who,
        "navigation": navigation(who, request.path),
        "header_links": _header_links(who),
        "footer_links": _footer_links(who),
        "mode": settings.MODE,
        "synthetic": MADE_UP if settings.DEMO else "",
        "council_sign_in": settings.OIDC_NAME,
        "second_step_required": settings.SECOND_FACTOR_REQUIRED,
    }


def _header_links(who: Practitioner | None) -> list[dict[str, str]]:
    if who is None:
        return [{"text": "Practitioner sign-in", "href": reverse("account_login")}]
    return [
        {"text": f"Signed in as {who.name}", "href": reverse("access:account-own")},
        {"text": "Sign out", "href": reverse("account_logout")},
    ]


def _footer_links(who: Practitioner | None) -> list[dict[str, str]]:
    links = [
        {"text": "Tips and your rights", "href": reverse("advice:sheets")},
        {"text": "Easy read", "href": reverse("advice:easy-read")},
        {"text": "Accessibility", "href": reverse("web:accessibility")},
        {"text": "Privacy", "href": reverse("web:privacy")},
    ]
    if settings.DEMO:
        links.append({"text": "Sign in as somebody else", "href": reverse("demo:people")})
    return links
