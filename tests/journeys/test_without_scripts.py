"""The main path again in a browser that runs no scripts: ask, decide, accept, plan, close."""

from datetime import timedelta

import pytest

from rightdoor.plans.models import Plan
from tests.journeys import asking, deciding, helping
from tests.journeys.stage import Stage

pytestmark = pytest.mark.browser


@pytest.fixture
def plain(stage: Stage) -> Stage:
    """A stage on which nobody's browser runs scripts."""
    stage.options["java_script_enabled"] = False
    return stage


def test_without_scripts_a_request_becomes_a_plan_that_closes(plain: Stage):
    deciding.brother_on_record(plain)
    asking.send(asking.ask(plain.signed_in("hana-visits"), asking.health_visitors_answers()))
    dolores = deciding.open_request(plain.signed_in("dolores-door"), asking.MOTHER)
    deciding.to_team(deciding.screen(deciding.join_records(dolores)), "Fatou Baton")
    fatou = helping.accept(plain.signed_in("fatou-baton")).sees(asking.WORRIES)
    helping.sections(helping.finish_assessment(fatou), "Plan")
    today = plain.calendar.now().date()
    helping.add_goal(fatou, helping.HER_GOAL, asking.MOTHER, 2)
    helping.add_action(fatou, helping.HER_GOAL, "Go with her to her GP.", "Fatou Baton", today)
    helping.agree_plan(fatou, today)
    helping.close(fatou, today + timedelta(days=91))
    assert Plan.objects.get().state == "closed"
