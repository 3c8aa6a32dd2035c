"""`endonym review` as a user calls it: in a real pseudo-terminal, without one, and killed in between."""

import os
import signal
import subprocess
import time
from pathlib import Path

import pytest

from tests.tui.desk import PAIRS, catalog, opened
from tests.tui.terminal import ENDONYM, Terminal


@pytest.fixture
def terminal(tmp_path):
    made = []

    def _terminal(*words, **options):
        made.append(Terminal(tmp_path, *words, **options))
        return made[-1]

    yield _terminal
    for one in made:
        one.close()


def test_a_review_in_a_terminal(terminal, tmp_path):
    path = catalog(tmp_path)
    screen = terminal("review", path.name)
    assert screen.shows("Welcome")
    screen.press("ф")
    assert screen.shows("✓    1")
    screen.press("f")
    assert screen.shows("до Жанаозена")
    screen.press("\x13")
    assert screen.shows("saved")
    screen.press("q")
    assert screen.ends() == 0
    assert "до Жанаозена" in path.read_text("utf-8")
    drawn, _, said = screen.raw.rstrip().rpartition(b"guide.po: ")
    assert drawn.endswith((b"\x1b[?1004l", b"\x1b[?25h", b"\x1b[8h"))
    assert said == b"1 of 6 reviewed"
    assert b"\x1b[?1049l" in screen.raw


def test_a_killed_review_goes_on_where_it_was(terminal, tmp_path):
    path = catalog(tmp_path)
    screen = terminal("review", path.name)
    assert screen.shows("Welcome")
    screen.press("a")
    assert screen.shows("✓    1")
    screen.press("\x1bOQ")  # F2
    assert screen.shows("characters")
    screen.press("Так")
    assert screen.shows("Так")
    wait_for_draft(tmp_path, "Так")
    screen.kill(signal.SIGKILL)
    assert screen.ends() == -signal.SIGKILL
    again = terminal("review", path.name)
    assert again.shows("✓    1")
    again.press("e")
    assert again.shows("Так")
    assert again.shows("the draft you left")


def test_what_was_saved_on_leaving_stands_in_the_terminal(terminal, tmp_path):
    catalog(tmp_path)
    screen = terminal("review", "guide.po")
    assert screen.shows("Welcome")
    screen.press("xq")
    assert screen.shows("leave without")
    screen.press("s")
    assert screen.ends() == 0
    assert "1 pair saved; `endonym undo` takes it back" in "\n".join(screen.screen.display)
    assert "guide.po: 1 of 6 reviewed" in "\n".join(screen.screen.display)


def test_a_mistake_in_the_names_is_told_before_the_screen(terminal, tmp_path):
    catalog(tmp_path)
    (tmp_path / "names.csv").write_text("concept,language,term,status\na,ru,Олдертон,preferred\na,ru,Олдертон,deprecated\n", "utf-8")
    screen = terminal("review", "guide.po", "-g", "names.csv")
    assert screen.ends() == 2
    assert b"names.csv:3: " in screen.raw
    assert b"\x1b[?1049h" not in screen.raw


def wait_for_draft(folder, text):
    """Wait until the session's database holds a draft that ends so."""
    import sqlite3

    database = next((folder / ".endonym" / "reviews").glob("*.db"))
    end = time.monotonic() + 10
    while time.monotonic() < end:
        with sqlite3.connect(f"file:{database}?mode=ro", uri=True) as connection:
            if any(draft.endswith(text) for (draft,) in connection.execute("SELECT text FROM draft")):
                return
    pytest.fail("the draft is not on the disk")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_signal_ends_it_in_order(terminal, tmp_path, number):
    path = catalog(tmp_path)
    screen = terminal("review", path.name)
    assert screen.shows("Welcome")
    screen.press("jja")
    assert screen.shows("✓    3")
    screen.kill(number)
    assert screen.ends() == 128 + number
    assert b"\x1b[?1049l" in screen.raw
    assert b"Traceback" not in screen.raw
    again = terminal("review", path.name)
    assert again.shows("✓    3")


