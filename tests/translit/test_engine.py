"""The reference engine: longest key, contexts, mixed scripts, unknown letters, stress marks."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings

from tests.translit.texts import texts
from translit import Kept, Repair, SchemeError, UncoveredError, UnknownSystemError, romanize, systems
from translit.registry import REGISTRY

KAZAKH = "bgnpcgn-kaz-Cyrl-Latn-1979"
RUSSIAN = "bgnpcgn-rus-Cyrl-Latn-1947"

HEAD = """\
id = "test-und-Cyrl-Latn"
title = "Test"
authority = "Test"
languages = ["und"]
source_script = "{source}"
target_script = "{target}"
status = "observed"
{more}
[sources]
test = "a test"
"""


def write(
    folder: Path, rules: str, *, source: str = "Cyrl", target: str = "Latn", more: str = "", name: str = "test-und-Cyrl-Latn"
) -> Path:
    path = folder / f"{name}.toml"
    path.write_text(HEAD.format(source=source, target=target, more=more).replace("test-und-Cyrl-Latn", name) + rules, "utf-8")
    return path


@pytest.mark.parametrize(
    ("system", "name", "expected"),
    [
        (KAZAKH, "Жаңаөзен", "Zhangaözen"),
        (KAZAKH, "Маңғыстау облысы", "Mangghystaū oblysy"),
        (KAZAKH, "", ""),
        (KAZAKH, " \n\t", " \n\t"),
        (RUSSIAN, "Ельня, Чапаевск, съезд, Юрьев", "Yel’nya, Chapayevsk, s”yezd, Yur’yev"),
        (RUSSIAN, "жен-Ельня", "zhen-Yel’nya"),
        (RUSSIAN, "9-е мая", "9-ye maya"),
        (RUSSIAN, "5е", "5ye"),
        (RUSSIAN, "Windows и Linux", "Windows i Linux"),
        (RUSSIAN, "а\0б", "a\0b"),
        (RUSSIAN, "\U0001f600Щука\U0001f600", "\U0001f600Shchuka\U0001f600"),
        (RUSSIAN, "\ud800а", "\ud800a"),
    ],
)
def test_names(system: str, name: str, expected: str) -> None:
    assert romanize(name, system) == expected


@pytest.mark.parametrize(
    ("rules", "text", "expected"),
    [
        # The longest key wins, and a key whose alternatives all fail gives way to shorter ones.
        ('[rules]\n"з" = "z"\n"г" = "h"\n"зг" = "zgh"', "згазга"[:2], "zgh"),
        ('[rules]\n"и" = "i"\n"я" = "ya"\n"ия" = { to = "ia", final = true }', "ияия", "iyaia"),
        # No cascades: what was written is not read again.
        ('[rules]\n"а" = "b"\n"б" = "a"', "аб", "ba"),
        # Contexts look at the source.
        ('[rules]\n"а" = "x"\n"б" = [{ to = "1", after = "а" }, "2"]', "абб", "x12"),
        ('[rules]\n"а" = [{ to = "1", before = "бв" }, "2"]\n"б" = "b"\n"в" = "v"', "абвабб", "1bv2bb"),
        ('[rules]\n"а" = [{ to = "1", after = "б", before = "б" }, "2"]\n"б" = "b"', "баба", "b1b2"),
        ('[rules]\n"а" = [{ to = "1", initial = false, final = false }, "2"]\n"б" = "b"', "абаба", "2b1b2"),
        ('[rules]\n"а" = [{ to = "1", not_before = "$ б" }, "2"]\n"б" = "b"', "абаа", "2b12"),
        ('[rules]\n"а" = [{ to = "1", before = "@letter" }, "2"]\n"б" = "b"', "аб-а б", "1b-2 b"),
        ('[classes]\nfront = "і"\n[rules]\n"а" = [{ to = "1", word = "@front" }, "2"]\n"і" = "i"', "аі іа а аа-і", "1i i1 2 22-i"),
        ('[rules]\n"а" = [{ to = "1", not_word = "і" }, "2"]\n"і" = "i"', "аі а", "2i 1"),
        # An insertion at the beginning of a word.
        ('[rules]\n"^" = { to = "h", before = "а" }\n"а" = "a"\n"б" = "b"', "аба баа Аба", "haba baa Haba"),
        # An equivalent is read as another; what no rule takes is kept as it stood.
        (
            '[equivalents]\n"ʼ" = "\' ’"\n[rules]\n"ʼ" = { to = "\\"", after = "@letter", before = "@letter" }\n"а" = "a"',
            "'а'а’а ’",
            '\'a"a"a ’',
        ),
        # A closing quotation mark does not make the letter before it less final.
        ('[rules]\n"\'" = { to = "", after = "@letter", before = "@letter" }\n"а" = [{ to = "1", final = true }, "2"]\n', "'а'а'", "'21'"),
        # Letters with marks may be keys.
        ('[rules]\n"а́" = "aa"\n"а" = "a"', "аа́", "aaa"),
    ],
)
def test_rules(tmp_path: Path, rules: str, text: str, expected: str) -> None:
    path = write(tmp_path, rules)
    assert romanize(text, path) == expected
    assert romanize(text, path, offsets=True).text == expected


def test_options_replace_rules_and_rewrite_outputs() -> None:
    assert romanize("Иркутск", RUSSIAN, options=["dots"]) == "Irkut·sk"
    assert romanize("Подъездной", RUSSIAN, options=["primes"]) == "Podʺyezdnoy"
    assert romanize("Щёлково Новый", RUSSIAN, options=["simplified"]) == "Shchelkovo Novy"
    assert romanize("объектсъёмка", RUSSIAN, options=["dots", "primes"]) == "obʺyekt·sʺyëmka"


def test_an_option_may_take_a_rule_away(tmp_path: Path) -> None:
    path = write(tmp_path, '[rules]\n"а" = "a"\n"б" = "b"\n"аб" = "x"\n[options.long]\nnote = "no short form"\nrules."аб" = false\n')
    assert romanize("аб", path) == "x"
    assert romanize("аб", path, options=["long"]) == "ab"


def test_extends_begins_with_the_parent(tmp_path: Path) -> None:
    write(tmp_path, '[classes]\nv = "а"\n[rules]\n"а" = "a"\n"б" = [{ to = "B", after = "@v" }, "b"]'.lower(), name="parent-und-Cyrl-Latn")
    child = write(
        tmp_path,
        '[rules]\n"а" = "ä"\n"в" = [{ to = "w", after = "@v" }, "v"]\n',
        name="child-und-Cyrl-Latn",
        more='extends = "parent-und-Cyrl-Latn"',
    )
    assert romanize("абв ав", child) == "äbv äw"


def test_the_nearest_system_or_option_is_suggested() -> None:
    with pytest.raises(UnknownSystemError, match="bgnpcgn-kaz-Cyrl-Latn-1979"):
        romanize("а", "bgnpcgn-kaz-Cyrl-Latn-1997")
    with pytest.raises(UnknownSystemError, match="dots"):
        romanize("а", RUSSIAN, options=["dot"])
    with pytest.raises(UnknownSystemError):
        romanize("а", "../schemes/bgnpcgn-kaz-Cyrl-Latn-1979")
    with pytest.raises(SchemeError, match=r"no-such\.toml"):
        romanize("а", "no-such.toml")


def test_letters_without_a_rule_are_kept_and_reported() -> None:
    made = romanize("Ґанок і дім, Windows", RUSSIAN, offsets=True)
    assert made.text == "Ґanok і dіm, Windows"
    assert made.unknown == (Kept(0, 1, "Ґ"), Kept(6, 7, "і"), Kept(9, 10, "і"))
    with pytest.raises(UncoveredError, match=r"Ґ \(U\+0490\) at 0"):
        romanize("Ґанок", RUSSIAN, strict=True)
    assert romanize("Windows и 中国 №5", RUSSIAN, offsets=True).unknown == (Kept(10, 11, "中"), Kept(11, 12, "国"))


@pytest.mark.parametrize(
    ("text", "expected", "repaired"),
    [
        ("Көшесi", "Köshesi", (Repair(5, 6, "i", "і"),)),
        ("КӨШЕСI", "KÖSHESI", (Repair(5, 6, "I", "І"),)),
        ("Алмaты", "Almaty", (Repair(3, 4, "a", "а"),)),
        # A letter that looks like none: nothing of the word is touched.
        ("Көшесiw", "Köshesiw", ()),
        # Mostly Latin: not ours to read.
        ("Almatы", "Almaty", ()),
    ],
)
def test_look_alikes_in_a_word_of_mixed_script(text: str, expected: str, repaired: tuple[Repair, ...]) -> None:
    made = romanize(text, KAZAKH, offsets=True)
    assert made.text == romanize(text, KAZAKH) == expected
    assert made.repaired == repaired
    assert bool(made.unknown) == (not repaired)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("за́мок", "zámok"),
        ("замо́к", "zamók"),
        ("ю́жный", "yúzhnyy"),
        ("ё́лка", "yë́lka"),
        ("щ́ука", "śhchuka"),
        ("е́ль", "yél’"),
        ("ЮНЕ́СКО", "YUNÉSKO"),
        ("ѐ", "yè"),
        ("Жана\u00adозен", "Zhana\u00adozen"),
        ("а\u00adе", "a\u00adye"),
        ("\u0301а", "\u0301a"),
        ("ь́", "’"),
    ],
)
def test_stress_marks_move_to_the_first_vowel(text: str, expected: str) -> None:
    for form in ("NFC", "NFD"):
        given = unicodedata.normalize(form, text)
        assert romanize(given, RUSSIAN) == unicodedata.normalize("NFC", expected)
        assert romanize(given, RUSSIAN, offsets=True).text == unicodedata.normalize("NFC", expected)


@pytest.mark.parametrize("id", [KAZAKH, RUSSIAN])
def test_composed_and_decomposed_input_agree(id: str) -> None:
    @settings(deadline=None)
    @given(texts(REGISTRY.find(id)))
    def check(text: str) -> None:
        composed = romanize(unicodedata.normalize("NFC", text), id)
        assert romanize(unicodedata.normalize("NFD", text), id) == composed
        assert romanize(text, id) == composed

    check()


def test_the_public_list() -> None:
    kazakh = systems("kk")
    assert KAZAKH in [system.id for system in kazakh]
    assert all("kk" in system.languages for system in kazakh)
    system = next(system for system in kazakh if system.id == KAZAKH)
    assert (system.authority, system.year, system.status, system.source_script, system.target_script) == (
        "BGN/PCGN",
        1979,
        "official",
        "Cyrl",
        "Latn",
    )
    own = [system.id for system in systems() if not system.id.startswith("transliterate-")]
    assert own == sorted(own)


def test_the_packs_of_the_library_transliterate_are_systems_too() -> None:
    assert "transliterate-ru" in [system.id for system in systems("ru")]
    assert romanize("Щука ЩУКА", "transliterate-ru") == "Schuka SCHUKA"
    with pytest.raises(UnknownSystemError, match="transliterate-xx"):
        romanize("а", "transliterate-xx")


def test_the_joining_space_of_mongolian_may_be_a_key_and_no_other_white_space(tmp_path: Path) -> None:
    path = write(tmp_path, '[rules]\n"ᠠ" = "a"\n"\u202f" = "-"\n', source="Mong", name="joins-und-Mong-Latn")
    assert romanize("ᠠ\u202fᠠ ᠠ", path) == "a-a a"
    assert romanize("ᠠ\u202fᠠ ᠠ", path, offsets=True).text == "a-a a"
    path.write_text(path.read_text("utf-8").replace("\u202f", "\u00a0"), "utf-8")
    with pytest.raises(SchemeError, match="white space"):
        romanize("ᠠ", path)


@pytest.mark.parametrize(
    ("system", "text", "expected"),
    [
        # A composed letter is read as one with a stress mark only where no key holds it.
        ("din-rus-Latn-Cyrl-1460-1982", "krivédko", "криве́дко"),
        ("din-ukr-Latn-Cyrl-1460-1982", "ḯ", "ї\u0301"),
        # What meets in the output is composed: the mark of a dropped apostrophe, one that nobody knows, and white space itself.
        ("bgnpcgn-ukr-Cyrl-Latn-2019", "я'\u0301м", "yám"),
        (RUSSIAN, "к\u030cа", "ǩa"),
        (RUSSIAN, "а\u2000а", "a\u2002a"),
    ],
)
def test_the_output_is_composed_and_stress_is_told_from_letters(system: str, text: str, expected: str) -> None:
    assert romanize(text, system) == expected
    made = romanize(text, system, offsets=True)
    assert made.text == expected
    assert made.spans[-1].out_end == len(expected)
