"""What identify owes its user: the systems that wrote a spelling, the likeliest first, with the letters that decide."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translit import identify, romanize, systems
from translit.knowledge import main_script
from translit.registry import REGISTRY


@pytest.mark.parametrize(
    ("spelling", "system", "name"),
    [
        ("Zhanaozen", "press-kaz-Cyrl-Latn", "Жаңаөзен"),
        ("Zhangaözen", "bgnpcgn-kaz-Cyrl-Latn-1979", "Жаңаөзен"),
        ("Jańaózen", "kz-kaz-Cyrl-Latn-2018-02", "Жаңаөзен"),
        ("Schtscherbakow", "press-rus-Cyrl-Latn-deu", "Щербаков"),
        ("Tsaghkadzor", "bgnpcgn-arm-Armn-Latn-1981", "Ծաղկաձոր"),
        ("Юань Му", "palladius-zho-Latn-Cyrl", "Yuan Mu"),
    ],
)
def test_the_system_comes_first(spelling, system, name):
    best = identify(spelling)[0]
    assert (best.system, best.text) == (system, name)


@pytest.mark.parametrize(
    ("spelling", "system"),
    [
        ("Shcherbakov", "bgnpcgn-rus-Cyrl-Latn-1947"),
        ("Kyiv", "ua-ukr-Cyrl-Latn-2010"),
        ("Jañaözen", "kz-kaz-Cyrl-Latn-2021-04"),
        ("Mangghystaū", "bgnpcgn-kaz-Cyrl-Latn-1979"),
        ("Ščerbakov", "iso-rus-Cyrl-Latn-9-1968"),
        ("Ŝerbakov", "iso-rus-Cyrl-Latn-9-1995"),
    ],
)
def test_the_system_is_among_the_first(spelling, system):
    assert system in [candidate.system for candidate in identify(spelling)[:5]]


@pytest.mark.parametrize(
    ("spelling", "told"),
    [("Shcherbakov", "shch→щ"), ("Jañaözen", "ñ→ң, ö→ө"), ("Zhanaozen", "no diacritic"), ("Schtscherbakow", "schtsch→щ, w→в")],
)
def test_the_letters_that_decide_are_told(spelling, told):
    assert told in identify(spelling)[0].reasons


def test_lost_marks_are_told():
    bare = {candidate.system: candidate.reasons for candidate in identify("Scerbakov", n=40)}
    assert "its marks are lost" in bare["iso-rus-Cyrl-Latn-9-1968"]


def test_several_names_decide_together():
    names = ["Zhangaözen", "Öskemen", "Mangghystaū"]
    best = identify(names)[0]
    assert best.system == "bgnpcgn-kaz-Cyrl-Latn-1979"
    assert best.text == "Жаңаөзен Өскемен Маңғыстау"


def test_the_names_of_a_text_decide_together():
    text = "The road from Zhangaözen leads past Öskemen, people say. Nobody has driven from there to Mangghystaū."
    best = identify(text)[0]
    assert best.system == "bgnpcgn-kaz-Cyrl-Latn-1979"
    assert best.text == "Жаңаөзен Өскемен Маңғыстау"


def test_what_one_system_cannot_explain_is_told():
    best = identify(["Zhangaözen", "Öskemen", "Ŵŵŵ"])[0]
    assert best.system == "bgnpcgn-kaz-Cyrl-Latn-1979"
    assert "explains 2 of 3 words" in best.reasons


def test_a_long_text_is_answered():
    text = "They drove past Zhangaözen. Then to Mangghystaū, and on to the lake. " * 200
    assert identify(text)[0].text == "Жаңаөзен Маңғыстау"


def test_a_language_limits_the_answer():
    found = {candidate.system for candidate in identify("Kyiv", language="uk", n=50)}
    assert found
    assert found <= {system.id for system in systems("uk")}


def test_scores_are_shares_in_order():
    scores = [candidate.score for candidate in identify("Mangystau", n=30)]
    assert scores == sorted(scores, reverse=True)
    assert sum(scores) <= 1.001


@pytest.mark.parametrize("nothing", ["", " ", "123", "—", "👍", [], ["", "1"]])
def test_without_letters_nothing_is_identified(nothing):
    assert identify(nothing) == []


@pytest.mark.parametrize(
    ("arguments", "told"),
    [(("a", None, 0), "at least one"), (("a" * 20_001,), "20000"), ((["a", "b"], "а"), "one spelling")],
)
def test_what_cannot_be_answered_is_refused(arguments, told):
    with pytest.raises(ValueError, match=told):
        identify(*arguments)


@pytest.mark.parametrize(
    ("spelling", "native", "exact"),
    [
        ("Kyiv", "Київ", {"ua-ukr-Cyrl-Latn-2010", "bgnpcgn-ukr-Cyrl-Latn-2019"}),
        ("Zhangaözen", "Жаңаөзен", {"bgnpcgn-kaz-Cyrl-Latn-1979"}),
        ("Schtscherbakow", "Щербаков", {"press-rus-Cyrl-Latn-deu"}),
        ("Юань Му", "Yuan Mu", {"palladius-zho-Latn-Cyrl"}),
    ],
)
def test_with_the_native_name_the_list_is_exact(spelling, native, exact):
    found = identify(spelling, native)
    assert exact <= {candidate.system for candidate in found if candidate.score == 1.0}
    for candidate in found:
        system = REGISTRY.find(candidate.system)
        written = {romanize(native, system, options=options) for options in ((), *((option,) for option in system.scheme.options))}
        assert (spelling in written) == (candidate.score == 1.0)


def test_what_comes_near_tells_the_letters_that_differ():
    near = {candidate.system: candidate for candidate in identify("Zhanaozen", "Жаңаөзен")}
    assert near["odni-kaz-Cyrl-Latn-2015"].score < 1
    assert "writes Zhangaozen" in near["odni-kaz-Cyrl-Latn-2015"].reasons
    assert "g there, nothing here" in near["odni-kaz-Cyrl-Latn-2015"].reasons


def test_the_option_that_it_takes_is_told():
    found = {candidate.system: candidate for candidate in identify("Zhanaoezen", "Жаңаөзен")}
    assert found["press-kaz-Cyrl-Latn"].score == 1.0
    assert "option oe" in found["press-kaz-Cyrl-Latn"].reasons


def test_a_name_nobody_writes_so_has_no_exact_system():
    assert all(candidate.score < 1 for candidate in identify("Zhaoneze", "Жаңаөзен"))


def test_decomposed_names_are_read_alike():
    assert identify(unicodedata.normalize("NFD", "Zhangaözen"), unicodedata.normalize("NFD", "Жаңаөзен")) == identify(
        "Zhangaözen", "Жаңаөзен"
    )


WHOLE = [system for system in systems() if system.source_script != system.target_script and system.source_script not in ("Arab", "Hebr")]
"""Unpointed Arabic and Hebrew leave vowels to the reader, and pointed samples are what few write."""


@pytest.mark.parametrize("system", WHOLE, ids=lambda system: system.id)
def test_every_system_is_known_by_what_it_writes(system):
    names = [sample.source for sample in system.scheme.samples if not sample.options and " " not in sample.source][:2]
    for name in names:
        written = romanize(name, system)
        if main_script(written) == system.target_script and "'" not in name:
            assert (system.id, 1.0) in [(candidate.system, candidate.score) for candidate in identify(written, name)]


@settings(max_examples=30, deadline=None)
@given(name=st.text("абвгдеёжзийклмнопрстуфхцчшщъыьэюя", min_size=2, max_size=12))
def test_any_russian_word_is_known_by_its_romanization(name):
    for id in ("bgnpcgn-rus-Cyrl-Latn-1947", "press-rus-Cyrl-Latn-fra", "alalc-rus-Cyrl-Latn-1997"):
        assert (id, 1.0) in [(candidate.system, candidate.score) for candidate in identify(romanize(name, id), name, language="ru")]


@settings(max_examples=40, deadline=None)
@given(spelling=st.text(max_size=20), native=st.none() | st.text(max_size=8))
def test_any_text_is_answered(spelling, native):
    assert all(0 <= candidate.score <= 1 for candidate in identify(spelling, native, 3))
