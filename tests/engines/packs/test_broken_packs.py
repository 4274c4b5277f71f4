"""Each fault of a pack: the file, the line and the sentence it is reported with."""

from pathlib import Path
from typing import NamedTuple

import pytest

from tests.engines.packs.kit import copy_of_sample, line_of, problems, replace


class Fault(NamedTuple):
    """A text to replace in a file, and what must be told: the line (or a text that stands on it) and why."""

    file: str
    old: str
    new: str
    at: str | int
    reason: str


FAULTS: list[tuple[str, str, str, str | int, str]] = [
    ("offers.toml", 'code = "targeted"', 'code = "targetted"', "targetted", "Did you mean “targeted”?"),
    ("offers.toml", 'before = "5y"', 'before = "0m"', "column", "“from” must be younger than “before”."),
    ("journey.toml", 'from = "-12w"', 'from = "12"', 10, "is no time. Write weeks"),
    ("journey.toml", 'from = "-12w"', 'from = "-4w"', 4, "“from” must be earlier"),
    ("directory.toml", "hide_after_months = 12", "hide_after_months = 7", 1, "must leave time to check"),
    ("terms.toml", "last = 2026-10-23", "last = 2026-11-02", 1, "“Autumn, second half” begins before"),
    ("terms.toml", "last = 2026-10-23", "last = 2026-09-01", 4, "“first” must not be later than “last”."),
    (
        "pathways.toml",
        'then = "parenting"',
        'then = "domestic-abuse"',
        "before",
        "Nothing comes before itself.",
    ),
    (
        "pack.toml",
        'id = "sample"',
        'id = "simple"',
        "simple",
        "The id is “simple” but the folder is “sample”.",
    ),
    ("pack.toml", "#1d4d6b", "#cccccc", "#cccccc", "its contrast with white is 1.6"),
    ("pack.toml", '"so"]', '"zz"]', "zz", "The house has no words in “zz”."),
    (
        "pack.toml",
        'council_kind = "county"',
        'council_kind = "shire"',
        "shire",
        "Use one of: “london_borough”, “county”.",
    ),
    ("pack.toml", 'version = "2026.1"', "", "id =", "The field “version” is missing. Add it."),
    ("pack.toml", "year = 2026", 'year = "2026"', "year =", "Write a whole number without quotation marks."),
    ("pack.toml", "year = 2026", "year = 26", "year =", "It must be greater than or equal to 1990."),
    (
        "agencies.toml",
        'id = "charity"',
        'id = "council"',
        9,
        "The id “council” is used twice.",
    ),
    (
        "agencies.toml",
        'id = "charity"',
        'id = "A Charity"',
        "A Charity",
        "small letters, figures and hyphens",
    ),
    (
        "agencies.toml",
        'source = "S1"',
        'source = "S9 page 3"',
        "S9",
        "“S9” is no source of pack.toml. Begin with one of S1",
    ),
    ("agencies.toml", "shares_by_law = true", 'shares_by_law = "yes"', "yes", "Write true or false"),
    ("roles.toml", "caseload_limit = 6", "", "[[role]]", "Give both “caseload_unit” and “caseload_limit”"),
    ("roles.toml", "caseload_from = 4", "caseload_from = 9", "[[role]]", "“caseload_from” is larger"),
    (
        "roles.toml",
        'access = "lead"',
        'access = "boss"',
        "boss",
        "“access” is “boss”. Use one of: “practitioner”",
    ),
    ("areas.toml", '"W2"]', '"W3"]', "W3", "There is no area “W3”."),
    (
        "areas.toml",
        "areas/wards.geojson",
        "areas/moved.geojson",
        "moved",
        "There is no file “areas/moved.geojson”",
    ),
    ("areas/wards.geojson", '"code": "W2"', '"code": "W1"', "Vale", "The area “W1” is drawn twice."),
    (
        "areas/wards.geojson",
        '"name": "Vale"',
        '"nom": "Vale"',
        "Vale",
        "needs the properties “code” and “name”",
    ),
    ("areas/wards.geojson", "[1, 51], [1, 52]", '["x", 51], [1, 52]', "Vale", "This is not GeoJSON"),
    ("areas/population.csv", "W2,Vale", "W7,Vale", "W7", "“W7” is no area or locality of this pack."),
    ("areas/population.csv", "1000,200,S1", "1000,2000,S1", "2000,S1", "more children than people"),
    ("areas/population.csv", "1000,200,S1", "many,200,S1", "many", "Write a whole number."),
    ("areas/population.csv", "1000,200,S1", "1000,200,S7", "S7", "“S7” is no source of pack.toml."),
    (
        "areas/population.csv",
        "W1,Hill,ward,2020,1000,200,S1",
        "W1,Hill,ward",
        "ward",
        "This line has 3 values; it needs 7.",
    ),
    ("areas/population.csv", "children_0_17", "children", "children", "The first line must be exactly"),
    ("postcodes.csv", "ZZ1 1AA", "ZZ1 1AB", "ZZ1 1AB", "The postcode ZZ1 1AB stands here 2 times."),
    ("postcodes.csv", "ZZ1 1AA", "zz11aa", "zz11aa", "“postcode” is “zz11aa”."),
    ("postcodes.csv", "W1,51.5", "W9,51.5", "W9", "“W9” is no area of this pack."),
    (
        "postcodes.csv",
        "W1,51.5",
        "W1,5.15",
        "5.15",
        "“lat” is “5.15”. It must be greater than or equal to 49.",
    ),
    ("services.toml", "levels = [2, 3]", "levles = [2, 3]", "levles", "Did you mean “levels”?"),
    ("services.toml", "levels = [2, 3]", "levels = [2, 5]", "levels", "It must be less than or equal to 4."),
    ("services.toml", 'agency = "charity"', 'agency = "charty"', "charty", "Did you mean “charity”?"),
    (
        "services.toml",
        "age_to_months = 60",
        "age_to_months = 0",
        "[[service]]",
        "“age_from_months” must be less",
    ),
    (
        "services.toml",
        "ithrive = []",
        'ithrive = ["helped"]',
        "helped",
        "no band of the scheme “ithrive” “helped”",
    ),
    (
        "services.toml",
        'eligibility = "talking',
        'eligibility = "walking',
        "walking",
        "Did you mean “talking-together”?",
    ),
    ("services.toml", 'as_of = "2026"', 'as_of = "lately"', "lately", "does not begin with a year"),
    ("criteria.toml", '"in_crisis", is', '"in_crysis", is', "in_crysis", "Did you mean “in_crisis”?"),
    (
        "criteria.toml",
        'fact = "age", before = "5y"',
        'fact = "age", is = "yes"',
        "five",
        "Use from and before.",
    ),
    ("criteria.toml", 'before = "5y"', 'before = "5 years"', "5 years", "“5 years” is not an age."),
    (
        "criteria.toml",
        'before = "5y"',
        'from = "6y", before = "5y"',
        "6y",
        "“from” must be younger than “before”",
    ),
    (
        "criteria.toml",
        'is = "yes" }\nlow',
        'is = "perhaps" }\nlow',
        "perhaps",
        "is never “perhaps”. Use one of: yes, no.",
    ),
    ("criteria.toml", ', is = "yes" }\nlow', " }\nlow", "in_crisis", "There is no test."),
    ("criteria.toml", 'fact = "in_crisis", ', "", "in_crisis =", "Give either “fact” (one code) or “count”"),
    ("criteria.toml", '"offending"]', '"alcohol_units_per_week"]', "two_or_more", "cannot be counted"),
    (
        "criteria.toml",
        "more_than = 50",
        'is = "yes"',
        "heavy",
        "Use more_than, at_least, less_than or at_most.",
    ),
    (
        "criteria.toml",
        "more_than = 50",
        'more_than = "50"',
        "heavy",
        "Write a number without quotation marks.",
    ),
    ("criteria.toml", "low_mood =", '"Low mood" =', "Low mood", "“Low mood” is “Low mood”. It must have"),
    ("thresholds.toml", '["low_mood"]', '["low_moods"]', "low_moods", "Did you mean “low_mood”?"),
    ("thresholds.toml", "default = true", 'any = ["in_crisis"]', "[[scheme]]", "has 0 default bands"),
    ("thresholds.toml", "order = 4", "order = 3\ndefault = true", "[[scheme]]", "has 2 default bands"),
    ("thresholds.toml", "order = 4", "order = 1", 29, "have the same order, 1"),
    (
        "thresholds.toml",
        'any = ["two_or_more"]',
        "",
        27,
        "Nothing can put a family in the band “Specialist”.",
    ),
    ("thresholds.toml", 'all = ["heavy_drinker", "child_under_5"]', "", "rule]]", "This rule asks nothing"),
    (
        "thresholds.toml",
        'all = ["heavy_drinker"',
        'none = ["low_mood"]\nall = ["heavy_drinker"',
        "none",
        "would lower the level",
    ),
    ("thresholds.toml", 'id = "levels"', 'id = "stages"', "[[scheme]]", "The scheme “levels” is missing."),
    (
        "thresholds.toml",
        "from = 2026-01-01",
        "from = 1026-01-01",
        "1026",
        "The date 1026-01-01 cannot be right.",
    ),
    (
        "eligibility.toml",
        'service = "talking-together"',
        'service = "walking"',
        'service = "walking"',
        "There is no service “walking”.",
    ),
    (
        "eligibility.toml",
        '["in_crisis"]',
        '["on_fire"]',
        "on_fire",
        "There is no criterion “on_fire”. Add it to criteria.toml.",
    ),
    ("clocks.toml", 'id = "handover"', 'id = "hand-over"', "", "The clock “handover” is missing."),
    ("clocks.toml", "from = 2026-04-01", "from = 2226-04-01", "2226", "Use a date between 1990 and 2099."),
    ("panels.toml", '"charity"]', '"police"]', "police", "There is no agency “police”."),
    ("panels.toml", "capacity = 8", "capacity = 0", "capacity", "It must be greater than or equal to 1."),
    (
        "shapes.toml",
        "[4, 6]",
        "[6, 4]",
        "[[shape.phase]]",
        "The least length of a phase is more than the most.",
    ),
    ("shapes.toml", "talking-together", "talking", "talking", "Did you mean “talking-together”?"),
    ("words/sharing.md", "# How we share", "  ", "", "This file is empty."),
]


