"""Saving writes the reviewer's changes into the file and nothing else; it can be taken back, and never writes over another's work."""

import difflib
import os
from pathlib import Path

import pytest

from passages.errors import DocumentError
from passages.pair import PairState
from passages.review import Session
from passages.review.saving import saved_said
from passages.runs import runs, undo_run
from passages.writing import write_atomically
from tests.passages.review.conftest import read, rows, states, targets, write

PO = """# Harbour.
msgid ""
msgstr ""
"Language: ru\\n"
"Content-Type: text/plain; charset=UTF-8\\n"

#: harbour.c:7
msgid   "Open the lock"
msgstr "Открыть замок"

#, fuzzy, c-format
msgid "%d boats"
msgstr "%d лодки"

msgid "Close"
msgstr ""
"За"
"крыть"
"""
XLIFF = """<?xml version="1.0" encoding="UTF-8"?>
<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
  <file original="harbour" source-language="en" target-language="ru" datatype="plaintext">
    <body>
      <trans-unit id='1'>
        <source>Open the lock</source>
        <target   state="translated">Открыть замок</target>
      </trans-unit>
      <trans-unit id="2">
        <source>Cast off &amp; go</source>
      </trans-unit>
    </body>
  </file>
</xliff>
"""


def lines_changed(before, after):
    return [line for line in difflib.ndiff(before.splitlines(), after.splitlines()) if line[0] in "+-"]


def opened(tmp_path, monkeypatch, name, content):
    monkeypatch.chdir(tmp_path)
    (tmp_path / name).write_text(content, "utf-8")
    return Session.open(tmp_path / name, reviewer="Aigerim")


def test_a_catalog_gets_the_changes_and_nothing_else(tmp_path, monkeypatch):
    with opened(tmp_path, monkeypatch, "harbour.po", PO) as session:
        session.edit(0, "Открыть шлюз")
        session.set_state([1], PairState.APPROVED)
        session.set_state([2], PairState.NEEDS_WORK)
        session.comment(2, "Of a door?")
        saved = session.save()
        assert (saved.pairs, session.unsaved) == (3, False)
    assert sorted(lines_changed(PO, (tmp_path / "harbour.po").read_text("utf-8"))) == [
        "+ # endonym: Aigerim: Of a door?",
        "+ #, c-format",
        "+ #, fuzzy",
        '+ msgstr "Открыть шлюз"',
        "- #, fuzzy, c-format",
        '- msgstr "Открыть замок"',
    ]
    with Session.open(tmp_path / "harbour.po", reviewer="Aigerim") as session:
        assert (session.news, session.unsaved, states(session)) == (None, False, "·✓!")
        assert session.save().run is None


def test_states_and_targets_go_into_xliff(tmp_path, monkeypatch):
    with opened(tmp_path, monkeypatch, "harbour.xlf", XLIFF) as session:
        session.set_state([0], PairState.APPROVED)
        session.edit(1, "Отчаль & вперёд")
        session.save()
        assert (states(session), targets(session)[1]) == ("✓·", "Отчаль & вперёд")
    changed = lines_changed(XLIFF, (tmp_path / "harbour.xlf").read_text("utf-8"))
    assert len(changed) <= 6
    assert any("Отчаль &amp; вперёд" in line for line in changed)


def test_what_was_saved_is_taken_back_like_any_run(file, reopened):
    session = reopened()
    before = file.read_bytes()
    session.edit(0, "Вода.")
    session.set_state([1], PairState.APPROVED)
    saved = session.save()
    assert runs()[0].id == saved.run
    assert saved.text == "2 pairs saved; `endonym undo` takes them back"
    undo_run(saved.run)
    assert file.read_bytes() == before
    session = reopened()
    assert targets(session)[0] == "Река высокая."


@pytest.mark.parametrize(("folder", "named"), [(".", False), ("inner", False), ("other", True), ("../elsewhere", True)])
def test_it_is_said_where_undo_is_to_be_called_if_not_here(tmp_path, monkeypatch, folder, named):
    project = tmp_path / "project"
    for place in (project / ".endonym", project / "inner", project / "other" / ".endonym", tmp_path / "elsewhere"):
        place.mkdir(parents=True)
    monkeypatch.chdir(project / folder)
    said = saved_said(1, project)
    assert (str(project) in said) is named
    assert "`endonym undo`" in said


def test_nothing_is_written_where_nothing_was_done(file, session):
    seen = file.stat()
    assert session.save().run is None
    session.edit(0, "Вода.")
    session.undo()
    assert (session.save().run, file.stat().st_mtime_ns) == (None, seen.st_mtime_ns)


def test_what_is_done_after_saving_is_saved_next(file, reopened):
    session = reopened()
    for number in range(3):
        session.edit(number, f"Вода {number}.")
        assert session.save().pairs == 1
    assert [row["target"] for row in read(file)][:3] == ["Вода 0.", "Вода 1.", "Вода 2."]
    session.undo()
    assert session.unsaved
    session.save()
    assert read(file)[2]["target"] == ""
    assert len(runs()) == 4


def test_a_comment_taken_back_is_taken_out_of_the_file(file, session):
    session.comment(0, "Which river?")
    session.save()
    assert read(file)[0]["note"] == "Aigerim: Which river?"
    session.undo()
    assert session.unsaved
    session.save()
    assert read(file)[0]["note"] == ""


