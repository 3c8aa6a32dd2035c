"""What likeness owes its user: one name known in any script, slips called slips, two persons kept apart, and the same figures either way."""

from __future__ import annotations

import json
import math
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translit import compare, compare_many
from translit.likeness import COMPARER
from translit.likeness_align import ADDED, JOINED, MISSING, SWAPPED_PAIR, align, turned
from translit.likeness_graphemes import LONGEST, folded, folded_many
from translit.likeness_rows import Reader
from translit.likeness_score import features
from translit.message import Message

ROOT = Path(__file__).parents[2]
DATA = ROOT.parent / "shared" / "data"

SAME = [
    ("Zhanaozen", "ZHANAOZEN"),
    ("Жаңаөзен", "Жанаозен"),
    ("Жаңаөзен", "Jañaözen"),
    ("Чайковский", "Tchaikovsky"),
    ("Хрущёв", "Chruschtschow"),
    ("Горбачёв", "Gorbachyov"),
    ("Novyi Uzen", "Новый Узень"),
    ("Жаңаөзеннің", "Жаңаөзен"),
    ("Мангистауской", "Мангистауский"),
    ("Kazakhstan’s", "Kazakhstan"),
    ("Kyzyl-Orda", "Кызыл-Орда"),
    ("თბილისი", "Tbilisi"),
    ("Θεσσαλονίκη", "Thessaloniki"),
    ("Sokolova", "Соколовой"),
    ("Austria", "Австрии"),
    ("Հայաստան", "Hayastan"),
    ("ТОО Озенмунайгаз", "Ozenmunaigas LLP"),
    ("Shymkent city", "город Шымкент"),
    ("Красные Горы", "Krasnye Gory"),  # a mountain in its name
    ("Dr. Akhmetov", "г-н Ахметов"),
    ("al-Farabi", "Farabi"),
    ('ТОО "Казахмыс"', "Kazakhmys"),
    ("Мангистауской области", "Mangistauskaya Oblast"),
    ("Жанаoзен", "Жанаозен"),  # with a Latin o
]
LIKELY = [
    ("Zhaoneze", "Жаңаөзен"),
    ("Zhanoezen", "Жаңаөзен"),
    ("Yelstin", "Yeltsin"),
    ("Shetp", "Shetpe"),
    ("Ozenmuinagaz", "Ozenmunaygaz"),
    ("N. Nazarbayev", "Nursultan Nazarbayev"),
    ("Zh. Akhmetov", "Жанат Ахметов"),
    ("проспект Назарбаева", "Nazarbayev Avenue"),  # a genitive, or a woman's name
    ("Nursultan Nazarbayev", "Назарбаев Нурсултан Абишевич"),
    ("Мангистауской", "Мангистау"),
    ("Sokolova", "Sokolovaya"),
    ("Соколова", "Соколовая"),
    ("Nazarbayev N.A.", "Нурсултан Абишевич Назарбаев"),
    ("Kulibayev", "Kulibayeva"),  # two persons, or a man's and a woman's form
    ("Кулибаев", "Кулибаева"),
    ("Кулибаев", "Kulibayeva"),
    ("Мангистауская область", "Mangystau Region"),
    ("Karaganda", "Karaganda Region"),  # a town and its region
    ("г. Шымкент", "Шымкент"),
]
UNLIKE = [
    ("Sokolova", "Yeltsin"),
    ("Zhanartu", "Zhanaozen"),
    ("Shevchenko", "Aktau"),
    ("Mangyshlak", "Mangistau"),  # a former name: a glossary knows it
    ("Мангышлак", "Мангистау"),
    ("Nazarbayev N.B.", "Нурсултан Абишевич Назарбаев"),
    ("K. Nazarbayev", "Nursultan Nazarbayev"),
    ("Nursultan Bolatuly Nazarbayev", "Nursultan Abishuly Nazarbayev"),
    ("Anna Ivanova", "Anna Petrova"),
    ("Kulibayev Timur", "Kulibayeva Dinara"),
    ("Ural River", "Lake Ural"),
    ("Aktau-1", "Aktau-2"),
    ("1", "2"),
]


