"""Spans cover the input and the output and join up, in the code points of the input as it was given."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings

from tests.translit.test_engine import KAZAKH, RUSSIAN
from tests.translit.texts import texts
from translit import Romanization, Span, romanize
from translit.offsets import compose
from translit.registry import REGISTRY


def assert_joined(text: str, made: Romanization) -> None:
    at = out = 0
    for span in made.spans:
        assert (span.start, span.out_start) == (at, out)
        assert span.start < span.end or span.out_start < span.out_end
        at, out = span.end, span.out_end
    assert (at, out) == (len(text), len(made.text))


def test_spans_of_a_name() -> None:
    made = romanize("Щукин", RUSSIAN, offsets=True)
    assert made.spans == (Span(0, 1, 0, 4), Span(1, 2, 4, 5), Span(2, 3, 5, 6), Span(3, 4, 6, 7), Span(4, 5, 7, 8))


def test_a_stress_mark_belongs_to_its_letter() -> None:
    made = romanize("ю́г", RUSSIAN, offsets=True)
    assert made.text == "yúg"
    assert made.spans == (Span(0, 2, 0, 2), Span(2, 3, 2, 3))


def test_offsets_refer_to_decomposed_input_as_it_was_given() -> None:
    text = unicodedata.normalize("NFD", "йёж")
    assert len(text) == 5
    made = romanize(text, RUSSIAN, offsets=True)
    assert made.text == "yyëzh"
    assert made.spans == (Span(0, 2, 0, 1), Span(2, 4, 1, 3), Span(4, 5, 3, 5))


def test_unknown_and_repaired_letters_are_placed_in_the_input() -> None:
    text = unicodedata.normalize("NFD", "Й Көшесi ў")
    made = romanize(text, KAZAKH, offsets=True)
    assert [text[kept.start : kept.end] for kept in made.unknown] == [unicodedata.normalize("NFD", "ў")]
    assert [text[repair.start : repair.end] for repair in made.repaired] == ["i"]


@pytest.mark.parametrize(
    "text", ["", "а", "\u0301", "\u0301\u0301а", " \u0301", "\u1100\u1161\u11a8", "क\u093c", "e\u0323\u0302", "\u0958", "🇰🇿", "İ"]
)
def test_composing_keeps_count(text: str) -> None:
    composed, starts = compose(text)
    assert composed == unicodedata.normalize("NFC", text)
    assert len(starts) == len(composed) + 1
    assert starts[0] == 0
    assert starts[-1] == len(text)
    known = [start for start in starts if start >= 0]
    assert known == sorted(known)
    assert_joined(text, romanize(text, RUSSIAN, offsets=True))


@pytest.mark.parametrize("id", [KAZAKH, RUSSIAN])
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_spans_join_up(id: str, form: str) -> None:
    @settings(deadline=None)
    @given(texts(REGISTRY.find(id)))
    def check(text: str) -> None:
        text = unicodedata.normalize(form, text)
        made = romanize(text, id, offsets=True)
        assert_joined(text, made)
        assert made.text == romanize(text, id)

    check()
