"""Widgets that show finished lines and never ask for a new layout: the header and the footer of the review screen.

Owns how they are filled from plain values; knows neither session nor keys. Texts come in safe to send and are cut to the cells there are.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual.geometry import Size
from textual.strip import Strip
from textual.widget import Widget

from tui_colours import Look

Line = list[Segment]
_MESSAGE = 3
"""Lines that a message in the footer may take."""


class Lines(Widget):
    """A widget that draws lines it is given by `draw`; as many as it is high."""

    ALLOW_SELECT = False

    def __init__(self, look: Look, *, id: str | None = None) -> None:
        """Draw nothing yet."""
        super().__init__(id=id)
        self.look = look
        self._drawn: tuple[Size, list[Line]] | None = None

    def draw(self, width: int, height: int) -> Sequence[Line]:
        """The lines for a size in cells; more than `height` are cut off.

        Returns:
            Lines of segments, each at most `width` cells.
        """
        raise NotImplementedError

    @property
    def ground(self) -> Style:
        """What lies behind the texts."""
        return self.look.text

    def redraw(self) -> None:
        """Show what has changed."""
        self._drawn = None
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """One of the lines, filled up to the width."""
        size = self.size
        if self._drawn is None or self._drawn[0] != size:
            self._drawn = (size, list(self.draw(size.width, size.height)))
        lines = self._drawn[1]
        strip = Strip(lines[y] if y < len(lines) else [])
        return strip.apply_style(self.ground).adjust_cell_length(size.width, self.ground)


def clipped(text: str, cells: int) -> str:
    """A text in at most so many cells; what is cut off is told by an ellipsis."""
    if cell_len(text) <= cells:
        return text
    return set_cell_size(text, cells - 1).rstrip() + "…" if cells > 0 else ""


@dataclass(frozen=True, slots=True)
class Standing:
    """What the header tells, each a text that is safe to send."""

    file: str = ""
    """The file's name."""
    languages: str = ""
    """English → Russian."""
    done: int = 0
    """Pairs approved."""
    open: int = 0
    """Pairs that need work."""
    total: int = 0
    """Pairs in the file."""
    share: str = ""
    """12 of 30, 40 %."""
    count: str = ""
    """12 of 30; in the place of `share` where there is little room."""
    filter: str = ""
    """What is shown only; empty where all is."""
    saved: str = ""
    """Whether the file holds every step."""
    reading: str = ""
    """Why nothing can be changed; empty where it can."""


class HeaderBar(Lines):
    """The file, the languages, how far the review is, the filter, and whether the file holds every step."""

    standing = Standing()

    @property
    def ground(self) -> Style:
        """That of a bar."""
        return self.look.bar

    def tell(self, standing: Standing) -> None:
        """Show another standing."""
        if standing != self.standing:
            self.standing = standing
            self.redraw()

    def draw(self, width: int, height: int) -> Sequence[Line]:
        """One line. What matters least goes first: the share, the bar, the languages; then the filter is cut, then the file's name."""
        del height
        told, bar = self.standing, self.look.bar
        said = told.reading or told.saved
        tail = "  ".join(part for part in (told.filter, said) if part)
        whole = f" {told.file}  {told.languages}" if told.languages else f" {told.file}"
        bars = 10 if width < 100 else 20
        short = told.count or told.share
        tried = ((whole, bars, told.share), (whole, bars, short), (whole, bars // 2, short), (whole, 0, short), (f" {told.file}", 0, short))
        for left, cells, share in tried:
            middle = f" {share} "
            room = width - cells - cell_len(middle) - cell_len(tail) - 4
            if cell_len(left) <= room:
                break
        else:
            left, cells, middle = tried[-1][0], 0, f" {short} "
            most = max(width - cell_len(middle) - cell_len(said) - 6 - min(cell_len(left), 16), 0)
            tail = "  ".join(part for part in (clipped(told.filter, most), said) if part)
            left = clipped(left, max(width - cell_len(middle) - cell_len(tail) - 4, 8))
        line: Line = [Segment(left + "  ", bar + Style(bold=True))]
        line += _progress(told, cells, self.look)
        line.append(Segment(middle, bar))
        rest = width - cell_len(left) - 2 - cells - cell_len(middle)
        tail = clipped(tail, max(rest - 1, 0))
        line += [Segment(" " * max(rest - cell_len(tail) - 1, 0) + tail + " ", bar)]
        return [line]


def _progress(told: Standing, cells: int, look: Look) -> Line:
    """A bar of so many cells: approved, needs work, not yet; told apart by their signs too."""
    if not cells or not told.total:
        return []
    done = cells * told.done // told.total
    open = min(-(-cells * told.open // told.total), cells - done)
    return [
        Segment("█" * done, look.bar + look.approved),
        Segment("▒" * open, look.bar + look.needs_work),
        Segment("·" * (cells - done - open), look.bar),
    ]


class FooterBar(Lines):
    """The hot keys; or, until the next key, what has just been done."""

    keys: Sequence[tuple[str, str]] = ()
    """Key and word of each hot command."""
    message = ""
    """What was done or why not; in the place of the keys while it is not empty."""
    warning = False
    """Whether the message tells of something that was refused."""

    @property
    def ground(self) -> Style:
        """That of a bar."""
        return self.look.bar

    def show(self, keys: Sequence[tuple[str, str]]) -> None:
        """Show other keys."""
        self.keys = keys
        self.redraw()

    def tell(self, message: str, *, warning: bool = False) -> None:
        """Show a message, or the keys again where it is empty."""
        if (message, warning) != (self.message, self.warning):
            self.message, self.warning = message, warning
            self._fit()
            self.redraw()

    def on_resize(self) -> None:
        """Another width: another number of lines."""
        self._fit()

    def _fit(self) -> None:
        """Be as high as the message, which moves the rest of the screen only where it is longer than a line."""
        lines = max(len(self._said(self.size.width)), 1) if self.size.width else 1
        if self.styles.height is None or self.styles.height.value != lines:
            self.styles.height = lines

    def _said(self, width: int) -> list[str]:
        """The message in lines; what has no room is told by an ellipsis."""
        from passages.display.wrap import wrap

        if not self.message:
            return []
        room = max(width - 3, 8)
        lines = [self.message[line.start : line.end].rstrip() for line in wrap(self.message, room)]
        if len(lines) > _MESSAGE:
            lines[_MESSAGE - 1 :] = [clipped(" ".join(lines[_MESSAGE - 1 :]), room)]
        return lines

    def draw(self, width: int, height: int) -> Sequence[Line]:
        """The keys on one line, or the message."""
        del height
        bar = self.look.bar
        if self.message:
            signs = ["! " if self.warning else "  ", *["  "] * _MESSAGE]
            return [
                [Segment(sign, bar + self.look.needs_work), Segment(said, bar)]
                for sign, said in zip(signs, self._said(width), strict=False)
            ]
        line: Line = [Segment(" ", bar)]
        used = 1
        for key, word in self.keys:
            cells = cell_len(key) + cell_len(word) + 3
            if used + cells > width:
                break
            line += [Segment(key, bar + self.look.strong), Segment(f" {word}  ", bar)]
            used += cells
        return [line]