@pytest.mark.parametrize(("a", "b", "band"), [(*pair, band) for band, pairs in (("same", SAME), ("likely", LIKELY), ("unlike", UNLIKE)) for pair in pairs])  # fmt: skip
def test_bands(a, b, band):
    assert compare(a, b).band == band


def test_two_initials_that_agree_say_more_than_one():
    assert (
        compare("Nazarbayev N.A.", "Нурсултан Абишевич Назарбаев").probability > compare("Nazarbayev N.", "Назарбаев Нурсултан").probability
    )


@given(st.lists(st.text("\"“”ABabİiıЖжйи\u0306\u0301Ёё' ’-–\n\tΣσ.o", max_size=8), max_size=90))
@settings(max_examples=150, deadline=None)
def test_names_are_folded_together_as_one_by_one(texts):
    assert folded_many(texts) == {text: folded(text) for text in texts}


@pytest.mark.parametrize(
    ("a", "b"), [("", "Aktau"), ("–", "Aktau"), ("’ ’", "Aktau"), ("中国", "China"), ("\ud800", "Aktau"), ("a" * (LONGEST + 1), "a")]
)
def test_what_cannot_be_compared_has_no_score(a, b):
    found = compare(a, b)
    assert math.isnan(found.probability)
    assert found.band == "unknown"
    assert found.reasons[0].startswith("cannot compare: ")
    assert math.isnan(compare_many([(b, a)])[0])


@pytest.mark.parametrize(
    ("a", "b", "reason"),
    [
        ("Жаңаөзен", "Zhanoezen", "Жаңаөзен → Zhanoezen: ж→zh (BGN), ң→n (German), а lost (slip), ө→oe (German)"),
        ("Zhanoezen", "Жаңаөзен", "Zhanoezen → Жаңаөзен: zh→ж (BGN), n→ң (German), а added (slip), oe→ө (German)"),
        ("Shetpe", "Shetp", "Shetpe → Shetp: e lost (slip)"),
        ("Ermek", "Eremk", "Ermek → Eremk: me→em swapped (slip)"),
        ("Žukov", "Zhukov", "Žukov → Zhukov: ž→zh (ISO 9, BGN)"),
        ("Ақтау", "Актау", "Ақтау → Актау: қ→к (Russian form)"),
        ("Zhanaozen", "zhanaozen", "Zhanaozen → zhanaozen: letter for letter"),
        ("Yelstin", "Yeltsin", "two neighbouring letters swapped (slip)"),
        ("Жаңаөзеннің", "Жаңаөзен", "endings “нің” and “–” of one name"),
        ("Kulibayev", "Kulibayeva", "endings “ev” and “eva”: a man's and a woman's form of one name, or two persons"),
        ("Кулибаев", "Кулибаева", "or the names of a man and of a woman"),
        ("Николаев", "Николаевский", "endings “–” and “ский”: one is an adjective made of the other"),
        ("N. Nazarbayev", "Nursultan Nazarbayev", "an initial: N., Nursultan"),
        ("Nursultan Nazarbayev", "Назарбаев Нурсултан Абишевич", "one name has no patronymic: Абишевич"),
        ("Nursultan Nazarbayev", "Назарбаев Нурсултан", "the words stand in another order"),
        ("ТОО Озенмунайгаз", "Ozenmunaigas LLP", "a legal form left out of account: ТОО, LLP"),
        ("Republic of Kazakhstan", "Kazakhstan", "a word for a kind of place left out of account: Republic"),
        ("г-н Ахметов", "Akhmetov", "a title left out of account: г-н"),
        ("Ural River", "Lake Ural", "the kinds of place differ: River, Lake"),
        ("Anna Ivanova", "Anna Petrova", "a word is another: Ivanova, Petrova"),
        ("Akhmetov", "Kanat Akhmetov", "a word is missing: Kanat"),
        ("Ким Н.А.", "Ким Надежда", "an initial is missing: А"),
        ("თბილისი", "Тбилиси", "თბილისი → Тбилиси: letter for letter"),
        (
            "ירושלים",
            "Yerushalayim",
            "ירושלים → Yerushalayim: e not written, v→u, e not written, s→sh (Italian, BGN), e→a (Turkish, German), e→a (Turkish, German), e→i",
        ),
        ("Aa", "Bb", "Aa and Bb have nothing in common"),
        ("Θεσσαλονίκη", "Салоники", "Θεσσαλονίκη and Салоники match in 8 of 11 letters only"),
        ("Sokolova", "Yeltsin", "Sokolova and Yeltsin have little in common: 1 of 5 letters match"),
        ("Kyzyl Orda", "Kyzylorda", "Kyzyl Orda → Kyzylorda: written as one word"),
    ],
)
def test_reasons(a, b, reason):
    found = compare(a, b).reasons
    assert reason in found
    assert all(isinstance(one, Message) for one in found)


