"""A stream gives what one call gives, however it is cut, and holds little of it."""

from __future__ import annotations

import tracemalloc
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.translit.test_engine import KAZAKH, RUSSIAN
from tests.translit.texts import texts
from translit import romanize, romanize_stream, streaming
from translit.casing import REACH
from translit.registry import REGISTRY


@pytest.mark.parametrize("id", [KAZAKH, RUSSIAN])
@pytest.mark.parametrize("piece", [1, 7, 50])
def test_chunking_changes_nothing(id: str, piece: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(streaming, "PIECE", piece)

    @settings(deadline=None)
    @given(texts(REGISTRY.find(id), 200), st.lists(st.integers(0, 30), max_size=40))
    def check(text: str, sizes: list[int]) -> None:
        chunks: list[str] = []
        at = 0
        for size in sizes:
            chunks.append(text[at : at + size])
            at += size
        chunks.append(text[at:])
        assert "".join(romanize_stream(chunks, id)) == romanize(text, id)

    check()


@pytest.mark.parametrize(
    "text",
    ["", "Щ", "Щ " * 500, "ЩУКА\n" * 500, "Щ. ЩУКА " * 300, "- " * 500 + "Щ", "щ" * 5000, "ЩУ\u0301КА " * 200, "Щ" + " " * 40 + "ЩУКА"],
)
def test_seams(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(streaming, "PIECE", 100)
    for size in (1, 33, 1000):
        chunks = [text[at : at + size] for at in range(0, len(text), size)]
        assert "".join(romanize_stream(chunks, RUSSIAN)) == romanize(text, RUSSIAN)


def test_options_are_obeyed() -> None:
    assert "".join(romanize_stream(["Ирку", "тск"], RUSSIAN, options=["dots"])) == "Irkut·sk"


def test_pieces_come_before_the_stream_ends() -> None:
    def endless() -> Iterator[str]:
        while True:
            yield "Жаңаөзен қаласы. "

    first = next(romanize_stream(endless(), KAZAKH))
    assert first.startswith("Zhangaözen qalasy. Zhangaözen")


def test_memory_stays_flat() -> None:
    def chunks(count: int) -> Iterator[str]:
        line = "Жаңаөзен қаласы, Маңғыстау облысы. " * 100
        return (line for _ in range(count))

    def peak(count: int) -> int:
        tracemalloc.start()
        for _ in romanize_stream(chunks(count), KAZAKH):
            pass
        size = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return size

    peak(400)
    assert peak(1600) < 1.2 * peak(400)


def test_what_is_kept_in_sight_is_as_much_as_the_case_policy_looks_at() -> None:
    assert REACH >= 4 * 32 + 1
