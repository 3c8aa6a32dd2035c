"""Whole files: what is read how, and how it is told."""

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from glossary.findings import Severity
from glossary.speech import Speech
from passages.checks import CheckContext
from passages.checks.reports import html, sarif, text
from passages.checks.running import CheckReport, Chosen, check_files
from tests.passages.checks.glossary_sample import GLOSSARY

PO = """msgid ""
msgstr ""
"Language: ru\\n"

msgid "Trains to Aktau <b>run</b> at 7"
msgstr "Поезда в Шевченко <b>ходят</b> в 8"

#~ msgid "Gone {x}"
#~ msgstr "Ушло"
"""


def run(*paths, **more):
    files, skipped, failures = check_files(
        Chosen(tuple(map(str, paths)), **more), CheckContext(), lambda language, _: GLOSSARY.lexicon(language)
    )
    return CheckReport("0", tuple(files), tuple(skipped), tuple(failures))


@pytest.fixture
def po(tmp_path):
    file = tmp_path / "ru.po"
    file.write_text(PO, encoding="utf-8")
    return file


def test_a_catalog_is_read_as_pairs(po):
    (file,) = run(po).files
    assert (file.format, file.source_language, file.target_language, file.passages) == ("po", "en", "ru", 2)
    assert [(told.finding.code, told.line) for told in file.findings] == [("former-name", 6), ("number", 6)]


def test_a_text_is_given_the_checks_that_need_no_original(tmp_path):
    file = tmp_path / "letter.md"
    file.write_text("# A letter\n\nThe the bell (of bronze rang `twice (`.\n", encoding="utf-8")
    (found,) = run(file).files
    assert (found.source_language, found.target_language) == (None, "en")
    assert [(told.finding.code, told.line, told.column) for told in found.findings] == [("double-word", 3, 1), ("unpaired-bracket", 3, 14)]


def test_a_folder_gives_catalogs_and_texts_and_no_tables(po):
    folder = po.parent
    (folder / "notes.txt").write_text("All is well.\n", encoding="utf-8")
    (folder / "words.csv").write_text("source,target\nSeven,Восемь\n", encoding="utf-8")
    assert [Path(file.path).name for file in run(folder).files] == ["notes.txt", "ru.po"]
    assert [Path(file.path).name for file in run(folder / "words.csv").files] == ["words.csv"]


def test_a_broken_file_is_a_failure_and_the_others_are_checked(po):
    broken = po.parent / "kk.po"
    broken.write_bytes(b'msgid "a\nmsgstr "b"\n')
    report = run(po.parent)
    assert [Path(failure.path).name for failure in report.failures] == ["kk.po"]
    assert len(report.files) == 1
    assert report.exit_status == 2


def test_the_status_is_1_for_what_is_no_note(po):
    report = run(po)
    assert report.exit_status == 1
    assert CheckReport("0", report.files, fails=False).exit_status == 0
    po.write_text(PO.replace("Шевченко", "Актау").replace("8", "7"), encoding="utf-8")
    assert run(po).exit_status == 0
    assert run(po).count(Severity.ERROR) == 0


def test_the_text_names_file_line_code_and_fix(po):
    said = "".join(text.render(run(po)))
    for part in (
        "ru.po",
        "  6 error:",
        "[former-name]",
        "⟨Шевченко⟩",
        "→ Актау",
        "2 findings (1 error, 1 warning, 0 notes) in 1 file; 2 passages checked.",
    ):
        assert part in said


def test_all_is_well_in_a_line(po):
    po.write_text(PO.replace("Шевченко", "Актау").replace("8", "7"), encoding="utf-8")
    assert "".join(text.render(run(po))) == "2 passages checked: nothing to say.\n"


def test_a_page_escapes_what_comes_from_the_file(po):
    page = "".join(html.render(run(po), Speech()))
    assert "&lt;b&gt;" in page
    assert "<b>" not in page
    assert "<script" not in page


def test_sarif_is_sarif(po):
    log = json.loads("".join(sarif.render(run(po), base=po.parent)))
    schema = Path(__file__).parents[2] / "data" / "sarif-schema-2.1.0.json"
    Draft202012Validator(json.loads(schema.read_text(encoding="utf-8"))).validate(log)
    (one, two) = log["runs"][0]["results"]
    rules = log["runs"][0]["tool"]["driver"]["rules"]
    assert [rules[result["ruleIndex"]]["id"] for result in (one, two)] == ["former-name", "number"]
    assert one["locations"][0]["physicalLocation"]["region"] == {"startLine": 6}