IN_A_CASE = [  # words before the last have an ending of their own: lowest and highest probability, what is told of the endings
    ("Маратом Беркутовым", "Marat Berkutov", 0.96, 1, ["endings “ом” and “–” of one name", "endings “овым” and “ov” of one name"]),
    ("Виктору Лебедеву", "Viktor Lebedev", 0.96, 1, ["endings “у” and “–” of one name", "endings “еву” and “ev” of one name"]),
    ("Дмитрию Лебедеву", "Dmitry Lebedev", 0.96, 1, ["endings “ию” and “y” of one name"]),
    ("Лебедевым Виктором", "Viktor Lebedev", 0.96, 1, ["endings “евым” and “ev” of one name", "the words stand in another order"]),
    (
        "Олегом Петровичем Лебедевым",
        "Oleg Petrovich Lebedev",
        0.96,
        1,
        ["endings “ом” and “–” of one name", "endings “ем” and “–” of one name"],
    ),
    (
        "Касым-Жомартом Беркутовым",
        "Kassym-Jomart Berkutov",
        0.96,
        1,
        ["endings “ом” and “–” of one name"],
    ),  # ж, j and с, ss in a short word
    ("Петром Беркутовым", "Пётр Беркутов", 0.9, 1, ["endings “ом” and “–” of one name", "endings “ым” and “–” of one name"]),
    ("Лебедевым О. П.", "Lebedev O. P.", 0.96, 1, ["endings “евым” and “ev” of one name"]),
    ("Инны Лебедевой", "Инна Лебедева", 0.96, 1, ["endings “ы” and “а” of one name", "endings “ой” and “а” of one name"]),
    ("Нижнего Тагила", "Nizhny Tagil", 0.96, 1, ["endings “его” and “y” of one name", "endings “а” and “–” of one name"]),
    ("Новой Каледонии", "Новая Каледония", 0.96, 1, ["endings “ой” and “ая” of one name"]),
    ("Павла Лебедева", "Павел Лебедев", 0.96, 1, ["endings “ла” and “ел” of one name", "endings “а” and “–” of one name"]),
    ("Маратом Цой", "Марат Цой", 0.96, 1, ["endings “ом” and “–” of one name"]),
    # What a woman may be called as well is never the same for sure.
    ("Марата Беркутова", "Марат Беркутов", 0.9, 0.96, ["endings “а” and “–” of one name", "or the names of a man and of a woman"]),
    ("Марата Беркутова", "Marat Berkutov", 0.9, 0.96, ["endings “ова” and “ov” of one name", "or the names of a man and of a woman"]),
    ("Беркутова Марата", "Беркутов Марат", 0.9, 0.96, ["or the names of a man and of a woman"]),
    ("Александра Цой", "Александр Цой", 0.9, 0.96, ["endings “а” and “–” of one name", "or the names of a man and of a woman"]),
    ("Паоло Веспа", "Паола Веспа", 0.9, 0.96, ["endings “о” and “а” of one name", "or the names of a man and of a woman"]),
    ("Александры Лебедевой", "Александр Лебедев", 0.2, 0.96, ["or the names of a man and of a woman", "endings “ой” and “–” of two cases"]),
    ("Марата Олеговича Беркутова", "Marat Berkutov", 0.5, 0.9, ["one name has no patronymic: Олеговича"]),
    # A surname made of a first name is no case of it.
    ("Иванов Цой", "Иван Цой", 0, 0.5, []),
    # Nor is a first name a case of another that begins like it.
    ("Ольга Беркутова", "Олег Беркутов", 0, 0.1, []),
]


