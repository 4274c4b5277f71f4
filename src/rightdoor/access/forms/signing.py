"""The sign-in library's forms, asking in the words of the house."""

from collections.abc import Mapping
from typing import Any

from allauth.account import forms as account
from allauth.mfa.base import forms as factor
from allauth.mfa.totp import forms as totp
from allauth.mfa.webauthn import forms as keys
from django.forms import BaseForm

EMAIL = ("E-mail address", "Enter your e-mail address", "")
PASSWORD = ("Password", "Enter your password", "")
NEW = (
    "New password",
    "Enter a new password",
    "At least 12 characters. Three words you will remember work well.",
)
AGAIN = ("New password again", "Enter the new password again", "")
CODE = ("Code", "Enter the code", "The six digits your app shows now, or one of your recovery codes.")


class _InOurWords(BaseForm):
    """Gives fields the label, the words when empty, and the hint that `asks` says."""

    asks: Mapping[str, tuple[str, str, str]] = {}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, (label, missing, hint) in self.asks.items():
            field = self.fields[name]
            field.label, field.help_text = label, hint
            field.error_messages["required"] = missing


class SignIn(_InOurWords, account.LoginForm):  # type: ignore[misc]
    """Address and password."""

    asks = {"login": EMAIL, "password": PASSWORD}


class Confirm(_InOurWords, account.ReauthenticateForm):  # type: ignore[misc]
    """The password again, before something that matters."""

    asks = {"password": PASSWORD}


class ChangePassword(_InOurWords, account.ChangePasswordForm):  # type: ignore[misc]
    """The old password and a new one."""

    asks = {
        "oldpassword": ("Password you use now", "Enter the password you use now", ""),
        "password1": NEW,
        "password2": AGAIN,
    }


class AskForLink(_InOurWords, account.ResetPasswordForm):  # type: ignore[misc]
    """Where to send the link."""

    asks = {"email": EMAIL}


class ChoosePassword(_InOurWords, account.ResetPasswordKeyForm):  # type: ignore[misc]
    """A new password, for somebody who came by a link."""

    asks = {"password1": NEW, "password2": AGAIN}


class SecondFactor(_InOurWords, factor.AuthenticateForm):  # type: ignore[misc]
    """The code of the second step."""

    asks = {"code": CODE}


class ConfirmSecondFactor(_InOurWords, factor.ReauthenticateForm):  # type: ignore[misc]
    """The code again, before something that matters."""

    asks = {"code": CODE}


class SetUpApp(_InOurWords, totp.ActivateTOTPForm):  # type: ignore[misc]
    """The first code, which shows that the app was set up."""

    asks = {"code": ("Code", "Enter the code", "The six digits your app shows now.")}


class AddKey(_InOurWords, keys.AddWebAuthnForm):  # type: ignore[misc]
    """A name for a security key."""

    asks = {"name": ("Name of the key", "Enter a name for the key", "Such as “Key on my lanyard”.")}


class RenameKey(_InOurWords, keys.EditWebAuthnForm):  # type: ignore[misc]
    """Another name for a security key."""

    asks = AddKey.asks
