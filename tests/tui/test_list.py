"""The list of a hundred thousand pairs: what is in view, and that nothing else is laid out."""

import asyncio

import pytest
from textual.app import App

from passages.pair import PairState
from tui_colours import look
from tui_list import PairList
from tui_rows import Shown


class Rows:
    """Pairs of one to four lines; counts how often each is asked for."""

    def __init__(self, texts):
        self.texts = texts
        self.asked = 0

    def shown(self, index):
        self.asked += 1
        return Shown(index + 1, PairState.UNREVIEWED, self.texts(index), "слово")

    def stamp(self, index):
        return 0


def usual(index):
    return "word " * (1 + 9 * (index % 4))


def play(count, what, *, texts=usual, size=(80, 20)):
    """Do something with a list of so many pairs."""
    rows = Rows(texts)
    pairs = PairList(rows, look("dark"))

    class Screen(App):
        CSS = "PairList { height: 100%; overflow-y: scroll; scrollbar-size-vertical: 1; }"

        def compose(self):
            yield pairs

    async def run():
        async with Screen().run_test(size=size) as pilot:
            pairs.show(range(count), 0, total=count)
            await pilot.pause()
            what(pairs)
            await pilot.pause()
            return view(pairs)

    return asyncio.run(run()), pairs, rows


def view(pairs):
    """The numbers of the pairs in view, and the lines that are empty."""
    lines = [pairs.render_line(y).text for y in range(pairs.size.height)]
    return [index + 1 for index in pairs.in_view()], sum(not line.strip() for line in lines)


def test_a_hundred_thousand_pairs_are_asked_for_only_where_they_are_seen():
    _, _, rows = play(100_000, lambda pairs: pairs.go(60_000))
    assert rows.asked < 200


@pytest.mark.parametrize("target", [0, 1, 7, 50_000, 99_998, 99_999])
def test_a_jump_brings_the_pair_into_view_and_leaves_no_line_empty(target):
    (seen, empty), pairs, _ = play(100_000, lambda pairs: pairs.go(target))
    assert target + 1 in seen
    assert pairs.index == target
    assert empty == 0


def test_steps_scroll_as_little_as_they_must():
    def walk(pairs):
        for _ in range(12):
            pairs.step(1)

    (seen, _), _, _ = play(100, walk)
    assert seen[-1] == 13


def test_pages_meet():
    """The last pair of a page is the first of the next, so that nothing is passed over."""
    first, *_ = play(1000, lambda pairs: None)
    second, *_ = play(1000, lambda pairs: pairs.page(1))
    assert second[0][0] <= first[0][-1]
    assert second[0][-1] > first[0][-1]


def test_up_and_down_a_page_end_where_they_began():
    def there_and_back(pairs):
        for by in (1, 1, 1, -1, -1, -1, -1):
            pairs.page(by)

    (seen, _), pairs, _ = play(1000, there_and_back)
    assert (pairs.place, seen[0]) == (0, 1)


def test_a_pair_taller_than_the_window_is_gone_through():
    def tall(index):
        return "word " * 600 if index == 0 else "word"

    places = []

    def walk(pairs):
        for _ in range(20):
            pairs.step(1)
            places.append(pairs.place)

    (_, empty), _, _ = play(30, walk, texts=tall)
    assert places[0] == 0
    assert places[-1] > 0
    assert empty == 0


def test_a_few_pairs_stand_at_the_top():
    (seen, empty), _, _ = play(2, lambda pairs: pairs.go(1), texts=lambda index: "word")
    assert (seen, empty) == ([1, 2], 18)


def test_the_wheel_scrolls_lines_and_stops_at_both_ends():
    (seen, _), pairs, _ = play(100, lambda pairs: pairs.scroll_lines(-5))
    assert (seen[0], pairs.place) == (1, 0)
    (seen, empty), pairs, _ = play(100, lambda pairs: pairs.scroll_lines(100_000))
    assert (seen[-1], empty, pairs.place) == (100, 0, 0)


def test_the_scroll_bar_counts_pairs():
    def drag(pairs):
        pairs.scroll_y = 500

    (seen, _), _, _ = play(1000, drag)
    assert seen[0] == 501


def test_an_empty_list_is_empty():
    (seen, empty), pairs, _ = play(0, lambda pairs: (pairs.step(1), pairs.page(1), pairs.go(5)))
    assert (seen, empty, pairs.index) == ([], 20, None)


def test_another_width_keeps_the_cursor_in_view():
    rows = Rows(usual)
    pairs = PairList(rows, look("dark"))

    class Screen(App):
        CSS = "PairList { height: 100%; overflow-y: scroll; scrollbar-size-vertical: 1; }"

        def compose(self):
            yield pairs

    async def run():
        async with Screen().run_test(size=(160, 40)) as pilot:
            pairs.show(range(1000), 500, total=1000)
            await pilot.pause()
            for size in ((60, 10), (200, 50), (80, 24)):
                await pilot.resize_terminal(*size)
                await pilot.pause()
                assert 500 in pairs.in_view()
                assert {strip.cell_length for strip in (pairs.render_line(y) for y in range(pairs.size.height))} == {size[0] - 1}

    asyncio.run(run())