@pytest.mark.parametrize(("a", "b", "least", "most", "told"), IN_A_CASE)
def test_every_word_of_a_name_may_be_in_a_case(a, b, least, most, told):
    for one, other in ((a, b), (b, a)):
        found = compare(one, other)
        assert least <= found.probability <= most
        assert compare_many([(one, other)]) == pytest.approx([found.probability])
    reasons = compare(a, b).reasons
    assert [one for one in reasons if one in told] == told
    assert not told or "letter for letter" not in " ".join(reasons)


def test_endings_that_are_left_out_are_no_slips():
    assert not [one for a, b, least, *_ in IN_A_CASE if least >= 0.9 for one in compare(a, b).reasons if "slip" in one]


def test_endings_inside_a_name_are_told_the_other_way_round_too():
    assert "endings “–” and “ом” of one name" in compare("Marat Berkutov", "Беркутовым Маратом Олеговичем").reasons


NAMES = st.text("ЖжаңөзенинісктьвЯюшщabzhoeniskvyšžü’' -.19中", max_size=14)


WORDS = st.lists(
    st.sampled_from("город Region dr г-н zh. N. ТОО LLP of ’ 1 Актау Aktau де Ivanov Иванович Жанат область river".split()),  # noqa: SIM905
    min_size=1,
    max_size=5,
).map(" ".join)
DECLINED = st.lists(
    st.sampled_from(
        "Олег Олега Олегом Oleg Oleh Олега Анна Анны Anna Хасан Хасаном Khasan Лебедев Лебедева Лебедевым Lebedev Лебедевой Нижний Нижнего Nizhny".split()  # noqa: SIM905
    ),
    min_size=2,
    max_size=3,
).map(" ".join)


@given(st.lists(st.tuples(NAMES | WORDS, NAMES | WORDS) | st.tuples(DECLINED, DECLINED), max_size=6))
@settings(max_examples=250, deadline=None)
def test_many_are_compared_as_one_is(pairs):
    one_by_one = [compare(a, b).probability for a, b in pairs]
    assert compare_many(pairs) == pytest.approx(one_by_one, nan_ok=True)


@given(st.lists(st.text("жtscчшhzkёðΣაש中’ '-1\ud800\ufdd0\U0001f600", max_size=9).map(folded), max_size=9))
@settings(max_examples=150, deadline=None)
def test_many_names_are_read_as_each_is(names):
    graphemes = COMPARER.tables.graphemes
    flat, starts, lengths = Reader(graphemes).read(names)
    rows = [tuple(flat[start : start + length].tolist()) for start, length in zip(starts, lengths, strict=True)]
    assert rows == [graphemes.read(name) or () for name in names]
    assert flat[-1] == 0


def test_long_names_are_aligned_few_at_a_time_to_the_same_figures():
    names = ["".join(letter * 7 for letter in word) for word in ("aktau", "жаңаөзен", "tashkent", "чимкент", "kyzylorda")]
    pairs = [(one, other) for one in names for other in names] * 9
    assert compare_many(pairs) == pytest.approx([compare(a, b).probability for a, b in pairs[:25]] * 9)


