"""XML is read without what makes it dangerous, and what is broken is refused with its line."""

from __future__ import annotations

import tracemalloc
from pathlib import Path

import pytest

from passages.bitext import open_bitext
from passages.errors import DocumentError

BODY = '<tmx version="1.4"><header srclang="en"/><body><tu><tuv xml:lang="en"><seg>a</seg></tuv><tuv xml:lang="ru"><seg>{}</seg></tuv></tu></body></tmx>'
LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        (
            "a.tmx",
            f'<!DOCTYPE tmx [<!ENTITY l0 "ha">{LAUGHS}]>\n' + BODY.format("&l9;"),
            "line 1: its document type declares an entity, 'l0'",
        ),
        ("a.tmx", '<!DOCTYPE tmx [<!ENTITY x SYSTEM "file:///etc/passwd">]>\n' + BODY.format("&x;"), "declares an entity, 'x'"),
        (
            "a.tmx",
            '\n<!DOCTYPE tmx [<!ENTITY % p SYSTEM "http://example.com/x"> %p;]>\n' + BODY.format("a"),
            "line 2: .*declares an entity, 'p'",
        ),
        ("a.tmx", "<tmx>\n<body>\n<tu>\n</body></tmx>", "line 4: it is not well-formed XML"),
        ("a.tmx", "<tmx>\n&\n</tmx>", "line 2: it is not well-formed XML"),
        ("a.tmx", BODY.format("&undeclared;"), "not well-formed XML .undefined entity"),
        ("a.tmx", "<html></html>", "no TMX"),
        ("a.xlf", "<html></html>", "no XLIFF: its first element is <html>"),
        ("a.xlf", '<xliff version="3.0"></xliff>', "XLIFF 3.0; save it as"),
        ("a.xlf", '<?xml version="1.0" encoding="klingon"?><xliff/>', "klingon"),
        ("a.tmx", "<tmx><body>\n<tu><tu/></tu>\n<tu>\n<tu></tu></tu></body></tmx>", "line 4: a <tu> stands in another"),
        (
            "a.xlf",
            '<xliff version="2.0"><file>\n<unit><unit><segment><source/></segment></unit></unit></file></xliff>',
            "line 2: a <unit> stands in",
        ),
        ("a.tmx", "", "it is empty"),
    ],
)
def test_a_broken_or_hostile_file_is_refused_with_its_line(tmp_path: Path, name: str, text: str, message: str) -> None:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    with pytest.raises(DocumentError, match=message):
        open_bitext(path)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (
            b'<?xml version="1.0" encoding="UTF-8"?>\n' + BODY.format("Ж").encode("cp1251"),
            "line 2: it is not in the encoding it says, UTF-8",
        ),
        (b'<?xml version="1.0" encoding="UTF-16"?>\n' + BODY.format("a").encode(), "utf-16"),
    ],
)
def test_a_file_in_another_encoding_than_it_says_is_refused(tmp_path: Path, data: bytes, message: str) -> None:
    path = tmp_path / "a.tmx"
    path.write_bytes(data)
    with pytest.raises(DocumentError, match=message):
        open_bitext(path)


def test_a_named_encoding_overrules_the_files_own(tmp_path: Path) -> None:
    path = tmp_path / "a.tmx"
    path.write_bytes(b'<?xml version="1.0" encoding="UTF-8"?>\n' + BODY.format("Ж").encode("cp1251"))
    bitext = open_bitext(path, encoding="windows-1251")
    assert (bitext.pairs[0].target, bitext.encoding) == ("Ж", "cp1251")


def test_utf_16_is_known_without_its_mark(tmp_path: Path) -> None:
    path = tmp_path / "a.tmx"
    for encoding in ("utf-16-le", "utf-16-be"):
        path.write_bytes(BODY.format("Ж𐍈").encode(encoding))
        assert open_bitext(path).pairs[0].target == "Ж𐍈"


def test_tags_in_comments_sections_and_values_are_no_tags(tmp_path: Path) -> None:
    path = tmp_path / "a.tmx"
    odd = """<!-- <tu><tuv> --><?x <tu> ?><tu note="> /tu>" x='"'><!-- </tu> --></tu>"""
    text = BODY.format("б").replace("<body>", f"<body>{odd}")
    path.write_text(text.replace("<seg>a", "<seg><![CDATA[</seg></tuv><tu>]]>a"), encoding="utf-8")
    assert [(pair.source, pair.target) for pair in open_bitext(path).pairs] == [("</seg></tuv><tu>a", "б")]


def test_depth_and_length_cost_no_more_than_they_are(tmp_path: Path) -> None:
    path = tmp_path / "a.tmx"
    path.write_text(BODY.format("<hi>" * 20_000 + "x" + "</hi>" * 20_000), encoding="utf-8")
    tracemalloc.start()
    pair = open_bitext(path).pairs[0]
    assert len(pair.target_codes) == 40_000
    assert tracemalloc.get_traced_memory()[1] < 100_000_000
    tracemalloc.stop()


def test_a_prefix_for_the_elements_is_understood(tmp_path: Path) -> None:
    path = tmp_path / "a.xlf"
    path.write_text(
        '<x:xliff version="1.2" xmlns:x="urn:oasis:names:tc:xliff:document:1.2"><x:file source-language="en" target-language="kk"><x:body>'
        '<x:trans-unit id="1"><x:source>a<x:g id="1">b</x:g></x:source><source xmlns="urn:other">no</source></x:trans-unit>'
        "</x:body></x:file></x:xliff>",
        encoding="utf-8",
    )
    from passages.pair import PairChange

    bitext = open_bitext(path)
    assert [pair.source for pair in bitext.pairs] == ["a<1>b</1>"]
    assert '</x:source><x:target>ә<x:g id="1">б</x:g></x:target><source' in bitext.to_bytes({"1": PairChange("ә<1>б</1>")}).decode()
