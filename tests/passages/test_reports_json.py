"""The JSON report keeps its documented shape."""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from glossary.findings import Edit, apply_edits
from glossary.policy import Former, Policy
from passages.reports.json import dumps, render
from passages.reports.model import FileReport, Mode, Named, Report, Skipped, locate
from tests.passages.reports_sample import LETTER, NOTES, sample, say

DOCS = Path(__file__).parents[2] / "docs"
SCHEMA = json.loads((DOCS / "schemas" / "report.schema.json").read_text(encoding="utf-8"))


def read(report: Report) -> dict[str, Any]:
    return json.loads("".join(render(report)))


REPORTS = {
    "everything": sample(),
    "nothing": Report("0.1.0"),
    "every option": sample(mode=Mode.WRITE, run="r1", policy=Policy(strict=True, former=Former.GLOSS, date="1989-06", first_mention=True)),
}


def test_the_schema_is_a_schema():
    Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("report", REPORTS.values(), ids=REPORTS)
def test_a_report_follows_the_schema(report: Report):
    Draft202012Validator(SCHEMA).validate(read(report))


@pytest.mark.parametrize("drop", ["files", "schema_version", "totals"])
def test_the_schema_misses_what_is_missing(drop: str):
    shape = read(sample())
    del shape[drop]
    assert not Draft202012Validator(SCHEMA).is_valid(shape)


def test_the_documented_example_is_what_is_written():
    text = "We left Zhanoezen at six.\n"
    finding = say(text, "Zhanoezen", becomes="Zhanaozen", concept="zhanaozen", preferred="Zhanaozen", reason="ң→n, a lost, ө→oe")
    report = Report(
        "0.1.0",
        files=(FileReport("letter.txt", "text", "utf-8", "en", locate(text, [finding]), hashlib.sha256(text.encode()).hexdigest()),),
        concepts=(Named("zhanaozen", "Zhanaozen", "place", "a town in Mangistau region"),),
        glossaries=("built-in",),
    )
    (example,) = re.findall(r"```json\n(.*?)```", (DOCS / "reports.md").read_text(encoding="utf-8"), re.DOTALL)
    assert "".join(render(report)) == example


def test_every_field_is_documented():
    documented = set(re.findall(r"`(\w+)`", (DOCS / "reports.md").read_text(encoding="utf-8")))
    fields = {"start", "end", "offset", "line", "column"}

    def collect(part: dict[str, Any]) -> None:
        fields.update(part.get("properties", {}))
        for inner in (*part.get("properties", {}).values(), part.get("items"), part.get("additionalProperties")):
            if isinstance(inner, dict):
                collect(inner)

    for part in (SCHEMA, *SCHEMA["$defs"].values()):
        collect(part)
    assert fields <= documented


def test_keys_are_sorted_and_a_finding_has_its_line():
    report = "".join(render(sample()))

    def in_order(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        assert [key for key, _ in pairs] == sorted(key for key, _ in pairs)
        return dict(pairs)

    json.loads(report, object_pairs_hook=in_order)
    assert sum('"code": ' in line for line in report.splitlines()) == 8
    assert max(line.count('"code": ') for line in report.splitlines()) == 1
    assert report.endswith("\n}\n")


def test_text_is_not_escaped():
    assert "Шевченко" in "".join(render(sample()))


@pytest.mark.parametrize(("path", "text"), [("letters/spring 1.txt", LETTER), ("notes.md", NOTES)])
def test_offsets_and_edits_are_those_of_the_text(path: str, text: str):
    (file,) = (file for file in read(sample())["files"] if file["path"] == path)
    for finding in file["findings"]:
        assert text[finding["start"]["offset"] : finding["end"]["offset"]] == finding["text"]
        lines = text.split("\r\n" if path.endswith("txt") else "\n")
        assert lines[finding["start"]["line"] - 1][finding["start"]["column"] - 1 :].startswith(finding["text"].split("\r\n")[0])
    edits = [edit for finding in file["findings"] for edit in finding["edits"]]
    changed = apply_edits(text, [Edit(edit["start"]["offset"], edit["end"]["offset"], edit["replacement"]) for edit in edits])
    assert "Zhanoezen" not in changed
    assert "Zhanaozen" in changed


def test_a_file_name_that_is_no_text_can_be_written_and_read_back():
    report = "".join(render(Report("0.1.0", skipped=(Skipped("b\udcff.txt", "binary"),))))
    assert json.loads(report.encode())["skipped"][0]["path"] == "b\udcff.txt"


# What a text or a file name can hold: characters, and the lone surrogates with which Python writes bytes that are no text (PEP 383).
ANYTHING = st.characters(exclude_categories=("Cs",)) | st.characters(min_codepoint=0xDC80, max_codepoint=0xDCFF)


@given(st.text(ANYTHING))
def test_any_text_comes_back(text: str):
    assert json.loads(dumps(text).encode()) == text


@pytest.mark.parametrize(
    ("changes", "status"),
    [
        ({}, 2),
        ({"failures": ()}, 0),
        ({"failures": (), "mode": Mode.CHECK}, 1),
        ({"failures": (), "mode": Mode.CHECK, "files": ()}, 0),
        ({"failures": (), "mode": Mode.WRITE}, 0),
    ],
)
def test_the_exit_status(changes: dict[str, Any], status: int):
    assert read(sample(**changes))["exit_status"] == status


def test_notes_pass_the_check():
    text = "Leningrad"
    file = FileReport("a.txt", "text", "utf-8", "en", locate(text, [say(text, "Leningrad")]))
    assert sample(files=(file,), failures=(), mode=Mode.CHECK).exit_status == 0
