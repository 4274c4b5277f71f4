"""How the sign-in library is fitted to this house: no sign-up, secrets encrypted, accounts by e-mail."""

import base64
import hashlib
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from cryptography.fernet import Fernet
from django.conf import settings
from django.http import HttpRequest


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """Accounts are made by an agency's administrator."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Nobody signs up by themselves."""
        return False


class SingleSignOnAdapter(DefaultSocialAccountAdapter):  # type: ignore[misc]
    """Single sign-on opens an account that exists; it never makes one."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: Any) -> bool:
        """An unknown council account stays outside."""
        return False

    def pre_social_login(self, request: HttpRequest, sociallogin: Any) -> None:
        """Join a verified council address to the practitioner who has it."""
        if sociallogin.is_existing:
            return
        from rightdoor.access.models import Practitioner

        addresses = [a.email for a in sociallogin.email_addresses if a.verified]
        found = Practitioner.objects.filter(email__in=[a.lower() for a in addresses], is_active=True).first()
        if found:
            sociallogin.connect(request, found)


class SecondFactorAdapter(DefaultMFAAdapter):  # type: ignore[misc]
    """Keeps the secrets of second factors encrypted with a key made from the secret key."""

    @staticmethod
    def _box() -> Fernet:
        key = hashlib.sha256(b"second-factor:" + settings.SECRET_KEY.encode()).digest()
        return Fernet(base64.urlsafe_b64encode(key))

    def encrypt(self, text: str) -> str:
        """Give the sealed form of a secret."""
        return self._box().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """Give the secret back."""
        return self._box().decrypt(encrypted_text.encode()).decode()


def name_tried(request: HttpRequest, credentials: dict[str, Any] | None = None) -> str | None:
    """Give the e-mail address somebody tried to sign in with, so that one person is locked out, not an office."""
    tried = (credentials or {}).get("email") or (credentials or {}).get("login") or request.POST.get("login")
    return str(tried).strip().lower() if tried else None
