"""How the sign-in library is fitted to this house: no sign-up, secrets encrypted, accounts by e-mail."""

import base64
import hashlib
from functools import lru_cache
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import context
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from cryptography.fernet import Fernet
from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone

from rightdoor.access.models import Practitioner
from rightdoor.access.partnership import pack
from rightdoor.post.actions import write


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """Accounts are made by an agency's administrator."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "email_password_mismatch": "The e-mail address or the password is not right",
        "incorrect_password": "That is not the password you use now",
        "enter_current_password": "That is not the password you use now",
        "too_many_login_attempts": "Too many tries. Wait ten minutes, then try again.",
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Nobody signs up by themselves."""
        return False

    def reauthenticate(self, user: Practitioner, password: str) -> bool:
        """Ask for the password again, counting wrong ones as at sign-in."""
        again = self.authenticate(context.request, email=user.email, password=password)
        return again is not None and again.pk == user.pk

    def send_mail(self, template_prefix: str, email: str, mail_context: dict[str, Any]) -> None:
        """Put the library's messages in our post, so that a mail server out of order loses none."""
        said = {**mail_context, "partnership": pack().partnership.partnership}
        message = self.render_mail(template_prefix, email, said)
        write(
            to_name="",
            to_address=email,
            subject=message.subject,
            body=str(message.body),
            about="access.sign-in",
            now=timezone.now(),
        )


class SingleSignOnAdapter(DefaultSocialAccountAdapter):  # type: ignore[misc]
    """Single sign-on opens an account that exists; it never makes one."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: Any) -> bool:
        """An unknown council account stays outside."""
        return False

    def pre_social_login(self, request: HttpRequest, sociallogin: Any) -> None:
        """Join a verified council address to the practitioner who has it."""
        if sociallogin.is_existing:
            return
        addresses = [a.email.lower() for a in sociallogin.email_addresses if a.verified]
        found = Practitioner.objects.filter(email__in=addresses, is_active=True).first()
        if found:
            sociallogin.connect(request, found)


class SecondFactorAdapter(DefaultMFAAdapter):  # type: ignore[misc]
    """Keeps the secrets of second factors encrypted with a key made from the secret key."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": "That code is not right, or is no longer good. Enter the one shown now.",
    }

    def encrypt(self, text: str) -> str:
        """Give the sealed form of a secret."""
        return _box(settings.SECRET_KEY).encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """Give the secret back."""
        return _box(settings.SECRET_KEY).decrypt(encrypted_text.encode()).decode()


@lru_cache(maxsize=2)
def _box(secret: str) -> Fernet:
    key = hashlib.sha256(b"second-factor:" + secret.encode()).digest()
    return Fernet(base64.urlsafe_b64encode(key))


def name_tried(request: HttpRequest, credentials: dict[str, Any] | None = None) -> str | None:
    """Give the address somebody tried to sign in with, so that one person is locked out, not an office."""
    tried = (credentials or {}).get("email") or (credentials or {}).get("login")
    tried = tried or (request.POST.get("login") if request else None)
    return str(tried).strip().lower() if tried else None
