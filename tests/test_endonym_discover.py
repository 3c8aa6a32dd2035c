"""`endonym discover` as a user calls it: reports, proposals, decisions that are kept, and the termbase."""

import csv
import io
import json
import os
import signal
import subprocess
import sys

import pytest
from click.testing import CliRunner

from endonym import cli


@pytest.fixture
def work(tmp_path, monkeypatch):
    """A project with two texts, and nothing of the user's own around it."""
    monkeypatch.chdir(tmp_path)
    for name in ("ENDONYM_TERMBASE", "LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    texts = tmp_path / "texts"
    texts.mkdir()
    (texts / "a.txt").write_text("They met in Zhezkazgan, and in Zhezkazgan they stayed.\n", encoding="utf-8")
    (texts / "b.txt").write_text("The road from Zhezqazghan is long, said the people of KazTransOil (and KTO).\n", encoding="utf-8")
    return tmp_path


def run(*words, status=0):
    result = CliRunner().invoke(cli, ["discover", *words])
    assert result.exit_code == status, result.output
    return result


def families(*words):
    """The families of a run, as lists of spellings."""
    said = json.loads(run("texts", "--no-builtin", "--json", *words).stdout)
    return [[member["text"] for member in one["members"]] for one in said["families"]]


def test_text(work):
    said = run("texts", "--no-builtin").stdout
    assert "Zhezqazghan" in said
    assert "2 documents" in said


def test_map(work):
    assert "Which document has which spelling" in run("texts", "--no-builtin", "--map").stdout


def test_html_goes_to_a_file(work):
    assert run("texts", "--no-builtin", "--report", "html", "--report-to", "map.html").stdout == ""
    assert "<svg" in (work / "map.html").read_text(encoding="utf-8")


def test_all_names(work):
    assert "KazTransOil" in run("texts", "--no-builtin", "--all").stdout


def test_decisions_are_kept_and_obeyed(work):
    assert ["Zhezkazgan", "Zhezqazghan"] in families()
    assert ["Zhezkazgan", "Zhezqazghan"] not in families("--not-same", "Zhezqazghan=Zhezkazgan")
    assert ["Zhezkazgan", "Zhezqazghan"] not in families()
    assert (work / ".endonym" / "decisions.tsv").read_text(
        encoding="utf-8"
    ) == "decision\tspelling\tother\nnot same\tZhezqazghan\tZhezkazgan\n"
    assert ["Zhezkazgan", "Zhezqazghan"] in families("--same", "Zhezkazgan=Zhezqazghan")
    assert not [one for one in families("--no-name", "KTO") if "KTO" in one]


def test_proposals_are_imported_and_then_known(work):
    run("texts", "--no-builtin", "-o", "proposals.csv")
    imported = CliRunner().invoke(cli, ["glossary", "import", "proposals.csv", "--author", "x"])
    assert imported.exit_code == 0, imported.output
    said = json.loads(run("texts", "--no-builtin", "--json").stdout)
    one = next(one for one in said["families"] if one["concept"] == "zhezkazgan")
    assert [(member["text"], member["standing"]) for member in one["members"]] == [("Zhezkazgan", "headword"), ("Zhezqazghan", "known")]
    assert not one["open"]


def test_an_edited_table_is_learnt_from(work):
    run("texts", "--no-builtin", "-o", "proposals.csv")
    path = work / "proposals.csv"
    path.write_text(path.read_text(encoding="utf-8-sig").replace("same,,zhezkazgan,", "not same,,zhezkazgan,"), encoding="utf-8")
    assert ["Zhezkazgan", "Zhezqazghan"] not in families("--decided", "proposals.csv")


SAVED = {
    "as it was": ("utf-8-sig", ","),
    "with semicolons": ("utf-8-sig", ";"),
    "as Unicode text": ("utf-16", "\t"),
    "without the mark": ("utf-8", ","),
    "in a code page": ("cp1251", ";"),
}


@pytest.mark.parametrize("how", SAVED)
def test_a_table_is_read_as_spreadsheet_programs_save_it(work, how):
    encoding, delimiter = SAVED[how]
    run("texts", "--no-builtin", "-o", "proposals.csv")
    rows = list(csv.reader(io.StringIO((work / "proposals.csv").read_text(encoding="utf-8-sig"))))
    saved = io.StringIO(newline="")
    csv.writer(saved, delimiter=delimiter, lineterminator="\r\n").writerows(rows)
    (work / "saved.csv").write_bytes(saved.getvalue().encode(encoding, "replace"))
    run("texts", "--no-builtin", "--decided", "saved.csv")
    assert (work / ".endonym" / "decisions.tsv").read_text(encoding="utf-8").endswith("same\tZhezkazgan\tZhezqazghan\n")
    imported = CliRunner().invoke(cli, ["glossary", "import", "saved.csv", "--author", "x"])
    assert imported.exit_code == 0, imported.output
    assert "zhezkazgan" in CliRunner().invoke(cli, ["glossary", "list"]).stdout


@pytest.mark.parametrize("encoding", ["cp1251", "cp1252"])
def test_a_table_that_has_lost_its_letters_is_refused(work, encoding):
    (work / "texts" / "c.txt").write_text("Біз Шалқарда болдық, Шалқар алыс, Шалкар емес.\n", encoding="utf-8")
    run("texts", "--no-builtin", "-o", "proposals.csv")
    path = work / "proposals.csv"
    path.write_bytes(path.read_text(encoding="utf-8-sig").encode(encoding, "replace"))
    said = str(run("texts", "--no-builtin", "--decided", "proposals.csv", status=1).exception)
    assert "has lost letters" in said
    assert "UTF-8" in said
    assert not (work / ".endonym").exists()


def test_runs_at_once_keep_all_decisions(work):
    words = [sys.executable, "-m", "endonym", "discover", "texts", "--no-builtin", "--no-name"]
    runs = [subprocess.Popen([*words, f"Word{number}"], stdout=subprocess.DEVNULL) for number in range(4)]
    assert [one.wait() for one in runs] == [0] * 4
    kept = (work / ".endonym" / "decisions.tsv").read_text(encoding="utf-8")
    assert sorted(line.split("\t")[1] for line in kept.splitlines()[1:]) == [f"Word{number}" for number in range(4)]


def test_a_run_is_interrupted_without_a_trace(work):
    """Its report is longer than a pipe holds, so that it waits for a reader before it writes the proposals."""
    names = (f"Shalkar{chr(97 + number % 26)}{chr(97 + number // 26)}" for number in range(600))
    (work / "texts" / "c.txt").write_text(" ".join(f"They saw {name}." for name in names), encoding="utf-8")
    words = [sys.executable, "-c", _INTERRUPTIBLE, "discover", "texts", "--no-builtin", "-o", "proposals.csv", "--json"]
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as one:
        os.read(one.stdout.fileno(), 1)
        one.send_signal(signal.SIGINT)
        _, said = one.communicate()
    assert one.returncode == 130
    assert b"Traceback" not in said
    assert not (work / "proposals.csv").exists()


_INTERRUPTIBLE = """
import runpy, signal
signal.signal(signal.SIGINT, signal.default_int_handler)
runpy.run_module("endonym", run_name="__main__")
"""
"""What runs the tests may be deaf to Ctrl-C, and a child inherits that."""


def test_accepting_twice_adds_once(work):
    run("texts", "--no-builtin", "--accept-same")
    first = CliRunner().invoke(cli, ["glossary", "history"]).stdout
    run("texts", "--no-builtin", "--accept-same")
    assert CliRunner().invoke(cli, ["glossary", "history"]).stdout == first
    assert CliRunner().invoke(cli, ["glossary", "undo"]).exit_code == 0
    assert CliRunner().invoke(cli, ["glossary", "list"]).stdout.strip() == ""


def test_a_folder_without_permission_is_named(work):
    work.chmod(0o555)
    try:
        if os.access(work, os.W_OK):
            pytest.skip("whoever runs this may write everywhere")
        assert "proposals.csv: cannot be written" in str(run("texts", "--no-builtin", "-o", "proposals.csv", status=1).exception)
        assert "its folder cannot be made" in str(run("texts", "--no-builtin", "--no-name", "Notes", status=1).exception)
    finally:
        work.chmod(0o755)
    assert not (work / ".endonym").exists()


def test_accepting_writes_the_sure_to_the_termbase(work):
    assert "added to the termbase" in run("texts", "--no-builtin", "--accept-same").stderr
    listed = CliRunner().invoke(cli, ["glossary", "list", "zhez"])
    assert "Zhezqazghan" in listed.stdout
    assert "Nothing to add" in run("texts", "--no-builtin", "--accept-same").stderr


FAULTS = [
    (["nowhere"], "nowhere"),
    (["texts", "--same", "Zhezkazgan"], "is no pair"),
    (["texts", "--encoding", "x-none"], "x-none"),
    (["texts", "-o", "texts/a.txt"], "is one of the documents"),
    (["texts", "--accept-same", "--no-termbase"], "--no-termbase"),
    (["texts", "--decided", "nowhere.csv"], "nowhere.csv"),
    (["texts", "--report", "sarif"], "sarif"),
]


@pytest.mark.parametrize(("words", "named"), FAULTS)
def test_faults_are_named_and_nothing_is_written(work, words, named):
    result = CliRunner().invoke(cli, ["discover", "--no-builtin", *words])
    assert result.exit_code != 0
    assert named in result.output + str(result.exception)
    assert not (work / ".endonym").exists()


def test_a_broken_file_is_reported_and_the_status_says_so(work):
    (work / "texts" / "c.txt").write_text("Жаңаөзен", encoding="utf-8")
    result = run("texts", "--no-builtin", "--encoding", "ascii", status=2)
    assert "c.txt" in result.stderr
    assert "Zhezqazghan" in result.stdout
