"""The index of systems is only ever a shortcut, the letter statistics are probabilities, and nobody pays for them who does not ask."""

from __future__ import annotations

import math
import shutil
import subprocess
import sys

import pytest

from translit import SchemeError
from translit.knowledge import Knowledge
from translit.loading import SCHEMES, load
from translit.registry import REGISTRY
from translit.scripts import script_of
from translit.statistics import END, START, Letters, read
from translit.tables import DATA, Tables, table_of

ID = "bgnpcgn-kaz-Cyrl-Latn-1979"
CHILD = "gost-kaz-Cyrl-Latn-7.79-2000-A"


@pytest.fixture
def folder(tmp_path):
    for id in (ID, CHILD, "iso-kaz-Cyrl-Latn-9-1995", "iso-mul-Cyrl-Latn-9-1995"):
        shutil.copy(SCHEMES / f"{id}.toml", tmp_path)
    return tmp_path


def test_every_table_is_what_its_scheme_says():
    for table in Tables(SCHEMES).all:
        assert table == table_of(load(SCHEMES / f"{table.id}.toml"))


def test_the_index_can_be_written_and_read_back(folder, tmp_path):
    index = tmp_path / "index.json"
    assert Tables(folder, index).write() == 4
    assert Tables(folder, index).all == Tables(folder, tmp_path / "none.json").all


def test_a_changed_scheme_is_read_anew(folder, tmp_path):
    index = tmp_path / "index.json"
    Tables(folder, index).write()
    path = folder / f"{ID}.toml"
    path.write_text(path.read_text(encoding="utf-8").replace('"ң" = "ng"', '"ң" = "nq"'), encoding="utf-8")
    changed = {table.id: table for table in Tables(folder, index).all}
    assert changed[ID].outputs["ң"] == ("nq",)


def test_a_changed_parent_counts(folder, tmp_path):
    index = tmp_path / "index.json"
    Tables(folder, index).write()
    parent = load(folder / f"{CHILD}.toml", folder).head.extends
    assert parent is not None
    path = folder / f"{parent}.toml"
    path.write_text(path.read_text(encoding="utf-8") + "\n# changed\n", encoding="utf-8")
    path.write_text(path.read_text(encoding="utf-8").replace('"ж" = "ž"', '"ж" = "zz"'), encoding="utf-8")
    fresh = {table.id: table for table in Tables(folder, index).all}
    assert fresh[CHILD] == table_of(load(folder / f"{CHILD}.toml", folder))


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"\xff\xfe", b"{}"])
def test_a_broken_index_is_no_loss(folder, tmp_path, content):
    index = tmp_path / "index.json"
    index.write_bytes(content)
    assert len(Tables(folder, index).all) == 4


def test_a_broken_scheme_names_its_file(folder, tmp_path):
    (folder / "broken.toml").write_text("id = ", encoding="utf-8")
    with pytest.raises(SchemeError, match=r"broken\.toml"):
        _ = Tables(folder, tmp_path / "none.json").all


@pytest.mark.parametrize("path", sorted((DATA / "letters").glob("*.json")), ids=lambda path: path.stem)
def test_letters_are_probabilities_of_the_right_script(path):
    language, script = path.stem.rsplit("-", 1)
    letters = read(language, script).letters
    assert {script_of(letter) for letter in letters.alphabet} <= {script, None}
    for context in ("", START, START + min(letters.alphabet)):
        total = sum(math.exp(letters.score(context, letter)) for letter in {*letters.alphabet, END})
        assert 0.5 < total <= 1.0001


def test_a_name_of_the_language_is_likelier_than_the_same_backwards():
    for language, script, name in [
        ("kk", "Cyrl", "көкшетау"),
        ("ru", "Cyrl", "новгород"),
        ("hy", "Armn", "գյումրի"),
        ("ka", "Geor", "ქუთაისი"),
    ]:
        letters = read(language, script).letters
        assert letters.word(name) > letters.word(name[::-1])


def test_without_counts_every_letter_is_alike():
    letters = read("xx", "Cyrl").letters
    assert letters.score("^а", "б") == letters.score("", "я") == -math.log(64)


def test_following_is_scoring_one_by_one():
    letters = Letters({"": {"а": 3, "б": 1, END: 2}, "а": {"б": 1}, START: {"а": 2}})
    score, context = letters.follow(START, "аб")
    assert score == pytest.approx(letters.score(START, "а") + letters.score(START + "а", "б"))
    assert context == "^аб"


def test_the_native_script_is_that_of_most_systems():
    known = REGISTRY.knowledge
    assert [known.native_script(language, "Latn") for language in ("kk", "ru", "hy", "ka", "el")] == [
        "Cyrl",
        "Cyrl",
        "Armn",
        "Geor",
        "Grek",
    ]
    assert known.native_script("xx", "Latn") is None


def test_state_is_held_by_the_registry():
    assert REGISTRY.knowledge is REGISTRY.knowledge
    assert Knowledge(SCHEMES).reader("kk", "Cyrl", "Latn") is not REGISTRY.knowledge.reader("kk", "Cyrl", "Latn")


def test_who_only_romanizes_does_not_import_the_questions():
    code = "import sys, translit; translit.romanize('Жаңаөзен', 'bgnpcgn-kaz-Cyrl-Latn-1979'); print('translit.lattice' in sys.modules, 'json' in sys.modules)"
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert shown.split()[0] == "False"


def test_an_unknown_name_of_the_package_is_an_attribute_error():
    import translit

    with pytest.raises(AttributeError, match="no attribute 'nope'"):
        _ = translit.nope
