"""What is done beside serving: messages leave, and what was begun and left is removed."""

from datetime import datetime, timedelta

import pytest
from django.utils import timezone

from rightdoor.frontdoor.actions import KEPT_FOR, begin_draft
from rightdoor.frontdoor.models import RequestDraft
from rightdoor.site import running


def begun(at: datetime) -> None:
    begin_draft(by=None, now=at)
    running.deliver(0, say=lambda words: None)


@pytest.mark.django_db
def test_a_request_begun_and_left_for_28_days_is_removed() -> None:
    begun(timezone.now() - KEPT_FOR - timedelta(minutes=1))
    assert not RequestDraft.objects.exists()


@pytest.mark.django_db
def test_a_request_left_for_less_is_kept() -> None:
    begun(timezone.now() - KEPT_FOR + timedelta(minutes=1))
    assert RequestDraft.objects.exists()
