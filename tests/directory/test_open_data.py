"""The open data against the acceptance checklist of Open Referral UK, all of it without signing in."""

import json
from collections.abc import Iterator
from datetime import time, timedelta
from typing import Any
from uuid import uuid4

import pytest
import time_machine
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from rightdoor.access import audit
from rightdoor.access.partnership import pack
from rightdoor.directory import actions
from rightdoor.directory.models import Service, Standing
from rightdoor.engines.listings import Contact, Coverage, Hours, Term
from tests.directory.factories import entry, place, service
from tests.factories import NOW
from tests.kits.openreferral import FACTS, faults, hollow, rich

pytestmark = pytest.mark.django_db
AT = "/open-data"
ENVELOPE = {
    "total_items", "total_pages", "page_number", "size", "first_page", "last_page", "empty", "contents",
}  # fmt: skip
LISTS = {
    "services": "service",
    "service_at_locations": "service_at_location",
    "organizations": "organization",
    "taxonomies": "taxonomy",
    "taxonomy_terms": "taxonomy_term",
}


@pytest.fixture(autouse=True)
def _today() -> Iterator[None]:
    with time_machine.travel(NOW, tick=False):
        yield


def ask(path: str, **asked: Any) -> Any:
    answer = Client().get(f"{AT}{path}", asked)
    assert answer.status_code == 200, answer.content
    return json.loads(answer.content)


def names(**asked: Any) -> set[str]:
    return {row["name"] for row in ask("/services", **asked)["contents"]}


def keep_rich() -> Service:
    kept, _ = actions.keep(entry=rich(status="active"), by=audit.SYSTEM, now=NOW)
    return kept


def test_the_root_says_version_profile_and_where_it_is_described() -> None:
    told = ask("/")
    assert told["version"] == "HSDS-UK-3.0"
    assert faults("api_details", told) == []
    assert ask(told["openapi_url"].partition(AT)[2])["openapi"].startswith("3.")


@pytest.mark.parametrize(
    "path", ["/", "/services", "/services/nothing", "/nowhere/at/all", "/services?page=x"]
)
def test_any_program_may_read_every_answer_and_none_leaves_a_cookie(path: str) -> None:
    answer = Client().get(f"{AT}{path}")
    assert answer["Access-Control-Allow-Origin"] == "*"
    assert answer["Content-Type"] == "application/json"
    assert not answer.cookies
    assert "Vary" not in answer


@pytest.mark.parametrize("name", LISTS)
def test_pages_of_every_list_say_where_one_is(name: str) -> None:
    for number in range(5):
        service(
            f"Group {number}", places=(place(),), provider=rich().provider.model_copy(update={"id": uuid4()})
        )
    first, last = ask(f"/{name}", per_page=2), None
    assert set(first) == ENVELOPE
    assert (first["first_page"], first["page_number"], first["size"]) == (True, 1, 2)
    last = ask(f"/{name}", per_page=2, page=first["total_pages"])
    assert (last["last_page"], last["first_page"], last["total_items"]) == (True, False, first["total_items"])
    beyond = ask(f"/{name}", per_page=2, page=first["total_pages"] + 1)
    assert (beyond["empty"], beyond["size"], beyond["contents"]) == (True, 0, [])


def test_both_spellings_of_the_size_of_a_page_are_understood_and_held_to_a_bound() -> None:
    for number in range(3):
        service(f"Group {number}")
    assert ask("/services", perPage=2)["size"] == ask("/services", per_page=2)["size"] == 2
    assert ask("/services", per_page=50_000)["size"] == 3


def test_every_row_on_every_page_is_there_once() -> None:
    for number in range(7):
        service("The same name", slug=f"same-{number}")
    found = [row["id"] for page in range(1, 5) for row in ask("/services", per_page=2, page=page)["contents"]]
    assert len(found) == len(set(found)) == 7


@pytest.mark.parametrize("name", LISTS)
def test_every_id_of_every_list_leads_to_the_thing_itself(name: str) -> None:
    keep_rich()
    for row in ask(f"/{name}", per_page=500)["contents"]:
        found = ask(f"/{name}/{row['id']}")
        assert found["id"] == row["id"]
        assert faults(LISTS[name], found) == []
        assert hollow(found) == []


