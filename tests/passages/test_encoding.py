"""Bytes become text only where the text gives back the bytes, and a guess is made only where it is safe."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from passages.encoding import decode, encode, looks_binary
from passages.errors import DocumentError

RUSSIAN = [
    "Город Жанаозен, Казахстан",
    "Забастовка нефтяников продолжается.",
    "КазМунайГаз молчит",
    "Н. Назарбаев приехал",
    "Актау (бывший Шевченко)",
    "ТОО «Озенмунайгаз» — рабочие",
    "ЗАБАСТОВКА НЕФТЯНИКОВ",
    "Mr. Назарбаев said",
    "мангистауская область",
    "Дом у реки, съезд у моря",
]
KAZAKH = ["Қазақстан Республикасының Президенті", "Жаңаөзен қаласында жұмысшылар ереуілі", "Маңғыстау облысының мұнайшылары"]
SHORT = ["да", "ВКП(б)", "ЦК", "эх", "съезд", "АО КМГ", "в 2011 г."]
FOREIGN = [
    ("日本語のテキストです", "shift_jis"),
    ("中华人民共和国", "gb18030"),
    ("Zażółć gęślą jaźń", "cp1250"),
    ("Er läuft über die Straße", "cp1252"),
]


@pytest.mark.parametrize("text", RUSSIAN)
@pytest.mark.parametrize("encoding", ["cp1251", "koi8-r"])
def test_russian_of_a_few_words_is_recognised(text: str, encoding: str) -> None:
    try:
        data = text.encode(encoding)
    except UnicodeEncodeError:  # KOI8-R has no quotation marks
        data = text.replace("«", '"').replace("»", '"').replace("—", "-").encode(encoding)
    decoded = decode("a.txt", data)
    assert decoded.text == data.decode(encoding)
    assert decoded.encoding == encoding


@pytest.mark.parametrize("text", KAZAKH)
def test_kazakh_in_its_own_code_page_is_recognised(text: str) -> None:
    assert decode("a.txt", text.encode("kz1048")).text == text


@pytest.mark.parametrize("text", SHORT)
@pytest.mark.parametrize("encoding", ["cp1251", "koi8-r", "cp866"])
def test_a_text_too_short_to_tell_is_asked_about(text: str, encoding: str) -> None:
    with pytest.raises(DocumentError, match="too few letters to tell; name the right one, for instance --encoding"):
        decode("a.txt", text.encode(encoding))


@pytest.mark.parametrize(("text", "encoding"), FOREIGN)
def test_what_is_not_cyrillic_is_never_taken_for_it(text: str, encoding: str) -> None:
    with pytest.raises(DocumentError, match="--encoding"):
        decode("a.txt", text.encode(encoding))


@given(
    st.lists(st.sampled_from(" ".join(RUSSIAN).split()), min_size=1, max_size=6),
    st.sampled_from(["cp1251", "koi8-r", "cp866", "iso8859-5"]),
)
def test_no_russian_text_is_ever_read_wrong(words: list[str], encoding: str) -> None:
    text = " ".join(words)
    data = text.encode(encoding, "ignore")
    try:
        decoded = decode("a.txt", data)
    except DocumentError:
        return  # to ask is allowed, to be wrong is not
    assert decoded.text == data.decode(encoding)


def test_english_with_typographic_marks_is_windows_1252() -> None:
    decoded = decode("a.txt", "Nazarbayev’s “party” – and more…".encode("cp1252"))
    assert (decoded.encoding, decoded.text) == ("cp1252", "Nazarbayev’s “party” – and more…")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_a_byte_order_mark_decides(encoding: str) -> None:
    mark = "\ufeff".encode(encoding)
    decoded = decode("a.txt", mark + "Жаңаөзен\r\n".encode(encoding))
    assert (decoded.text, decoded.encoding, decoded.mark) == ("Жаңаөзен\r\n", encoding, mark)


@pytest.mark.parametrize("text", ["Kazakhstan\n", "Жаңаөзен", "Жаңаөзен — қала.\n", "A"])
@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark_is_recognised_by_its_high_bytes(text: str, encoding: str) -> None:
    decoded = decode("a.txt", text.encode(encoding))
    assert (decoded.text, decoded.encoding) == (text, encoding)


NAMED = [
    ("utf-8", b"\xef\xbb\xbfKazak", "utf-8", "Kazak", b"\xef\xbb\xbf"),
    ("utf-8-sig", b"Kazak", "utf-8", "Kazak", b""),
    ("UTF-16", "Жаңа өзен".encode("utf-16-be"), "utf-16-be", "Жаңа өзен", b""),
    ("utf-16", codecs.BOM_UTF16_LE + "Ж".encode("utf-16-le"), "utf-16-le", "Ж", codecs.BOM_UTF16_LE),
    ("windows-1251", "да".encode("cp1251"), "cp1251", "да", b""),
    ("KOI8-R", "да".encode("koi8-r"), "koi8-r", "да", b""),
]


@pytest.mark.parametrize(("name", "data", "encoding", "text", "mark"), NAMED)
def test_a_named_encoding_is_believed(name: str, data: bytes, encoding: str, text: str, mark: bytes) -> None:
    decoded = decode("a.txt", data, name)
    assert (decoded.encoding, decoded.text, decoded.mark) == (encoding, text, mark)


REFUSED = [
    (b"\xff\xfeabc", None, "is not utf-16-le"),
    (b"Kazak\n\xff", "utf-8", r"byte 6 \(line 2\) is not utf-8; name the right encoding"),
    (b"x", "klingon", "'klingon' is no encoding of text"),
    (b"78", "hex", "'hex' is no encoding of text"),
    (b"x", "rot13", "'rot13' is no encoding of text"),
    (b"+2AA-+AGE-", "utf-7", "utf-7"),
    (b"text\0text", "utf-8", "zero character"),
    (b"%PDF-1.7 Kazak", None, "it is not text"),
    (b"ab\0\0\0cd\0efgh", None, "it is not text"),
]


@pytest.mark.parametrize(("data", "encoding", "message"), REFUSED)
def test_what_cannot_be_given_back_is_refused(data: bytes, encoding: str | None, message: str) -> None:
    with pytest.raises(DocumentError, match=message) as caught:
        decode("folder/a.txt", data, encoding)
    assert str(caught.value).startswith("folder/a.txt: ")


@given(st.binary(max_size=80))
def test_any_bytes_are_refused_or_given_back(data: bytes) -> None:
    try:
        decoded = decode("a.txt", data)
    except DocumentError:
        return
    assert decoded.mark + decoded.text.encode(decoded.encoding) == data
    assert "\0" not in decoded.text


def test_an_empty_file_is_utf_8() -> None:
    assert decode("a.txt", b"").encoding == "utf-8"
    assert not looks_binary(b"")


def test_a_character_the_encoding_lacks_is_named_with_the_remedy() -> None:
    with pytest.raises(DocumentError, match=r"a.txt: koi8-r cannot hold 'å' \(U\+00E5\) of 'Luleå'; convert the file to UTF-8"):
        encode("a.txt", "Luleå", "koi8-r")


@pytest.mark.parametrize("encoding", ["cp1252", "latin-1"])
def test_western_letters_in_latin_words_are_advised_as_western(encoding: str) -> None:
    with pytest.raises(DocumentError, match=r"--encoding cp1252 \(or latin-1\)"):
        decode("a.txt", "They met in Göteborg, in a café by the river".encode(encoding))
