"""The diff that is shown is the diff that patch applies, and it says what would be written."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from glossary.findings import Edit
from passages.diff import unified
from passages.document import Document, open_document
from passages.segment import Segment


def document(path: Path, text: str) -> Document:
    segments = (Segment(0, len(text), text),) if text else ()
    return Document(path, "text", "utf-8", text, segments, text.encode())


def replacing(text: str, old: str, new: str) -> list[Edit]:
    return [Edit(match.start(), match.end(), new) for match in re.finditer(re.escape(old), text)]


def test_the_diff_has_headers_context_and_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    text = "1\n2\n3\n4\nTo Zhanoezen\n6\n7\n8\n9\n"
    assert "".join(unified(document(Path("a.txt"), text), replacing(text, "Zhanoezen", "Zhanaozen"))) == (
        "--- a/a.txt\n+++ b/a.txt\n@@ -2,7 +2,7 @@ Zhanoezen → Zhanaozen\n 2\n 3\n 4\n-To Zhanoezen\n+To Zhanaozen\n 6\n 7\n 8\n"
    )


def test_changed_words_are_marked_on_a_terminal_and_control_characters_shown() -> None:
    text = "\x1b[2J Kazak\r\n"
    shown = "".join(unified(document(Path("a.txt"), text), replacing(text, "Kazak", "Kazakh"), colour=True))
    assert "\x1b[31m-␛[2J \x1b[1;4mKazak\x1b[22;24m\x1b[0m\n" in shown
    assert "\x1b[32m+␛[2J \x1b[1;4mKazakh\x1b[22;24m\x1b[0m\n" in shown


def test_nothing_is_said_where_nothing_changes() -> None:
    text = "Kazakh\n"
    assert list(unified(document(Path("a.txt"), text), replacing(text, "Kazakh", "Kazakh"))) == []
    assert list(unified(document(Path("a.txt"), text), [])) == []


def test_one_change_in_a_large_text_is_found_without_comparing(tmp_path: Path) -> None:
    text = "Zhanaozen and more\n" * 300_000 + "Kazak"
    diff = list(unified(document(tmp_path / "a.txt", text), [Edit(len(text) - 5, len(text), "Kazakh")]))
    assert diff[2].startswith("@@ -299998,4 +299998,4 @@")
    assert diff[-2:] == ["+Kazakh\n", "\\ No newline at end of file\n"]


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    lines=st.lists(st.sampled_from(["Kazak", "x", "", "Kazak Kazak", "tab\t", "cr\r", "Жаңа"]), min_size=1, max_size=30),
    ended=st.booleans(),
)
@example(lines=["Kazak"], ended=False)
@example(lines=["x"] * 5 + ["Kazak"] + ["x"] * 6 + ["Kazak"] + ["x"] * 7 + ["Kazak"], ended=True)
@pytest.mark.parametrize("new", ["Kazakh", "two\nlines", ""])
@pytest.mark.parametrize("name", ["a b.txt", 'q"uote\\.txt', "sub/Жаңаөзен.txt"])
def test_git_applies_it(tmp_path_factory, monkeypatch, name: str, new: str, *, lines: list[str], ended: bool) -> None:
    root = tmp_path_factory.mktemp("tree")
    monkeypatch.chdir(root)
    text = "\n".join(lines) + ("\n" if ended else "")
    path = Path(name)
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(text.encode())
    diff = "".join(unified(document(path, text), replacing(text, "Kazak", new)))
    if "Kazak" not in text:
        assert diff == ""
        return
    subprocess.run(["git", "apply", "--whitespace=nowarn", "-p1"], input=diff.encode(), check=True)
    assert (
        path.read_bytes() == text.replace("Kazak", new).encode()
        if text.replace("Kazak", new)
        else not path.exists() or not path.read_bytes()
    )


@pytest.mark.parametrize("text", ["Kazak", "Kazak\nb\n", "a\nb\nKazak\n", "a\n" * 9 + "Kazak\n"])
def test_git_applies_it_to_a_file_with_a_byte_order_mark(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.chdir(tmp_path)
    path = Path("a.txt")
    path.write_bytes(text.encode("utf-8-sig"))
    diff = "".join(unified(open_document(path), replacing(text, "Kazak", "Kazakh")))
    subprocess.run(["git", "apply", "-p1"], input=diff.encode(), check=True)
    assert path.read_bytes() == text.replace("Kazak", "Kazakh").encode("utf-8-sig")


def test_bytes_of_a_file_name_that_are_no_text_are_quoted_as_git_does(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    diff = list(unified(document(Path("bad\udcff.txt"), "Kazak"), [Edit(0, 5, "Kazakh")]))
    assert diff[:2] == ['--- "a/bad\\377.txt"\n', '+++ "b/bad\\377.txt"\n']