@pytest.mark.parametrize("name", LISTS)
@pytest.mark.parametrize("key", ["nonsense", "00000000-0000-4000-8000-000000000007", "%00"])
def test_an_id_that_nothing_has_is_answered_404_as_json(name: str, key: str) -> None:
    answer = Client().get(f"{AT}/{name}/{key}")
    assert answer.status_code == 404
    assert "detail" in json.loads(answer.content)


@pytest.mark.parametrize("name", ["lewisham", "islington", "essex"])
def test_every_list_of_every_pack_fits_the_published_schemas(name: str) -> None:
    actions.load_services(pack=pack(name), by=audit.SYSTEM, now=NOW)
    keep_rich()
    for listed, one in LISTS.items():
        document = ask(f"/{listed}", per_page=500)
        assert document["total_items"] > 0
        assert faults(f"{one}_list", document) == []
        assert hollow(document) == []


def test_every_service_of_the_pack_told_whole_fits_the_published_schema() -> None:
    actions.load_services(pack=pack(), by=audit.SYSTEM, now=NOW)
    for document in ask("/services", per_page=500, full="true")["contents"]:
        assert faults("service", document) == []


@pytest.mark.parametrize(
    ("asked", "not_asked"),
    [
        ({"search": "chat week"}, {"search": "chat xylophone"}),
        ({"minimum_age": 0.5}, {"minimum_age": 1}),
        ({"maximum_age": 4}, {"maximum_age": 3.9}),
        ({"age": 3}, {"age": 5}),
        ({"day": "TU", "start_time": "10:00", "end_time": "11:30"}, {"day": "TU", "start_time": "10:01"}),
        ({"day": "FR"}, {"day": "WE"}),
        (
            {"organization_id": rich().provider.id},
            {"organization_id": "00000000-0000-4000-8000-000000000007"},
        ),
        ({"postcode": "SE13 6LY", "proximity": "1000"}, {"postcode": "SE13 6LY", "proximity": "1"}),
        ({"modified_after": "2026-11-23T09:00:00Z"}, {"modified_after": "2026-11-24"}),
    ],
)
def test_a_known_service_is_found_by_each_filter_and_not_by_its_opposite(
    asked: dict[str, Any], not_asked: dict[str, Any]
) -> None:
    keep_rich()
    code = next(iter(pack().atlas.postcodes))
    asked, not_asked = (
        {k: code if k == "postcode" else v for k, v in one.items()} for one in (asked, not_asked)
    )
    if "postcode" in asked:
        spot = pack().atlas.postcodes[code]
        there = place(lat=spot.lat + 0.001, lon=spot.lon)
        actions.keep(
            entry=rich(status="active", places=(there,), hours=(), dates=(), closures=()),
            by=audit.SYSTEM,
            now=NOW,
        )
    assert names(**asked) == {"Rich group"}
    assert names(**not_asked) == set()
    assert names(**{**asked, "search": "xylophone"}) == set()


@pytest.mark.parametrize(
    "link", ["issues", "stage", "levels", "ithrive", "offer", "audience", "delivery", "other"]
)
def test_a_service_is_found_by_each_word_and_each_list_it_carries(link: str) -> None:
    kept = keep_rich()
    service("Bare")
    for said in ask(f"/services/{kept.pk}")["attributes"]:
        if said["link_type"] == link:
            term = said["taxonomy_term"]
            assert names(taxonomy_term_id=term["id"]) == {"Rich group"}
            assert names(taxonomy_id=term["taxonomy_id"]) == {"Rich group"}
    assert names(taxonomy_term_id=uuid4()) == names(taxonomy_id=uuid4()) == set()


def test_a_service_for_the_whole_council_or_country_covers_a_postcode_of_ours() -> None:
    code, spot = next((code, spot) for code, spot in pack().atlas.postcodes.items() if spot.area)
    service("Council", coverage=Coverage(kind="council"))
    service("Country", coverage=Coverage(kind="national"))
    service("Ward", coverage=Coverage(kind="areas", areas=(str(spot.area),)))
    service("Elsewhere", coverage=Coverage(kind="areas", areas=("E05999999",)))
    service("Far", coverage=Coverage(kind="radius", km=1), places=(place(lat=57.0, lon=-2.0),))
    assert names(postcode=code) == {"Council", "Country", "Ward"}


