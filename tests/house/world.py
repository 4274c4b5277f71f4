"""The small world that is walked: one of every role; one family in sight of nobody but its lead; one request
on a panel's agenda."""

from datetime import date, timedelta

from rightdoor.access import actions, audit
from rightdoor.access.models import Practitioner
from rightdoor.access.partnership import pack
from rightdoor.access.roles import ROLES
from rightdoor.demo.actions import bring_personas
from rightdoor.demo.personas import PERSONAS
from rightdoor.directory import actions as directory
from rightdoor.directory import sealing
from rightdoor.engines.journey import Child
from rightdoor.engines.openreferral.checking import Checked
from rightdoor.families import actions as families
from rightdoor.families.models import Part
from rightdoor.plans import actions as planning
from rightdoor.workforce import actions as workforce
from tests.directory.factories import entry, place, whole_service
from tests.factories import NOW, agency, person, practitioner
from tests.frontdoor import factories as door
from tests.house.walking import ANONYMOUS, SIGHTED, World
from tests.plans import factories as plans


def world() -> World:
    """Make the walkers and what can be walked to. A sample is for a room where it is named with the room."""
    actions.load_pack(pack=pack(), by=audit.SYSTEM, now=NOW)
    directory.load_services(pack=pack(), by=audit.SYSTEM, now=NOW)
    bring_personas(pack=pack(), by=audit.SYSTEM, now=NOW)
    samples, lead = _plan()
    # Its people have a seat on the panel, where their role gives them one.
    council = agency("lewisham-council")
    actors = {ANONYMOUS: None, SIGHTED: lead, **{code: practitioner(code, at=council) for code in ROLES}}
    samples |= _request()
    samples |= {
        "access:practitioner_id": practitioner("lead", at=council).pk,
        "web:practitioner_id": lead.pk,
        "web:code": next(iter(pack().atlas.areas)),
        "advice:sheet_id": "tantrums",
        **_information(practitioner("coordinator")),
        **_file(),
        **_champions(practitioner("coordinator")),
        "demo:key": PERSONAS[0].key,
        "issue": "parenting",
        "open:postcode": next(iter(pack().atlas.postcodes)).replace(" ", ""),
        "find:slug": "kept-true",
        "web:spoken": "tr",
        "find:sealed": sealing.seal({"words": "autism"}),
        "find:child": sealing.seal_child(Child(date(2026, 3, 10))),
        "model_id": "three-stages",
        "row": "targeted",
        "column": "0-5",
    }
    return World(actors, samples)


def _information(keeper: Practitioner) -> dict[str, object]:
    setting = pack().settings[0]
    wanted = {
        "what": "Rights",
        "shape": "braille",
        "language": "",
        "way": "post",
        "name": "",
        "where": "Home",
    }
    copy = directory.ask_for_copy(asked=wanted, now=NOW)
    lead = {"role": "Office", "telephone": "", "email": "", "how": "", "person": ""}
    directory.name_lead(setting=setting, changes=lead, version=0, by=keeper, now=NOW)
    return {"setting_id": setting.id, "copy_id": copy.pk}


def _champions(keeper: Practitioner) -> dict[str, object]:
    told = {"name": "Ada", "kind": "champion", "agreed_on": NOW.date(), "started_on": NOW.date()}
    champion = workforce.add_champion(told=told, by=keeper, now=NOW)
    wish = workforce.ask_to_join(told={"kind": "mentor", "name": "Bo", "reach": "020 7946 0000"}, now=NOW)
    return {"champion_id": champion.pk, "wish_id": wish.pk}


def _file() -> dict[str, object]:
    held = whole_service("Kept true")
    keeper = practitioner("coordinator")
    asks = practitioner("lead", at=keeper.agency)
    directory.give_owner(service=held, owner=asks, agency=None, by=keeper, now=NOW)
    held.refresh_from_db()
    change = directory.ask_for_change(
        service=held, changes={"about": "More play."}, why="", version=1, by=asks, now=NOW
    )
    wrong = directory.suggest_correction(service=held, words="It moved.", reach="", now=NOW)
    sealed = sealing.seal_right(owner=asks.pk, service=held.pk, fresh_from=held.fresh_from.toordinal())
    again = entry("Kept true", slug="again", places=(place(),))
    read = Checked(1, {}, "", again, ())
    made = directory.stage(file="services.json", rows=iter([read]), by=audit.SYSTEM, now=NOW)
    return {
        "import_id": made.pk,
        "row_id": made.rows.get().pk,
        "service_id": held.pk,
        "change_id": change.pk,
        "correction_id": wrong.pk,
        "directory:sealed": sealed,
    }


def _plan() -> tuple[dict[str, object], Practitioner]:
    scene, goal = plans.agreed()
    lead = scene.cast.lead
    action = planning.add_action(goal=goal, words="Ring the school", owner=lead, by=lead, now=NOW)
    meeting = planning.plan_meeting(
        plan=scene.plan, planned_for=plans.later(7), place="", agenda="", by=lead, now=NOW
    )
    baby = person("Bo", birth_date=NOW.date() - timedelta(days=40), by=lead)
    families.add_member(family=scene.family, person=baby, part=Part.CHILD, by=lead, now=NOW)
    member = planning.invite(plan=scene.plan, name="Nan", role="Grandmother", by=lead, now=NOW)
    return {
        "family_id": scene.family.pk,
        "child_id": baby.pk,
        "stop": "six-weeks",
        "person_id": scene.people["mum"].pk,
        "goal_id": goal.pk,
        "action_id": action.pk,
        "plans:meeting_id": meeting.pk,
        "member_id": member.pk,
        "entry_id": scene.assessment.entries.values_list("pk", flat=True)[0],
    }, lead


def _request() -> dict[str, object]:
    held = door.meeting(NOW)
    sent = door.at_panel(NOW, held)
    return {
        "request_id": sent.pk,
        "frontdoor:meeting_id": held.pk,
        "panel_id": held.panel,
        "item_id": held.items.get().pk,
    }
