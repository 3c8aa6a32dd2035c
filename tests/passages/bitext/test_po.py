"""What a change does to the lines of a gettext catalog."""

from __future__ import annotations

import difflib
from pathlib import Path

import pytest

from passages.bitext import open_bitext
from passages.errors import DocumentError
from passages.pair import PairChange, PairState

HEADER = 'msgid ""\nmsgstr ""\n"Language: {language}\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
WRAPPED = """#: a.c:1
msgid "long"
msgstr ""
"Это довольно длинная строка, которая разбита на несколько строк потому, что "
"она не помещается на одной, и вот её продолжение, которое тоже довольно "
"длинное и потому занимает третью строку, а за ней идёт четвёртая и даже пятая "
"строка, чтобы было видно, как широки строки в этом файле, и чтобы последняя "
"строка была короткой."
"""


def lines(folder: Path, text: str, change: PairChange, *, at: int = 0, language: str = "ru") -> list[str]:
    """The lines that a change of one pair takes out and puts in."""
    path = folder / "a.po"
    path.write_text(HEADER.replace("{language}", language) + text, encoding="utf-8", newline="")
    bitext = open_bitext(path)
    old, new = bitext.data.decode(), bitext.to_bytes({bitext.pairs[at].key: change}).decode()
    told = difflib.unified_diff(old.split("\n"), new.split("\n"), n=0, lineterm="")
    return [line for line in told if not line.startswith(("---", "+++", "@@"))]


@pytest.mark.parametrize(
    ("text", "change", "expected"),
    [
        pytest.param(
            'msgid "a"\nmsgstr "А"\n',
            PairChange(state=PairState.NEEDS_WORK, note="Проверить"),
            ["+# endonym: Проверить", "+#, fuzzy"],
            id="comment before flag",
        ),
        pytest.param(
            '# Of a translator\n#. Of a developer\n#: a.c:1\n#, c-format\nmsgid "%d"\nmsgstr "%d"\n',
            PairChange(state=PairState.NEEDS_WORK, note="one\ntwo"),
            ["+# endonym: one", "+# endonym: two", "-#, c-format", "+#, fuzzy, c-format"],
            id="the order of lines",
        ),
        pytest.param(
            '#, c-format, fuzzy\n#| msgid "old"\n#| msgctxt "x"\nmsgid "%d"\nmsgstr "%d"\n',
            PairChange(state=PairState.APPROVED),
            ["-#, c-format, fuzzy", '-#| msgid "old"', '-#| msgctxt "x"', "+#, c-format"],
            id="approved: no flag, no previous strings",
        ),
        pytest.param('#, fuzzy\nmsgid "a"\nmsgstr "А"\n', PairChange(state=PairState.UNREVIEWED), ["-#, fuzzy"], id="a flag alone"),
        pytest.param(
            '# endonym: old\n# endonym: older\n# other\nmsgid "a"\nmsgstr "А"\n',
            PairChange(note="new"),
            ["-# endonym: old", "-# endonym: older", "+# endonym: new"],
            id="a comment in the place of another",
        ),
        pytest.param('# endonym: old\nmsgid "a"\nmsgstr "А"\n', PairChange(note=""), ["-# endonym: old"], id="no comment any more"),
        pytest.param('msgid "a"\nmsgstr "А"\n', PairChange('Б "б"'), ['-msgstr "А"', '+msgstr "Б \\"б\\""'], id="escapes"),
        pytest.param(
            'msgid "a"\nmsgstr "А"\n',
            PairChange("раз\nдва\n"),
            ['-msgstr "А"', '+msgstr ""', '+"раз\\n"', '+"два\\n"'],
            id="line ends make lines",
        ),
        pytest.param(
            'msgid "a"\nmsgstr ""\n"раз\\n"\n"два\\n"\n',
            PairChange("раз\nдва\nтри\n"),
            ['+"три\\n"'],
            id="a line more",
        ),
        pytest.param('msgid "a"\nmsgstr ""\n"раз\\n"\n"два\\n"\n', PairChange("два\n"), ['-"раз\\n"'], id="a line less"),
        pytest.param('  msgid "a"\n  msgstr "А" "Б"\n', PairChange("АВ"), ['-  msgstr "А" "Б"', '+  msgstr "А" "В"'], id="two literals"),
    ],
)
def test_only_the_lines_concerned_change(tmp_path: Path, text: str, change: PairChange, expected: list[str]) -> None:
    assert lines(tmp_path, text, change) == expected