def test_a_postcode_nobody_knows_is_answered_with_its_reason() -> None:
    assert Client().get(f"{AT}/services", {"postcode": "ZZ99 9ZZ"}).status_code == 400
    assert Client().get(f"{AT}/services", {"proximity": "100"}).status_code == 400


def test_what_the_public_may_not_see_is_nowhere_not_even_in_a_count() -> None:
    hidden = place(shown="hidden", name="Safe house", postcode="SE1 1AA")
    service("Refuge", places=(hidden,))
    actions.keep(entry=entry("Draft"), by=audit.SYSTEM, now=NOW, standing=Standing.DRAFT)
    service("Over", status="closed")
    assert names() == {"Refuge"}
    assert ask("/service_at_locations")["total_items"] == 0
    assert Client().get(f"{AT}/service_at_locations/{hidden.id}").status_code == 404
    everything = [Client().get(f"{AT}/{name}?full=true&per_page=500").content.decode() for name in LISTS]
    assert not any(
        secret in text for text in everything for secret in ("Safe house", "SE1 1AA", str(hidden.place.id))
    )


def test_a_masked_place_cannot_be_found_more_nearly_than_it_is_told() -> None:
    code, spot = next(iter(pack().atlas.postcodes.items()))
    lat, lon = round(spot.lat, 2) + 0.004, round(spot.lon, 2) + 0.004
    masked = place(lat=lat, lon=lon, shown="near")
    service("Masked", places=(masked,))
    (told,) = ask("/service_at_locations")["contents"]
    assert (told["location"]["latitude"], told["location"]["longitude"]) == (round(lat, 2), round(lon, 2))
    reached = [metres for metres in range(0, 3000, 100) if names(postcode=code, proximity=metres)]
    service("Told there", places=(place(lat=round(lat, 2), lon=round(lon, 2)),))
    both = [metres for metres in range(0, 3000, 100) if len(names(postcode=code, proximity=metres)) == 2]
    assert reached == both


def test_a_persons_own_address_is_never_sent() -> None:
    service(
        "Group", contacts=(Contact(id=uuid4(), telephone="020 7946 0001", email="jo.smith@mail.example"),)
    )
    assert b"jo.smith" not in Client().get(f"{AT}/services?full=true").content


def test_a_change_of_what_hangs_on_a_service_is_a_change_of_it() -> None:
    held = rich(status="active")
    actions.keep(entry=held, by=audit.SYSTEM, now=NOW - timedelta(days=10))
    assert names(modified_after="2026-11-20T00:00:00Z") == set()
    changed = held.model_copy(update={"hours": (Hours(id=uuid4(), weekday=2, opens=time(9)),)})
    actions.keep(entry=changed, by=audit.SYSTEM, now=NOW)
    assert names(modified_after="2026-11-20T00:00:00Z") == {"Rich group"}


@pytest.mark.parametrize(
    ("moment", "answer"),
    [
        ("0769-11-17T23:10:29.4-21:46", 200),
        ("2026-11-23T09:00:00+15:59", 200),
        ("0001-01-01T00:00:00+14:00", 422),
    ],
)
def test_a_moment_from_any_zone_is_read_or_refused(moment: str, answer: int, client: Client) -> None:
    for path in ("/services", "/service_at_locations"):
        assert client.get(f"{AT}{path}", {"modified_after": moment}).status_code == answer, path


@pytest.mark.parametrize(
    ("changes", "status"),
    [
        ({"status": "closed"}, "defunct"),
        ({"standing": Standing.WITHDRAWN}, "defunct"),
        ({"hidden_since": NOW.date()}, "inactive"),
    ],
)
def test_what_is_gone_says_so_for_a_while_and_no_more(changes: dict[str, Any], status: str) -> None:
    kept = service("Gone", terms=(Term(taxonomy="x", name="secret"),))
    Service.objects.filter(pk=kept.pk).update(changed_at=NOW, **changes)
    assert names() == set()
    (told,) = ask("/services", modified_after="2026-11-20")["contents"]
    assert told == ask(f"/services/{kept.pk}")
    assert (told["status"], set(told)) == (status, {"id", "name", "status", "last_modified"})
    assert told["name"] == "No longer listed"
    with time_machine.travel(NOW + timedelta(days=91)):
        assert Client().get(f"{AT}/services/{kept.pk}").status_code == 404


