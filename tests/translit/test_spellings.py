"""What spellings owes its user: every spelling that a name is met in, labelled, bounded, the usual ones first."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translit import UnknownSystemError, reverse, spellings, systems
from translit.knowledge import main_script
from translit.registry import Registry
from translit.tables import DATA

FAMILY = {
    "Zhanaozen": "English press practice",
    "Zhangaözen": "BGN/PCGN 1979",
    "Jañaözen": "April 2021",
    "Janaozen": "without marks",
    "Dzhanaozen": "by way of Russian Джанаозен",
    "Schanaosen": "German",
    "Djanaozen": "French",
    "Żanaozen": "Polish",
    "Žaņaôzen": "ISO 9:1995",
    "Zhanaoezen": "digraphs",
    "Жанаозен": "Russian forms of Kazakh names",
    "Джанаозен": "Older Russian forms of Kazakh names",
    "Zhangaozen": "without marks",
    "Jańaózen": "February 2018",
}


@pytest.mark.parametrize(("spelling", "told"), FAMILY.items())
def test_the_family_of_zhanaozen(spelling, told):
    family = {found.text: found for found in spellings("Жаңаөзен", "kk")}
    assert any(told in reason for reason in family[spelling].reasons)


def test_another_name_is_not_of_the_family():
    assert not [found.text for found in spellings("Жаңаөзен", "kk", 1000) if "uzen" in found.text.lower() or "узен" in found.text.lower()]


@pytest.mark.parametrize(
    ("name", "language", "expected"),
    [
        ("Київ", "uk", {"Kyiv", "Kyïv", "Kyjiv", "Kiev", "Kijew", "Kiyev", "Киев"}),
        ("Львів", "uk", {"Lviv", "Lvov", "Львов"}),
        ("Щербаков", "ru", {"Shcherbakov", "Ščerbakov", "Schtscherbakow", "Chtcherbakov", "Szczerbakow", "Ŝerbakov", "Scherbakov"}),
        ("Маңғыстау", "kk", {"Mangystau", "Mangistau", "Mangghystaū", "Мангыстау"}),
        ("Toshkent", "uz", {"Tashkent", "Тошкент", "Ташкент", "Taschkent"}),
        ("Хуҷанд", "tg", {"Худжанд", "Khudzhand"}),
        ("Юань Му", "zh", {"Yuan Mu"}),
        ("Ծաղկաձոր", "hy", {"Tsaghkadzor"}),
        ("თბილისი", "ka", {"Tbilisi"}),
    ],
)
def test_families_of_other_languages(name, language, expected):
    assert expected <= {found.text for found in spellings(name, language)}


@pytest.mark.parametrize(
    ("name", "language"), [("Жаңаөзен", "kk"), ("Київ", "uk"), ("Щербаков", "ru"), ("Jañaözen", "kk"), ("თბილისი", "ka")]
)
def test_weights_are_shares_in_order_and_each_has_a_reason(name, language):
    found = spellings(name, language, 1000)
    weights = [spelling.weight for spelling in found]
    assert weights == sorted(weights, reverse=True)
    assert sum(weights) == pytest.approx(1, abs=0.001)
    assert all(spelling.reasons for spelling in found)
    assert len({spelling.text for spelling in found}) == len(found)
    assert name not in {spelling.text for spelling in found}


@pytest.mark.parametrize("n", [1, 5, 50])
def test_n_bounds_the_answer(n):
    assert len(spellings("Жаңаөзен", "kk", n)) <= n
    assert spellings("Жаңаөзен", "kk", n) == spellings("Жаңаөзен", "kk", 1000)[:n]


def test_many_routes_are_counted():
    most = spellings("Щербаков", "ru")[0]
    assert len(most.reasons) == 12
    assert most.reasons[-1].startswith("and ")


def test_one_script_alone():
    assert {main_script(found.text) for found in spellings("Жаңаөзен", "kk", script="Cyrl")} == {"Cyrl"}
    assert {main_script(found.text) for found in spellings("Жаңаөзен", "kk", script="Arab")} == {"Arab"}


def test_composed_and_decomposed_names_agree():
    assert spellings(unicodedata.normalize("NFD", "Юрий Ёлкин"), "ru") == spellings("Юрий Ёлкин", "ru")


def test_capitals_follow_the_name():
    assert "ZHANAOZEN" in {found.text for found in spellings("ЖАҢАӨЗЕН", "kk")}


@pytest.mark.parametrize("nothing", ["", " ", "123", "—", "👍"])
def test_without_letters_there_are_no_spellings(nothing):
    assert spellings(nothing, "kk") == []


@pytest.mark.parametrize(
    ("arguments", "error", "told"),
    [
        (("თბილისი", "kk"), UnknownSystemError, "no system reads kk in the script Geor; give the name in Arab or Cyrl or Latn"),
        (("Абв", "xx"), UnknownSystemError, "no system reads xx"),
        (("Абв", "kk", 0), ValueError, "at least one"),
        (("а" * 201, "kk"), ValueError, "at most 200"),
    ],
)
def test_what_cannot_be_answered_is_refused_with_a_remedy(arguments, error, told):
    with pytest.raises(error, match=told):
        spellings(*arguments)


@pytest.mark.parametrize(("name", "language"), [("Жаңаөзен", "kk"), ("Көкшетау", "kk"), ("Щербаков", "ru"), ("Чернігів", "uk")])
def test_the_usual_spellings_lead_back_to_the_name(name, language):
    for found in spellings(name, language, 6, script="Latn"):
        assert name in [candidate.text for candidate in reverse(found.text, language)]


@settings(max_examples=40, deadline=None)
@given(name=st.text(max_size=16))
def test_any_text_is_answered_or_refused(name):
    try:
        found = spellings(name, "ru", 10)
    except UnknownSystemError:
        return
    assert all(unicodedata.is_normalized("NFC", spelling.text) for spelling in found)


USAGES = Registry(DATA / "adaptations")


@pytest.mark.parametrize("usage", list(USAGES), ids=lambda usage: usage.id)
def test_russian_usages_write_their_samples(usage):
    assert usage.scheme.samples
    for sample in usage.scheme.samples:
        assert usage.writer(sample.options).convert(sample.source) == sample.target


def test_every_language_of_a_usage_has_systems():
    for usage in USAGES:
        assert all(systems(language) for language in usage.languages)