def test_an_error_of_the_program_restores_the_terminal_and_is_told(terminal, tmp_path):
    path = catalog(tmp_path)
    (tmp_path / "sitecustomize.py").write_text(
        "import tui_deciding\ndef fail(self):\n    raise RuntimeError('worn\\x1b[2Jout')\ntui_deciding.Deciding.action_redo = fail\n",
        "utf-8",
    )
    screen = terminal("review", path.name, PYTHONPATH=f"{tmp_path}{os.pathsep}{Path.cwd()}")
    assert screen.shows("Welcome")
    screen.press("a")
    assert screen.shows("✓    1")
    screen.press("U")
    assert screen.ends() == 70
    after = screen.raw[screen.raw.rfind(b"\x1b[?1049l") :]
    assert b"RuntimeError" in after
    assert b"\x1b[2J" not in after
    assert "worn" in next((tmp_path / ".endonym").rglob("crash.txt")).read_text("utf-8")
    with opened(path) as session:
        assert session.pair(0).source == PAIRS[0][0]


def test_escape_sequences_of_a_file_do_not_reach_the_terminal(terminal, tmp_path):
    path = catalog(tmp_path, [("\\033]0;owned\\007 title", "\\033[31m red \\033[2J")])
    screen = terminal("review", path.name)
    assert screen.shows("title")
    screen.press("e")
    assert screen.shows("Esc close")
    assert b"]0;owned" in screen.raw.replace("␛".encode(), b"")
    assert b"\x1b]0;owned" not in screen.raw
    assert b"\x1b[31m red" not in screen.raw


def test_sixteen_colours_are_sixteen(terminal, tmp_path):
    screen = terminal("review", catalog(tmp_path).name, TERM="xterm", COLORTERM="")
    assert screen.shows("Zhanaozen")
    assert b"38;2;" not in screen.raw
    assert b"38;5;" not in screen.raw


def test_no_color_is_obeyed(terminal, tmp_path):
    import re

    screen = terminal("review", catalog(tmp_path).name, NO_COLOR="1", COLORTERM="truecolor")
    assert screen.shows("Zhanaozen")
    used = {number for found in re.findall(rb"\x1b\[([\d;]*)m", bytes(screen.raw)) for number in found.decode().split(";") if number}
    assert not used & {"38", "48", *map(str, range(30, 38)), *map(str, range(40, 48)), *map(str, range(90, 98)), *map(str, range(100, 108))}


def run(folder, *words, text="", **environment):
    kept = {**os.environ, "HOME": str(folder), "LANGUAGE": "en", "XDG_DATA_HOME": str(folder / "data"), **environment}
    return subprocess.run(
        [*ENDONYM, *words], cwd=folder, input=text, capture_output=True, text=True, check=False, env=kept, encoding="utf-8"
    )


def test_without_a_terminal_it_refuses_in_a_line(tmp_path):
    done = run(tmp_path, "review", catalog(tmp_path).name)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.splitlines() == ["endonym: the review screen needs a terminal; --plain works without one, line by line"]


def test_on_lines_it_needs_none(tmp_path):
    path = catalog(tmp_path)
    done = run(tmp_path, "review", "--plain", path.name, text="a\nf\nsave\nq\n")
    assert done.returncode == 0, done.stderr
    assert "Pair 2 of 6: not reviewed" in done.stdout
    assert "до Жанаозена" in path.read_text("utf-8")


def test_the_sample_is_there_to_try(tmp_path):
    done = run(tmp_path, "review", "--plain", text="q\n")
    assert done.returncode == 0, done.stderr
    assert "Pair 1 of 30" in done.stdout
    assert not list(tmp_path.glob("*.po"))


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["review", "--plain", "nothing.po"], "nothing.po"),
        (["review", "--plain", "guide.po", "--filter", "is:odd"], "is:odd"),
        (["review", "--plain", "--web", "guide.po"], "take one of them"),
        (["review", "--web", "nothing.po"], "no such file"),
    ],
)
def test_what_cannot_be_is_refused_in_a_line(tmp_path, words, said):
    catalog(tmp_path)
    done = run(tmp_path, *words)
    assert done.returncode == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr
