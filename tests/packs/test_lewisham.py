"""What the Lewisham pack holds, checked against its documents (L18, L21) and the data of ONS and OS."""

import re
from typing import Any

import pytest

from rightdoor.engines.packs import Pack
from tests.packs.told import read_pack

JOINT, ADULTS, EARLY_YEARS = (
    "CYP Joint Commissioning Team",
    "Adults Commissioning Team",
    "Early Years Quality and Sufficiency",
)

# L18 Appendix B, Table 16, line by line: name as printed, id of the service, who commissions it.
APPENDIX_B = [
    ("Aftercare service", "aftercare", ADULTS),
    ("Athena", "athena", ADULTS),
    ("Child Sexual Assault Hub", "child-sexual-assault-hub", JOINT),
    ("Children and family centres", "children-and-family-centres", JOINT),
    ("Community Groups Programme", "community-groups", JOINT),
    ("CYP IAPT", "cyp-iapt", JOINT),
    ("Education Champions", "education-champions", JOINT),
    ("Expectant Fathers Programme", "expectant-fathers", "Lewisham & Greenwich Trust"),
    ("Family Cooking on a Budget", "family-cooking", "Adult Learning Lewisham"),
    ("Family Early Intervention Substance Misuse Support Pathway", "substance-misuse-early-pathway", ADULTS),
    ("Family Information Service", "family-information-service", EARLY_YEARS),
    ("Family Nurse Partnership (FNP)", "family-nurse-partnership", JOINT),
    ("Family Social Work (SSF)", "family-social-work-ssf", JOINT),
    ("Freedom Programme", "freedom-programme", JOINT),
    ("Functional Family Therapy", "functional-family-therapy", JOINT),
    ("Health Visiting", "health-visiting", JOINT),
    ("Indigo (Specialist Midwifery Team)", "indigo", JOINT),
    ("Lewisham Autism Support", "autism-support", JOINT),
    ("Lewisham Safer Stronger Families", "safer-stronger-families", JOINT),
    ("Lewisham Young Carers Project", "young-carers", JOINT),
    ("Lewisham Young Carers Project", "young-carers", JOINT),
    ("Local Offer", "local-offer", JOINT),
    ("Maths for Parents", "maths-for-parents", "Adult Learning Lewisham"),
    ("MECSH", "mecsh", JOINT),
    ("Mindful Mums", "mindful-mums", JOINT),
    ("New Direction", "new-direction", ADULTS),
    ("NVR", "nvr", JOINT),
    ("Parent and Child Housing Service", "parent-and-child-housing", ADULTS),
    ("Parent Champions", "parent-champions", EARLY_YEARS),
    ("Parent Support Group", "parent-support-group", "Attendance and Welfare"),
    ("Parental Wellbeing Service", "parental-wellbeing", JOINT),
    ("Place2be", "place2be", JOINT),
    ("Primary Care Recovery Service", "primary-care-recovery", ADULTS),
    ("Safeguarding in Education", "safeguarding-in-education", "Attendance and Welfare"),
    ("SENDIASS", "sendiass", JOINT),
    ("Understanding your baby", "understanding-your-baby", JOINT),
    ("Volunteering Service", "volunteering-family-lives", JOINT),
    ("Young Fathers Project", "young-fathers", JOINT),
    ("Aftercare service", "aftercare", ADULTS),
]
# L18, chapter Current Services, beyond Appendix B.
CURRENT_SERVICES = [
    "hidden-harm", "integrated-offender-management", "compass", "compass-substance-misuse", "kooth",
    "athena-children", "perinatal-mental-health-midwife", "perinatal-mental-health",
    "mother-and-baby-unit", "talking-therapies", "young-peoples-mental-health", "caring-and-supporting",
    "baby-fab", "youth-offending-parenting", "triple-p", "parents-as-partners", "community-parents-hub",
    "parent-resilience", "creative-homes", "mash", "youth-first",
]  # fmt: skip
# L21, report and plan.
STRATEGY = [
    "family-thrive", "early-help-access-point", "mash", "family-information-service", "family-hubs",
    "youth-first", "targeted-youth-work", "camhs", "mental-health-support-teams",
    "camhs-virtual-school", "lyft", "social-prescribing", "youth-clinic", "short-breaks",
    "autism-after-diagnosis", "behaviour-support-pilot", "meliot-family-centre", "first-response",
    "henry", "little-explorers", "baby-massage", "seeds-of-empathy",
    "children-affected-by-domestic-abuse", "team-around-the-school", "parent-carer-champions-network",
    "safer-haven", "school-health",
]  # fmt: skip


@pytest.fixture(scope="module")
def lewisham() -> Pack:
    return read_pack("lewisham")


# Services.


@pytest.mark.parametrize(("printed", "id", "commissioner"), APPENDIX_B)
def test_every_line_of_appendix_b_is_a_service_with_its_commissioner(
    lewisham: Pack, printed: str, id: str, commissioner: str
) -> None:
    service = lewisham.service(id)
    assert "Appendix B" in service.source, printed
    assert service.commissioner == commissioner
    assert service.provider


def test_no_service_claims_appendix_b_that_is_not_on_its_list(lewisham: Pack) -> None:
    claimed = {service.id for service in lewisham.services if service.source.startswith("L18 Appendix B")}
    assert claimed == {id for _, id, _ in APPENDIX_B}


@pytest.mark.parametrize("id", CURRENT_SERVICES + STRATEGY)
def test_services_named_elsewhere_in_the_documents_are_there(lewisham: Pack, id: str) -> None:
    assert lewisham.service(id).about


