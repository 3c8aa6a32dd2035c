"""docs/checks.md says what the checks are, and the JSON report has the fields it names."""

import json
import re
from pathlib import Path

from passages.checks import CHECKS, CheckContext
from passages.checks.reports.json import render
from passages.checks.running import CheckReport, Chosen, check_files

PAGE = (Path(__file__).parents[3] / "docs" / "checks.md").read_text(encoding="utf-8")


def test_every_check_has_its_line_in_the_order_of_the_table():
    rows = [line.split(" | ") for line in PAGE.splitlines() if re.match(r"\| `[a-z-]+` \| (?:error|warning|note) \|", line)]
    told = [(row[0].strip("| `"), row[1], row[2].strip() == "yes", row[3].removesuffix(" |")) for row in rows]
    assert told == [(check.code, str(check.severity), check.alone, f"{check.title}. {check.help}") for check in CHECKS]


def test_the_report_has_the_fields_of_the_page(tmp_path):
    file = tmp_path / "ru.po"
    file.write_text('msgid ""\nmsgstr "Language: ru\\n"\n\nmsgid "Seven days"\nmsgstr "Семь  дней"\n', encoding="utf-8")
    files, skipped, failures = check_files(Chosen((str(file),)), CheckContext(), None)
    report = json.loads("".join(render(CheckReport("0", tuple(files), tuple(skipped), tuple(failures)))))
    (finding,) = report["files"][0]["findings"]
    for name in (*report, *report["files"][0], *report["totals"], *finding, *finding["fixes"][0]):
        assert name == "schema_version" or f"`{name}`" in PAGE
    assert finding["fixes"][0]["result"] == "Семь дней"
    assert finding["line"] == 5
