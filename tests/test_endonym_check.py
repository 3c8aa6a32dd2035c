"""The words of `endonym check`: what they choose, and how it ends."""

import json

import pytest
from click.testing import CliRunner

from endonym import cli
from passages.checks import CHECKS

PO = 'msgid ""\nmsgstr "Language: ru\\n"\n\nmsgid "Seven big ships"\nmsgstr "Восемь  больших юзеров"\n'


@pytest.fixture
def po(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    file = tmp_path / "ru.po"
    file.write_text(PO, encoding="utf-8")
    return file


def call(*words):
    return CliRunner().invoke(cli, ["check", *map(str, words)])


def codes(*words):
    result = call(*words, "--report", "json")
    return [finding["code"] for file in json.loads(result.stdout)["files"] for finding in file["findings"]], result.exit_code


def test_it_is_a_check(po):
    assert codes(po) == (["number", "double-space"], 1)
    assert codes(po, "--no-fail")[1] == 0
    assert codes(po, "--disable", "number", "--disable", "double-space") == ([], 0)


def test_one_check_alone(po):
    assert codes(po, "--only", "number") == (["number"], 1)
    assert codes(po, "--only", "date") == ([], 0)


def test_forbidden_words(po):
    words = po.parent / "words.txt"
    words.write_text("# not ours\nюзер*\n", encoding="utf-8")
    assert "forbidden-word" in codes(po, "--forbid", "юзер*")[0]
    assert "forbidden-word" in codes(po, "--forbid-file", words)[0]
    assert "forbidden-word" not in codes(po, "--forbid", "юзер")[0]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "name a file or a folder"),
        (("ru.po", "--only", "nombers"), "there is no check 'nombers'"),
        (("ru.po", "--date", "May"), "--date"),
        (("ru.po", "--encoding", "utf-9"), "--encoding"),
        (("ru.po", "-o", "ru.po"), "is one of the documents"),
    ],
)
def test_what_makes_no_sense_is_refused(po, words, said):
    result = call(*words)
    assert result.exit_code == 2
    assert said in result.output
    assert po.read_text(encoding="utf-8") == PO


def test_the_list_has_every_check():
    listed = [line.split()[0] for line in call("--list").output.splitlines()]
    assert listed == [check.code for check in CHECKS]


def test_a_report_can_be_written_to_a_file(po):
    assert call(po, "--report", "html", "-o", po.parent / "report.html").exit_code == 1
    assert "Восемь" in (po.parent / "report.html").read_text(encoding="utf-8")


def test_sure_fixes_are_made_and_taken_back(po):
    before = po.read_bytes()
    shown = call(po, "--fix", "--diff")
    assert shown.exit_code == 0
    assert '+msgstr "Восемь больших юзеров"' in shown.stdout.splitlines()
    assert po.read_bytes() == before
    result = call(po, "--fix")
    assert result.exit_code == 1  # the wrong number is for a reviewer
    assert "1 fix made" in result.stderr
    assert "[number]" in result.stdout
    assert "[double-space]" not in result.stdout
    assert po.read_bytes() == before.replace("  больших".encode(), " больших".encode())
    assert CliRunner().invoke(cli, ["undo"]).exit_code == 0
    assert po.read_bytes() == before


def test_fixes_in_a_text_and_of_several_in_one_passage(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    file = tmp_path / "letter.md"
    file.write_bytes("# Письмо\r\n\r\nСнег  шёл весь  день, и `a  b` тоже.\r\nПришлo письмо.\r\n".encode())
    assert "2 spaces" not in call(file, "--fix").stdout
    assert file.read_bytes().decode() == "# Письмо\r\n\r\nСнег шёл весь день, и `a  b` тоже.\r\nПришло письмо.\r\n"


def test_nothing_is_mended_if_a_file_cannot_be_read(po):
    before = po.read_bytes()
    (po.parent / "broken.po").write_bytes(b'msgid "a')
    result = call(po.parent, "--fix")
    assert result.exit_code == 2
    assert "nothing was mended" in result.stderr
    assert po.read_bytes() == before


def test_spaces_are_shown_where_they_are_what_is_wrong(po):
    assert "Восемь⟨␣␣⟩больших" in call(po).stdout
