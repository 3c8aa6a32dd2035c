"""New files of pairs are read back with the same texts, codes, states and notes, whatever the pairs came from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree

from passages.bitext import open_bitext
from passages.bitext.writing import write_csv, write_tmx, write_xliff
from passages.pair import CodeKind, InlineCode, Pair, PairState

from .samples import SAMPLES, Sample

KINDS: dict[str, Callable[[list[Pair]], bytes]] = {
    "a.tmx": lambda pairs: write_tmx(pairs, "en", "ru"),
    "2.xlf": lambda pairs: write_xliff(pairs, "en", "ru", original="town & sea.po"),
    "1.xlf": lambda pairs: write_xliff(pairs, "en", "ru", version="1.2"),
    "a.csv": lambda pairs: write_csv(pairs, "en", "ru"),
    "a.tsv": lambda pairs: write_csv(pairs, "en", "ru", delimiter="\t"),
}
CODES = (
    InlineCode(0, 3, CodeKind.OPEN, "1", '<g id="1" x="&lt;">'),
    InlineCode(4, 8, CodeKind.CLOSE, "1", "</g>"),
    InlineCode(8, 12, CodeKind.ALONE, "2", '<x id="2"/>'),
)
LONE = (InlineCode(0, 3, CodeKind.OPEN, "1", "<bx/>"), InlineCode(4, 8, CodeKind.CLOSE, "2", "<ex/>"))
PAIRS = [
    Pair("1", "A town by the sea.", "Город у моря.", PairState.APPROVED, context="title", notes=("Seen & checked", "two\nlines")),
    Pair("2", 'said "so", <b>&amp; ]]> \t\n x', "сказал «так»; 𐍈 Жаңаөзен", PairState.NEEDS_WORK),
    Pair("3", "not yet", ""),
    Pair("4", " spaces  ", "\n строки \n\n", notes=("endonym: mine",)),
]


@pytest.mark.parametrize("name", KINDS)
def test_what_is_written_is_read_back(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(KINDS[name](PAIRS))
    bitext = open_bitext(path)
    assert (bitext.source_language, bitext.target_language) == ("en", "ru")
    for pair, one in zip(PAIRS, bitext.pairs, strict=True):
        assert (one.source, one.target, one.state) == (pair.source, pair.target, pair.state)
        assert "\n".join(one.notes) in {"\n".join(pair.notes), "mine"}
    if name.endswith(("xlf", "csv", "tsv")):
        assert [one.context for one in bitext.pairs] == [pair.context for pair in PAIRS]
    else:
        assert [one.key for one in bitext.pairs] == [pair.key for pair in PAIRS]


@pytest.mark.parametrize("name", [name for name in KINDS if not name.endswith("sv")])
@pytest.mark.parametrize("codes", [CODES, LONE], ids=["whole", "cut"])
def test_codes_of_one_format_are_codes_of_the_other(tmp_path: Path, name: str, codes: tuple[InlineCode, ...]) -> None:
    text = "<1>a</1><2/>b" if codes is CODES else "<1>a</2>"
    path = tmp_path / name
    path.write_bytes(KINDS[name]([Pair("1", text, text, source_codes=codes, target_codes=codes)]))
    one = open_bitext(path).pairs[0]
    assert len(one.source_codes) == len(one.target_codes) == len(codes)
    assert one.source == one.target
    if codes is CODES:
        assert one.source == text
        assert [code.kind for code in one.source_codes] == [code.kind for code in codes]
        again = tmp_path / f"again-{name}"
        again.write_bytes(KINDS[name]([replace(one)]))
        assert open_bitext(again).pairs[0].source == text


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)
@pytest.mark.parametrize("name", KINDS)
def test_every_format_is_written_as_every_other(tmp_path: Path, name: str, sample: Sample) -> None:
    origin = tmp_path / sample.name
    origin.write_bytes(sample.encoded())
    pairs = list(open_bitext(origin).pairs)
    path = tmp_path / f"new-{name}"
    path.write_bytes(KINDS[name](pairs))
    after = list(open_bitext(path).pairs)
    assert [one.target for one in after] == [pair.target for pair in pairs]
    assert [one.source for one in after] == [pair.source for pair in pairs]
    assert [one.state for one in after] == [pair.state for pair in pairs]


def test_an_exported_xliff_2_declares_every_native_code_and_every_id_once() -> None:
    made = etree.fromstring(write_xliff([Pair("1", "<1>a</1><2/>b", "", source_codes=CODES)], "en", "kk"))
    space = {"x": "urn:oasis:names:tc:xliff:document:2.0"}
    declared = [one.get("id") for one in made.iterfind(".//x:data", space)]
    assert sorted(declared) == sorted({one.get("dataRef") for one in made.iter() if one.get("dataRef")})
    assert [one.text for one in made.iterfind(".//x:data", space)] == [code.raw for code in CODES]


def test_what_xml_cannot_hold_is_refused_with_the_pair(tmp_path: Path) -> None:
    for name in ("a.tmx", "2.xlf", "1.xlf"):
        with pytest.raises(ValueError, match=r"pair 'k'.*U\+001B"):
            KINDS[name]([Pair("k", "a", "\x1b[31m")])
    with pytest.raises(ValueError, match="pair 'k'"):
        KINDS["a.csv"]([Pair("k", "a\0", "")])
    with pytest.raises(ValueError, match=r"3\.0"):
        write_xliff([], "en", "ru", version="3.0")
