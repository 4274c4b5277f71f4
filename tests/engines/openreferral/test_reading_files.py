"""Files that others wrote, broken in every way: named by row and field, and the good rows go on."""

import csv
import io
import json
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rightdoor.engines.openreferral import Publisher, read, service
from rightdoor.engines.openreferral.checking import Checked, checked, report
from tests.kits.openreferral import rich

GOOD = {"id": "00000000-0000-4000-8000-000000000001", "name": "Good", "organization": {"name": "A"}}
OTHER = {**GOOD, "id": "00000000-0000-4000-8000-000000000002", "name": "Other"}
JSONS = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3),
    max_leaves=8,
)
FIELDS = st.sampled_from(
    [
        "id",
        "name",
        "description",
        "organization",
        "contacts",
        "schedules",
        "service_at_locations",
        "x_rightdoor",
        "cost_options",
        "languages",
        "minimum_age",
        "attributes",
        "last_modified",
        "eligibilitys",
        "email",
        "url",
    ]
)


def written(folder: Path, content: str | bytes, name: str = "file.json") -> Path:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def rows(folder: Path, content: str | bytes, called: str = "file.json", **mapping: str) -> list[Checked]:
    return list(checked(written(folder, content, called), mapping))


def kept(found: list[Checked]) -> list[str]:
    return [row.entry.name for row in found if row.entry]


def reasons(found: list[Checked]) -> str:
    return " | ".join(f"{row.row} {note.field}: {note.reason}" for row in found for note in row.notes)


@pytest.mark.parametrize(
    "content",
    [
        json.dumps([GOOD, OTHER]),
        json.dumps({"total_items": 2, "contents": [GOOD, OTHER]}),
        json.dumps({"totalElements": 2, "content": [GOOD, OTHER]}, indent=2),
        f"{json.dumps(GOOD)}\n{json.dumps(OTHER)}\n",
        b"\xef\xbb\xbf" + json.dumps([GOOD, OTHER]).encode(),
    ],
    ids=["list", "version 3", "version 1", "a line each", "with a mark at its beginning"],
)
def test_every_shape_of_file_is_read(tmp_path: Path, content: str | bytes) -> None:
    assert kept(rows(tmp_path, content)) == ["Good", "Other"]


def test_a_file_of_one_service_is_read(tmp_path: Path) -> None:
    assert kept(rows(tmp_path, json.dumps(GOOD))) == ["Good"]


def test_what_comes_before_a_break_is_kept_and_the_break_is_named(tmp_path: Path) -> None:
    found = rows(tmp_path, json.dumps([GOOD, OTHER])[:-30])
    assert kept(found) == ["Good"]
    assert "2 row: The file is broken from here on" in reasons(found)


@pytest.mark.parametrize("content", ["", "hello", "\x00", "{", "[1, 2", "[[[["])
def test_what_is_no_file_of_services_is_refused_with_a_reason(tmp_path: Path, content: str) -> None:
    found = rows(tmp_path, content)
    assert kept(found) == []
    assert reasons(found)


def test_an_id_that_comes_twice_counts_once(tmp_path: Path) -> None:
    found = rows(tmp_path, json.dumps([GOOD, {**OTHER, "id": GOOD["id"]}]))
    assert kept(found) == ["Good"]
    assert "2 id: Row 1 has the same id" in reasons(found)


def test_a_description_with_images_inside_becomes_words(tmp_path: Path) -> None:
    image = "data:image/png;base64," + "A" * 145_000
    about = f'<p>Come &amp; play.</p><script>alert(1)</script><ul><li>Toys</li></ul><img src="{image}">'
    (row,) = rows(tmp_path, json.dumps([{**GOOD, "description": about}]))
    assert row.entry is not None
    assert row.entry.about == "Come & play.\n\n* Toys"
    assert "markup" in reasons([row])


def test_a_text_without_end_is_cut_and_said_so(tmp_path: Path) -> None:
    (row,) = rows(tmp_path, json.dumps([{**GOOD, "description": "word " * 29_000}]))
    assert row.entry is not None
    assert len(row.entry.about) <= 10_000
    assert "description: Cut from 144,999 characters" in reasons([row])


def test_mixed_encodings_and_zero_bytes_are_read_and_named(tmp_path: Path) -> None:
    content = b'[{"name": "Caf\xe9 \x93quoted\x94", "description": "Zero\\u0000byte \xc3\xa9"}]'
    (row,) = rows(tmp_path, content)
    assert row.entry is not None
    assert (row.entry.name, row.entry.about) == ("Café “quoted”", "Zerobyte é")
    assert "name: Some characters were not in UTF-8" in reasons([row])


def test_wrong_kinds_and_impossible_numbers_are_left_out(tmp_path: Path) -> None:
    raw = {
        **GOOD,
        "description": [1],
        "minimum_age": "1" * 5000,
        "maximum_age": True,
        "contacts": "none",
        "cost_options": [{"amount": 1e300}],
        "service_at_locations": [{"location": {"latitude": 1e99}}],
    }
    (row,) = rows(tmp_path, json.dumps([raw]))
    assert kept([row]) == ["Good"]
    for field in (
        "description",
        "minimum_age",
        "maximum_age",
        "contacts",
        "cost_options[0].amount",
        "latitude",
    ):
        assert field in reasons([row])


