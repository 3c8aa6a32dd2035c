"""The library transliterate: its packs are systems here, our systems are packs there."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translit import UnknownSystemError, romanize, systems
from translit.packs import pack_heads, pack_scheme, register_packs

transliterate = pytest.importorskip("transliterate")


def library(text: str, id: str) -> str:
    """What the library itself writes."""
    code = id.removeprefix("transliterate-").removesuffix("-native")
    return transliterate.translit(text, code, reversed=not id.endswith("-native"))


@pytest.mark.parametrize(
    ("text", "system", "written"),
    [
        ("Жанна д'Арк", "transliterate-ru", "Zhanna d'Ark"),
        ("Київ", "transliterate-uk", "Kyyiv"),
        ("Пловдив", "transliterate-bg", "Plovdiv"),
        ("Ереван", "transliterate-ru", "Erevan"),
        ("Moskva", "transliterate-ru-native", "Москва"),
        ("tbilisi", "transliterate-ka-native", "თბილისი"),
        ("Þór", "transliterate-l1", "Thor"),
    ],
)
def test_a_pack_of_the_library_is_a_system(text, system, written):
    assert romanize(text, system) == written == library(text, system)


def test_its_systems_are_listed_as_observed_practice():
    found = {system.id: system for system in systems() if system.id.startswith("transliterate-")}
    assert {"transliterate-ru", "transliterate-uk", "transliterate-hy", "transliterate-ka-native"} <= set(found)
    assert {system.status for system in found.values()} == {"observed"}
    assert (found["transliterate-hy"].source_script, found["transliterate-hy"].target_script) == ("Armn", "Latn")
    assert found["transliterate-hy-native"].source_script == "Latn"


@pytest.mark.parametrize("id", sorted(pack_heads()))
def test_every_letter_comes_out_as_the_library_writes_it(id):
    for letter in pack_scheme(id).alphabet:
        assert romanize(letter, id) == library(letter, id).lower()


@given(st.data())
def test_words_come_out_as_the_library_writes_them(data):
    """For packs whose keys are single letters, in the direction where replacements cannot meet each other."""
    id = data.draw(st.sampled_from(["transliterate-bg", "transliterate-mk", "transliterate-ru", "transliterate-sr", "transliterate-uk"]))
    word = data.draw(st.text(st.sampled_from(sorted(pack_scheme(id).alphabet)), min_size=1, max_size=12))
    assert romanize(word, id) == library(word, id)


def test_capitals_follow_our_policy_not_the_library():
    assert library("ЩУКА", "transliterate-ru") == "SchUKA"
    assert romanize("ЩУКА", "transliterate-ru") == "SCHUKA"


def test_an_unknown_pack_names_those_there_are():
    with pytest.raises(UnknownSystemError, match="transliterate-ru"):
        pack_scheme("transliterate-tlh")


def test_our_systems_work_in_the_library():
    codes = register_packs(system for system in systems() if system.id == "bgnpcgn-kaz-Cyrl-Latn-1979")
    assert codes == ("bgnpcgn-kaz-Cyrl-Latn-1979",)
    assert transliterate.translit("Жаңаөзен", codes[0]) == romanize("Жаңаөзен", codes[0]) == "Zhangaözen"
    assert transliterate.translit("Жаңаөзен中", codes[0], strict=True) == "Zhangaözen"
    with pytest.raises(NotImplementedError, match=r"translit\.reverse"):
        transliterate.translit("Zhangaözen", codes[0], reversed=True)


def test_registering_ours_hides_none_of_the_librarys_and_changes_no_guess():
    """The library looks for its packs only while its registry is empty, so this is a process of its own."""
    program = (
        "from translit.packs import register_packs\n"
        "codes = register_packs()\n"
        "import transliterate\n"
        "assert set(codes) <= set(transliterate.get_available_language_codes())\n"
        "assert register_packs() == codes\n"
        "print(transliterate.translit('Lorem', 'ru'), transliterate.detect_language('Привет, мир'), len(codes) > 50)\n"
    )
    made = subprocess.run([sys.executable, "-c", program], capture_output=True, encoding="utf-8", check=False)
    assert (made.stdout, made.stderr) == ("Лорем ru True\n", "")


def test_ours_are_not_listed_a_second_time_as_the_librarys():
    register_packs()
    assert not [id for id in pack_heads() if "bgnpcgn" in id]


def test_the_library_is_not_imported_until_it_is_asked_for():
    program = (
        "import sys; from translit import romanize; romanize('Щука', 'bgnpcgn-rus-Cyrl-Latn-1947'); print('transliterate' in sys.modules)"
    )
    made = subprocess.run([sys.executable, "-c", program], capture_output=True, encoding="utf-8", check=False)
    assert made.stdout == "False\n"
