"""The link with which somebody chooses a password: the sign-in library's own, good for one day and once."""

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str

from rightdoor.access.models import Practitioner
from rightdoor.ui.addresses import reverse


def link_for(practitioner: Practitioner) -> str:
    """Give the path of the link, without the site's address."""
    key = default_token_generator.make_token(practitioner)
    whose = user_pk_to_url_str(practitioner)
    return reverse("account_reset_password_from_key", kwargs={"uidb36": whose, "key": key})