def test_addresses_are_mended_or_left_out_and_personal_ones_are_named(tmp_path: Path) -> None:
    raw = {
        **GOOD,
        "url": "www.good.example/x",
        "email": "jo.smith@mail.example",
        "organization": {"name": "A", "website": "data:text/html,x"},
    }
    (row,) = rows(tmp_path, json.dumps([raw]))
    assert row.entry is not None
    assert row.entry.website == "https://www.good.example/x"
    assert row.entry.provider.website == ""
    assert "jo.smith@mail.example may be somebody's own" in reasons([row])


def test_version_one_is_read() -> None:
    raw = {
        **GOOD,
        "status": "active",
        "eligibilitys": [{"minimum_age": 2, "maximum_age": 4, "eligibility": "Toddlers"}],
        "service_taxonomys": [{"taxonomy": {"id": "x", "name": "Play", "vocabulary": "bfis"}}],
        "regular_schedules": [{"weekday": "Monday", "opens_at": "09:30", "closes_at": "11:00"}],
        "contacts": [{"name": "Jo Smith", "phones": [{"number": "020 7946 0001"}]}],
        "service_at_locations": [
            {
                "location": {
                    "name": "Hall",
                    "latitude": "51.4",
                    "longitude": "-0.02",
                    "physical_addresses": [
                        {"address_1": "1 Road", "city": "London", "postal_code": "se136ly"}
                    ],
                }
            }
        ],
    }
    found = read(raw)
    entry = found.entry
    assert entry is not None
    assert (entry.age_from_months, entry.age_to_months, entry.who_for) == (24, 60, "Toddlers")
    assert (entry.terms[0].taxonomy, entry.terms[0].name) == ("bfis", "Play")
    assert (entry.hours[0].weekday, str(entry.hours[0].opens)) == (0, "09:30:00")
    assert entry.places[0].place.postcode == "SE13 6LY"
    assert "Jo Smith" not in entry.model_dump_json()


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_table_is_read_whatever_parts_its_columns(tmp_path: Path, delimiter: str) -> None:
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter)
    writer.writerow(["Name", "organisation", "cost", "hours", "minimum_age", "languages"])
    writer.writerow(["Play", "A", "free", "MO 10:00-11:30; -1FR 9:00-12:00", "2", "en;Bangla"])
    (row,) = rows(tmp_path, out.getvalue(), "file.csv")
    assert row.entry is not None
    assert row.entry.cost.kind == "free"
    assert [(one.weekday, one.nth_of_month) for one in row.entry.hours] == [(0, None), (4, -1)]
    assert row.entry.languages == ("en", "bn")


def test_a_table_with_other_columns_is_read_by_a_mapping(tmp_path: Path) -> None:
    found = rows(tmp_path, "Titel,Wer\nPlay,A\n", "file.csv", name="Titel", organisation="Wer")
    assert kept(found) == ["Play"]
    assert "There is none for “name”" in reasons(rows(tmp_path, "Titel,Wer\nPlay,A\n", "file.csv"))


def test_a_line_with_too_few_cells_is_refused_and_the_next_is_read(tmp_path: Path) -> None:
    found = rows(tmp_path, "name,organisation\nshort\nPlay,A\n", "file.csv")
    assert kept(found) == ["Play"]
    assert "2 row: There are 1 cells, but 2 columns" in reasons(found)


def test_a_report_names_file_row_field_and_reason_and_holds_no_formula(tmp_path: Path) -> None:
    found = rows(tmp_path, json.dumps([{**GOOD, "name": "=cmd()", "url": "nothing"}, {}]))
    out = io.StringIO()
    report(found, "file.json", out, as_json=False)
    lines = list(csv.DictReader(io.StringIO(out.getvalue())))
    assert (lines[0]["file"], lines[0]["row"], lines[0]["name"], lines[0]["field"]) == (
        "file.json",
        "1",
        "'=cmd()",
        "url",
    )
    assert (lines[-1]["row"], lines[-1]["kept"], lines[-1]["field"]) == ("2", "refused", "name")


@settings(max_examples=150, suppress_health_check=list(HealthCheck))
@given(st.lists(st.dictionaries(FIELDS, JSONS, max_size=6) | JSONS, max_size=4))
def test_whatever_stands_in_a_row_it_is_kept_or_refused_with_a_reason(
    tmp_path: Path, told: list[Any]
) -> None:
    found = rows(tmp_path, json.dumps(told))
    assert len(found) == len(told)
    assert all(row.entry or row.notes for row in found)
    for row in found:
        if row.entry:
            assert read(service(row.entry, Publisher()).sent()).entry is not None


@settings(max_examples=60, suppress_health_check=list(HealthCheck))
@given(st.binary(max_size=200))
def test_whatever_bytes_a_file_holds_it_is_answered(tmp_path: Path, content: bytes) -> None:
    for name in ("file.json", "file.csv"):
        assert all(row.entry or row.notes for row in rows(tmp_path, content, name))


def test_an_id_that_is_none_is_made_and_stays() -> None:
    first, again = (read({"id": "7", "name": "Play", "organization": {"name": "A"}}).entry for _ in range(2))
    assert first is not None
    assert first == again
    assert isinstance(first.id, UUID)


def test_a_rich_entry_has_no_notes(tmp_path: Path) -> None:
    (row,) = rows(tmp_path, json.dumps([service(rich(), Publisher()).sent()]))
    assert (row.entry, row.notes) == (rich(), ())
