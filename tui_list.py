"""The list of pairs: a hundred thousand of them, of which only those in view are ever laid out.

Owns what is in view, the cursor and the scroll bar. The view is anchored to a pair and a number of its lines, not to a line of the whole, whose
number nobody knows before everything is wrapped; so the scroll bar counts pairs. Lines are kept by pair, version, width and state of the row.
Knows nothing of sessions: it asks its `Rows`.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from typing import Protocol

from textual import events
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui_colours import Look
from tui_rows import Frame, Shown, paint

_KEPT = 600
"""Pairs whose lines are kept."""
_WHEEL = 3
"""Lines that a notch of the mouse's wheel moves."""


class Rows(Protocol):
    """What the list asks of who knows the pairs."""

    def shown(self, index: int) -> Shown:
        """What is drawn of a pair."""
        ...

    def stamp(self, index: int) -> object:
        """Changes whenever what is drawn of the pair does."""
        ...


class PairList(ScrollView, can_focus=True, inherit_bindings=False):
    """The pairs, one below the other."""

    ALLOW_SELECT = False

    class Moved(Message):
        """The cursor stands on another pair."""

    def __init__(self, rows: Rows, look: Look, *, bidi: str = "app", id: str | None = None) -> None:
        """Show no pair yet; `show` gives them."""
        super().__init__(id=id)
        self._rows = rows
        self.look = look
        self.bidi = bidi
        self.indexes: Sequence[int] = ()
        """The pairs in the list, by their number in the session from 0."""
        self.place = 0
        """Where the cursor stands, in `indexes`."""
        self._top = 0
        self._skip = 0
        self._blocks: OrderedDict[tuple[object, ...], list[Strip]] = OrderedDict()
        self._view: list[tuple[int, int]] | None = None
        self._digits = 1
        self._sized = False  # before the first size every place is at the top

    # What is in it

    def show(self, indexes: Sequence[int], place: int, *, total: int) -> None:
        """Take other pairs, with the cursor on one of them.

        Args:
            indexes: their numbers in the session.
            place: where the cursor is to stand among them.
            total: how many pairs the session has, for the width of the numbers.
        """
        self.indexes = indexes
        self._digits = max(len(str(total)), 2)
        self.place = min(max(place, 0), max(len(indexes) - 1, 0))
        self._top = self._skip = 0
        self._measure()
        self.reveal()
        self.refresh()

    @property
    def index(self) -> int | None:
        """The number in the session of the pair that the cursor stands on; None where the list is empty."""
        return self.indexes[self.place] if self.indexes else None

    @property
    def frame(self) -> Frame:
        """Where things stand on the lines."""
        return Frame(max(self.scrollable_content_region.width, 20), self._digits, self.bidi)

    def in_view(self) -> Sequence[int]:
        """The pairs in view, by their number in the session."""
        seen = dict.fromkeys(place for place, _ in self._lines())
        return [self.indexes[place] for place in seen]

    def changed(self) -> None:
        """Draw anew what has another stamp; what has not is taken as it was."""
        self._view = None
        if len(self.indexes) <= self._room:
            self._measure()
        self.refresh()

    # Moving

    def go(self, place: int, *, near: bool = False) -> None:
        """Put the cursor on a pair and bring it into view.

        Args:
            place: where, in `indexes`; outside, the nearest there is.
            near: True for a step, which scrolls as little as it must; a jump shows what is before and behind.
        """
        wanted = min(max(place, 0), max(len(self.indexes) - 1, 0))
        before, self.place = self.place, wanted
        stood = self._top, self._skip
        self.reveal(near=near)
        if wanted != before:
            if stood == (self._top, self._skip):
                self._refresh_pairs(before, wanted)
            self.post_message(self.Moved())

    def step(self, by: int) -> None:
        """Go up or down by a pair; through one taller than the window by half of it."""
        tall = self._height(self.place) if self.indexes else 0
        room = self._room
        if tall > room and self._top == self.place:
            if by > 0 and self._skip + room < tall:
                self._anchor(self.place, min(self._skip + max(room // 2, 1), tall - room))
                return
            if by < 0 < self._skip:
                self._anchor(self.place, max(self._skip - max(room // 2, 1), 0))
                return
        self.go(self.place + by, near=True)

    def page(self, by: int) -> None:
        """Go up or down by a screenful."""
        if not self.indexes:
            return
        if by > 0:
            last = self._lines()[-1][0] if self._lines() else self.place
            target = max(last, self.place + 1)
            self.place = min(target, len(self.indexes) - 1)
            if target < len(self.indexes):
                self._anchor(self.place, 0)
        else:
            self.place = max(min(self._before(self._top, self._room), self.place - 1), 0)
            self._anchor(self.place, 0)
        self.reveal(near=True)
        self.refresh()
        self.post_message(self.Moved())

    def reveal(self, *, near: bool = False) -> None:
        """Scroll so that the cursor's pair is in view, from its first line on where it is taller than the window."""
        if not self.indexes:
            self._anchor(0, 0)
            return
        room = self._room
        lines = -self._skip
        if self._top <= self.place:
            for at in range(self._top, self.place):
                lines += self._height(at)
                if lines > room:
                    break
            tall = self._height(self.place)
            if lines >= 0 and lines + tall <= room:
                self._fill()
                return
            if near and lines + tall > room and tall <= room:
                self._anchor_bottom(self.place)
                return
        if near:
            self._anchor(self.place, 0)
        else:
            self._anchor(self._before(self.place, room // 3), 0)
        self._fill()

    def scroll_lines(self, by: int) -> None:
        """Move the view by lines and leave the cursor where it is."""
        top, skip = self._top, self._skip + by
        while skip < 0 and top > 0:
            top -= 1
            skip += self._height(top)
        while top < len(self.indexes) - 1 and skip >= self._height(top):
            skip -= self._height(top)
            top += 1
        self._anchor(top, max(skip, 0))
        self._fill()

    # How it is drawn

    def render_line(self, y: int) -> Strip:
        """One line of the view."""
        lines = self._lines()
        width = self.scrollable_content_region.width
        if y >= len(lines):
            return Strip.blank(width, self.look.text)
        place, number = lines[y]
        block = self._block(place, current=place == self.place)
        return block[number] if number < len(block) else Strip.blank(width, self.look.text)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """The scroll bar was moved: its place is a pair."""
        del old_value
        if self.show_vertical_scrollbar:
            self.vertical_scrollbar.position = new_value
        if round(new_value) != self._top:
            self._anchor(min(round(new_value), max(len(self.indexes) - 1, 0)), 0)

    def on_resize(self, event: events.Resize) -> None:
        """Another width: everything is wrapped anew, once it is in view."""
        del event
        self._blocks.clear()
        self._measure()
        if not self._sized:
            self._top = self._skip = 0
        self.reveal(near=self._sized)
        self._sized = True

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scroll by lines."""
        event.stop()
        event.prevent_default()
        self.scroll_lines(_WHEEL)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scroll by lines."""
        event.stop()
        event.prevent_default()
        self.scroll_lines(-_WHEEL)

    def on_click(self, event: events.Click) -> None:
        """Put the cursor on the pair that was clicked."""
        lines = self._lines()
        if 0 <= event.y < len(lines):
            self.go(lines[event.y][0], near=True)

    # Measures

    @property
    def _room(self) -> int:
        return max(self.scrollable_content_region.height, 1)

    def _measure(self) -> None:
        """Tell the scroll bar how many pairs there are; the last one may stand at the top, but where all are in view nothing is to be scrolled."""
        self._view = None
        room, pairs = self._room, len(self.indexes)
        in_view = pairs <= room and sum(map(self._height, range(pairs))) <= room
        self.virtual_size = Size(self.scrollable_content_region.width, room if in_view else max(pairs - 1, 0) + room)

    def _block(self, place: int, *, current: bool) -> list[Strip]:
        index = self.indexes[place]
        key = (index, self._rows.stamp(index), place % 2, current)
        block = self._blocks.get(key)
        if block is None:
            block = paint(self._rows.shown(index), self.frame, self.look, current=current, odd=bool(place % 2))
            self._blocks[key] = block
            if len(self._blocks) > _KEPT:
                self._blocks.popitem(last=False)
        else:
            self._blocks.move_to_end(key)
        return block

    def forget(self) -> None:
        """Draw everything anew: colours or the writing direction have changed."""
        self._blocks.clear()
        self.changed()

    def _height(self, place: int) -> int:
        return len(self._block(place, current=place == self.place))

    def _lines(self) -> list[tuple[int, int]]:
        """Which line of which pair stands on each line of the view."""
        if self._view is None:
            view: list[tuple[int, int]] = []
            skip, room = self._skip, self._room
            for place in range(self._top, len(self.indexes)):
                view += [(place, number) for number in range(skip, self._height(place))]
                skip = 0
                if len(view) >= room:
                    break
            self._view = view[:room]
        return self._view

    def _before(self, place: int, lines: int) -> int:
        """The first of the pairs that fill so many lines above a pair."""
        at = place
        while at > 0 and lines - self._height(at - 1) >= 0:
            at -= 1
            lines -= self._height(at)
        return at

    def _anchor(self, top: int, skip: int) -> None:
        if (top, skip) != (self._top, self._skip) or self._view is None:
            self._top, self._skip, self._view = top, skip, None
            self.scroll_y = top
            self.refresh()

    def _anchor_bottom(self, place: int) -> None:
        """Let a pair end at the last line of the view."""
        left = self._room
        at = place
        while at >= 0 and left > 0:
            left -= self._height(at)
            at -= 1
        self._anchor(at + 1, max(-left, 0) if left < 0 else 0)

    def _fill(self) -> None:
        """Leave no lines empty below the last pair while there are pairs above."""
        self._view = None
        if self._top and len(self._lines()) < self._room:
            self._anchor_bottom(len(self.indexes) - 1)

    def _refresh_pairs(self, *places: int) -> None:
        """Draw only the lines of some pairs anew."""
        for y, (place, _) in enumerate(self._lines()):
            if place in places:
                self.refresh(Region(0, y, self.size.width, 1))