def test_a_word_in_a_wrapped_string_changes_its_line_and_a_longer_one_breaks_it(tmp_path: Path) -> None:
    path = tmp_path / "a.po"
    path.write_text(HEADER.replace("{language}", "ru") + WRAPPED, encoding="utf-8")
    said = open_bitext(path).pairs[0].target
    assert lines(tmp_path, WRAPPED, PairChange(said.replace("которая", "что"))) == [
        '-"Это довольно длинная строка, которая разбита на несколько строк потому, что "',
        '+"Это довольно длинная строка, что разбита на несколько строк потому, что "',
    ]
    assert lines(tmp_path, WRAPPED, PairChange(said.replace("которая", "которая, как видно,"))) == [
        '-"Это довольно длинная строка, которая разбита на несколько строк потому, что "',
        '+"Это довольно длинная строка, которая, как видно, разбита на несколько строк "',
        '+"потому, что "',
    ]


def test_a_new_translation_is_broken_as_its_neighbours_are(tmp_path: Path) -> None:
    text = "Это новый перевод, который длиннее, чем помещается на одной строке этого файла, поэтому разбит."
    new = 'msgid "new"\nmsgstr ""\n'
    wrapped = lines(tmp_path, f"{WRAPPED}\n{new}", PairChange(text), at=1)
    assert [line[0] for line in wrapped] == ["+", "+"]
    assert "".join(line[2:-1] for line in wrapped) == text
    long = 'msgid "l"\nmsgstr "' + "слово " * 40 + '"\n\n'
    assert lines(tmp_path, long + new, PairChange(text), at=1) == ['-msgstr ""', f'+msgstr "{text}"']
    assert lines(tmp_path, f"{WRAPPED}\n#, no-wrap\n{new}", PairChange(text), at=1) == ['-msgstr ""', f'+msgstr "{text}"']


def test_one_flag_is_for_all_strings_of_a_plural(tmp_path: Path) -> None:
    path = tmp_path / "a.po"
    text = '#, fuzzy\nmsgid "boat"\nmsgid_plural "boats"\nmsgstr[0] "лодка"\nmsgstr[1] "лодки"\n'
    path.write_text(HEADER + text, encoding="utf-8")
    bitext = open_bitext(path)
    one, two = bitext.pairs
    assert [(pair.source, pair.plural) for pair in bitext.pairs] == [("boat", 0), ("boats", 1)]
    approved = PairChange(state=PairState.APPROVED)
    assert bitext.to_bytes({one.key: approved}) == bitext.data
    assert b"fuzzy" not in bitext.to_bytes({one.key: approved, two.key: approved})
    assert b"fuzzy" in bitext.to_bytes({one.key: approved, two.key: PairChange("лодок")})


@pytest.mark.parametrize(("language", "tag"), [("ru", "ru"), ("pt_BR", "pt-BR"), ("sr@latin", "sr-Latn"), ("kk", "kk"), ("", None)])
def test_the_header_says_the_language(tmp_path: Path, language: str, tag: str | None) -> None:
    path = tmp_path / "a.po"
    path.write_text(HEADER.replace("{language}", language) + 'msgid "A town"\nmsgstr ""\n', encoding="utf-8")
    assert (open_bitext(path).source_language, open_bitext(path).target_language) == ("en", tag)
    path.write_text(HEADER.replace("{language}", "en") + 'msgid "Город у реки"\nmsgstr ""\n', encoding="utf-8")
    assert open_bitext(path).source_language == "ru"
    assert open_bitext(path, source_language="uk", target_language="de").target_language == "de"


def test_keys_stay_while_the_source_stays(tmp_path: Path) -> None:
    path = tmp_path / "a.po"
    first = 'msgid "a"\nmsgstr ""\n\n'
    second = 'msgctxt "c"\nmsgid "a"\nmsgstr ""\n\n'
    path.write_text(HEADER + first + second, encoding="utf-8")
    keys = [pair.key for pair in open_bitext(path).pairs]
    path.write_text(HEADER + '# new\nmsgid "new"\nmsgstr "x"\n\n' + second + first, encoding="utf-8")
    assert [pair.key for pair in open_bitext(path).pairs][1:] == keys[::-1]


def test_an_encoding_that_is_not_the_headers_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.po"
    path.write_text(HEADER + 'msgid "a"\nmsgstr ""\n', encoding="utf-8")
    assert open_bitext(path, encoding="UTF8").encoding == "utf-8"
    with pytest.raises(DocumentError, match="names the charset utf-8, not koi8-r"):
        open_bitext(path, encoding="koi8-r")
