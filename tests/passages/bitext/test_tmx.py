"""Translation memories: which languages are taken, what is put in where, and what is left alone."""

from __future__ import annotations

import difflib
from dataclasses import replace
from pathlib import Path

import pytest

from passages.bitext import open_bitext
from passages.errors import DocumentError
from passages.pair import NewPair, PairChange, PairState

HEAD = '<?xml version="1.0"?>\n<tmx version="1.4"><header srclang="{}"/><body>\n'
TAIL = "</body></tmx>\n"
THREE = """  <tu>
    <tuv lang='kk'><seg>теңіз</seg></tuv>
    <tuv lang='en-GB'><seg>sea</seg></tuv>
    <tuv lang='ru'><seg>море</seg></tuv>
    <tuv lang='en-US'><seg>the sea</seg></tuv>
  </tu>
  <tu>
    <tuv lang='en-GB'><seg>road</seg></tuv>
    <tuv lang='RU-ru'><seg>дорога</seg></tuv>
  </tu>
  <tu><tuv lang='ru'><seg>без пары</seg></tuv></tu>
"""


def file(folder: Path, units: str, srclang: str = "*all*") -> Path:
    path = folder / "a.tmx"
    path.write_text(HEAD.format(srclang) + units + TAIL, encoding="utf-8")
    return path


def changed(old: bytes, new: bytes) -> list[str]:
    told = difflib.unified_diff(old.decode().split("\n"), new.decode().split("\n"), n=0, lineterm="")
    return [line for line in told if not line.startswith(("---", "+++", "@@"))]


@pytest.mark.parametrize(
    ("srclang", "asked", "languages", "pairs"),
    [
        ("en-GB", (None, None), ("en-GB", "ru"), [("sea", "море"), ("road", "дорога")]),
        ("EN-us", ("en-us", "KK"), ("en-US", "kk"), [("the sea", "теңіз"), ("road", "")]),
        ("*all*", ("ru", "en"), ("ru", "en-GB"), [("море", "sea"), ("дорога", "road"), ("без пары", "")]),
        ("*all*", (None, None), ("kk", "en-GB"), [("теңіз", "sea")]),
        ("de", ("kk", "ru"), ("kk", "ru"), [("теңіз", "море")]),
    ],
)
def test_languages_are_found_whatever_their_case_and_region(
    tmp_path: Path, srclang: str, asked: tuple[str | None, str | None], languages: tuple[str, str], pairs: list[tuple[str, str]]
) -> None:
    bitext = open_bitext(file(tmp_path, THREE, srclang), source_language=asked[0], target_language=asked[1])
    assert (bitext.source_language, bitext.target_language) == languages
    assert [(pair.source, pair.target) for pair in bitext.pairs] == pairs
    assert "structure" not in bitext.can


@pytest.mark.parametrize("asked", [{"source_language": "fr"}, {"target_language": "fr"}])
def test_a_language_that_the_memory_has_not_is_refused_with_those_it_has(tmp_path: Path, asked: dict[str, str]) -> None:
    with pytest.raises(DocumentError, match="no text in fr; ask for a language that it has: kk, en-GB, ru, en-US"):
        open_bitext(file(tmp_path, THREE), **asked)


def test_a_missing_translation_is_put_behind_its_source_and_laid_out_like_it(tmp_path: Path) -> None:
    path = file(
        tmp_path, '<tu>\n  <tuv xml:lang="en">\n    <seg>sea</seg>\n  </tuv>\n</tu>\n<tu><tuv xml:lang="ru"><seg>x</seg></tuv></tu>\n'
    )
    bitext = open_bitext(path)
    change = PairChange("море & <b>", state=PairState.NEEDS_WORK, note="см. карту")
    assert changed(bitext.data, bitext.to_bytes({bitext.pairs[0].key: change})) == [
        '+  <tuv xml:lang="ru">',
        "+    <note>endonym: см. карту</note>",
        '+    <prop type="x-endonym:state">needs-work</prop>',
        "+    <seg>море &amp; &lt;b&gt;</seg>",
        "+  </tuv>",
    ]


def test_a_memory_of_one_language_can_be_translated_into_the_language_asked_for(tmp_path: Path) -> None:
    path = file(tmp_path, '<tu><tuv xml:lang="en"><seg>sea</seg></tuv></tu>\n')
    alone = open_bitext(path)
    assert alone.target_language is None
    assert "one language only" in (alone.text_fault(alone.pairs[0], "теңіз") or "")
    bitext = open_bitext(path, target_language="kk")
    new = bitext.to_bytes({bitext.pairs[0].key: PairChange("теңіз")})
    assert b'<tuv xml:lang="kk"><seg>\xd1\x82' in new


def test_units_are_put_in_and_taken_out_with_their_lines(tmp_path: Path) -> None:
    unit = '  <tu tuid="{}">\n    <tuv xml:lang="en"><seg>{}</seg></tuv>\n    <tuv xml:lang="ru"><seg>{}</seg></tuv>\n  </tu>\n'
    bitext = open_bitext(file(tmp_path, unit.format(1, "a. b.", "а. б.") + unit.format(2, "c", "в"), "en"))
    new = bitext.to_bytes({"1": PairChange("а.", "a.", followers=(NewPair("b.", "б."),)), "2": PairChange(removed=True)})
    assert new.decode() == HEAD.format("en") + unit.format(1, "a.", "а.") + unit.format(1, "b.", "б.").replace(' tuid="1"', "") + TAIL