def test_somebody_who_writes_in_the_very_moment_is_merged(file, session, monkeypatch):
    session.edit(0, "Вода.")
    theirs = rows()
    theirs[4]["target"] = "Хлеб, соль."
    moments = [lambda: write(file, theirs)]

    def interrupted(changes, note="", *, project=None):
        while moments:
            moments.pop()()
        return original(changes, note, project=project)

    import passages.runs

    original = passages.runs.write_run
    monkeypatch.setattr(passages.runs, "write_run", interrupted)
    saved = session.save()
    assert (saved.pairs, saved.merged) == (1, 1)
    assert [read(file)[index]["target"] for index in (0, 4)] == ["Вода.", "Хлеб, соль."]


def test_a_process_that_dies_behind_the_writing_finds_its_own_work(file, reopened, monkeypatch):
    session = reopened()
    session.edit(0, "Вода.")
    session.set_state([0, 1], PairState.APPROVED)
    session.merge(3)

    def dies(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(Session, "_reread", dies)
    with pytest.raises(KeyboardInterrupt):
        session.save()
    monkeypatch.undo()
    monkeypatch.chdir(file.parent)
    session = reopened()
    assert (len(session), states(session), targets(session)[0]) == (4, "✓✓··", "Вода.")
    assert session.save().run is None
    session.undo()
    session.undo()
    assert states(session)[:2] == "··"


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="only where a file can be read-only")
def test_a_read_only_file_is_left_alone(file, session):
    session.edit(0, "Вода.")
    file.chmod(0o444)
    with pytest.raises(DocumentError, match="it is read-only"):
        session.save()
    assert session.unsaved


def test_a_file_that_cannot_be_written_says_so_and_the_session_goes_on(file, session, monkeypatch):
    session.edit(0, "Вода.")

    def full(path, data):
        raise DocumentError(path, "cannot write it: no space left on device", "make room on the disk")

    monkeypatch.setattr("passages.runs.write_atomically", full)
    with pytest.raises(DocumentError, match="no space left"):
        session.save()
    monkeypatch.setattr("passages.runs.write_atomically", write_atomically)
    assert session.save().pairs == 1


def test_the_run_is_recorded_where_undo_looks_for_it(file, reopened, monkeypatch, tmp_path_factory):
    monkeypatch.chdir(tmp_path_factory.mktemp("elsewhere"))
    session = reopened()
    session.edit(0, "Вода.")
    saved = session.save()
    assert str(file.parent) in saved.text
    monkeypatch.chdir(file.parent)
    undo_run(saved.run)
    assert not (Path.cwd() / "elsewhere").exists()


@pytest.mark.parametrize(("name", "content"), [("harbour.po", PO), ("harbour.xlf", XLIFF)], ids=["po", "xliff"])
@pytest.mark.parametrize("again", ["reopened", "reloaded"])
def test_a_file_that_was_put_back_is_told_the_same_anew(tmp_path, monkeypatch, name, content, again):
    session = opened(tmp_path, monkeypatch, name, content)
    session.edit(0, "Открыть шлюз")
    session.set_state([0], PairState.NEEDS_WORK)
    session.save()
    saved = (tmp_path / name).read_bytes()
    undo_run()
    assert (tmp_path / name).read_text("utf-8") == content
    if again == "reopened":
        session.close()
        session = Session.open(tmp_path / name, reviewer="Aigerim")
    else:
        session.reload()
    with session:
        assert (session.pair(0).target, session.unsaved) == ("Открыть замок", False)
        session.edit(0, "Открыть шлюз")
        session.set_state([0], PairState.NEEDS_WORK)
        assert session.unsaved
        session.save()
        assert ((tmp_path / name).read_bytes(), session.unsaved) == (saved, False)


def test_a_comment_that_the_file_has_lost_is_written_anew(tmp_path, monkeypatch):
    session = opened(tmp_path, monkeypatch, "harbour.po", PO)
    session.comment(1, "Which boats?")
    session.save()
    saved = (tmp_path / "harbour.po").read_bytes()
    assert "Which boats?" in saved.decode()
    (tmp_path / "harbour.po").write_text(PO, "utf-8")
    session.reload()
    assert session.unsaved
    session.save()
    assert ((tmp_path / "harbour.po").read_bytes(), session.unsaved) == (saved, False)
    session.close()


def test_what_the_file_still_has_is_not_written_again_when_others_have_changed_it(tmp_path, monkeypatch):
    session = opened(tmp_path, monkeypatch, "harbour.po", PO)
    session.edit(0, "Открыть шлюз")
    session.comment(0, "A lock of water.")
    session.save()
    text = (tmp_path / "harbour.po").read_text("utf-8").replace("%d лодки", "%d лодок")
    (tmp_path / "harbour.po").write_text(text, "utf-8")
    session.reload()
    assert not session.unsaved
    session.close()


def test_where_nothing_can_be_written_beside_the_file_the_session_says_where_it_is_and_saving_what_to_do(tmp_path, monkeypatch):
    (tmp_path / "work").mkdir()
    (tmp_path / "state").mkdir()
    path = tmp_path / "work" / "harbour.po"
    path.write_text(PO, "utf-8")
    monkeypatch.chdir(tmp_path / "work")
    monkeypatch.setattr("passages.review.place._own_folder", lambda: tmp_path / "state")
    (tmp_path / "work" / ".endonym").write_text("a file, where a folder should be made", "utf-8")
    with Session.open(path, reviewer="Aigerim") as session:
        assert str(tmp_path / "state" / "reviews") in session.kept_elsewhere
        session.edit(0, "Открыть шлюз")
        with pytest.raises(DocumentError):
            session.save()
        assert session.unsaved
    assert path.read_text("utf-8") == PO
    with Session.open(path, reviewer="Aigerim") as session:
        assert session.pair(0).target == "Открыть шлюз"


def test_a_session_beside_its_file_has_nothing_to_tell_of_its_place(session):
    assert session.kept_elsewhere is None
