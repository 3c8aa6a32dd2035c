"""Where a session is kept, and what is said where it cannot be used: one clear line, and nothing lost."""

import os
import shutil
import sqlite3
import subprocess
import sys

import pytest

from passages.errors import DocumentError
from passages.pair import PairState
from passages.review import Session
from passages.review.place import project_of, session_file
from passages.review.store import SCHEMA
from tests.passages.review.conftest import Bitext, rows, states, write


def one_line(caught):
    said = str(caught.value)
    assert "\n" not in said
    assert said.count("; ") >= 1, "problem and remedy"
    return said


def open_it(path, **more):
    return Session.open(path, reviewer="Aigerim", opener=Bitext, **more)


@pytest.fixture
def database(file):
    with open_it(file) as session:
        session.set_state([0], PairState.APPROVED)
    return session_file(file)


def damage_header(path):
    path.write_bytes(b"no database at all, just words" * 200)


def damage_middle(path):
    data = bytearray(path.read_bytes())
    data[4096:-4096] = os.urandom(len(data) - 8192)
    path.write_bytes(data)


def cut(path):
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 3])


@pytest.mark.parametrize("damage", [damage_header, damage_middle, cut])
def test_a_damaged_session_is_named_and_left_as_it_is(file, database, damage):
    damage(database)
    before = database.read_bytes()
    with pytest.raises(DocumentError) as caught:
        open_it(file)
    assert f"{database}: the review session is damaged" in one_line(caught)
    assert "begin a new one" in one_line(caught)
    assert database.read_bytes() == before
    database.rename(database.with_suffix(".broken"))
    with open_it(file) as session:
        assert states(session) == "·····"


def test_a_session_of_a_newer_program_is_left_alone(file, database):
    with sqlite3.connect(database) as connection:
        connection.execute(f"PRAGMA user_version={SCHEMA + 1}")
    connection.close()
    with pytest.raises(DocumentError) as caught:
        open_it(file)
    assert "kept by a newer endonym; upgrade endonym" in one_line(caught)


def test_another_database_is_left_alone(file, database):
    database.unlink()
    with sqlite3.connect(database) as connection:
        connection.execute("CREATE TABLE names (name)")
    connection.close()
    with pytest.raises(DocumentError) as caught:
        open_it(file)
    assert "no review session; move it away" in one_line(caught)


def test_an_empty_database_is_begun_anew(file, database):
    database.write_bytes(b"")
    with open_it(file) as session:
        assert states(session) == "·····"


def test_a_full_disk_refuses_a_step_and_keeps_those_before(file, database):
    with open_it(file) as session:
        pages = session._store.read("PRAGMA page_count")[0][0]
        session._store.read(f"PRAGMA max_page_count={pages}")

        def fill():
            for number in range(50):
                session.comment(1, "x" * 10_000 + str(number))

        with pytest.raises(DocumentError) as caught:
            fill()
        assert "the disk is full" in one_line(caught)
        assert not session.has_comments(1) or session.comments(1)
        before = session.comments(1)
    with open_it(file) as session:
        assert (states(session), session.comments(1)) == ("✓····", before)


def test_the_session_is_kept_in_the_project(tmp_path, monkeypatch):
    inner = tmp_path / "texts" / "ru"
    inner.mkdir(parents=True)
    file = write(inner / "a.json", rows())
    monkeypatch.chdir(tmp_path)
    assert project_of(file) == tmp_path
    with open_it(file) as session:
        session.set_state([1], PairState.APPROVED)
        assert session.database.parent == tmp_path / ".endonym" / "reviews"
    assert (tmp_path / ".endonym" / ".gitignore").read_text("utf-8") == "*\n"
    # It is found again from anywhere, and by any name of the file.
    monkeypatch.chdir("/")
    (tmp_path / "link.json").symlink_to(file)
    for name in (file, tmp_path / "link.json"):
        with open_it(name) as session:
            assert states(session) == "·✓···"
    # A project that is moved takes its sessions along.
    shutil.move(tmp_path / "texts", tmp_path / "moved_texts")
    shutil.move(tmp_path / "moved_texts", tmp_path / "texts")
    moved = tmp_path.with_name(tmp_path.name + "-moved")
    shutil.move(tmp_path, moved)
    with open_it(moved / "texts" / "ru" / "a.json") as session:
        assert states(session) == "·✓···"


def test_two_files_of_one_name_have_two_sessions(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name in ("ru", "kk"):
        (tmp_path / name).mkdir()
        write(tmp_path / name / "a.json", rows())
    with open_it(tmp_path / "ru" / "a.json") as session:
        session.set_state([0], PairState.APPROVED)
        with open_it(tmp_path / "kk" / "a.json") as other:
            assert (states(other), other.read_only) == ("·····", None)


def test_a_folder_can_be_named(file, tmp_path):
    with open_it(file, home=tmp_path / "mine") as session:
        assert session.database.parent == tmp_path / "mine"
        session.set_state([0], PairState.APPROVED)
    with open_it(file, home=tmp_path / "mine") as session:
        assert states(session) == "✓····"


def test_where_the_folder_cannot_be_written_the_session_is_kept_elsewhere(file, monkeypatch, tmp_path):
    shutil.rmtree(file.parent / ".endonym", ignore_errors=True)
    (file.parent / ".endonym").write_text("in the way", "utf-8")
    monkeypatch.setattr("passages.review.place._own_folder", lambda: tmp_path / "own")
    for shown in ("·····", "✓····"):
        with open_it(file) as session:
            assert session.database.parent == tmp_path / "own" / "reviews"
            assert states(session) == shown
            session.set_state([0], PairState.APPROVED)
    monkeypatch.setattr("passages.review.place._own_folder", lambda: file.parent / ".endonym")
    with pytest.raises(DocumentError) as caught:
        open_it(file)
    assert "keep the review session in" in one_line(caught)


def test_a_file_that_cannot_be_read_makes_no_session(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.json").write_text("{", "utf-8")
    with pytest.raises(DocumentError, match="no JSON"):
        open_it(tmp_path / "a.json")
    assert not (tmp_path / ".endonym").exists()


def test_a_start_needs_no_heavy_library(file):
    program = (
        "import sys; from passages.review import Session; from tests.passages.review.conftest import Bitext\n"
        "s = Session.open(sys.argv[1], reviewer='A', opener=Bitext); s.edit(0, 'x'); s.undo(); s.select('is:edited'); s.close()\n"
        "print(sorted({'sqlalchemy', 'lxml', 'numpy', 'rapidfuzz', 'textual', 'click'} & set(sys.modules)))"
    )
    run = subprocess.run(
        [sys.executable, "-c", program, str(file)],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    assert run.stdout == "[]\n"
