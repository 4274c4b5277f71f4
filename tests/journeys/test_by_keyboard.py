"""Asking and deciding with nothing but the keyboard: every stop is seen, and the stops follow the page."""

import pytest

from rightdoor.frontdoor.models import Decision
from rightdoor.plans.models import LeadOffer
from tests.journeys import asking, deciding
from tests.journeys.hands import Keys
from tests.journeys.stage import Stage

pytestmark = pytest.mark.browser


@pytest.fixture
def keys(stage: Stage) -> Keys:
    """Hands that never touch a mouse."""
    stage.hands = own = Keys()
    return own


def test_a_health_visitor_asks_by_keyboard_alone(stage: Stage, keys: Keys):
    asking.send(asking.ask(stage.signed_in("hana-visits"), asking.health_visitors_answers()))
    assert not keys.faults, "\n".join(keys.faults)


def test_the_front_door_decides_by_keyboard_alone(stage: Stage, keys: Keys):
    deciding.brother_on_record(stage)
    asking.already_sent(stage)
    dolores = deciding.open_request(stage.signed_in("dolores-door"), asking.MOTHER)
    deciding.to_team(deciding.screen(deciding.join_records(dolores)), "Fatou Baton")
    assert not keys.faults, "\n".join(keys.faults)
    assert Decision.objects.get().choice == "team"
    assert LeadOffer.objects.get().to == stage.people["fatou-baton"]