@given(NAMES, NAMES)
@settings(max_examples=150, deadline=None)
def test_which_of_two_words_is_first_makes_no_difference(a, b):
    one, other = (COMPARER.tables.graphemes.read(folded(text)) for text in (a, b))
    if one and other:
        here, there = align(one, other, COMPARER.tables), align(other, one, COMPARER.tables)
        assert [turned(step) for step in here.steps] == list(there.steps) or one == other
        assert here.measures.cost == there.measures.cost


@given(NAMES, NAMES)
@settings(max_examples=150, deadline=None)
def test_an_alignment_accounts_for_every_grapheme_and_every_cost(a, b):
    one, other = (COMPARER.tables.graphemes.read(folded(text)) for text in (a, b))
    if one and other:
        found = align(one, other, COMPARER.tables)
        assert sum((step.left for step in found.steps), ()) + found.left_ending == one
        assert sum((step.right for step in found.steps), ()) + found.right_ending == other
        assert sum(step.cost for step in found.steps) == found.measures.cost


@given(NAMES.filter(lambda text: any(map(str.isalpha, text)) and "中" not in text))
@settings(deadline=None)
def test_a_name_is_itself(name):
    assert compare(name, name).probability > 0.9


@pytest.mark.parametrize(
    ("a", "b", "way", "slip"),
    [
        ("shetpe", "shetp", MISSING, True),
        ("shetp", "shetpe", ADDED, True),
        ("ermek", "eremk", SWAPPED_PAIR, True),
        ("тюмень", "тюмен", JOINED, False),  # a soft sign that is not written is no slip
        ("anna", "ana", MISSING, False),  # nor is a letter that is written once
    ],
)
def test_a_slip_is_told_from_a_way_of_writing(a, b, way, slip):
    read = COMPARER.tables.graphemes.read
    steps = align(read(a), read(b), COMPARER.tables).steps
    (step,) = [step for step in steps if step.left != step.right]
    assert (step.way, step.slip) == (way, slip)


def test_a_pair_that_is_no_name_leaves_its_place_in_the_row():
    found = compare_many([("Aktau", "Актау"), ("", "x"), ("Aktau", "Алматы")])
    assert [math.isnan(one) for one in found] == [False, True, False]
    assert found[0] > 0.9
    assert found[2] < 0.1
    assert list(compare_many([])) == []


def test_every_feature_has_its_weight_and_every_weight_its_feature():
    one = COMPARER.tables.graphemes.read("aktau")
    assert {"always", *features(align(one, one, COMPARER.tables).measures)} == set(COMPARER.weights)


def f1(rows):
    found = compare_many([(a, b) for a, b, _ in rows])
    hits = sum(one >= 0.5 and label == 1 for one, (*_, label) in zip(found, rows, strict=True))
    return 2 * hits / (sum(one >= 0.5 for one in found) + sum(label for *_, label in rows))


def test_slips_of_the_pen_are_found():
    rows = [line.split("\t") for line in (ROOT / "benchmarks" / "slips.tsv").read_text(encoding="utf-8").splitlines() if line[0] != "#"]
    assert len(rows) == 300
    assert f1([(a, b, int(label)) for a, b, label, _ in rows]) >= 0.9


@pytest.mark.skipif(not (DATA / "pairs.jsonl").is_file(), reason="the measured pairs are not here")
@pytest.mark.parametrize(("which", "least"), [("all", 0.95), ("Latin", 0.92), ("inflected", 0.92)])
def test_measured_pairs(which, least):
    rows = [json.loads(line) for line in (DATA / "pairs.jsonl").read_text(encoding="utf-8").splitlines()]
    if which == "inflected":
        rows = [row for row in rows if row["inflected"]]
    elif which == "Latin":
        rows = [row for row in rows if all(letter < "\u0370" or not letter.isalpha() for letter in row["a"] + row["b"])]
    assert f1([(row["a"], row["b"], row["label"]) for row in rows]) >= least
