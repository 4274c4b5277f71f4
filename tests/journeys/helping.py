"""Steps of the help itself: the baton, the assessment, the plan, the team, reviews, hand-over, closing."""

from datetime import date

from tests.journeys.hands import Said
from tests.journeys.stage import Actor

HER_GOAL = "Ruby and I sleep through, and nobody shouts."
HIS_GOAL = "I want my mum to laugh again."
SUMMARY = "Ruby is loved. Nadia is worn down and afraid of Craig. She wants help, and wants it away from him."
MINUTES = "Nadia told us what a good week would look like. We agreed who rings whom, and never Craig."
CHILD_SAYS = "Mummy sang to me."
LEAVE = "Fatou is on leave for six weeks from Monday."
KNOW_FIRST = "Ring Nadia only between ten and noon. Dominic talks when you play football with him."
AGREED_AGAIN = "Goals nearly there. Nadia has her sister, the group and her GP."
CLOSED = "Both goals are reached. Nadia and the children are safe and know where to ask."
HEARD_SINCE = "Nadia is working again. Ruby starts nursery."


def accept(lead: Actor) -> Actor:
    """Say yes to the family, from the home page."""
    lead.opens("/today/").follows("", within="Answer due")
    return lead.answers({"Will you take it on?": "Yes"}, then=lead_button(lead)).sees(
        "You are now lead professional for"
    )


def lead_button(somebody: Actor) -> str:
    """Give the words on the button of the page's form."""
    return somebody.page.locator("main form button.govuk-button").first.inner_text().strip()


def sections(somebody: Actor, section: str) -> Actor:
    """Go to another part of the family's record."""
    return somebody.follows(section)


def finish_assessment(lead: Actor) -> Actor:
    """Write what it all means, and finish with the level the rules advise."""
    lead.follows("Write the summary").answers({"What it all means": SUMMARY}, then="Save")
    lead.follows("Finish the assessment")
    return lead.answers(
        {
            "Which level of need is agreed?": "Level 3: targeted early help",
            "Who took part in the assessment?": "Nadia, Ruby, Dominic and their aunt",
        },
        then="Finish the assessment",
    ).sees("The assessment is finished.")


def add_goal(lead: Actor, words: str, whose: str, score: int) -> Actor:
    """Write down what somebody wants to be different, in their own words."""
    lead.follows("Add a goal")
    return lead.answers(
        {"What should be different?": words, "Whose goal is this?": whose, "Where is it today?": str(score)},
        then="Add the goal",
    ).sees(words)


def add_action(lead: Actor, goal: str, words: str, owner: str, by: date) -> Actor:
    """Write down what is done towards a goal, by whom, by when."""
    return (
        lead.follows("Add an action", within=goal)
        .answers(
            {
                "What will be done?": words,
                "Who will do it?": "Somebody who signs in here",
                "Name": owner,
                "By when?": by,
            },
            then="Add the action",
        )
        .sees(words)
    )


def agree_plan(lead: Actor, on: date) -> Actor:
    """Record that the family agrees its plan."""
    lead.follows("The family agrees its plan")
    agreed: dict[str, Said] = {"When did the family agree?": on, "Who agreed?": "Nadia, Dominic and Ruby"}
    return lead.answers(agreed, then="Record the agreement").sees("The family has agreed its plan.")


def invite(lead: Actor, practitioner: str, part: str) -> Actor:
    """Bring somebody who signs in here into the team."""
    lead.follows("Invite somebody")
    return lead.answers(
        {
            "Who joins the team?": "Somebody who signs in here",
            "Name": practitioner,
            "What is their part in the team?": part,
        },
        then="Invite",
    ).sees("is in the team")


def plan_meeting(lead: Actor, on: date) -> Actor:
    """Call the team together."""
    lead.follows("Plan a meeting")
    return lead.answers(
        {
            "Which day?": on,
            "What time?": "10:00",
            "Where?": "The children's centre",
            "What will be talked about?": "What a good week looks like",
        },
        then="Plan the meeting",
    ).sees("everybody in the team is invited")


def hold_meeting(lead: Actor) -> Actor:
    """Write a meeting up: what was said, and who came."""
    lead.follows("Write it up", within="Planned")
    asked = lead.page.locator("legend", has_text="Did ").all_inner_texts()
    came = {one.strip(): "Came" for one in asked}
    return lead.answers({"What was said and decided": MINUTES, **came}, then="Save").sees(MINUTES)


def review(lead: Actor, scores: dict[str, int]) -> Actor:
    """Look at the whole plan with the family: a score for each goal, and everybody's words."""
    lead.follows("Review the plan")
    return lead.answers(
        {
            "With whom?": "Nadia, Dominic, Ruby and the team",
            **{goal: str(score) for goal, score in scores.items()},
            "What do the children say?": CHILD_SAYS,
            "What happens next?": "Nadia goes to the group with her sister.",
        },
        then="Save the review",
    ).sees("The review has been saved")


def hand_over(lead: Actor, to: str) -> Actor:
    """Offer the plan to a colleague."""
    lead.follows("Hand the plan over")
    return lead.answers(
        {
            "Who should take over?": to,
            "Why is the lead changing?": LEAVE,
            "What must they know first?": KNOW_FIRST,
        },
        then="Offer the plan",
    ).sees("holds it until they say yes")


def take_over(receiver: Actor) -> Actor:
    """Read the plan's hand-over on the home page and say yes."""
    receiver.opens("/today/").follows("", within="Answer due")
    receiver.sees(LEAVE, KNOW_FIRST)
    return receiver.answers({"Will you take it on?": "Yes"}, then=lead_button(receiver)).sees(
        "You are now lead professional for"
    )


def step_down(lead: Actor) -> Actor:
    """Step help down, once the family has agreed again."""
    lead.follows("Step help down")
    return lead.answers(
        {
            "Which level of need is it now?": "Level 1: universal",
            "How does help step down?": "Towards the help that every family can use",
            "Why does help step down?": AGREED_AGAIN,
            "Does the family agree?": "Yes",
            "Who agreed?": "Nadia and Dominic",
        },
        then="Step down",
    ).sees("Help has stepped down.")


def reach_goal(lead: Actor, goal: str) -> Actor:
    """Say that a goal is reached."""
    lead.follows("Reached, or left", within=goal)
    how = {"What happened to this goal?": "The family reached it"}
    return lead.answers(how, then="Save").sees("The goal is reached.")


def close(lead: Actor, follow_up: date) -> Actor:
    """Close the plan as planned, with a day on which somebody asks how things are."""
    lead.follows("Close the plan")
    return lead.answers(
        {
            "Does the plan close as planned?": "Yes",
            "Why does it close?": CLOSED,
            "Will somebody ask afterwards how things are?": "Yes",
            "When?": follow_up,
        },
        then="Close the plan",
    ).sees("The plan is closed.")