@pytest.mark.parametrize("fault", [Fault(*fault) for fault in FAULTS], ids=lambda fault: fault.reason[:60])
def test_a_fault_is_told_with_file_line_and_reason(tmp_path: Path, fault: Fault) -> None:
    pack = copy_of_sample(tmp_path)
    replace(pack / fault.file, fault.old, fault.new)
    line = fault.at if isinstance(fault.at, int) else line_of(pack / fault.file, fault.at)
    told = [(found.file, found.line) for found in problems(pack) if fault.reason in found.reason]
    assert told[0] == (fault.file, line)


def test_a_missing_file_is_told_by_its_name(tmp_path: Path) -> None:
    pack = copy_of_sample(tmp_path)
    (pack / "panels.toml").unlink()
    assert [(problem.file, problem.line) for problem in problems(pack)] == [("panels.toml", 1)]


def test_text_that_is_not_toml_is_told_with_its_line(tmp_path: Path) -> None:
    pack = copy_of_sample(tmp_path)
    replace(pack / "roles.toml", 'name = "Family worker"', "name = Family worker")
    (problem,) = problems(pack)
    assert str(problem).startswith("roles.toml:3: This is not TOML")


def test_text_cut_off_in_the_middle_is_told_with_its_last_line(tmp_path: Path) -> None:
    pack = copy_of_sample(tmp_path)
    (pack / "roles.toml").write_text('[[role]]\nid = "worker', encoding="utf-8")
    assert [(problem.file, problem.line) for problem in problems(pack)] == [("roles.toml", 2)]


