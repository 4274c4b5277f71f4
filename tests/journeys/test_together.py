"""Several at once on one family: two who write, one who clicks twice, one who goes back."""

import pytest

from rightdoor.access.models import Draft
from rightdoor.plans.models import Entry, Goal
from tests.browser_kit import sign_in
from tests.journeys.stage import Actor, Stage
from tests.plans.factories import Scene, opened

pytestmark = pytest.mark.browser
ENTRY = "What is said or seen"
HERS, HIS, BOTH = "He coughs at night. Hers.", "He wheezes when he runs. His.", "He coughs and wheezes. Both."


@pytest.fixture
def scene(stage: Stage) -> Scene:
    """A family with a plan that has just been opened."""
    return opened()


def at(stage: Stage, who: object, path: str) -> Actor:
    """Give somebody signed in, at one of the family's pages."""
    actor = stage.somebody()
    sign_in(actor.page, who)
    return actor.opens(path)


def test_two_who_write_the_same_entry_lose_no_word(stage: Stage, scene: Scene):
    entry = Entry.objects.get(question="worries")
    path = f"/plans/{scene.family.pk}/assessment/{entry.pk}/"
    lead, supervisor = (at(stage, who, path) for who in (scene.cast.lead, scene.cast.supervisor))
    lead.answers({ENTRY: HERS}, then="Save")
    supervisor.hands.answer(supervisor.page, {ENTRY: HIS})
    supervisor.hands.press(supervisor.page, "Save")
    supervisor.sees(HERS, HIS, "Lena Holder")
    assert Draft.objects.get(practitioner=scene.cast.supervisor).fields["text"] == [HIS]
    supervisor.answers({ENTRY: BOTH}, then="Save").sees(BOTH)
    entry.refresh_from_db()
    assert entry.text == BOTH


def test_what_is_typed_and_not_saved_is_there_again_after_the_window_is_closed(stage: Stage, scene: Scene):
    path = f"/plans/{scene.family.pk}/plan/goals/add/"
    first = at(stage, scene.cast.lead, path)
    with first.page.expect_response("**/drafts/**"):
        first.hands.answer(first.page, {"What should be different?": "We want to laugh"})
    first.page.close()
    again = at(stage, scene.cast.lead, path).sees("This is what you were writing.")
    assert again.page.get_by_label("What should be different?").input_value() == "We want to laugh"


def test_a_double_click_adds_one_goal(stage: Stage, scene: Scene):
    lead = at(stage, scene.cast.lead, f"/plans/{scene.family.pk}/plan/goals/add/")
    lead.hands.answer(lead.page, {"What should be different?": "We sleep"})
    lead.page.get_by_role("button", name="Add the goal").dblclick()
    lead.page.wait_for_url("**/plan/")
    assert Goal.objects.count() == 1


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_going_back_and_pressing_again_adds_nothing_more(stage: Stage, scene: Scene, scripts: bool):
    stage.options["java_script_enabled"] = scripts
    lead = at(stage, scene.cast.lead, f"/plans/{scene.family.pk}/plan/goals/add/")
    lead.answers({"What should be different?": "We sleep"}, then="Add the goal")
    lead.page.go_back()
    lead.hands.press(lead.page, "Add the goal")
    lead.sees("Write what should be different")
    assert Goal.objects.count() == 1


def test_two_windows_of_one_lead_change_one_entry_one_after_the_other(stage: Stage, scene: Scene):
    entry = Entry.objects.get(question="worries")
    path = f"/plans/{scene.family.pk}/assessment/{entry.pk}/"
    one = at(stage, scene.cast.lead, path)
    two = Actor(one.page.context.new_page()).opens(path)
    one.answers({ENTRY: HERS}, then="Save")
    two.hands.answer(two.page, {ENTRY: HIS})
    two.hands.press(two.page, "Save")
    two.sees(HERS, HIS)
    entry.refresh_from_db()
    assert entry.text == HERS
