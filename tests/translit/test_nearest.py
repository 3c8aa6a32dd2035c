"""The index of names gives what a look at every name would give, where the two are near."""

import os
import subprocess
import sys

import pytest
from rapidfuzz.distance import Levenshtein

from translit.nearest import NameIndex, likeness
from translit.sounds import sounds

NAMES = (
    "Zhanaozen", "Жанаозен", "Жаңаөзен", "Aktau", "Атырау", "Karaganda", "Қарағанды", "Shymkent", "Шымкент", "Kostanay", "Pavlodar", "Semey",
    "Taraz", "Turkistan", "Almaty", "Алматы", "Astana", "Kokshetau", "Jekaterinburg", "Novosibirsk", "Kulibayev", "Kulibayeva", "Sokolova",
)  # fmt: skip


@pytest.fixture(scope="module")
def index():
    return NameIndex(NAMES)


@pytest.mark.parametrize(
    ("asked", "nearest"),
    [
        ("Zhannaozen", "Zhanaozen"),
        ("Jañaözen", "Жаңаөзен"),
        ("Qaraghandy", "Қарағанды"),
        ("Chimkent", "Shymkent"),
        ("Екатеринбург", "Jekaterinburg"),
        ("Novosibrisk", "Novosibirsk"),
        ("Kulibaeva", "Kulibayeva"),
        ("Sokolovaya", "Sokolova"),
    ],
)
def test_nearest(index, asked, nearest):
    sound_alike = {near.name for near in index.nearest(asked, 4) if near.score == index.nearest(asked, 1)[0].score}
    assert nearest in sound_alike


@pytest.mark.parametrize("name", NAMES)
def test_a_name_that_is_there_is_found_whole(index, name):
    assert any(near.name == name and near.score == 1 for near in index.nearest(name))


def test_nothing_near(index):
    assert index.nearest("Mmmmmm") == []
    assert index.nearest("") == []
    assert NameIndex([]).nearest("Aktau") == []


def test_places_tell_doubles_apart():
    assert [near.place for near in NameIndex(["Aktau", "Aktau"]).nearest("Aktau")] == [0, 1]


def test_pairs_are_those_of_a_full_comparison_above_a_high_score(index):
    def alike(one, other):
        return max(Levenshtein.normalized_similarity(a, b) for a in sounds(one) for b in sounds(other))

    every = [(a, b) for a in range(len(NAMES)) for b in range(a + 1, len(NAMES)) if alike(NAMES[a], NAMES[b]) >= 0.8]
    assert every
    assert [pair for pair in index.pairs(0.8) if pair in every] == every


@pytest.mark.parametrize(
    ("one", "other", "score"),
    [("Ақтау", "Aqtau", 1.0), ("Актобе", "Aktöbe", 1.0), ("Emba", "Ember", 0.6), ("Emba", "Oral", 0.0), ("", "Emba", 0.0), ("", "", 1.0)],
)
def test_likeness_of_two_readings(one, other, score):
    assert likeness(one, other) == likeness(other, one) == pytest.approx(score)


_CROWDED = """
from itertools import product
from translit.nearest import NameIndex
print(NameIndex("".join(each) for each in product(("ba", "du", "gi", "ko", "mu"), repeat=4)).pairs(0.5, 20))
"""


def test_what_is_near_is_the_same_in_every_run():
    runs = [
        subprocess.run([sys.executable, "-c", _CROWDED], env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, check=True).stdout
        for seed in ("1", "2")
    ]
    assert runs[0] == runs[1]