def test_codes_of_a_merged_unit_get_numbers_of_their_own(tmp_path: Path) -> None:
    seg = "<seg><bpt i='1' x='1'>&lt;b></bpt>{}<ept i='1'>&lt;/b></ept></seg>"
    unit = '<tu tuid="{}"><tuv xml:lang="en">{}</tuv><tuv xml:lang="ru">{}</tuv></tu>'
    units = unit.format(1, seg.format("a"), seg.format("а")) + unit.format(2, seg.format("b"), seg.format("б"))
    bitext = open_bitext(file(tmp_path, units, "en"))
    codes = tuple(replace(code, id="2") for code in bitext.pairs[1].source_codes)
    merge = {"1": PairChange(source="<1>a</1><2>b</2>", target="<1>а</1> <2>б</2>", codes=codes), "2": PairChange(removed=True)}
    new = bitext.to_bytes(merge).decode()
    assert "<bpt i='2' x='2'>&lt;b></bpt>б<ept i='2'>&lt;/b></ept></seg>" in new
    assert "<bpt i='2' x='2'>&lt;b></bpt>b<ept i='2'>&lt;/b></ept></seg>" in new


def test_a_memory_with_more_languages_gives_up_no_unit(tmp_path: Path) -> None:
    bitext = open_bitext(file(tmp_path, THREE, "en"))
    with pytest.raises(ValueError, match="cannot be merged"):
        bitext.to_bytes({bitext.pairs[0].key: PairChange(removed=True)})


@pytest.mark.parametrize(
    ("content", "old", "new", "expected"),
    [
        pytest.param("a &#x416; b", "a Ж b", "a Ж c", "a &#x416; c", id="a reference that is not touched"),
        pytest.param("a &amp;&amp; b", "a && b", "a & b", "a &amp; b", id="a reference less"),
        pytest.param("<![CDATA[<b>x</b>]]>", "<b>x</b>", "<b>y</b>", "<![CDATA[<b>y</b>]]>", id="within a section"),
        pytest.param("<![CDATA[<b>x</b>]]>", "<b>x</b>", "<b>]]></b>", "<![CDATA[<b>]]]]><![CDATA[></b>]]>", id="what would end it"),
        pytest.param("<![CDATA[a]]>b", "ab", "xy", "xy", id="beyond a section"),
        pytest.param("a<!-- keep -->b", "ab", "axb", "ax<!-- keep -->b", id="a comment"),
        pytest.param("abc<!-- keep -->def", "abcdef", "abXYef", "ab<!-- keep -->XYef", id="a comment in the middle"),
        pytest.param("&nbsp;a", "<1/>a", "<1/>b", "&nbsp;b", id="an entity that is not declared here is a code"),
        pytest.param("a &lt; b", "a < b", "a <1/> b", "a &lt;1/&gt; b", id="no token of this pair"),
    ],
)
def test_a_change_touches_no_more_markup_than_it_must(tmp_path: Path, content: str, old: str, new: str, expected: str) -> None:
    path = tmp_path / "a.tmx"
    unit = f'<tu><tuv xml:lang="en"><seg>x</seg></tuv><tuv xml:lang="ru"><seg>{content}</seg></tuv></tu>'
    head = '<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n' + HEAD.format("en").split("\n", 1)[1]
    path.write_text(head + unit + TAIL, encoding="utf-8")
    bitext = open_bitext(path)
    pair = bitext.pairs[0]
    assert pair.target == old
    assert bitext.to_bytes({pair.key: PairChange(new)}).decode() == head + unit.replace(content, expected) + TAIL


def test_a_text_that_looks_like_a_token_is_told_from_one(tmp_path: Path) -> None:
    seg = "&lt;1/&gt; and <ph>code</ph>"
    bitext = open_bitext(
        file(tmp_path, f'<tu><tuv xml:lang="en"><seg>{seg}</seg></tuv><tuv xml:lang="ru"><seg>{seg}</seg></tuv></tu>', "en")
    )
    pair = bitext.pairs[0]
    assert pair.source == pair.target == "<1/> and <a1/>"
    assert b"<seg><ph>code</ph> &lt;1/&gt;</seg>" in bitext.to_bytes({pair.key: PairChange("<a1/> <1/>")})


def test_keys_are_the_units_own_or_made_of_the_source(tmp_path: Path) -> None:
    unit = '<tu{}><tuv xml:lang="en"><seg>{}</seg></tuv><tuv xml:lang="ru"><seg>б</seg></tuv></tu>'
    units = [unit.format(' tuid="x"', "a"), unit.format("", "b"), unit.format("", "b"), unit.format(' tuid="x"', "c")]
    keys = [pair.key for pair in open_bitext(file(tmp_path, "".join(units))).pairs]
    assert keys[0] == "x"
    assert keys[3] == "x#2"
    assert keys[2] == f"{keys[1]}#2"
    assert [pair.key for pair in open_bitext(file(tmp_path, units[1] + units[0])).pairs] == [keys[1], "x"]