def test_a_service_without_a_known_way_in_says_so(lewisham: Pack) -> None:
    closed = [service for service in lewisham.services if not service.how_in]
    assert all(service.how_in_note for service in closed)


@pytest.mark.parametrize("id", ["freedom-programme"])
def test_only_what_a_document_says_has_a_creche(lewisham: Pack, id: str) -> None:
    assert [service.id for service in lewisham.services if service.creche == "yes"] == [id]


def test_free_of_charge_is_said_only_of_services_that_are(lewisham: Pack) -> None:
    free = {service.id for service in lewisham.services if service.cost == "free"}
    assert free >= {"mindful-mums", "parents-as-partners"}
    assert free <= {"mindful-mums", "parents-as-partners", "local-offer", "family-information-service"}


# Areas: ONS and OS.


def test_there_are_nineteen_wards_and_each_has_a_boundary_and_a_population(lewisham: Pack) -> None:
    wards = [row for row in lewisham.atlas.population if row.kind == "ward"]
    assert len(wards) == len(lewisham.atlas.areas) == 19
    assert {row.code for row in wards} == set(lewisham.atlas.areas)


def test_the_wards_add_up_to_the_borough(lewisham: Pack) -> None:
    wards = [row for row in lewisham.atlas.population if row.kind == "ward"]
    borough = lewisham.population("E09000023")
    assert borough is not None
    assert borough.population == sum(row.population for row in wards) == 305_309
    assert borough.children_0_17 == sum(row.children_0_17 or 0 for row in wards) == 68_276


def test_every_postcode_lies_in_a_ward(lewisham: Pack) -> None:
    places = lewisham.atlas.postcodes
    assert len(places) == 4992
    assert {place.area for place in places.values()} == set(lewisham.atlas.areas)


def test_a_postcode_is_found_however_it_is_typed(lewisham: Pack) -> None:
    assert lewisham.place("br14by") == lewisham.place(" BR1 4BY ") == "E05013720"


def test_a_postcode_across_the_border_is_not_ours(lewisham: Pack) -> None:
    assert lewisham.place("BR1 1AA") is None


def test_no_locality_is_drawn_because_no_document_names_its_wards(lewisham: Pack) -> None:
    assert lewisham.localities == ()


# Clocks, roles, panels and shapes.


def test_the_team_around_the_family_meets_within_fifteen_days(lewisham: Pack) -> None:
    version = lewisham.clock("first-team-meeting").versions[-1]
    assert (version.length, version.unit) == (15, "days")


@pytest.mark.parametrize("id", ["request-decision", "referrer-told"])
def test_a_request_is_decided_and_its_sender_told_by_the_next_working_day(lewisham: Pack, id: str) -> None:
    version = lewisham.clock(id).versions[-1]
    assert (version.length, version.unit) == (1, "working_days")


@pytest.mark.parametrize(
    ("id", "unit", "limit"),
    [("youth-offending-parenting-worker", "families", 20), ("specialist-midwife", "women", 30)],
)
def test_only_stated_caseloads_are_limits(lewisham: Pack, id: str, unit: str, limit: int) -> None:
    role = lewisham.role(id)
    assert (role.caseload_unit, role.caseload_limit) == (unit, limit)
    assert sum(other.caseload_limit is not None for other in lewisham.roles) == 2


def test_the_early_help_panel_can_keep_pace_with_162_families_a_quarter(lewisham: Pack) -> None:
    panel = lewisham.panel("early-help-panel")
    assert panel.considers == (2, 3)
    assert panel.capacity * 13 >= 87 + 75 > (panel.capacity - 1) * 13


SPANS = [
    ("safer-stronger-families", "weeks_from_to", [(12, 12), (10, 10)]),
    ("family-nurse-partnership", "months_from_to", [None, (24, 24)]),
    ("mecsh", "months_from_to", [None, (24, 24)]),
    ("functional-family-therapy", "months_from_to", [(4, 6)]),
    ("caring-and-supporting", "weeks_from_to", [(6, 6)]),
    ("community-groups", "weeks_from_to", [(12, 12)]),
    ("freedom-programme", "weeks_from_to", [(8, 8)]),
    ("understanding-your-baby", "weeks_from_to", [(8, 8)]),
    ("mindful-mums", "weeks_from_to", [(5, 5)]),
    ("young-carers-mentoring", "months_from_to", [(6, 9)]),
]


@pytest.mark.parametrize(("id", "field", "spans"), SPANS)
def test_a_shape_lasts_as_long_as_its_document_says(
    lewisham: Pack, id: str, field: str, spans: list[Any]
) -> None:
    assert [getattr(phase, field) for phase in lewisham.shape(id).phase] == spans


def test_the_parent_support_group_has_no_end_and_a_review_every_six_weeks(lewisham: Pack) -> None:
    shape = lewisham.shape("parent-support-group")
    assert (shape.open_ended, shape.review_every_weeks) == (True, 6)


# Words.


@pytest.mark.parametrize("name", ["front-page", "agreement", "sharing"])
def test_families_read_short_sentences(lewisham: Pack, name: str) -> None:
    sentences = [words for part in re.split(r"[.?!:]\s|\n", lewisham.words(name)) if (words := part.split())]
    assert max(map(len, sentences)) <= 22
    assert sum(map(len, sentences)) / len(sentences) <= 11


def test_the_front_page_says_what_to_do_in_danger(lewisham: Pack) -> None:
    assert "999" in lewisham.words("front-page")
