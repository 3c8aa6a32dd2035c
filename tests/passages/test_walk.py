"""Which files a run reads."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from passages.errors import DocumentError
from passages.walk import Found, Skipped, walk


def plant(root: Path, *names: str) -> None:
    for name in names:
        file = root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(b"Zhanoezen\n")


def found(*args, root: Path, **options) -> list[str]:
    return [item.path.relative_to(root).as_posix() for item in walk(args or (root,), **options) if isinstance(item, Found)]


def skipped(*args, **options) -> dict[str, str]:
    return {item.path.name: item.reason for item in walk(args, **options) if isinstance(item, Skipped)}


def test_folders_give_the_files_of_known_suffixes_in_a_stable_order(tmp_path: Path) -> None:
    plant(tmp_path, "b.txt", "a/z.MD", "a/b.markdown", "c.text", "x.docx", "LICENSE", ".hidden.txt", ".endonym/runs/x.txt", ".git/info.txt")
    assert found(root=tmp_path) == ["a/b.markdown", "a/z.MD", "b.txt", "c.text"]
    assert set(skipped(tmp_path)) == {"x.docx", "LICENSE"}


def test_named_files_are_taken_whatever_they_are_and_each_file_once(tmp_path: Path) -> None:
    plant(tmp_path, "a.txt", ".hidden.txt", "LICENSE", ".gitignore")
    (tmp_path / ".gitignore").write_text("*")
    (tmp_path / "link.txt").symlink_to("a.txt")
    names = ["a.txt", ".hidden.txt", "LICENSE", "a.txt", "link.txt"]
    assert found(*(tmp_path / name for name in names), tmp_path, root=tmp_path) == ["a.txt", ".hidden.txt", "LICENSE"]


def test_include_replaces_the_suffixes_and_exclude_overrules_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plant(tmp_path, "a.txt", "b.tex", "old/c.tex", "old/d.txt", "drafts/e.tex")
    monkeypatch.chdir(tmp_path)
    assert found(root=tmp_path, include=["*.tex"]) == ["b.tex", "drafts/e.tex", "old/c.tex"]
    assert found(root=tmp_path, include=["*.tex"], exclude=["/old/"]) == ["b.tex", "drafts/e.tex"]
    assert found(tmp_path / "a.txt", root=tmp_path, exclude=["a.*"]) == []
    assert skipped(tmp_path / "a.txt", exclude=["a.*"]) == {"a.txt": "excluded"}


def test_binary_files_and_links_are_passed_over_with_a_word(tmp_path: Path) -> None:
    plant(tmp_path, "a.txt")
    (tmp_path / "image.txt").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00")
    (tmp_path / "wide.txt").write_bytes("Жанаозен, Kazakhstan\n".encode("utf-16-le"))
    (tmp_path / "loop").symlink_to(tmp_path)
    (tmp_path / "a-link.txt").symlink_to("a.txt")
    (tmp_path / "broken.txt").symlink_to("nothing")
    assert found(root=tmp_path) == ["a.txt", "wide.txt"]
    assert skipped(tmp_path) == {"image.txt": "not text", "a-link.txt": "a link; name it to have it read"}


def test_a_missing_path_is_told_before_anything_is_read(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match=r"nothing.*; check the spelling"):
        walk([tmp_path, tmp_path / "nothing"])


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_is_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(DocumentError, match="neither a file nor a folder"):
        list(walk([tmp_path / "pipe"]))


def test_a_folder_that_cannot_be_listed_is_an_error_with_a_remedy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path):
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(os, "scandir", refuse)
    with pytest.raises(DocumentError, match="cannot list it: permission denied; ask for the permission"):
        list(walk([tmp_path]))


def test_a_folder_that_is_ignored_is_walked_when_it_is_named(tmp_path: Path) -> None:
    subprocess.run(["git", "init", "-q", tmp_path], check=True)
    plant(tmp_path, "build/a.txt", "build/b/c.txt")
    (tmp_path / ".gitignore").write_text("build/\n")
    assert found(root=tmp_path) == []
    assert found(root=tmp_path, use_gitignore=False) == ["build/a.txt", "build/b/c.txt"]
    assert found(tmp_path / "build", root=tmp_path) == ["build/a.txt", "build/b/c.txt"]


FILES = ["a.txt", "b.txt", "foo/a.txt", "foo/bar/a.txt", "foo/bar/b.txt", "bar/a.txt", "bar/foo/b.txt", "a b.txt", "é.txt", "foo/keep.txt"]
PATTERNS = st.sampled_from(
    [
        "*.txt", "!a.txt", "foo/", "!foo/", "/foo", "foo/*", "!foo/bar", "!foo/bar/", "**/bar",
        "bar/**", "foo/**/b.txt", "# c", "", "\\#x", "a?b.txt", "[ab].txt", "a.txt ", "!keep.txt",
        "/*", "!/bar", "é.txt", "foo/bar/a.txt", "**", "*/", "a b.txt\\ ", "/a.txt", "bar",
    ]
)  # fmt: skip


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@example(top=[], foo=[], exclude=["bar/**", "!a.txt"])
@given(top=st.lists(PATTERNS, max_size=4), foo=st.lists(PATTERNS, max_size=3), exclude=st.lists(PATTERNS, max_size=2))
def test_gitignore_means_what_git_means(
    tmp_path_factory: pytest.TempPathFactory, top: list[str], foo: list[str], exclude: list[str]
) -> None:
    root = tmp_path_factory.mktemp("repository")
    subprocess.run(["git", "init", "-q", root], check=True)
    plant(root, *FILES)
    (root / ".gitignore").write_text("\n".join(top), "utf-8")
    (root / "foo" / ".gitignore").write_text("\n".join(foo) + "\n", "utf-8")
    (root / ".git" / "info" / "exclude").write_text("\n".join(exclude) + "\n", "utf-8")
    command = ["git", "-c", "core.excludesFile=", "ls-files", "-z", "--others", "--exclude-standard", "--", "*.txt"]
    listed = subprocess.run(command, cwd=root, check=True, capture_output=True).stdout.decode().split("\0")
    assert sorted(found(root=root)) == sorted(filter(None, listed))


@pytest.mark.parametrize("pattern", ["[", "a[b", "docs/[!a", "a\\"])
@pytest.mark.parametrize("option", ["include", "exclude"])
def test_a_malformed_pattern_is_named(tmp_path: Path, pattern: str, option: str) -> None:
    with pytest.raises(DocumentError, match="the pattern is malformed") as caught:
        walk([tmp_path], **{option: [pattern]})
    assert caught.value.path == pattern


def test_brackets_that_are_closed_or_escaped_are_no_fault(tmp_path: Path) -> None:
    plant(tmp_path, "a.txt", "[.txt", "].txt")
    assert found(root=tmp_path, include=["[a].txt", r"\[.txt", "[]].txt"]) == ["[.txt", "].txt", "a.txt"]


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="no permissions of that kind here")
def test_a_closed_folder_is_an_error_for_who_may_not_override_it(tmp_path: Path) -> None:
    closed = tmp_path / "closed"
    plant(closed, "a.txt")
    closed.chmod(0)
    drop = ["setpriv", "--bounding-set=-dac_override,-dac_read_search,-fowner", "--inh-caps=-dac_override,-dac_read_search"]
    if os.geteuid() == 0 and shutil.which("setpriv") is None:
        pytest.skip("root's override cannot be dropped")
    code = "import sys; from passages.errors import DocumentError; from passages.walk import walk\ntry: list(walk(sys.argv[1:]))\nexcept DocumentError as e: print(e)"
    command = [*(drop if os.geteuid() == 0 else []), sys.executable, "-c", code, str(closed)]
    try:
        told = subprocess.run(command, check=False, capture_output=True, text=True, cwd=Path(__file__).parents[2])
    finally:
        closed.chmod(0o755)
    assert told.stdout == f"{closed}: cannot list it: permission denied; ask for the permission, or leave it out with --exclude\n"
