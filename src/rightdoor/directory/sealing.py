"""What somebody looks for, sealed into an address that nobody else can read and that is over in two hours.

Words in an address end up in the history of a browser that a violent partner may read, and in every log on
the way. Words kept on the server would be kept with a person. Sealed, they are in neither, and yet paging,
the back button and a second tab work.
"""

import base64
import hashlib
import json
from functools import lru_cache
from typing import Any, Final

from cryptography.fernet import Fernet, InvalidToken
from django.conf import settings

SECONDS: Final = 2 * 60 * 60


def seal(asked: dict[str, Any]) -> str:
    """Seal what is asked."""
    plain = json.dumps(asked, separators=(",", ":")).encode()
    return _box(settings.SECRET_KEY).encrypt(plain).decode().rstrip("=")


def unseal(sealed: str) -> dict[str, Any] | None:
    """Give what was sealed; None when it is over, or was never ours."""
    whole = sealed + "=" * (-len(sealed) % 4)
    try:
        told = json.loads(_box(settings.SECRET_KEY).decrypt(whole.encode(), ttl=SECONDS))
    except (InvalidToken, ValueError):
        return None
    return told if isinstance(told, dict) else None


@lru_cache(maxsize=2)
def _box(secret: str) -> Fernet:
    return Fernet(base64.urlsafe_b64encode(hashlib.sha256(b"finding-help:" + secret.encode()).digest()))
