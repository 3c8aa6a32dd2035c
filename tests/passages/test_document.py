"""A document gives its bytes back, and an edit changes the bytes of its span only."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from glossary.findings import Edit, apply_edits
from passages import Document, DocumentError, open_document

ENCODINGS = ["utf-8", "utf-8-sig", "utf-16-le", "utf-16-be", "utf-16", "cp1251", "koi8-r"]
TEXTS = {
    "no final newline": "Город Жанаозен и Казахстан",
    "CR LF and trailing spaces": "Город Жанаозен  \r\nи Казахстан \t\r\n\r\nСнова Жанаозен\r\n",
    "mixed line ends": "Жанаозен\nгород\r\nКазахстан\r\rснова Жанаозен\n\n\n",
    "form feed and tabs": "Жанаозен\t\x0c\n\x0b\nгород Казахстан\n",
}
SAMPLES = [pytest.param(name, text, id=f"{name}, {title}") for name in ("a.txt", "a.md") for title, text in TEXTS.items()]
"""A file's name, whose suffix says the format, and a text whose last Жанаозен stands in a segment; a new format adds its own."""


def file(tmp_path: Path, data: bytes, name: str = "a.txt") -> Path:
    path = tmp_path / name
    path.write_bytes(data)
    return path


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize(("name", "text"), SAMPLES)
def test_without_edits_the_bytes_are_the_same_and_one_edit_is_one_span(tmp_path: Path, text: str, encoding: str, name: str) -> None:
    data = text.encode(encoding)
    document = open_document(file(tmp_path, data, name), encoding=encoding)
    assert document.to_bytes() == data
    assert document.text == text
    at = document.text.rindex("Жанаозен")
    assert document.to_bytes([Edit(at, at + 8, "Жанаозён" if encoding != "koi8-r" else "Узень")]).decode(encoding) == (
        text[:at] + ("Жанаозён" if encoding != "koi8-r" else "Узень") + text[at + 8 :]
    )


def test_edits_may_come_in_any_order_and_change_the_length(tmp_path: Path) -> None:
    document = open_document(file(tmp_path, b"\xef\xbb\xbfKazak, \xd0\x96, Kazak\r\n"))
    edits = [Edit(10, 15, "Қазақ"), Edit(0, 5, "Kazakh"), Edit(6, 6, " ")]
    assert document.to_bytes(edits) == "\ufeffKazakh,  Ж, Қазақ\r\n".encode()
    assert document.encoding == "utf-8"


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    text=st.text(st.sampled_from("abЖҢ𐍈e\u0301 .\n\r"), min_size=1, max_size=60),
    encoding=st.sampled_from(["utf-8", "utf-16-le"]),
    data=st.data(),
)
def test_splicing_bytes_is_editing_the_text(tmp_path: Path, text: str, encoding: str, data: st.DataObject) -> None:
    document = open_document(file(tmp_path, text.encode(encoding)), encoding=encoding)
    assume(document.segments)
    edits = []
    for segment in document.segments:
        start = data.draw(st.integers(segment.start, segment.end))
        end = data.draw(st.integers(start, segment.end))
        edit = Edit(start, end, data.draw(st.sampled_from(["", "x", "Ж𐍈"])))
        if not any(first < end - segment.start and start - segment.start < last for first, last in segment.protected):
            edits.append(edit)
    assert document.to_bytes(edits).decode(encoding) == apply_edits(text, edits)


def test_a_plain_utf_8_text_is_opened_without_heavy_imports(tmp_path: Path) -> None:
    path = file(tmp_path, "Жанаозен, www.example.kz\n".encode())
    code = f"import sys; from passages import open_document; open_document({str(path)!r}).to_bytes(); print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout.split()
    assert "passages.document" in loaded
    assert not {"charset_normalizer", "markdown_it", "pathspec", "numpy", "rich", "click"} & set(loaded)


def check_segments(document: Document) -> None:
    at = 0
    for segment in document.segments:
        assert at <= segment.start < segment.end <= len(document.text)
        assert segment.text == document.text[segment.start : segment.end]
        assert segment.text.strip() == segment.text
        last = -1
        for start, end in segment.protected:
            assert last < start < end <= len(segment.text)
            last = end
        at = segment.end


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(text=st.text(st.sampled_from("ab \n\r\t\x0b\u2028\u00a0"), max_size=60))
def test_paragraphs_hold_all_that_is_no_white_space(tmp_path: Path, text: str) -> None:
    document = open_document(file(tmp_path, text.encode()))
    check_segments(document)
    assert "".join("".join(segment.text.split()) for segment in document.segments) == "".join(text.split())


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_paragraph_ends_at_a_blank_line_and_not_at_a_line_end(tmp_path: Path, end: str) -> None:
    text = f"Novyi{end}Uzen{end} \t{end}{end}next  {end}"
    document = open_document(file(tmp_path, text.encode()))
    assert [segment.text for segment in document.segments] == [f"Novyi{end}Uzen", "next"]


REFUSED = {
    "outside the text": [Edit(0, 99, "x")],
    "between segments": [Edit(5, 6, "x")],
    "over two segments": [Edit(0, 9, "x")],
    "overlapping": [Edit(0, 3, "x"), Edit(2, 4, "y")],
    "backwards": [Edit(3, 2, "x")],
    "in an address": [Edit(15, 20, "x")],
}


@pytest.mark.parametrize("edits", REFUSED.values(), ids=REFUSED)
def test_edits_outside_prose_are_refused(tmp_path: Path, edits: list[Edit]) -> None:
    document = open_document(file(tmp_path, b"Kazak\n\nsee www.Kazak.kz\n"))
    with pytest.raises(ValueError, match=r"overlaps|outside|touches"):
        document.to_bytes(edits)


def test_a_name_that_the_encoding_lacks_is_refused_with_its_file(tmp_path: Path) -> None:
    path = file(tmp_path, "Лулео, город".encode("koi8-r"))
    document = open_document(path, encoding="koi8-r")
    with pytest.raises(DocumentError, match=r"koi8-r cannot hold 'å'.*UTF-8") as caught:
        document.to_bytes([Edit(0, 5, "Luleå")])
    assert caught.value.path == str(path)


def test_a_codec_with_states_is_never_spliced_wrongly(tmp_path: Path) -> None:
    data = "日本 Kazak".encode("iso2022_jp")
    document = open_document(file(tmp_path, data), encoding="iso2022_jp")
    assert document.to_bytes() == data
    with pytest.raises(DocumentError, match="cannot be edited in place; convert it to UTF-8"):
        document.to_bytes([Edit(1, 1, "Kazakh")])


def test_missing_and_unreadable_files_and_formats_are_named(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match=r"nothing.txt: cannot read it: no such file.*; check the spelling"):
        open_document(tmp_path / "nothing.txt")
    with pytest.raises(DocumentError, match="name a file, not a folder"):
        open_document(tmp_path)
    with pytest.raises(DocumentError, match="it is no path"):
        open_document("a\0b")
    with pytest.raises(DocumentError, match=r"there is no format 'docx'; use text.* or \w+"):
        open_document(file(tmp_path, b"x"), format="docx")


def test_the_suffix_decides_the_format_unless_it_is_named(tmp_path: Path) -> None:
    path = file(tmp_path, b"`Kazak`\n", "README.MD")
    assert open_document(path).format == "markdown"
    assert open_document(path, format="text").segments[0].protected == ()
    assert open_document(file(tmp_path, b"x", "LICENSE")).format == "text"
