"""Runs of capitalised words: where they begin and end, and what their places say."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.discover_runs import Runs, normal, small_words
from glossary.discover_words import Words

RUNS = Runs(Words.shipped())


def found(text):
    """The runs of a text; `^` before one whose capital says nothing by its place, `#` before one in a heading."""
    return [("#" if run.heading else "^" if run.initial else "") + " ".join(run.words) for run in RUNS.of(normal(text))]


CASES = [
    ("we came to Aktau by train", ["Aktau"]),
    ("The train to Aktau is late.", ["^The", "Aktau"]),
    ("He left. Paul Murphy stayed.", ["^He", "^Paul Murphy"]),
    ("so did Mr. Murphy and Dr. Novak", ["Mr", "Murphy", "Dr", "Novak"]),
    ("a letter to N. A. Petrova in Oral", ["N. A. Petrova", "Oral"]),
    ("a letter to N.A. Petrova in Oral", ["N.A. Petrova", "Oral"]),
    ("and the Movement for the Defence of Forests met", ["Movement for the Defence of Forests"]),
    ("the Teachers’ Union and the drivers’ union", ["Teachers’ Union"]),
    ("in Murphy’s house", ["Murphy"]),
    ("the statement of the NPK (B) on pay", ["NPK (B)"]),
    ("the NPK(B) agreed", ["NPK(B)"]),
    ("at the plant “Emba” they waited", ["Emba"]),
    ("he said “Enough of this” and left", ["^Enough"]),
    # Quotation marks that stand the wrong way round part names and nothing else.
    ("the miners’ Embamunai “and its branch” Dossor “(part of” KMZ “) began", ["Embamunai", "Dossor", "KMZ"]),
    ("A Long Walk Home", ["#A Long Walk Home"]),
    ("THE TRAIN TO AKTAU IS LATE", ["#THE TRAIN TO AKTAU IS LATE"]),
    ("1. Aktau has a port.", ["^Aktau"]),
    ("Aktau\nAtyrau", ["^Aktau", "Atyrau"]),
    ("they crossed the long and dusty plain towards the Caspian\nSea in June", ["Caspian Sea", "June"]),
    ("cell\tAktau is a town", ["^Aktau"]),
    ("поезд в г. Актау опоздал", ["Актау"]),
    ("письмо А. С. Петровой", ["А. С. Петровой"]),
    ("Ол Жаңаөзенде тұрады. Ақтауға барды.", ["^Ол Жаңаөзенде", "^Ақтауға"]),
    ("города Актау\u0301 и Жана\u00adозен", ["Актау", "Жанаозен"]),
    ("no names here, 12 of them", []),
    ("", []),
]


@pytest.mark.parametrize(("text", "runs"), CASES, ids=[text[:40] for text, _ in CASES])
def test_runs(text, runs):
    assert found(text) == runs


@given(st.text(alphabet="AbБв .,’'-“”\n(1", max_size=60))
def test_spans_lie_in_the_text_in_order_and_begin_with_a_capital(text):
    at = 0
    for run in RUNS.of(normal(text)):
        assert at <= run.start < run.end <= len(text)
        assert run.words
        assert run.words[0][0].isupper()
        at = run.end


def test_a_file_of_one_word_or_of_capitals_only_is_read_in_pieces():
    words = Words.shipped()
    assert max(len(run.words) for run in Runs(words).of("Шалкар Бестау " * 100)) <= 41
    assert list(Runs(words).of("Ш" + "а" * 500)) == []


def test_small_words_of_a_long_passage_are_those_of_its_parts():
    text = "шалкар Бестау ордабас, " * 9_000
    assert list(small_words(text)) == ["шалкар", "ордабас"] * 9_000


def test_small_words_of_a_passage_without_spaces():
    assert sum(map(len, small_words("шалкар." * 40_000))) == 40_000 * len("шалкар")
