"""The command line as a translator meets it: what is printed, what is written, and with which exit status it ends."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SEED = ROOT.parent / "shared" / "seed"


def write(name, text, encoding="utf-8"):
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode(encoding))
    return path


def test_the_report_says_what_becomes_of_each_spelling_and_why(run):
    write("letter.txt", "From Zhanoezen to Kiev.\n")
    status, out, err = run("normalize", "letter.txt")
    assert status == 0
    assert not err
    assert "Zhanoezen → Zhanaozen (once)" in out
    assert "misspelling of Zhanaozen" in out
    assert "letter.txt:1" in out
    assert "2 changes of 2 names in 1 file" in " ".join(out.split())
    assert max(len(line) for line in out.splitlines()) <= 80
    assert Path("letter.txt").read_text("utf-8") == "From Zhanoezen to Kiev.\n"


def test_write_then_check_then_undo(run):
    before = "\ufeffFrom Zhanoezen  \r\nto KIEV.\tNo newline".encode("utf-8")
    Path("letter.txt").write_bytes(before)
    assert run("normalize", "letter.txt", "--check")[0] == 1
    status, out, _ = run("normalize", "letter.txt", "--write")
    assert (status, "endonym undo" in out) == (0, True)
    assert Path("letter.txt").read_bytes() == "\ufeffFrom Zhanaozen  \r\nto KYIV.\tNo newline".encode()
    assert run("normalize", "letter.txt", "--check")[0] == 0
    status, out, _ = run("undo")
    assert (status, "restored letter.txt" in out) == (0, True)
    assert Path("letter.txt").read_bytes() == before


def test_undo_refuses_where_a_file_has_changed_since(run):
    path = write("letter.txt", "Kiev")
    run("normalize", "letter.txt", "--write")
    path.write_text("Kyiv, and more", "utf-8")
    status, _, err = run("undo")
    assert status == 2
    assert "letter.txt" in err
    assert "changed since" in err
    assert path.read_text("utf-8") == "Kyiv, and more"


def test_undo_lists_the_runs(run):
    write("letter.txt", "Kiev")
    run("normalize", "letter.txt", "--write")
    status, out, _ = run("undo", "--list")
    assert (status, "1 file, written" in out) == (0, True)


def test_a_folder_with_an_unreadable_file_is_left_alone_as_a_whole(run):
    write("texts/good.txt", "Kiev")
    Path("texts/bad.txt").write_bytes(bytes(range(128, 256)) * 4)
    status, _, err = run("normalize", "texts", "--write")
    assert status == 2
    assert "bad.txt" in err
    assert "nothing was written" in err
    assert Path("texts/good.txt").read_text("utf-8") == "Kiev"


def test_a_replacement_that_the_encoding_cannot_hold_writes_nothing(run):
    write("a.txt", "Kiev", "koi8-r")
    write("b.txt", "В Швеции, Lulea, и много русских слов вокруг, чтобы кодировка была ясна.", "koi8-r")
    status, _, err = run("normalize", ".", "--write", "--lang", "en", "--encoding", "koi8-r")
    assert status == 2
    assert "b.txt" in err
    assert "å" in err
    assert Path("a.txt").read_bytes() == b"Kiev"


def test_markdown_protects_what_is_no_prose(run):
    write("page.md", "# Kiev\n\n`Kiev` and [Kiev](Kiev.html) and <https://example.org/Kiev>\n\n```\nKiev\n```\n")
    run("normalize", "page.md", "--write")
    assert Path("page.md").read_text("utf-8") == (
        "# Kyiv\n\n`Kiev` and [Kyiv](Kiev.html) and <https://example.org/Kiev>\n\n```\nKiev\n```\n"
    )


def test_diff_is_a_diff(run):
    write("letter.txt", "one\nKiev\nthree\n")
    status, out, _ = run("normalize", "letter.txt", "--diff")
    assert status == 0
    assert "\n-Kiev\n+Kyiv\n" in out


def test_json_and_sarif_are_what_they_say(run):
    write("letter.txt", "Kiev\n")
    made = json.loads(run("normalize", "letter.txt", "--report", "json")[1])
    assert made["files"][0]["findings"][0]["edits"][0]["replacement"] == "Kyiv"
    log = json.loads(run("normalize", "letter.txt", "--report", "sarif")[1])
    assert log["runs"][0]["results"][0]["ruleId"] == "deprecated"


def test_a_report_goes_to_a_file(run):
    write("letter.txt", "Kiev\n")
    status, out, _ = run("normalize", "letter.txt", "--report", "html", "-o", "report.html")
    assert (status, out) == (0, "")
    assert Path("report.html").read_text("utf-8").startswith("<!DOCTYPE html>")


def test_a_glossary_of_ones_own_wins_and_says_so(run):
    write("names.csv", "concept;term;status\nkyiv;Kiev;preferred\nkyiv;Kyiv;deprecated\n")
    write("letter.txt", "Kyiv and Zhanoezen\n")
    for _ in range(2):  # the second time from the cache
        status, out, err = run("normalize", "letter.txt", "--glossary", "names.csv")
        assert status == 0
        assert "Kyiv → Kiev" in out
        assert "Zhanoezen → Zhanaozen" in out
        assert "names.csv" in err


def test_without_the_builtin_glossary(run):
    write("names.csv", "preferred,variants\nFoo,Fou; Fu\n")
    write("letter.txt", "Kiev, Fou\n")
    _, out, _ = run("normalize", "letter.txt", "--glossary", "names.csv", "--no-builtin")
    assert "Fou → Foo" in out
    assert "Kiev" not in out


def test_include_exclude_and_gitignore(run):
    for name in ("a.txt", "b.txt", "c.md", "drafts/d.txt"):
        write(name, "Kiev\n")
    write(".gitignore", "b.txt\n")
    subprocess.run(["git", "init", "-q"], check=True)
    _, out, _ = run("normalize", ".", "--exclude", "drafts/", "--include", "*.txt")
    assert "a.txt:1" in out
    assert not [name for name in ("b.txt", "c.md", "d.txt") if name in out]


def test_a_report_never_overwrites_a_document(run):
    path = write("letter.txt", "Kiev\n")
    status, _, err = run("normalize", "letter.txt", "-o", "letter.txt")
    assert (status, "one of the documents" in err) == (2, True)
    assert path.read_text("utf-8") == "Kiev\n"


def test_a_letter_the_encoding_lacks_is_told_before_writing(run):
    write("a.txt", "Из Lulea и Kiev, и ещё много русских слов, чтобы кодировка была ясна.", "koi8-r")
    status, _, err = run("normalize", "a.txt", "--lang", "en")
    assert (status, "å" in err) == (2, True)


USAGE = [
    (["normalize", ".", "--lang", "xx"], "no glossary has names in 'xx'"),
    (["normalize", ".", "--diff", "--report", "json"], "take one of them"),
    (["normalize", ".", "--date", "2011-02-30"], "no day of the calendar"),
    (["normalize"], "Missing argument"),
    (["normalize", "nosuch.txt"], "nosuch.txt"),
    (["normalize", ".", "--write", "--check"], "take one of them"),
    (["normalize", ".", "--no-builtin"], "--glossary"),
    (["normalize", ".", "--date", "yesterday"], "2011-12-16"),
    (["normalize", ".", "--glossary", "nosuch.csv"], "nosuch.csv"),
    (["normalize", ".", "--encoding", "klingon"], "klingon"),
    (["normalise", "."], "No such command"),
    (["undo"], "no run is recorded"),
    (["undo", "17"], "no run is recorded"),
]


@pytest.mark.parametrize(("words", "said"), USAGE, ids=[" ".join(words) for words, _ in USAGE])
def test_errors_are_one_clear_line_and_status_2(run, words, said):
    write("letter.txt", "Kiev\n")
    status, out, err = run(*words)
    assert status == 2
    assert said in err
    assert "Traceback" not in err
    assert not out


GLOSSARIES = [
    ("concept,status\nx,preferred\n", "bad.csv:1:", "term"),
    ("preferred,variants\nFoo,Fu\nFoo,Fu\n", "bad.csv:3:", "Fu"),
    ("concept,term,status\nx,Foo,prefered\n", "bad.csv:2:", "preferred"),
    ("preferred,variants\nFoo,Bar\nBar,Foo\n", "bad.csv:3:", "Foo"),
    ("", "bad.csv", "empty"),
]


@pytest.mark.parametrize(("content", "place", "said"), GLOSSARIES)
def test_a_bad_glossary_is_named_with_its_line(run, content, place, said):
    write("bad.csv", content)
    path = write("letter.txt", "Kiev\n")
    status, out, err = run("normalize", "letter.txt", "--glossary", "bad.csv", "--write")
    assert (status, out) == (2, "")
    assert place in err
    assert said in err
    assert len(err.splitlines()) == 1
    assert path.read_text("utf-8") == "Kiev\n"


def test_help_of_every_command(run):
    for words in ((), ("normalize",), ("undo",)):
        status, out, _ = run(*words, "--help")
        assert status == 0
        assert "Usage:" in out


def test_a_reader_that_goes_away_is_no_error(tmp_path):
    for number in range(300):
        (tmp_path / f"{number}.txt").write_text("Zhanoezen Kiev Odessa\n", "utf-8")
    command = f"{sys.executable} -m endonym normalize . --report json | head -c 10"
    done = subprocess.run(["bash", "-c", command], cwd=tmp_path, capture_output=True, text=True, check=False, env=_environment())
    assert "Traceback" not in done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_ctrl_c_leaves_every_file_old_or_new(tmp_path):
    """Interrupted at many moments of one long --write, each file is whole; undo brings all of them back."""
    old, new = "Zhanoezen " * 2000, "Zhanaozen " * 2000
    for pause in (0, 0.01, 0.03, 0.08, 0.2):
        work = tmp_path / str(pause)
        work.mkdir()
        for number in range(16):
            (work / f"{number}.txt").write_text(old, "utf-8")
        command = [sys.executable, "-m", "endonym", "normalize", ".", "--write"]
        process = subprocess.Popen(command, cwd=work, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env=_environment())
        while process.poll() is None and not list(work.glob(".endonym/runs/*/journal.jsonl")):
            time.sleep(0.005)
        time.sleep(pause)
        process.send_signal(signal.SIGINT if pause != 0.03 else signal.SIGTERM)
        _, said = process.communicate()
        assert b"Traceback" not in said
        assert {path.read_text("utf-8") for path in work.glob("*.txt")} <= {old, new}
        if (work / ".endonym").exists():
            subprocess.run([sys.executable, "-m", "endonym", "undo"], cwd=work, check=False, capture_output=True, env=_environment())
        assert {path.read_text("utf-8") for path in work.glob("*.txt")} == {old}


def _environment():
    return {**os.environ, "PYTHONPATH": str(ROOT)}


# What the sample text of the project is known to hold, and nothing else: spelling, replacement, how often.
EXPECTED = {
    ("AUCP (B)", "AUCP(B)"): 2, ("AUCPB", "AUCP(B)"): 1, ("Kazakhistan", "Kazakhstan"): 1, ("Ozenmunaygaz", "Ozenmunaigas"): 1,
    ("Zhaksylyk Turban", "Zhaksylyk Turbayev"): 1, ("Majilis", "Mazhilis"): 1, ("Boris Yelstin", "Boris Yeltsin"): 1,
    ("Dinara Kulibayev", "Dinara Kulibayeva"): 1, ("Mangistauski", "Mangistau"): 1, ("Mangistaus", "Mangistau"): 1,
    ("International Committee for Workers’ International", "Committee for a Workers’ International"): 1,
    ("committee for a workers international", "Committee for a Workers’ International"): 1,
    ("Committee for workers international", "Committee for a Workers’ International"): 1,
    ("Tel-Aviv", "Tel Aviv"): 1, ("Kazak", "Kazakh"): 7, ("Nazarbaev", "Nazarbayev"): 2, ("Kiev", "Kyiv"): 1, ("Odessa", "Odesa"): 1,
    ("Goteborg", "Gothenburg"): 1, ("Lulea", "Luleå"): 1, ("Bielorussia", "Belarus"): 1, ("Zhaoneze", "Zhanaozen"): 1,
    ("Zhanoezen", "Zhanaozen"): 1, ("Natalia Sokolovaya", "Natalia Sokolova"): 1, ("Shetp", "Shetpe"): 1, ("Zhetybae", "Zhetybai"): 1,
    ("Ozenmuinagaz", "Ozenmunaigas"): 1,
}  # fmt: skip


@pytest.mark.skipif(not SEED.is_dir(), reason="the texts to measure on are not here")
def test_the_text_the_project_exists_for(run, tmp_path):
    work = Path("work")
    shutil.copytree(SEED, work)
    before = {path: path.read_bytes() for path in work.iterdir()}
    made = json.loads(run("normalize", "work", "--report", "json")[1])
    changes: dict[tuple[str, str], int] = {}
    for file in made["files"]:
        for finding in file["findings"]:
            for edit in finding["edits"]:
                key = (finding["text"], edit["replacement"])
                changes[key] = changes.get(key, 0) + 1
    assert changes == EXPECTED
    assert run("normalize", "work", "--write")[0] == 0
    assert run("normalize", "work", "--check")[0] == 0
    assert run("undo")[0] == 0
    assert {path: path.read_bytes() for path in work.iterdir()} == before
