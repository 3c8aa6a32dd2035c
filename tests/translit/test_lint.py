"""Every fault of a scheme file is found, on its line, and a sound file has none."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from translit import SchemeError
from translit.faults import Fault
from translit.lint import lint

SOUND = """\
id = "test-und-Cyrl-Latn"
title = "Test"
authority = "Test"
year = 2000
languages = ["und"]
source_script = "Cyrl"
target_script = "Latn"
status = "official"
alphabet = "а б е ы"
[sources]
table = "the table"
[classes]
vowel = "а е"
[equivalents]
"а" = "æ"
[rules]
"а" = "a"
"б" = "b"
"е" = [{ to = "ye", after = "^ @vowel" }, "e"]
"ы" = "y"
[options.dots]
note = "dots"
rules."ы" = "y·"
[samples.derived]
"Еба" = "Yeba"
"ы" = [{ to = "y·", options = ["dots"] }, "y"]
"""


def faults(tmp_path: Path, old: str, new: str, name: str = "test-und-Cyrl-Latn") -> list[Fault]:
    assert old in SOUND
    path = tmp_path / f"{name}.toml"
    path.write_text(SOUND.replace(old, new, 1), "utf-8")
    return lint(path)


def test_a_sound_file_has_no_fault(tmp_path: Path) -> None:
    assert faults(tmp_path, "", "") == []


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ('"б" = "b"', '"б" = "b', (18, "toml", "not TOML")),
        ('"б" = "b"', '"б" = "b"\n"б" = "p"', (19, "toml", "not TOML")),
        ("year = 2000", "yaer = 2000", (4, "unknown-key", "“year”")),
        ("year = 2000\n", "", (1, "missing-key", "“year”")),
        ('title = "Test"\n', "", (1, "missing-key", "“title”")),
        ("year = 2000", 'year = "2000"', (4, "bad-value", "whole number")),
        ("year = 2000", "year = true", (4, "bad-value", "whole number")),
        ('"official"', '"offical"', (8, "bad-value", "official")),
        ('"Cyrl"', '"Cyrillic"', (6, "bad-value", "15924")),
        ('["und"]', "[7]", (5, "bad-value", "BCP 47")),
        ('alphabet = "а б е ы"', 'alphabet = "а б е ы"\ncase = "upper"', (10, "bad-value", "source, title, none")),
        ("[equivalents]", "[equivalent]", (14, "unknown-key", "“equivalents”")),
        ('id = "test', 'id = "tset', (1, "id", "file name")),
        ('table = "the table"\n', "", (10, "source", "no source")),
        ('{ to = "ye", after = "^ @vowel" }', '{ to = "ye", after = "^", source = "tabel" }', (19, "source", "“table”")),
        ("@vowel", "@vowle", (19, "class", "“@vowel”")),
        ('vowel = "а е"', 'vowel = "а @other"\nother = "@vowel"', (13, "class", "itself")),
        ('vowel = "а е"', 'vowel = "а @x"', (13, "class", "@x")),
        ('"ы" = "y"', '"ы" = "y\u0306"'.replace("y\u0306", "u\u0306"), (20, "not-nfc", "NFC")),
        ('"б" = "b"', '"Б" = "b"', (18, "case", "Б")),
        ('"б" = "b"', '"б" = "B"', (18, "case", "B")),
        ('vowel = "а е"', 'vowel = "А е"', (13, "case", "А")),
        ('"ы" = "y"', '"ы" = "у"', (20, "script", "CYRILLIC SMALL LETTER U")),
        ('rules."ы" = "y·"', 'rules."ы" = "у·"', (23, "script", "CYRILLIC SMALL LETTER U")),
        ('"б" = "b"', '"б" = "b"\n"a" = "b"', (19, "script", "LATIN SMALL LETTER A")),
        ('after = "^ @vowel"', 'after = "^ a"', (19, "script", "“a” in a context")),
        ('"б" = "b"', '"б" = "\u0301b"', (18, "mark", "combining mark")),
        ('"б" = "b"', '"б" = ["b", { to = "p", initial = true }]', (18, "unreachable", "“p” can never be taken")),
        ('"б" = "b"', '"б" = [{ to = "p", after = "а е" }, { to = "q", after = "е" }, "b"]', (18, "unreachable", "“q”")),
        ('"б" = "b"', '"б" = [{ to = "p", after = "а", not_after = "а е" }, "b"]', (18, "unreachable", "exclude each other")),
        ('"б" = "b"', '"б" = "b"\n"æ" = "b"', (19, "unreachable", "read as “а”")),
        ('"б" = "b"', '"б" = [{ to = "p", after = "а" }, { to = "q", after = "а" }, "b"]', (18, "duplicate", "“q”")),
        ('"б" = "b"', '"б" = ["b", "b"]', (18, "duplicate", "again")),
        ("а б е ы", "а б е ы а", (9, "duplicate", "“а”")),
        ('"а" = "æ"', '"а" = "æ"\n"е" = "æ"', (16, "duplicate", "æ")),
        ('"а" = "æ"', '"а" = "ae"', (15, "bad-value", "one character")),
        ("а б е ы", "а б в е ы", (9, "uncovered", "“в” everywhere")),
        ('"б" = "b"', '"б" = { to = "b", initial = true }', (9, "uncovered", "“аб”")),
        ('alphabet = "а б е ы"\n', "", (1, "missing-key", "alphabet")),
        ('"б" = "b"', '"б" = { to = "b", befor = "а" }', (18, "unknown-key", "“before”")),
        ('"б" = "b"', '"б" = { after = "а" }', (18, "missing-key", "“to”")),
        ('"б" = "b"', '"б" = 5', (18, "bad-value", "an output is")),
        ('"б" = "b"', '"б" = []', (18, "bad-value", "empty list")),
        ('"б" = "b"', '"б" = "b"\n"б б" = "b"', (19, "bad-value", "white space")),
        ('"б" = "b"', '"б" = false', (18, "removed", "not there")),
        ('"б" = "b"', '"б" = [{ to = "p", initial = true, after = "а" }, "b"]', (18, "bad-value", "write ^")),
        ('note = "dots"', "", (21, "missing-key", "“note”")),
        ('"Еба" = "Yeba"', '"Еба" = "Eba"', (25, "sample", "gives “Yeba”, expected “Eba”")),
        ('"Еба" = "Yeba"', '"Вба" = "Вba"', (25, "sample", "no rule covers: В")),
        ('options = ["dots"]', 'options = ["dot"]', (26, "bad-value", "dots")),
        ("[samples.derived]", "[samples.invented]", (24, "unknown-key", "official, derived, observed")),
        ('alphabet = "а б е ы"', 'alphabet = "а б е ы"\nextends = "none-und-Cyrl-Latn"', (10, "extends", "none-und-Cyrl-Latn")),
    ],
)
def test_each_fault(tmp_path: Path, old: str, new: str, expected: tuple[int, str, str]) -> None:
    found = faults(tmp_path, old, new)
    line, code, words = expected
    assert (line, code) in [(fault.line, fault.code) for fault in found], found
    assert any(words in fault.message for fault in found if (fault.line, fault.code) == (line, code)), found
    assert found == sorted(found)


def test_a_file_without_samples(tmp_path: Path) -> None:
    cut = SOUND[SOUND.index("[samples.derived]") :]
    assert [fault.code for fault in faults(tmp_path, cut, "")] == ["no-sample"]


def test_a_borrowed_letter_is_no_fault(tmp_path: Path) -> None:
    path = tmp_path / "test-und-Cyrl-Latn.toml"
    path.write_text(
        SOUND.replace('"ы" = "y"', '"ы" = "у"').replace("[sources]", 'borrowed = "у"\n[sources]').replace(', "y"]', ', "у"]'), "utf-8"
    )
    assert lint(path) == []


def test_a_file_that_is_not_utf8(tmp_path: Path) -> None:
    path = tmp_path / "test-und-Cyrl-Latn.toml"
    path.write_bytes(SOUND.encode("cp1251", "replace"))
    assert [fault.code for fault in lint(path)] == ["encoding"]
    with pytest.raises(SchemeError, match="none"):
        lint(tmp_path / "none.toml")


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.integers(0, len(SOUND)),
    st.integers(0, 40),
    st.sampled_from(["", "5", "true", "[]", "{}", '"x"', "\n", "[[", "@letter", "\0", "= false", "^", "🙂"]),
)
def test_no_damage_makes_the_lint_fall_over(tmp_path: Path, start: int, size: int, put: str) -> None:
    path = tmp_path / "test-und-Cyrl-Latn.toml"
    path.write_bytes((SOUND[:start] + put + SOUND[start + size :]).encode())
    assert all(fault.line >= 1 and fault.message for fault in lint(path))


def test_depth_is_a_fault_too(tmp_path: Path) -> None:
    path = tmp_path / "test-und-Cyrl-Latn.toml"
    path.write_text(SOUND + "deep = " + "[" * 100_000, "utf-8")
    assert [fault.code for fault in lint(path)] == ["toml"]


GUIDE = Path(__file__).parents[2] / "docs" / "systems.md"


def test_the_example_of_the_documentation_is_sound(tmp_path: Path) -> None:
    path = tmp_path / "bgnpcgn-xyz-Cyrl-Latn-1979.toml"
    path.write_text(GUIDE.read_text("utf-8").split("```toml\n")[1].split("```")[0], "utf-8")
    assert lint(path) == []


def test_the_documented_codes_are_those_that_are_tested_here() -> None:
    documented = re.findall(r"^\| `([a-z0-9-]+)` \|", GUIDE.read_text("utf-8").split("## Lint codes")[1], re.MULTILINE)
    tested = {expected[1] for _, _, expected in test_each_fault.pytestmark[0].args[1]}
    assert set(documented) == tested | {"encoding", "no-sample"}
