"""Work that is fresh is not done again; work whose sources changed is."""

from pathlib import Path

from scripts.stamps import fingerprint, is_fresh, leave


def test_the_same_files_give_the_same_fingerprint(tmp_path: Path):
    (tmp_path / "a.txt").write_text("one")
    assert fingerprint([tmp_path]) == fingerprint([tmp_path])


def test_a_changed_file_changes_the_fingerprint(tmp_path: Path):
    file = tmp_path / "a.txt"
    file.write_text("one")
    before = fingerprint([tmp_path])
    file.write_text("two")
    assert fingerprint([tmp_path]) != before


def test_a_renamed_file_changes_the_fingerprint(tmp_path: Path):
    file = tmp_path / "a.txt"
    file.write_text("one")
    before = fingerprint([tmp_path])
    file.rename(tmp_path / "b.txt")
    assert fingerprint([tmp_path]) != before


def test_a_fact_changes_the_fingerprint(tmp_path: Path):
    assert fingerprint([tmp_path], "Python 3.11") != fingerprint([tmp_path], "Python 3.12")


def test_a_stamp_is_fresh_only_for_what_it_was_made_from(tmp_path: Path):
    stamp = tmp_path / "deep" / ".stamp"
    assert not is_fresh(stamp, "this")
    leave(stamp, "this")
    assert is_fresh(stamp, "this")
    assert not is_fresh(stamp, "that")
