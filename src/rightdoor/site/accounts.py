"""Opening an account from the command line: how the first governance officer comes in."""

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db import IntegrityError
from django.utils import timezone

from rightdoor.access import actions, audit
from rightdoor.access.invitations import link_for
from rightdoor.access.models import Agency, Practitioner
from rightdoor.access.partnership import pack
from rightdoor.access.policy import Refused


def add(*, email: str, name: str, agency: str, job: str, roles: list[str], supervisor: str) -> str:
    """Open an account; give the words to print, with the link to choose a password."""
    jobs = [role.id for role in pack().roles]
    if job not in jobs:
        raise ImproperlyConfigured(f"There is no job “{job}” in the pack. Jobs are: {', '.join(jobs)}.")
    try:
        opened = actions.add_practitioner(
            email=email,
            name=name,
            agency=_agency(agency),
            job=job,
            roles=roles,
            supervisor=_supervisor(supervisor),
            by=audit.SYSTEM,
            now=timezone.now(),
        )
    except Refused as refusal:
        raise ImproperlyConfigured(str(refusal)) from None
    except IntegrityError:
        raise ImproperlyConfigured(f"There is an account with the address {email} already.") from None
    link = settings.ADDRESS + link_for(opened)
    return f"{opened.name} has an account. To choose a password within one day:\n{link}"


def _agency(code: str) -> Agency:
    found = Agency.objects.filter(pk=code).first()
    if found is None:
        raise ImproperlyConfigured(
            f"There is no agency “{code}”. After changing the pack, run: rightdoor pack load"
        )
    return found


def _supervisor(email: str) -> Practitioner | None:
    found = Practitioner.objects.filter(email__iexact=email).first() if email else None
    if email and found is None:
        raise ImproperlyConfigured(f"There is no account with the address {email}.")
    return found
