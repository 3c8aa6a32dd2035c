"""Two reviewers on one file: the second is told who has it and since when, and can read; a dead process holds nothing."""

import json
import os
import signal
import subprocess
import sys

import pytest

from passages.errors import DocumentError
from passages.pair import PairState, Side
from passages.review import Session
from tests.passages.review.conftest import Bitext, rows, states, texts, write

HOLDER = """
import sys, time
from passages.review import Session
from tests.passages.review.conftest import Bitext
session = Session.open(sys.argv[1], reviewer="Baur", opener=Bitext)
session.edit(0, "Вода.")
print("ready", flush=True)
time.sleep(600)
"""


def open_it(path, reviewer):
    return Session.open(path, reviewer=reviewer, opener=Bitext)


def test_the_second_reviewer_is_told_and_can_read(file):
    with open_it(file, "Aigerim") as first:
        first.set_state([0], PairState.APPROVED)
        first.comment(0, "Good.")
        with open_it(file, "Baur") as second:
            assert second.read_only.startswith("Aigerim has been reviewing this file since 2")
            assert f"(process {os.getpid()} on " in second.read_only
            assert (states(second), second.comments(0)[0].text, len(second.history(0))) == ("✓····", "Good.", 2)
            assert second.select("has:comment") == [0]
            second.position, second.filter_text = 3, "is:approved"
            assert (second.position, second.filter_text) == (3, "is:approved")
            for refused in (
                lambda: second.edit(1, "x"),
                lambda: second.set_state([1], PairState.APPROVED),
                lambda: second.comment(1, "x"),
                lambda: second.keep_draft(1, "x"),
                lambda: second.merge(0),
                lambda: second.shift(0, Side.TARGET, 1),
                second.undo,
                second.redo,
                second.save,
            ):
                with pytest.raises(DocumentError, match="Aigerim has been reviewing"):
                    refused()
        assert first.edit(1, "Мост.").indexes == (1,)
        assert (first.position, first.filter_text) == (0, "")
    with open_it(file, "Baur") as second:
        assert second.read_only is None


def test_the_second_reviewer_can_follow(file):
    with open_it(file, "Aigerim") as first, open_it(file, "Baur") as second:
        assert (second.refresh(), first.refresh()) == (False, False)
        first.set_state([2], PairState.APPROVED)
        first.merge(0)
        assert second.refresh()
        assert (states(second), len(second), second.refresh()) == ("·✓··", 4, False)
        first.save()
        assert second.refresh()
        assert (states(second), second.unsaved) == ("·✓··", False)


def test_a_session_in_a_folder_that_cannot_be_written_can_be_read(file, monkeypatch):
    with open_it(file, "Aigerim") as session:
        session.set_state([0], PairState.APPROVED)
    monkeypatch.setattr("passages.review.session.os.access", lambda *_: False)
    with open_it(file, "Aigerim") as session:
        assert session.read_only == "the folder of the session cannot be written; you can read, not change"
        assert states(session) == "✓····"
        with pytest.raises(DocumentError, match="cannot be written"):
            session.edit(0, "x")


def test_the_second_reviewer_sees_a_file_that_has_moved_on(file):
    with open_it(file, "Aigerim") as first:
        first.set_state([1], PairState.APPROVED)
        write(file, [{"key": "n", "source": "New.", "target": "Новая."}, *rows()])
        with open_it(file, "Baur") as second:
            assert (texts(second)[0], states(second)) == (("New.", "Новая."), "··✓···")
            assert second.news == "the file has moved on; 1 pair is new or changed there"
        first.reload()
        assert states(first) == "··✓···"


def test_the_lock_of_a_dead_process_is_taken_over(file):
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(file)],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    assert holder.stdout.readline() == "ready\n"
    with open_it(file, "Aigerim") as session:
        assert session.read_only.startswith("Baur has been reviewing")
        assert session.pair(0).target == "Вода."
    holder.send_signal(signal.SIGKILL)
    holder.communicate()
    with open_it(file, "Aigerim") as session:
        assert (session.read_only, session.pair(0).target) == (None, "Вода.")
        assert session.changed_since(0) is False, "Aigerim has not been here before"


@pytest.mark.parametrize("note", ["", "{", json.dumps({"reviewer": "B"}), json.dumps([1]), json.dumps({"since": 5})])
def test_a_note_that_cannot_be_read_says_less(file, note):
    with open_it(file, "Aigerim") as first:
        (first.database.parent / f"{first.database.name}.who").write_text(note, "utf-8")
        with open_it(file, "Baur") as second:
            assert second.read_only == "somebody else is reviewing this file; you can read, not change"


def test_before_the_first_reviewer_has_begun_there_is_nothing_to_read(file):
    from passages.review.hold import take
    from passages.review.place import session_file

    hold = take(session_file(file), "Aigerim")
    with pytest.raises(DocumentError):
        open_it(file, "Baur")
    hold.release()
    open_it(file, "Baur").close()