def test_letters_that_are_not_utf_8_are_told_with_their_line(tmp_path: Path) -> None:
    pack = copy_of_sample(tmp_path)
    (pack / "shapes.toml").write_bytes(b'[[shape]]\nid = "caf\xe9"\n')
    (problem,) = problems(pack)
    assert (problem.file, problem.line) == ("shapes.toml", 2)
    assert "Save the file as UTF-8." in problem.reason


def test_a_folder_that_is_no_pack_is_told(tmp_path: Path) -> None:
    (problem,) = problems(tmp_path / "nowhere")
    assert problem.reason == "There is no pack in the folder “nowhere”. Check the name."


def test_every_fault_is_told_at_once(tmp_path: Path) -> None:
    pack = copy_of_sample(tmp_path)
    replace(pack / "pack.toml", "#1d4d6b", "#cccccc")
    replace(pack / "panels.toml", "capacity = 8", "capacity = -1")
    replace(pack / "postcodes.csv", "W1", "W9")
    assert [problem.file for problem in problems(pack)] == ["pack.toml", "panels.toml", "postcodes.csv"]


def test_a_broken_file_does_not_make_sound_ones_look_wrong(tmp_path: Path) -> None:
    pack = copy_of_sample(tmp_path)
    replace(pack / "criteria.toml", "[criteria]", "[criteria")
    assert {problem.file for problem in problems(pack)} == {"criteria.toml"}
