"""Reading scheme files: heads, parents, equivalents, and what a broken file says."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.translit.test_engine import HEAD, write
from translit import SchemeError, romanize
from translit.injective import is_injective
from translit.lines import key_lines, line_of
from translit.loading import SCHEMES, load, read_text
from translit.reading import read_head
from translit.registry import Registry
from translit.scheme import Condition


def test_the_head_is_read_without_the_tables() -> None:
    text = read_text(SCHEMES / "bgnpcgn-kaz-Cyrl-Latn-1979.toml")
    assert read_head(text) == load(SCHEMES / "bgnpcgn-kaz-Cyrl-Latn-1979.toml").head
    broken_below = text.split("[sources]")[0] + "[sources]\nthis is not TOML"
    head = read_head(broken_below)
    assert head is not None
    assert head.year == 1979


def test_classes_hold_classes_and_conditions_expand_them(tmp_path: Path) -> None:
    path = write(tmp_path, '[classes]\nall = "@v ь"\nv = "а е"\n[rules]\n"б" = { to = "b", after = "^ @all", final = true }\n')
    (alternative,) = load(path).rules["б"].alternatives
    assert alternative.condition == Condition(after=("^", "а", "е", "ь"), before=("$",))
    assert alternative.source == "test"


def test_a_parent_gives_all_but_options_and_samples(tmp_path: Path) -> None:
    write(
        tmp_path,
        '[classes]\nv = "а"\n[equivalents]\n"ʼ" = "\'"\n[rules]\n"а" = "a"\n"б" = "b"\n[options.x]\nnote = "x"\n[samples.derived]\n"а" = "a"\n',
        more='alphabet = "а б"\ncase = "title"',
        name="parent-und-Cyrl-Latn",
    )
    child = load(write(tmp_path, '[rules]\n"б" = false\n', more='extends = "parent-und-Cyrl-Latn"', name="child-und-Cyrl-Latn"))
    assert (child.case, child.alphabet, child.classes, child.equivalents) == ("title", ("а", "б"), {"v": ("а",)}, {"'": "ʼ"})
    assert list(child.rules) == ["а"]
    assert (child.options, child.samples) == ({}, ())


@pytest.mark.parametrize("chain", [("a",), ("a", "b"), ("a", "b", "c")])
def test_parents_in_a_circle_are_refused(tmp_path: Path, chain: tuple[str, ...]) -> None:
    for name, parent in zip(chain, (*chain[1:], chain[0]), strict=True):
        write(tmp_path, '[rules]\n"а" = "a"\n', more=f'extends = "{parent}-und-Cyrl-Latn"', name=f"{name}-und-Cyrl-Latn")
    with pytest.raises(SchemeError, match="extend"):
        load(tmp_path / "a-und-Cyrl-Latn.toml")


@pytest.mark.parametrize(
    ("content", "line", "words"),
    [
        (b"", 1, "missing"),
        (b"id = ", 1, "not TOML"),
        ('id = "x"\n\n\n[rules]\n"а" = \n'.encode(), 5, "not TOML"),
        ('[rules]\n"а" = "a"\n"а" = "b"\n'.encode(), 3, "not TOML"),
        ('id = "х"'.encode("cp1251"), None, "UTF-8"),
        ('id = "x"'.encode("utf-16"), None, "UTF-8"),
        (b"\0" * 100, 1, "not TOML"),
    ],
)
def test_a_broken_file_is_named_with_its_line(tmp_path: Path, content: bytes, line: int | None, words: str) -> None:
    path = tmp_path / "x.toml"
    path.write_bytes(content)
    with pytest.raises(SchemeError, match=words) as raised:
        romanize("а", path)
    assert raised.value.source == str(path)
    assert raised.value.line == line


def test_a_file_may_have_a_byte_order_mark_and_windows_line_ends(tmp_path: Path) -> None:
    path = write(tmp_path, '[rules]\n"а" = "a"\n')
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    assert romanize("а", str(path)) == "a"


def test_a_folder_or_an_unreadable_place_is_an_error_that_names_it(tmp_path: Path) -> None:
    (tmp_path / "folder.toml").mkdir()
    with pytest.raises(SchemeError, match=r"folder\.toml"):
        romanize("а", tmp_path / "folder.toml")


def test_a_file_is_read_anew_when_it_has_changed(tmp_path: Path) -> None:
    path = write(tmp_path, '[rules]\n"а" = "a"\n')
    assert romanize("а", path) == "a"
    write(tmp_path, '[rules]\n"а" = "o"\n')
    assert romanize("а", path) == "o"


def test_a_registry_of_another_folder(tmp_path: Path) -> None:
    write(tmp_path, '[rules]\n"а" = "a"\n', name="b-und-Cyrl-Latn")
    write(tmp_path, '[rules]\n"а" = "a"\n', name="a-und-Cyrl-Latn")
    registry = Registry(tmp_path)
    assert [system.id for system in registry] == ["a-und-Cyrl-Latn", "b-und-Cyrl-Latn"]
    assert registry.find("a-und-Cyrl-Latn") is registry.find("a-und-Cyrl-Latn")
    assert registry.find(registry.find("a-und-Cyrl-Latn")).id == "a-und-Cyrl-Latn"


def test_lines_of_keys() -> None:
    text = 'a = 1\ntext = """\n[no]\nb = 2\n"""\n[t]\n"а" = [\n  { to = "x" },\n]\n[o.x]\nrules."н" = "n"\n'
    lines = key_lines(text)
    assert lines == {("a",): 1, ("text",): 2, ("t",): 6, ("t", "а"): 7, ("o", "x"): 10, ("o", "x", "rules", "н"): 11}
    assert line_of(lines, ("t", "а", "to")) == 7
    assert line_of(lines, ("o", "x", "output")) == 10
    assert line_of(lines, ("o",)) == 10
    assert line_of(lines, ("nothing",)) == 1


@pytest.mark.parametrize(
    ("rules", "alphabet", "expected"),
    [
        ('"а" = "a"\n"б" = "b"', "а б", True),
        ('"а" = "a"\n"б" = "a"', "а б", False),
        ('"а" = "a"\n"ь" = ""', "а ь", False),
        ('"а" = "a"\n"б" = "aa"', "а б", False),
        # sh is с + х as well, shh is not; and the last needs three steps to be found out.
        ('"с" = "s"\n"х" = "h"\n"ш" = "sh"', "с х ш", False),
        ('"с" = "s"\n"х" = "kh"\n"ш" = "sh"', "с х ш", True),
        ('"а" = "ab"\n"б" = "abb"\n"в" = "bab"', "а б в", False),
        # Two ways to write one letter do no harm.
        ('"е" = [{ to = "ye", initial = true }, "e"]\n"а" = "a"', "а е", True),
        # A sequence with a way of its own is the same original.
        ('"з" = "z"\n"г" = "h"\n"ж" = "zh"\n"зг" = "zgh"', "з г ж", False),
        ('"з" = "z"\n"г" = "h"\n"зг" = "zgh"', "з г", True),
        # Letters outside the alphabet do not count.
        ('"а" = "a"\n"я" = "a"', "а", True),
        ('"^" = "h"\n"а" = "a"', "а", False),
    ],
)
def test_injective_is_computed(tmp_path: Path, rules: str, alphabet: str, expected: bool) -> None:
    path = write(tmp_path, f"[rules]\n{rules}\n", more=f'alphabet = "{alphabet}"')
    assert is_injective(load(path)) is expected


def test_importing_and_one_name_load_nothing_heavy() -> None:
    program = (
        "import sys\nfrom translit import romanize\n"
        "assert romanize('Жаңаөзен', 'bgnpcgn-kaz-Cyrl-Latn-1979') == 'Zhangaözen'\n"
        "heavy = {'numpy', 'click', 'textual', 'rich', 'glossary', 'hypothesis', 'babel'} & set(sys.modules)\n"
        "assert not heavy, heavy\n"
    )
    subprocess.run([sys.executable, "-c", program], check=True, cwd=SCHEMES.parent.parent)


def test_head_in_tests_is_whole(tmp_path: Path) -> None:
    assert read_head(HEAD.format(source="Cyrl", target="Latn", more="")) is not None