def test_all_ids_come_on_one_page_where_only_they_are_asked() -> None:
    for number in range(60):
        service(f"Group {number}")
    told = ask("/services", minimal="true")
    assert (told["size"], told["total_pages"]) == (60, 1)
    assert set(told["contents"][0]) == {"id", "last_modified", "modified_date"}


@pytest.mark.parametrize("name", LISTS)
def test_a_stream_holds_every_row_one_a_line(name: str) -> None:
    for number in range(3):
        service(f"Group {number}", places=(place(),))
    answer = Client().get(f"{AT}/{name}", {"format": "ndjson"})
    rows = [json.loads(line) for line in b"".join(answer.streaming_content).decode().splitlines()]
    assert len(rows) == ask(f"/{name}")["total_items"]
    assert answer["Access-Control-Allow-Origin"] == "*"


def test_what_has_not_changed_is_not_sent_again() -> None:
    kept = keep_rich()
    for path in ("/services", f"/services/{kept.pk}", "/taxonomies"):
        first = Client().get(f"{AT}{path}")
        again = Client().get(f"{AT}{path}", headers={"if-none-match": first["ETag"]})
        assert (again.status_code, again.content) == (304, b"")
        assert again["Access-Control-Allow-Origin"] == "*"
        assert "max-age" in first["Cache-Control"]
    since = Client().get(
        f"{AT}/services/{kept.pk}", headers={"if-modified-since": "Mon, 23 Nov 2026 10:00:00 GMT"}
    )
    assert since.status_code == 304


def test_a_page_costs_the_same_number_of_questions_whatever_stands_on_it(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    for number in range(20):
        service(f"Group {number}", places=(place(),))
    for size in (1, 20):
        with django_assert_num_queries(8):
            ask("/services", per_page=size)
        with django_assert_num_queries(8):
            ask("/service_at_locations", per_page=size, full="true")


def test_organisations_tell_what_they_run_only_where_it_is_asked() -> None:
    kept = keep_rich()
    (plain,) = ask("/organizations")["contents"]
    assert "services" not in plain
    (full,) = ask("/organizations", full_service="true")["contents"]
    assert full["services"] == [ask(f"/services/{kept.pk}")]


@pytest.mark.parametrize("method", ["post", "put", "delete", "patch"])
def test_nothing_can_be_changed_from_outside(method: str) -> None:
    answer = getattr(Client(enforce_csrf_checks=True), method)(f"{AT}/services")
    assert answer.status_code == 405
    assert answer["Access-Control-Allow-Origin"] == "*"


def test_our_description_has_every_path_tag_and_parameter_of_the_profile() -> None:
    told = ask("/openapi.json")
    for path, known in FACTS["paths"].items():
        operation = told["paths"][path]["get"]
        assert operation["tags"] == [known["tag"]]
        assert set(known["parameters"]) <= {one["name"] for one in operation["parameters"]}
    assert '"null"' not in json.dumps(told)


def test_our_description_names_every_field_that_is_sent() -> None:
    keep_rich()
    schemas = ask("/openapi.json")["components"]["schemas"]
    for name, shape in (("services", "ServiceOut"), ("service_at_locations", "ServiceAtLocationOut")):
        for document in ask(f"/{name}", full="true")["contents"]:
            assert unknown(document, schemas[shape], schemas) == []


def unknown(document: Any, shape: dict[str, Any], schemas: dict[str, Any], path: str = "") -> list[str]:
    """Find what stands in a document and not in its description."""
    if "$ref" in shape:
        shape = schemas[shape["$ref"].rpartition("/")[2]]
    if isinstance(document, list):
        return [found for one in document for found in unknown(one, shape.get("items", {}), schemas, path)]
    if not isinstance(document, dict):
        return []
    known = shape.get("properties", {})
    return [f"{path}.{key}" for key in document if key not in known] + [
        found
        for key, one in document.items()
        if key in known
        for found in unknown(one, known[key], schemas, f"{path}.{key}")
    ]
