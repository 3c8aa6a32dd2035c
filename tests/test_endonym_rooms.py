"""The other rooms of the command line: the questions about a spelling, the termbase, the catalogs."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.test_endonym import _environment, write

KAZAKH = "bgnpcgn-kaz-Cyrl-Latn-1979"
ASKED = [
    (["romanize", "Жаңаөзен", "--system", KAZAKH], ["Zhangaözen\n"]),
    (["romanize", "Жаңаөзен", "-s", KAZAKH, "--spans"], ["2:3\t'ң'\t→\t'ng'\t3:5"]),
    (["romanize", "Жаңаөзен", "-s", KAZAKH, "--report", "json"], ['"text": "Zhangaözen"']),
    (["romanize", "Yuan Mu", "-s", "palladius-zho-Latn-Cyrl"], ["Юань Му\n"]),
    (["reverse", "Zhanaozen", "--language", "kk"], ["Жаңаөзен", "zh→ж"]),
    (["reverse", "Shcherbakov", "-l", "ru", "-n", "1", "--report", "json"], ['"text": "Щербаков"']),
    (["identify", "Schtscherbakow", "-n", "3"], ["press-rus-Cyrl-Latn-deu"]),
    (["identify", "Zhangaözen", "--native", "Жаңаөзен"], [KAZAKH, "writes just this"]),
    (["spellings", "Жаңаөзен", "--language", "kk"], ["Zhanaozen", "Dzhanaozen", "Schanaosen", "Djanaozen", "Żanaozen", "Zhanaoezen"]),
    (["systems", "--language", "kk"], [KAZAKH, "kz-kaz-Cyrl-Latn-2021-04"]),
    (["systems", KAZAKH], ["BGN/PCGN", "--option dots"]),
    (["completion", "bash"], ["_endonym_completion"]),
]


@pytest.mark.parametrize(("words", "said"), ASKED, ids=[" ".join(words[:2]) for words, _ in ASKED])
def test_the_questions_about_a_spelling(run, words, said):
    status, out, err = run(*words)
    assert (status, err) == (0, "")
    for piece in said:
        assert piece in out


def test_romanize_reads_standard_input_as_a_stream(tmp_path):
    command = [sys.executable, "-m", "endonym", "romanize", "-s", "bgnpcgn-rus-Cyrl-Latn-1947"]
    text = "Щука и ЩУКА, подъезд. " * 20_000
    done = subprocess.run(command, input=text.encode(), capture_output=True, check=True, cwd=tmp_path, env=_environment())
    assert done.stdout.decode() == "Shchuka i SHCHUKA, pod”yezd. " * 20_000


def test_a_system_of_ones_own_is_linted_with_lines(run):
    write("my.toml", 'id = "other"\ntitle = "Mine"\n')
    status, out, err = run("systems", "--lint", "my.toml")
    assert status == 1
    assert "my.toml:1: id:" in out or "my.toml:1:" in out
    assert "fault" in err


UNKNOWN = [
    (["romanize", "x", "-s", "bgnpcgn-kaz-Cyrl-Latn-1978"], "bgnpcgn-kaz-Cyrl-Latn-1979"),
    (["romanize", "ⰰ", "-s", KAZAKH, "--strict"], "ⰰ"),
    (["systems", "--lint", "nosuch.toml"], "nosuch.toml"),
]


@pytest.mark.parametrize(("words", "said"), UNKNOWN)
def test_what_is_not_known_is_named(run, words, said):
    status, out, err = run(*words)
    assert (status, out) == (2, "")
    assert said in err
    assert len(err.splitlines()) == 1


def test_a_termbase_from_a_spreadsheet_to_normalized_text_and_back(run):
    """Import, look, edit, history, export, undo, and the names at work."""
    write("names.csv", "preferred,variants\nFoo,Fuu; Fou\nBar,Barr\n")
    write("letter.txt", "Fuu met Barr.\n")
    status, out, _ = run("glossary", "import", "names.csv", "--dry-run")
    assert (status, "2 to add" in out) == (0, True)
    assert not Path(".endonym/termbase.db").exists()
    assert run("glossary", "import", "names.csv", "--author", "anna")[0] == 0
    assert "Foo" in run("glossary", "list")[1]
    assert "Fuu" in run("glossary", "list", "fu")[1]
    status, out, _ = run("glossary", "edit", "foo", "Fou", "--status", "misspelling", "--reason", "a slip")
    assert (status, "misspelling yes" in out) == (0, True)
    assert "a slip" in run("glossary", "history")[1]
    assert "misspelling" in run("glossary", "show", "foo", "--forms")[1]
    status, out, _ = run("normalize", "letter.txt", "--diff", "--no-builtin")
    assert (status, "+Foo met Bar." in out) == (0, True)
    assert run("glossary", "export", "names.tbx")[0] == 0
    assert run("glossary", "undo")[0] == 0
    assert "misspelling" not in run("glossary", "show", "foo")[1]
    assert run("glossary", "remove", "bar")[0] == 0
    assert run("glossary", "check")[0] == 0
    status, _, err = run("glossary", "show", "fo")
    assert (status, "did you mean foo" in err) == (2, True)


def test_an_export_that_loses_something_says_so_and_refuses(run):
    run("glossary", "add", "foo", "Foo", "--kind", "place", "--from", "1964")
    run("glossary", "add", "foo", "Фу", "--lang", "ru")
    status, _, err = run("glossary", "export", "names.utf8")
    assert (status, "--lossy" in err) == (2, True)
    assert not Path("names.utf8").exists()
    assert run("glossary", "export", "names.utf8", "--lossy")[0] == 0
    assert Path("names.utf8").exists()


PO = 'msgid ""\nmsgstr ""\n"Language: ru\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n\nmsgid "Strike in Kyiv"\nmsgstr "Забастовка в Кыйиве"\n\nmsgid "From Zhanaozen"\nmsgstr "Из Жанаузени"\n'


def test_catalogs_are_checked_mended_and_compiled(run):
    path = write("ru.po", PO)
    status, out, _ = run("catalog", "check", "ru.po")
    assert status == 1
    assert "Жанаозена" in out
    run("catalog", "check", "ru.po", "--fix")
    assert path.read_text("utf-8") == PO.replace("Жанаузени", "Жанаозена")
    assert run("undo")[0] == 0
    assert path.read_text("utf-8") == PO
    run("catalog", "check", "ru.po", "--fix")
    assert run("catalog", "compile", "ru.po")[0] == 0
    assert Path("ru.mo").exists()
    assert run("catalog", "build", "locales", "--languages", "ru,kk")[0] == 0
    assert Path("locales/kk/LC_MESSAGES/names.mo").exists()
    write("new.pot", PO.replace("Strike", "A strike"))
    assert run("catalog", "update", "ru.po", "new.pot")[0] == 0


def test_a_folder_that_cannot_be_made_is_named(run, tmp_path):
    (tmp_path / "file").write_text("", "utf-8")
    status, _, said = run("catalog", "build", "file")
    assert (status, said.count("\n")) == (2, 1)
    assert "cannot be written" in said
    assert "file" in said
