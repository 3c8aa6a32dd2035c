"""A file is written whole or not at all."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

import pytest

from passages import writing
from passages.errors import DocumentError
from passages.writing import write_atomically


def listing(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_the_bytes_are_replaced_and_the_mode_is_kept(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(b"old")
    file.chmod(0o640)
    write_atomically(file, b"new" * 1_000_000)
    assert file.read_bytes() == b"new" * 1_000_000
    assert stat.S_IMODE(file.stat().st_mode) == 0o640
    assert listing(tmp_path) == ["a.txt"]


def test_a_new_file_obeys_the_mask(tmp_path: Path) -> None:
    mask = os.umask(0o027)
    try:
        write_atomically(tmp_path / "a.txt", b"")
        assert stat.S_IMODE((tmp_path / "a.txt").stat().st_mode) == 0o640
    finally:
        os.umask(mask)


def test_a_link_stays_a_link_and_its_file_is_written(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    (tmp_path / "there" / "a.txt").write_bytes(b"old")
    (tmp_path / "one.txt").symlink_to("there/a.txt")
    (tmp_path / "two.txt").symlink_to("one.txt")
    write_atomically(tmp_path / "two.txt", b"new")
    assert (tmp_path / "two.txt").is_symlink()
    assert (tmp_path / "there" / "a.txt").read_bytes() == b"new"


FAILURES = [
    (errno.ENOSPC, "no space left on device; make room on the disk"),
    (errno.EACCES, "permission denied; ask for the permission"),
    (errno.EROFS, "read-only file system; the disk is read-only; copy the files"),
    (errno.EIO, "input/output error; see that it exists"),
]


@pytest.mark.parametrize(("code", "message"), FAILURES)
@pytest.mark.parametrize("step", ["write", "fsync", "open"])
def test_a_failing_disk_leaves_the_old_file_and_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, message: str, step: str
) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(b"old")

    def fail(*args: object, **options: object):
        raise OSError(code, os.strerror(code))

    with monkeypatch.context() as patch:
        if step == "open":
            patch.setattr(writing.tempfile, "mkstemp", fail)
        else:
            patch.setattr(os, step, fail)
        with pytest.raises(DocumentError, match=f"a.txt: cannot write it: {message}"):
            write_atomically(file, b"new")
    assert file.read_bytes() == b"old"
    assert listing(tmp_path) == ["a.txt"]


def test_a_disk_that_fills_in_the_middle(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(b"old")
    write, left = os.write, [5]

    def fill(handle: int, data: memoryview) -> int:
        if not left[0]:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        written = write(handle, data[: left[0]])
        left[0] -= written
        return written

    with monkeypatch.context() as patch:
        patch.setattr(os, "write", fill)
        with pytest.raises(DocumentError, match="no space left"):
            write_atomically(file, b"much longer")
    assert file.read_bytes() == b"old"
    assert listing(tmp_path) == ["a.txt"]


def test_a_file_larger_than_the_limit(tmp_path: Path) -> None:
    resource = pytest.importorskip("resource")
    signal = pytest.importorskip("signal")
    file = tmp_path / "a.txt"
    file.write_bytes(b"old")
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, limits[1]))
    try:
        with pytest.raises(DocumentError, match="the disk or your limits allow no file of this size"):
            write_atomically(file, b"x" * 5000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        signal.signal(signal.SIGXFSZ, handler)
    assert file.read_bytes() == b"old"
    assert listing(tmp_path) == ["a.txt"]


def test_a_file_that_is_read_only_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(b"old")
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(DocumentError, match="it is read-only; make it writable"):
        write_atomically(file, b"new")
    assert file.read_bytes() == b"old"


def test_a_folder_that_is_gone_is_named(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match="check the spelling"):
        write_atomically(tmp_path / "nothing" / "a.txt", b"new")
