"""The case policy: who gets capitals."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.translit.test_engine import RUSSIAN, write
from translit import romanize
from translit.casing import lower, title, upper


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("щука", "shchuka"),
        ("Щука", "Shchuka"),
        ("ЩУКА", "SHCHUKA"),
        ("щУКА", "shchUKA"),
        ("борЩ", "borShch"),
        ("БОРЩ", "BORSHCH"),
        ("Щ.", "Shch."),
        ("Я", "Ya"),
        ("я", "ya"),
        ("ТсЖ", "TsZh"),
        ("РосПЭН", "RosPEN"),
        ("РосПЭЩ", "RosPESHCH"),
        ("ЮНЕСКО", "YUNESKO"),
        ("МИД РФ", "MID RF"),
        ("Щ-21", "Shch-21"),
        ("ЛОДКА Щ-21", "LODKA SHCH-21"),
        ("лодка Щ-21", "lodka Shch-21"),
        ("Ю. А. Щербаков", "Yu. A. Shcherbakov"),
        ("Ю. А. ЩЕРБАКОВ", "YU. A. SHCHERBAKOV"),
        ("Щербаков Ю. А.", "Shcherbakov Yu. A."),
        ("ЭТО Я, ТЫ", "ETO YA, TY"),
        ("МИД РФ. Я думаю", "MID RF. Ya dumayu"),
        ("ГЛАВА\nЯ думаю", "GLAVA\nYa dumayu"),
        ("ГЛАВА\n\nЯ\n\nТЕКСТ", "GLAVA\n\nYa\n\nTEKST"),
        ("СТОЯТ " + "- " * 16 + "Я", "STOYAT " + "- " * 16 + "Ya"),
        ("СТОЯТ " + "- " * 14 + "Я", "STOYAT " + "- " * 14 + "YA"),
        ("ЁЖ Ёж", "YËZH Yëzh"),
        ("Подъезд ПОДЪЕЗД", "Pod”yezd POD”YEZD"),
        ("ЩИ́Т", "SHCHÍT"),
        ("Щ\u00adУКА", "SHCH\u00adUKA"),
    ],
)
def test_policy(text: str, expected: str) -> None:
    assert romanize(text, RUSSIAN) == expected
    assert romanize(text, RUSSIAN, offsets=True).text == expected


@settings(deadline=None)
@given(st.lists(st.text("абгежзйщцьэюяё", min_size=2, max_size=8), min_size=1, max_size=6).map(" ".join))
def test_capitals_before_or_after_are_the_same_for_words_of_two_letters_and_more(text: str) -> None:
    assert romanize(text.upper(), RUSSIAN) == romanize(text, RUSSIAN).upper()


@settings(deadline=None)
@given(st.text("абгежзйщцьэюя -.\n", max_size=40))
def test_small_letters_stay_small(text: str) -> None:
    assert romanize(text, RUSSIAN) == romanize(text, RUSSIAN).lower()


@settings(deadline=None)
@given(st.text("АБЩЮЯщюя -.", max_size=40))
def test_letter_case_changes_nothing_but_case(text: str) -> None:
    assert romanize(text, RUSSIAN).lower() == romanize(text.lower(), RUSSIAN)


def test_dotted_i_is_a_matter_of_the_system(tmp_path: Path) -> None:
    rules = '[rules]\n"и" = "i"\n"ы" = "ı"\n"й" = "ia"\n'
    plain = write(tmp_path, rules)
    dotted = write(tmp_path, rules, more="dotted_i = true", name="dotted-und-Cyrl-Latn")
    assert romanize("Иы ИЫ Йи ЙИ", plain) == "Iı II Iai IAI"
    assert romanize("Иы ИЫ Йи ЙИ", dotted) == "İı İI İai İAİ"
    back = write(
        tmp_path, '[rules]\n"i" = "и"\n"ı" = "ы"\n', source="Latn", target="Cyrl", more="dotted_i = true", name="back-und-Latn-Cyrl"
    )
    assert romanize("İı İI iI", back) == "Иы ИЫ иЫ"


def test_a_key_of_several_letters(tmp_path: Path) -> None:
    path = write(tmp_path, '[rules]\n"nj" = "њ"\n"n" = "н"\n"j" = "ј"\n"lj" = "ља"\n', source="Latn", target="Cyrl", name="s-und-Latn-Cyrl")
    assert romanize("nj Nj NJ nJ N lj Lj LJ", path) == "њ Њ Њ њ Н ља Ља ЉА"


@pytest.mark.parametrize(("case", "expected"), [("source", "tbilisi mze"), ("title", "Tbilisi Mze"), ("none", "tbilisi mze")])
def test_a_script_without_case(tmp_path: Path, case: str, expected: str) -> None:
    rules = "[rules]\n" + "".join(
        f'"{a}" = "{b}"\n' for a, b in {"თ": "t", "ბ": "b", "ი": "i", "ლ": "l", "ს": "s", "მ": "m", "ზ": "z", "ე": "e"}.items()
    )
    path = write(tmp_path, rules, source="Geor", more=f'case = "{case}"', name="g-und-Geor-Latn")
    assert romanize("თბილისი მზე", path) == expected


def test_a_target_without_case_gets_no_capitals(tmp_path: Path) -> None:
    path = write(tmp_path, '[rules]\n"t" = "თ"\n"a" = "ა"\n', source="Latn", target="Geor", name="r-und-Latn-Geor")
    assert romanize("TA Ta ta", path) == "თა თა თა"


@pytest.mark.parametrize(
    ("small", "first", "capitals"),
    [
        ("shch", "Shch", "SHCH"),
        ("ʻayn", "ʻAyn", "ʻAYN"),
        ("ǆ", "ǅ", "Ǆ"),
        ("’", "’", "’"),
        ("", "", ""),
        ("t͡s", "T͡S", "T͡S"),
        ("i\ufe20u\ufe21g", "I\ufe20U\ufe21g", "I\ufe20U\ufe21G"),
        ("t͡", "T͡", "T͡"),
    ],
)
def test_shapes(small: str, first: str, capitals: str) -> None:
    assert title(small) == first
    assert upper(small) == capitals


def test_lower_case_is_always_one_character() -> None:
    assert all(len(lower(chr(code))) == 1 for code in range(0x20000))
    assert lower("İ", dotted_i=True) == "i"
    assert re.fullmatch("ı", lower("I", dotted_i=True))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tjumen'", "Тюмень"),
        ("TJUMEN'", "ТЮМЕНЬ"),
        ("L'vov", "Львов"),
        ("L'VOV", "ЛЬВОВ"),
        ("L'", "Ль"),
        ("l'VOV", "льВОВ"),
        ('Pod"ezd', "Подъезд"),
        ('POD"EZD', "ПОДЪЕЗД"),
    ],
)
def test_a_sign_without_case_gives_a_capital_among_capitals(text: str, expected: str) -> None:
    assert romanize(text, "din-rus-Latn-Cyrl-1460-1982") == expected
    assert romanize(text, "din-rus-Latn-Cyrl-1460-1982", offsets=True).text == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # The first letter of a word that has a case, whatever stands before it.
        ("دب", "‘Ab"),
        ("ادب", "‘Ab"),
        # After a space inside an output; a prefix with a hyphen leaves the capital to what follows.
        ("لب", "Ar B"),
        ("مب", "al-B"),
        ("ب ب-ب", "B B-B"),
        # What is not of the source script stays as it is, and one word takes no capital from another.
        ("ب windows ب", "B windows B"),
        ("م windows", "al- windows"),
        ("ب2ب", "B2B"),
    ],
)
def test_a_script_without_case_gets_a_capital_at_each_word(tmp_path: Path, text: str, expected: str) -> None:
    rules = '[rules]\n"ا" = ""\n"د" = "‘a"\n"ب" = "b"\n"ل" = "ar "\n"م" = "al-"\n'
    path = write(tmp_path, rules, source="Arab", more='case = "title"', name="titles-und-Arab-Latn")
    assert romanize(text, path) == expected
    assert romanize(text, path, offsets=True).text == expected


def test_a_capital_of_the_source_is_enough_for_title_case(tmp_path: Path) -> None:
    path = write(tmp_path, '[rules]\n"щ" = "shch"\n"у" = "u"\n', more='case = "title"')
    assert romanize("Щу ЩУ щу щУ", path) == "Shchu SHCHU Shchu ShchU"
