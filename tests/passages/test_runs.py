"""A run is written together, recorded, and taken back together, whatever happened in between."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from passages import DocumentError, open_document
from passages.lock import locked
from passages.runs import runs, undo_run, write_run

OLD = {"a.txt": b"Zhanoezen\r\n", "sub/b.txt": b"\xef\xbb\xbfKazak", "c.txt": "Жанаозен".encode("utf-16")}
NEW = {name: b"new " + data for name, data in OLD.items()}


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    plant(tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def plant(root: Path) -> None:
    for name, data in OLD.items():
        (root / name).parent.mkdir(exist_ok=True)
        (root / name).write_bytes(data)


def write(note: str = "endonym normalize --write") -> str:
    return write_run([(open_document(name), NEW[name]) for name in OLD], note=note)


def state(root: Path) -> dict[str, bytes]:
    return {name: (root / name).read_bytes() for name in OLD}


def leftovers(root: Path) -> list[str]:
    return [path.name for path in root.rglob("*.tmp")]


def test_a_run_is_written_recorded_and_taken_back(project: Path) -> None:
    run = write()
    assert state(project) == NEW
    (record,) = runs()
    assert (record.id, record.finished, record.undone, record.done) == (run, True, False, frozenset(OLD))
    assert record.line.startswith(f"{run}  2")
    assert record.line.endswith("3 files, written  endonym normalize --write")
    assert (project / ".endonym" / ".gitignore").read_text() == "*\n"
    undone = undo_run()
    assert (undone.id, undone.restored) == (run, tuple(OLD))
    assert state(project) == OLD
    assert "3 files, undone" in runs()[0].line
    with pytest.raises(DocumentError, match="there is no run to undo"):
        undo_run()


def test_runs_are_taken_back_newest_first_or_by_name(project: Path) -> None:
    first = write()
    second = write_run([(open_document("a.txt"), b"newer")], note="second")
    assert [record.id for record in runs()] == [second, first]
    with pytest.raises(DocumentError, match=rf"a\.txt: it has changed since run {first}; nothing was undone"):
        undo_run(first)
    assert undo_run().id == second
    assert undo_run(first[:-2]).id == first
    assert state(project) == OLD
    for name, message in [(first, "has already been undone"), ("2", "more than one run is called '2'"), ("x", "no run is called 'x'")]:
        with pytest.raises(DocumentError, match=message):
            undo_run(name)


def test_undo_refuses_all_where_one_file_has_changed_or_is_gone(project: Path) -> None:
    write()
    (project / "sub/b.txt").write_bytes(b"by hand")
    with pytest.raises(DocumentError, match=r"b.txt: it has changed since run .*; nothing was undone"):
        undo_run()
    assert state(project) == {**NEW, "sub/b.txt": b"by hand"}
    (project / "sub/b.txt").unlink()
    with pytest.raises(DocumentError, match=r"b\.txt: it is gone; nothing was undone"):
        undo_run()
    assert (project / "a.txt").read_bytes() == NEW["a.txt"]


def test_undo_refuses_where_the_record_is_damaged(project: Path) -> None:
    run = write()
    record = runs()[0]
    (project / ".endonym" / "runs" / run / record.changes[0].old).write_bytes(b"damaged")
    with pytest.raises(DocumentError, match=r"the recorded bytes are damaged; restore .* from a backup"):
        undo_run()
    assert state(project) == NEW


def test_the_record_lies_in_the_nearest_project_above_and_serves_below_it(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (project / ".endonym").mkdir()
    monkeypatch.chdir(project / "sub")
    write_run([(open_document("../a.txt"), b"new"), (open_document("b.txt"), b"new")])
    assert [change.path for change in runs()[0].changes] == ["a.txt", "sub/b.txt"]
    assert not (project / "sub" / ".endonym").exists()
    monkeypatch.chdir(project)
    undo_run()
    assert state(project) == OLD


def test_a_project_that_was_moved_can_still_be_undone(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write()
    moved = project.with_name(project.name + "-moved")
    project.rename(moved)
    monkeypatch.chdir(moved)
    undo_run()
    assert state(moved) == OLD


@pytest.mark.skipif(sys.platform != "linux", reason="names are characters here, not bytes")
def test_a_file_whose_name_is_not_utf_8_is_written_and_restored(project: Path) -> None:
    name = os.fsdecode("Жанаозен.txt".encode("cp1251"))
    (project / name).write_bytes(b"Kazak")
    write_run([(open_document(name), b"Kazakh")])
    assert (project / name).read_bytes() == b"Kazakh"
    assert undo_run().restored == (name,)
    assert (project / name).read_bytes() == b"Kazak"


def test_a_file_that_has_changed_since_it_was_read_stops_the_run(project: Path) -> None:
    documents = [(open_document(name), NEW[name]) for name in OLD]
    (project / "c.txt").write_bytes(b"by hand")
    with pytest.raises(DocumentError, match=r"c\.txt: it has changed since it was read; run the command again"):
        write_run(documents)
    assert state(project) == {**OLD, "c.txt": b"by hand"}


def test_one_file_named_twice_stops_the_run(project: Path) -> None:
    (project / "link.txt").symlink_to("a.txt")
    with pytest.raises(DocumentError, match="it is named twice"):
        write_run([(open_document("a.txt"), b"x"), (open_document("link.txt"), b"y")])
    assert state(project) == OLD


def test_two_runs_at_once_are_refused(project: Path) -> None:
    (project / ".endonym").mkdir()
    with locked(project / ".endonym" / "lock"), pytest.raises(DocumentError, match="another run is writing; wait until it has ended"):
        write()
    assert state(project) == OLD
    write()


def test_where_nothing_was_recorded_undo_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert runs() == []
    with pytest.raises(DocumentError, match="no run is recorded here; go to the folder"):
        undo_run()


STEPS: list[tuple[object, str]] = [(os, "write"), (os, "fsync"), (os, "open"), (Path, "replace"), (Path, "chmod")]


def failing_at(monkeypatch: pytest.MonkeyPatch, owner: object, name: str, count: int, error: Callable[[], BaseException]) -> list[int]:
    """Let the call number `count` of a step fail, and those after it succeed; tells how many there were."""
    real = getattr(owner, name)
    calls = [0]

    def step(*args, **options):
        calls[0] += 1
        if calls[0] == count:
            raise error()
        return real(*args, **options)

    monkeypatch.setattr(owner, name, step)
    return calls


@pytest.mark.parametrize(
    "error", [KeyboardInterrupt, lambda: OSError(errno.ENOSPC, "No space left on device")], ids=["Ctrl-C", "full disk"]
)
@pytest.mark.parametrize(("owner", "name"), STEPS, ids=[name for _, name in STEPS])
def test_wherever_a_run_breaks_off_every_file_is_old_or_new_and_undo_restores_them(project, monkeypatch, owner, name, error) -> None:
    count, calls = 0, [1]
    while calls[0] >= count:
        count += 1
        with monkeypatch.context() as patch:
            calls = failing_at(patch, owner, name, count, error)
            try:
                write()
            except (KeyboardInterrupt, DocumentError) as caught:
                broken: BaseException | None = caught
            else:
                broken = None
        now = state(project)
        assert all(now[file] in {OLD[file], NEW[file]} for file in OLD)
        assert leftovers(project) == []
        new = {file for file in OLD if now[file] == NEW[file]}
        record = next((record for record in runs() if not record.undone), None)
        if broken is None:
            assert new == set(OLD)
        if record is None:
            assert not new
        else:
            assert record.done <= new
            assert len(new - record.done) <= 1  # the file that was replaced when the journal was interrupted
            undo_run()
        assert state(project) == OLD
    assert count > 1


def test_a_full_disk_names_the_run_and_how_far_it_came(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        failing_at(patch, Path, "replace", 2, lambda: OSError(errno.ENOSPC, "No space left on device"))
        with pytest.raises(
            DocumentError, match=r"b.txt: cannot write it: no space.*has written 1 of 3 files, `endonym undo \d+-"
        ) as caught:
            write()
    assert state(project) == {**OLD, "a.txt": NEW["a.txt"]}
    assert "interrupted after 1" in runs()[0].line
    assert undo_run(str(caught.value).split("`endonym undo ")[1].split("`", maxsplit=1)[0]).restored == ("a.txt",)


def test_an_undo_that_breaks_off_can_be_done_again(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run = write()
    with monkeypatch.context() as patch:
        failing_at(patch, Path, "replace", 2, KeyboardInterrupt)
        with pytest.raises(KeyboardInterrupt):
            undo_run()
    assert state(project) == {**NEW, "a.txt": OLD["a.txt"]}
    assert undo_run().id == run
    assert state(project) == OLD


CHILD = """
import os, signal, sys
from pathlib import Path
from passages import open_document
from passages.runs import write_run
left = int(sys.argv[1])
def killing(real):
    def step(*args, **options):
        global left
        left -= 1
        if not left:
            os.kill(os.getpid(), signal.SIGKILL)
        return real(*args, **options)
    return step
