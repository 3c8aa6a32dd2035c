"""Tables: which columns and which delimiter, and cells that keep their looks."""

from __future__ import annotations

from pathlib import Path

import pytest

from passages.bitext import open_bitext
from passages.bitext.table_scan import written
from passages.errors import DocumentError
from passages.pair import NewPair, PairChange, PairState


def table(folder: Path, text: str, name: str = "a.csv") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8", newline="")
    return path


@pytest.mark.parametrize(
    ("name", "text", "pairs", "languages"),
    [
        pytest.param("a.csv", "source,target\na,б\n", [("a", "б")], ("en", "ru"), id="by name"),
        pytest.param("a.csv", "Перевод;Оригинал\nб;a\n", [("a", "б")], ("en", "ru"), id="in Russian, the other way round"),
        pytest.param("a.csv", "id|en|kk|ru\n1|a|ә|б\n", [("a", "ә")], ("en", "kk"), id="languages: the first two"),
        pytest.param("a.csv", "Русский,English\nб,a\n", [("б", "a")], ("ru", "en"), id="languages by their names"),
        pytest.param("a.csv", "a,б\nc,в\n", [("a", "б"), ("c", "в")], ("en", "ru"), id="no header"),
        pytest.param("a.csv", "sep=;\r\na;б\r\n", [("a", "б")], ("en", "ru"), id="a declared delimiter"),
        pytest.param("a.csv", "a, b; а, б\nc, d; в, г\n", [("a, b", " а, б"), ("c, d", " в, г")], ("en", "ru"), id="commas of sentences"),
        pytest.param("a.tsv", 'a\t"б" и\n"c"\t"в"\n', [("a", '"б" и'), ("c", "в")], ("en", "ru"), id="quotation marks between tabs"),
        pytest.param(
            "a.csv", 'a,"б\r\nв"\r\n\r\n\r\nc\r\n', [("a", "б\nв"), ("c", "")], ("en", "ru"), id="line ends, blank lines, short rows"
        ),
        pytest.param("a.csv", "a,б\rc,в\r", [("a", "б"), ("c", "в")], ("en", "ru"), id="line ends of the old Macintosh"),
        pytest.param("a.csv", "source,target\n", [], (None, None), id="no rows"),
    ],
)
def test_columns_and_delimiters_are_found(
    tmp_path: Path, name: str, text: str, pairs: list[tuple[str, str]], languages: tuple[str | None, str | None]
) -> None:
    bitext = open_bitext(table(tmp_path, text, name))
    assert [(pair.source, pair.target) for pair in bitext.pairs] == pairs
    assert (bitext.source_language, bitext.target_language) == languages
    assert bitext.to_bytes() == bitext.data


def test_the_languages_asked_for_choose_the_columns(tmp_path: Path) -> None:
    path = table(tmp_path, "id,en,kk,ru-RU\n1,a,ә,б\n")
    bitext = open_bitext(path, source_language="ru", target_language="kk")
    assert [(pair.source, pair.target) for pair in bitext.pairs] == [("б", "ә")]
    with pytest.raises(DocumentError, match="no column of the language fr; ask for one that it has: en, kk"):
        open_bitext(path, target_language="fr")


@pytest.mark.parametrize(
    ("before", "change", "after"),
    [
        ('a,"б"\n', PairChange("в"), 'a,"в"\n'),
        ("a,б\n", PairChange("в, г"), 'a,"в, г"\n'),
        ("a,б\n", PairChange('"в"'), 'a,"""в"""\n'),
        ('a,"б\r\nв"\r\n', PairChange("г\nд"), 'a,"г\r\nд"\r\n'),
        ("a,б\r\nc", PairChange("в"), "a,в\r\nc"),
        ("source,x,target\na\n", PairChange("в"), "source,x,target\na,,в\n"),
        ("source,target,state\na,б,\n", PairChange(state=PairState.APPROVED), "source,target,state\na,б,approved\n"),
        ("source,target,fuzzy\na,б,False\n", PairChange(state=PairState.NEEDS_WORK), "source,target,fuzzy\na,б,True\n"),
        ("source,target,note\na,б,x\n", PairChange(note="n"), 'source,target,note\na,б,"x\nendonym: n"\n'),
        ("a,б\r\nc,в\r\n", PairChange(removed=True), "c,в\r\n"),
        ("a,б\r\n", PairChange(followers=(NewPair("c,d", "в"),)), 'a,б\r\n"c,d",в\r\n'),
        ("a,б", PairChange(followers=(NewPair("c", "в"),)), "a,б\nc,в"),
        ("a,б\nc,в\n", PairChange("b", "a\n", removed=False), None),
    ],
)
def test_a_change_replaces_cells_and_nothing_else(tmp_path: Path, before: str, change: PairChange, after: str | None) -> None:
    bitext = open_bitext(table(tmp_path, before))
    if after is None:
        after = '"a\n",b\nc,в\n'
    assert bitext.to_bytes({bitext.pairs[0].key: change}).decode() == after


def test_the_key_is_the_tables_own_or_made_of_the_source(tmp_path: Path) -> None:
    rows = ["Key,source,target", "k1,a,б", ",a,в", ",a,г"]
    keys = [pair.key for pair in open_bitext(table(tmp_path, "\n".join(rows))).pairs]
    assert keys[0] == "k1"
    assert keys[2] == f"{keys[1]}#2"
    moved = open_bitext(table(tmp_path, "\n".join([rows[0], "k0,new,x", *rows[1:]])))
    assert [pair.key for pair in moved.pairs][1:] == keys


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('a,"б\nв\n', "line 1: a quotation mark is opened"),
        ('a,б\nc,"в"г\n', "line 2: a quotation mark is opened"),
        ("one\ntwo\n", "it has one column only"),
    ],
)
def test_what_is_no_table_of_pairs_is_refused(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(DocumentError, match=message):
        open_bitext(table(tmp_path, text))


def test_a_cell_is_quoted_where_it_must_be() -> None:
    assert [written(text, ",") for text in ("a", "a,b", 'a"b', "a\nb", "")] == ["a", '"a,b"', '"a""b"', '"a\nb"', ""]
    assert [written(text, "\t") for text in ('a"b', '"a"', "a,b", "a\tb")] == ['a"b', '"""a"""', "a,b", '"a\tb"']
