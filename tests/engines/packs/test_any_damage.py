"""Whatever is done to a file of a pack, the pack is read whole or refused with reasons."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rightdoor.engines.packs import PackError, load
from tests.engines.packs.kit import SAMPLE, copy_of_sample

FILES = sorted(str(file.relative_to(SAMPLE)) for file in SAMPLE.rglob("*") if file.is_file())
JUNK = st.sampled_from(
    [b"", b'"', b"[", b"]", b"{", b"=", b",", b"\n", b"\x00", b"\xff", b"9" * 5000, "é🙂".encode()]
)


@pytest.mark.parametrize("file", FILES)
@settings(deadline=None, max_examples=25)
@given(data=st.data())
def test_damage_anywhere_is_told_and_never_a_crash(file: str, data: st.DataObject) -> None:
    whole = (SAMPLE / file).read_bytes()
    first, last = sorted(data.draw(st.tuples(*[st.integers(0, len(whole))] * 2)))
    with TemporaryDirectory() as folder:
        pack = copy_of_sample(Path(folder))
        (pack / file).write_bytes(whole[:first] + data.draw(JUNK) + whole[last:])
        try:
            assert load(pack).id == "sample"
        except PackError as error:
            assert all(problem.reason and problem.line >= 1 for problem in error.problems)


def test_nesting_without_end_is_told_and_not_a_crash(tmp_path: Path) -> None:
    pack = copy_of_sample(tmp_path)
    (pack / "roles.toml").write_text("a = " + "[" * 100_000, encoding="utf-8")
    with pytest.raises(PackError, match=r"roles\.toml:1: This is not TOML"):
        load(pack)


def test_a_cell_without_end_is_told_and_not_a_crash(tmp_path: Path) -> None:
    pack = copy_of_sample(tmp_path)
    with (pack / "postcodes.csv").open("a", encoding="utf-8") as lines:
        lines.write(f'"{"x" * 200_000}"\n')
    with pytest.raises(PackError, match=r"postcodes\.csv:4"):
        load(pack)
