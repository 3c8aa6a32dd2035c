"""Control characters in PO strings: shown, edited and written as the escapes that gettext has."""

from __future__ import annotations

import shutil
import struct
import subprocess
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from passages.bitext import open_bitext
from passages.errors import DocumentError
from passages.pair import PairChange

HEADER = 'msgid ""\nmsgstr ""\n"Language: ru\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
MSGFMT = shutil.which("msgfmt")


def catalog(folder: Path, target: str) -> Path:
    path = folder / "a.po"
    path.write_text(f'{HEADER}msgid "bold"\nmsgstr "{target}"\n', "utf-8", newline="")
    return path


def changed(path: Path, text: str) -> str:
    """The last line of the catalog, once its pair says another text and has been read back."""
    bitext = open_bitext(path)
    path.write_bytes(bitext.to_bytes({bitext.pairs[0].key: PairChange(target=text)}))
    assert open_bitext(path).pairs[0].target == text
    return path.read_text("utf-8").split("\n")[-2]


@pytest.mark.parametrize(
    ("written", "text", "expected"),
    [
        (r"\033[1mжирно\033[0m", "\x1b[1mтолсто\x1b[0m", r"\033[1mтолсто\033[0m"),
        (r"\x1b[1mжирно", "\x1b[1mтолсто", r"\x1b[1mтолсто"),
        (r"\x1bж", "\x1b0ж", r"\0330ж"),
        (r"\33ж", "\x1b7ж", r"\0337ж"),
        (r"\033\033ж", "\x1b\x1bз", r"\033\033з"),
        ("жирно", "\x1b1жирно\x7f", r"\0331жирно\177"),
        (r"\aжирно\b", "\aтолсто\b\v\f", r"\aтолсто\b\v\f"),
        (r"\033", "", ""),
    ],
)
def test_an_edit_keeps_and_writes_escapes(tmp_path: Path, written: str, text: str, expected: str) -> None:
    assert changed(catalog(tmp_path, written), text) == f'msgstr "{expected}"'


@pytest.mark.parametrize("char", ["\0", "\x04", "\ud800"], ids=["end", "end-of-context", "surrogate"])
def test_what_gettext_cannot_say_is_refused(tmp_path: Path, char: str) -> None:
    bitext = open_bitext(catalog(tmp_path, "жирно"))
    assert bitext.text_fault(bitext.pairs[0], f"a{char}") is not None
    with pytest.raises(DocumentError, match="cannot stand in a PO file"):
        bitext.to_bytes({bitext.pairs[0].key: PairChange(target=f"a{char}")})


CONTROLS = "".join(chr(number) for number in (*range(1, 0x20), 0x7F) if number != 4)
TEXT = st.text(st.sampled_from([*CONTROLS, *'07afж\\"', " "]), min_size=1, max_size=24)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(before=TEXT, after=TEXT)
def test_any_of_them_goes_round(tmp_path: Path, before: str, after: str) -> None:
    path = catalog(tmp_path, "x")
    changed(path, before)
    changed(path, after)


@pytest.mark.skipif(MSGFMT is None, reason="no msgfmt")
def test_gettext_reads_the_same_text(tmp_path: Path) -> None:
    text = CONTROLS + "07af"
    path, compiled = catalog(tmp_path, "x"), tmp_path / "a.mo"
    changed(path, text)
    told = subprocess.run([str(MSGFMT), "-c", "-o", compiled, path], capture_output=True, text=True, check=False)
    assert told.returncode == 0, told.stderr
    data = compiled.read_bytes()
    (at,) = struct.unpack_from("<I", data, 16)
    length, start = struct.unpack_from("<II", data, at + 8)
    assert data[start : start + length].decode() == text
