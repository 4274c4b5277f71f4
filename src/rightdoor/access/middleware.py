"""Login by default: every page asks for sign-in unless its view says, in code, that it is open to all."""

from collections.abc import Callable
from datetime import datetime
from typing import Any, TypeVar, cast
from urllib.parse import quote

from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import resolve_url
from django.template.response import TemplateResponse
from django.utils import timezone

from rightdoor.access import sessions
from rightdoor.access.actions.signing import begin_session
from rightdoor.access.models import Practitioner
from rightdoor.ui.addresses import reverse

View = TypeVar("View", bound=Callable[..., Any])
BAD_FORM = 422


def open_to_all(view: View) -> View:
    """Mark a view that needs no sign-in."""
    view.open_to_all = True  # type: ignore[attr-defined]
    return view


def signed_in(request: HttpRequest) -> Practitioner:
    """Give the practitioner signed in; SignInFirst has made sure that there is one."""
    return cast(Practitioner, request.user)


def note_sign_in(sender: Any, request: HttpRequest, user: Practitioner, **rest: Any) -> None:
    """Let the newest sign-in be the one that counts, however it was made."""
    now = timezone.now()
    begin_session(practitioner=user, turn=sessions.begin(request, now), by=user, now=now)


# The sign-in library's own pages for people who are not yet signed in.
_SIGN_IN_PAGES = {
    "account_login",
    "account_logout",
    "account_reset_password",
    "account_reset_password_done",
    "account_reset_password_from_key",
    "account_reset_password_from_key_done",
    "mfa_authenticate",
    "openid_connect_login",
    "openid_connect_callback",
    "socialaccount_login_error",
    "socialaccount_login_cancelled",
    "socialaccount_signup",
    "account_inactive",
}
# What may be done without a second factor: set one up, confirm who one is, leave.
_SECOND_FACTOR_PAGES = {
    "mfa_index",
    "mfa_activate_totp",
    "mfa_add_webauthn",
    "mfa_list_webauthn",
    "mfa_generate_recovery_codes",
    "mfa_view_recovery_codes",
    "account_reauthenticate",
    "mfa_reauthenticate",
    "mfa_reauthenticate_webauthn",
}


class SignInFirst:
    """Sends anybody not signed in to the sign-in page, and those without a second factor to set one up."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        """Keep the next step."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass the request on, to be checked once its view is known. No page stays in a shared browser."""
        response = self.get_response(request)
        response.headers.setdefault("Cache-Control", "no-store")
        return response

    def process_view(
        self, request: HttpRequest, view: Callable[..., Any], args: list[Any], kwargs: dict[str, Any]
    ) -> HttpResponse | None:
        """Let open pages through; send strangers, and those whose sign-in has ended, to sign in."""
        # The whole name: a page of a room cannot pass for one of the sign-in library's.
        name = request.resolver_match.view_name if request.resolver_match else ""
        now = timezone.now()
        ended = _end_if_over(request, now)
        if getattr(view, "open_to_all", False) or name in _SIGN_IN_PAGES:
            return None
        if not request.user.is_authenticated:
            return _to_sign_in(request, ended)
        sessions.note(request, now)
        if settings.SECOND_FACTOR_REQUIRED and name not in _SECOND_FACTOR_PAGES:
            return _second_factor_first(request)
        return None

    def process_template_response(self, request: HttpRequest, response: TemplateResponse) -> TemplateResponse:
        """Say to machines too that a form was wrong; the sign-in library says it to people only."""
        form = (response.context_data or {}).get("form")
        if request.method == "POST" and response.status_code == HTTP_OK and getattr(form, "errors", None):
            response.status_code = BAD_FORM
        return response


HTTP_OK = 200


def _end_if_over(request: HttpRequest, now: datetime) -> str:
    if not request.user.is_authenticated:
        return ""
    ended = sessions.ended_because(request, signed_in(request), now)
    if ended:
        logout(request)
    return ended


def _to_sign_in(request: HttpRequest, ended: str) -> HttpResponse:
    # Where somebody was going is kept; what they had typed is kept by the form's own draft.
    back = quote(request.get_full_path() if request.method == "GET" else reverse("web:today"))
    why = f"&ended={ended}" if ended else ""
    return HttpResponseRedirect(f"{resolve_url(settings.LOGIN_URL)}?next={back}{why}")


def _second_factor_first(request: HttpRequest) -> HttpResponse | None:
    from allauth.mfa.utils import is_mfa_enabled

    if is_mfa_enabled(request.user) or _vouched_for(request):
        return None
    return HttpResponseRedirect(resolve_url("mfa_index"))


def _vouched_for(request: HttpRequest) -> bool:
    """Whether the council's own sign-in, which the partnership trusts to ask for two factors, was used."""
    used = request.session.get("account_authentication_methods", [])
    return bool(settings.OIDC_ASKS_SECOND_FACTOR) and any(m.get("method") == "socialaccount" for m in used)
