"""Login by default: every page asks for sign-in unless its view says, in code that can be found, that it is open."""

from collections.abc import Callable
from typing import Any, TypeVar
from urllib.parse import quote

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import resolve_url

View = TypeVar("View", bound=Callable[..., Any])


def open_to_all(view: View) -> View:
    """Mark a view that needs no sign-in."""
    view.open_to_all = True  # type: ignore[attr-defined]
    return view


# The sign-in library's own pages for people who are not yet signed in.
_SIGN_IN_PAGES = {
    "account_login",
    "account_logout",
    "account_reset_password",
    "account_reset_password_done",
    "account_reset_password_from_key",
    "account_reset_password_from_key_done",
    "mfa_authenticate",
    "mfa_login_webauthn",
    "openid_connect_login",
    "openid_connect_callback",
    "socialaccount_login_error",
    "socialaccount_login_cancelled",
    "account_inactive",
}


class SignInFirst:
    """Sends anybody not signed in to the sign-in page, and those without a second factor to set one up."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        """Keep the next step."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass the request on; the check is made once the view is known."""
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., Any], args: list[Any], kwargs: dict[str, Any]
    ) -> HttpResponse | None:
        """Let open pages through; send strangers to sign in."""
        name = request.resolver_match.url_name if request.resolver_match else ""
        if getattr(view, "open_to_all", False) or name in _SIGN_IN_PAGES:
            return None
        if not request.user.is_authenticated:
            return HttpResponseRedirect(
                f"{resolve_url(settings.LOGIN_URL)}?next={quote(request.get_full_path())}"
            )
        if settings.SECOND_FACTOR_REQUIRED and not (name or "").startswith(("mfa_", "account_")):
            return _second_factor_first(request)
        return None


def _second_factor_first(request: HttpRequest) -> HttpResponse | None:
    from allauth.mfa.utils import is_mfa_enabled

    return None if is_mfa_enabled(request.user) else HttpResponseRedirect(resolve_url("mfa_index"))