documents = [(open_document(name), b"new " + Path(name).read_bytes()) for name in ("a.txt", "sub/b.txt", "c.txt")]
os.write, os.fsync, os.close, Path.replace = map(killing, (os.write, os.fsync, os.close, Path.replace))
write_run(documents)
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no such signal here")
def test_wherever_a_run_is_killed_every_file_is_old_or_new_and_undo_restores_them(project: Path) -> None:
    killed = 0
    for count in range(1, 100, 3):
        result = subprocess.run(
            [sys.executable, "-c", CHILD, str(count)], cwd=project, check=False, env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
        )
        now = state(project)
        assert all(now[file] in {OLD[file], NEW[file]} for file in OLD)
        record = next((record for record in runs() if not record.undone), None)
        if record is None:
            assert now == OLD
        else:
            undo_run()
        assert state(project) == OLD
        if result.returncode == 0:
            break
        assert result.returncode == -signal.SIGKILL
        killed += 1
    assert killed > 3


@pytest.mark.parametrize(("closed", "message"), [("c.txt", "c.txt: it is read-only"), ("sub", "sub/b.txt: its folder is read-only")])
def test_nothing_is_written_where_one_file_or_folder_may_not_be(
    project: Path, monkeypatch: pytest.MonkeyPatch, closed: str, message: str
) -> None:
    real = os.access
    monkeypatch.setattr(os, "access", lambda path, mode: Path(path) != project / closed and real(path, mode))
    with pytest.raises(DocumentError, match=rf"{message}.*nothing was written"):
        write()
    assert state(project) == OLD
    assert runs() == []


def test_undo_removes_the_temporary_files_of_its_run_and_no_others(project: Path) -> None:
    write()
    ours = project / ".a.txt.abcd_123.tmp"
    ours.write_bytes(NEW["a.txt"])
    others = [project / ".a.txt.abcd_124.tmp", project / ".a.txt.x.tmp"]
    others[0].write_bytes(b"a stranger's")
    others[1].write_bytes(NEW["a.txt"])
    undo_run()
    assert state(project) == OLD
    assert not ours.exists()
    assert all(other.exists() for other in others)
