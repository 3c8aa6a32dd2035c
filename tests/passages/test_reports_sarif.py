"""The SARIF report follows its published schema, and its regions and fixes are right to the code point."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from urllib.parse import unquote_to_bytes, urlsplit

import pytest
from jsonschema import Draft202012Validator

from glossary.codes import CODES
from passages.reports.model import FileReport, Mode, Report, Skipped, locate
from passages.reports.sarif import location, render
from tests.passages.reports_sample import LETTER, NOTES, letter_findings, notes_findings, sample, say

SCHEMA = json.loads((Path(__file__).parents[1] / "data" / "sarif-schema-2.1.0.json").read_text(encoding="utf-8"))
BASE = Path("/home/translator/texts")


def log(report: Report) -> dict[str, Any]:
    return json.loads("".join(render(report, base=BASE)))


def run(report: Report) -> dict[str, Any]:
    (only,) = log(report)["runs"]
    return only


def results(text: str, *findings, path: str = "a.txt") -> list[dict[str, Any]]:
    return run(Report("0.1.0", files=(FileReport(path, "text", "utf-8", "en", locate(text, findings)),)))["results"]


@pytest.mark.parametrize("report", [sample(), sample(mode=Mode.WRITE, run="r1"), Report("0.1.0")], ids=["everything", "written", "nothing"])
def test_a_log_follows_the_published_schema(report: Report):
    Draft202012Validator(SCHEMA).validate(log(report))


def test_the_schema_refuses_what_is_no_sarif():
    wrong = log(sample())
    wrong["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"]["startLine"] = 0
    assert not Draft202012Validator(SCHEMA).is_valid(wrong)


def test_rules_are_the_table_of_codes():
    rules = run(sample())["tool"]["driver"]["rules"]
    assert [(rule["id"], rule["defaultConfiguration"]["level"]) for rule in rules] == [(code.code, code.severity) for code in CODES]
    for result in run(sample())["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]


@pytest.mark.parametrize("text", [LETTER, NOTES], ids=["letter", "notes"])
def test_regions_hold_the_spelling(text: str):
    findings = letter_findings() if text is LETTER else notes_findings()
    starts = [0, *(at + 1 for at, char in enumerate(text) if char == "\n")]
    for finding, result in zip(findings, results(text, *findings), strict=True):
        region = result["locations"][0]["physicalLocation"]["region"]
        assert text[region["charOffset"] : region["charOffset"] + region["charLength"]] == finding.text == region["snippet"]["text"]
        start = starts[region["startLine"] - 1] + region["startColumn"] - 1
        end = starts[region["endLine"] - 1] + region["endColumn"] - 1
        assert text[start:end] == finding.text


def test_columns_count_code_points_and_line_ends_are_named():
    only = run(sample())
    assert only["columnKind"] == "unicodeCodePoints"
    assert only["newlineSequences"] == ["\r\n", "\n", "\r"]


def test_fixes_make_the_edits():
    fixed = LETTER
    for result in reversed(results(LETTER, *letter_findings())):
        for fix in result.get("fixes", []):
            (change,) = fix["artifactChanges"]
            (replacement,) = change["replacements"]
            region = replacement["deletedRegion"]
            start, end = region["charOffset"], region["charOffset"] + region["charLength"]
            fixed = fixed[:start] + replacement["insertedContent"]["text"] + fixed[end:]
    expected = LETTER.replace("Zhanoezen", "Zhanaozen").replace("ZHANOEZEN", "ZHANAOZEN").replace("Rot\r\n", "Rote\r\n")
    assert fixed == expected


def test_what_is_to_be_decided_has_no_fix():
    assert [bool(result.get("fixes")) for result in results(LETTER, *letter_findings())] == [True, True, False, True, False, True]


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("a.txt", "a.txt"),
        ("./a/../b.txt", "b.txt"),
        ("letters/spring 1.txt", "letters/spring%201.txt"),
        ("заметки.md", "%D0%B7%D0%B0%D0%BC%D0%B5%D1%82%D0%BA%D0%B8.md"),
        ("a:b#c?d%e.txt", "a%3Ab%23c%3Fd%25e.txt"),  # no scheme, no fragment, no query
        ("b\udcff.txt", "b%FF.txt"),  # a name that is no text, byte for byte
        ("/home/translator/texts/in/a.txt", "in/a.txt"),
    ],
)
def test_paths_below_the_base_are_relative(path: str, uri: str):
    assert location(path, BASE) == {"uri": uri, "uriBaseId": "SRCROOT"}
    assert urlsplit(uri).path == uri


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("../other/a b.txt", "file:///home/translator/other/a%20b.txt"),
        ("/etc/x.txt", "file:///etc/x.txt"),
        ("/home/translator/texts2/a.txt", "file:///home/translator/texts2/a.txt"),
    ],
)
def test_other_paths_are_absolute(path: str, uri: str):
    assert location(path, BASE) == {"uri": uri}
    assert unquote_to_bytes(urlsplit(uri).path).startswith(b"/")


def test_messages_are_no_templates_and_no_links():
    text = "{0} [Zhanoezen](1)"
    (result,) = results(text, say(text, text, becomes="Zhanaozen"))
    assert result["message"]["text"] == "{{0}} [Zhanoezen] (1) → Zhanaozen."


def prints(text: str, *findings) -> list[str]:
    return [result["partialFingerprints"]["nameInContext/v1"] for result in results(text, *findings)]


def test_fingerprints_survive_lines_above_and_tell_places_apart():
    line = "To Zhanoezen.\n"
    once = prints(line * 2, say(line * 2, "Zhanoezen", becomes="Zhanaozen"), say(line * 2, "Zhanoezen", nth=1, becomes="Zhanaozen"))
    below = "A new line.\n" + line
    assert len(set(once)) == 2
    assert prints(below, say(below, "Zhanoezen", becomes="Zhanaozen")) == once[:1]
    other = "From Zhanoezen.\n"
    assert prints(other, say(other, "Zhanoezen", becomes="Zhanaozen"))[0] not in once


def test_the_invocation_tells_what_went_wrong():
    (invocation,) = run(sample())["invocations"]
    assert (invocation["executionSuccessful"], invocation["exitCode"]) == (False, 2)
    said = [(one["level"], one["message"]["text"]) for one in invocation["toolExecutionNotifications"]]
    assert said == [("error", "permission denied; let the file be read, or leave it out with --exclude"), ("note", "skipped: binary")]
    assert [one["level"] for one in invocation["toolConfigurationNotifications"]] == ["warning"]


def test_artifacts_name_encoding_and_digest():
    first, second, _ = run(sample())["artifacts"]
    assert first["encoding"] == "windows-1251"
    assert first["hashes"] == {"sha-256": "ab" * 32}
    assert second["encoding"] == "utf-8"
    assert "hashes" not in second


def test_results_point_at_their_artifact():
    only = run(sample())
    for result in only["results"]:
        place = result["locations"][0]["physicalLocation"]["artifactLocation"]
        assert only["artifacts"][place["index"]]["location"]["uri"] == place["uri"]


def test_a_log_with_a_strange_file_name_can_be_written():
    "".join(render(Report("0.1.0", skipped=(Skipped("b\udcff.txt", "binary"),)), base=BASE)).encode()
