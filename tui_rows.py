"""A pair as lines of cells: source beside target (or over it), names underlined, what is strange made visible.

Owns the drawing of one pair and the cells of each column; knows colours (`tui_colours.py`) but no widget, no session and no key. Texts are laid
out by `passages.display`: by grapheme, safe to send, right-to-left text in visual order where asked. Widths are cells.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from passages.display.bidi import Paragraph
from passages.display.safe import safe
from passages.display.wrap import wrap
from passages.pair import PairState
from tui_colours import Look

GLYPHS = {PairState.UNREVIEWED: "·", PairState.NEEDS_WORK: "!", PairState.APPROVED: "✓"}
"""What stands for a state, in colour or without."""
NARROW = 72
"""Under this many cells the source stands over the target."""
_LONGEST = 8000
"""Code points of a text that are laid out; a longer one says how much is left."""

BIDI = ("app", "terminal", "off")
"""Who orders right-to-left text: this program, the terminal, nobody."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of a text that is drawn in a style of its own."""

    start: int
    """First code point."""
    end: int
    """One past the last."""
    style: Style
    """Laid over the text's own; a later mark over an earlier one."""


@dataclass(frozen=True, slots=True)
class Shown:
    """All that is drawn of a pair."""

    number: int
    """Its number in the file, from 1."""
    state: PairState
    """Its state."""
    source: str
    """The original."""
    target: str
    """The translation."""
    source_marks: tuple[Mark, ...] = ()
    """Names, codes, findings and hits in the source."""
    target_marks: tuple[Mark, ...] = ()
    """Those in the target."""
    source_kept: tuple[tuple[int, int], ...] = ()
    """Stretches of the source that no line breaks: inline codes."""
    target_kept: tuple[tuple[int, int], ...] = ()
    """Those of the target."""
    flags: str = "  "
    """Two cells behind the state: `?` for a finding, then `*` edited, `"` comment, `~` changed since the last review, `#` locked."""
    empty: str = ""
    """What stands in the place of an empty target."""


@dataclass(frozen=True, slots=True)
class Frame:
    """Where things stand on the lines of a list: the same for all of its pairs."""

    width: int
    """Cells of a line."""
    digits: int
    """Cells of the greatest number."""
    bidi: str = "app"
    """One of `BIDI`."""

    @property
    def gutter(self) -> int:
        """Cells before the texts: cursor, state, flags, number and the spaces between."""
        return 6 + self.digits

    @property
    def stacked(self) -> bool:
        """Whether the source stands over the target."""
        return self.width < NARROW

    @property
    def columns(self) -> tuple[int, int]:
        """Cells of the source's and the target's column."""
        room = max(self.width - self.gutter, 4)
        if self.stacked:
            return room, room
        left = (room - 3) // 2
        return left, room - 3 - left


def paint(shown: Shown, frame: Frame, look: Look, *, current: bool, odd: bool) -> list[Strip]:
    """The lines of a pair.

    Args:
        shown: what to draw.
        frame: where things stand.
        look: the colours.
        current: whether the reviewer stands on it.
        odd: whether it has the ground of every second pair.
    """
    ground = look.cursor if current else look.ground if odd else Style()
    text = look.text + ground
    faint, strong = text + look.faint, text + look.strong
    left, right = frame.columns
    sources = _column(shown.source, left, text, shown.source_marks, shown.source_kept, look, frame.bidi)
    if shown.target:
        targets = _column(shown.target, right, text, shown.target_marks, shown.target_kept, look, frame.bidi)
    else:
        targets = _column(shown.empty, right, faint + Style(italic=True), (), (), look, frame.bidi)
    first = _gutter(shown, frame, look, text, current=current)
    edge = "▌" if current else " "
    below = [Segment(edge + " " * (frame.gutter - 1), strong)]
    strips: list[Strip] = []
    if frame.stacked:
        arrow = [Segment(edge + " " * (frame.gutter - 3) + "→ ", strong if current else faint)]
        for number, line in enumerate((*sources, *targets)):
            lead = first if number == 0 else arrow if number == len(sources) else below
            strips.append(Strip([*lead, *line], frame.width))
        return strips
    rule = Segment(" │ ", faint)
    blank_left, blank_right = [Segment(" " * left, text)], [Segment(" " * right, text)]
    for number in range(max(len(sources), len(targets))):
        one = sources[number] if number < len(sources) else blank_left
        other = targets[number] if number < len(targets) else blank_right
        strips.append(Strip([*(first if number == 0 else below), *one, rule, *other], frame.width))
    return strips


def height(shown: Shown, frame: Frame) -> int:
    """The lines that `paint` makes, without painting."""
    left, right = frame.columns
    source = len(wrap(_cut(shown.source), left, shown.source_kept)) + (len(shown.source) > _LONGEST)
    target = len(wrap(_cut(shown.target or shown.empty), right, shown.target_kept)) + (len(shown.target) > _LONGEST)
    return source + target if frame.stacked else max(source, target)


def _gutter(shown: Shown, frame: Frame, look: Look, base: Style, *, current: bool) -> list[Segment]:
    """Cursor, state, flags and number."""
    state = {PairState.APPROVED: look.approved, PairState.NEEDS_WORK: look.needs_work}.get(shown.state, look.faint)
    return [
        Segment("▌" if current else " ", base + look.strong),
        Segment(GLYPHS[shown.state], base + state),
        Segment(shown.flags[:1], base + look.needs_work),
        Segment(shown.flags[1:2], base + look.strong),
        Segment(f" {shown.number:>{frame.digits}} ", base + (look.strong if current else look.faint)),
    ]


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else text[:_LONGEST]


def _column(
    text: str, width: int, base: Style, marks: Sequence[Mark], kept: Sequence[tuple[int, int]], look: Look, bidi: str
) -> list[list[Segment]]:
    """A text's lines, each filled up to the width."""
    lines = list(laid_out(_cut(text), width, base, marks, kept, look, bidi))
    if len(text) > _LONGEST:
        rest = f"… +{len(text) - _LONGEST:,}"
        lines.append([Segment(f"{rest:<{width}}"[:width], base + look.faint)])
    return lines


def laid_out(
    text: str, width: int, base: Style, marks: Sequence[Mark], kept: Sequence[tuple[int, int]], look: Look, bidi: str
) -> Iterator[list[Segment]]:
    """The lines of a text in segments of one style each, every line exactly `width` cells."""
    visible = safe(text)
    strange = visible != text
    ordered = Paragraph(text) if bidi == "app" else None
    if ordered is not None and ordered.plain:
        ordered = None
    styles = [base] * len(text) if marks or strange else None
    if styles is not None:
        for mark in marks:
            for at in range(max(mark.start, 0), min(mark.end, len(text))):
                styles[at] = styles[at] + mark.style
        if strange:
            code = base + look.code
            for at, (one, other) in enumerate(zip(text, visible, strict=True)):
                if one != other:
                    styles[at] = code
    to_right = ordered is not None and ordered.base == 1
    for line in wrap(text, width, kept):
        end = line.end
        cells = line.cells
        broken = not line.hard and end < len(text)
        while (cells > width or broken) and end > line.start and visible[end - 1] in " \u2423":  # the space that a line is broken at
            end, cells = end - 1, cells - 1
        fill = Segment(" " * max(width - cells, 0), base)
        if styles is None and ordered is None:
            yield [Segment(visible[line.start : end], base), fill] if cells < width else [Segment(visible[line.start : end], base)]
            continue
        order = ordered.line(line.start, end) if ordered is not None else range(line.start, end)
        segments = _segments(order, visible, text, styles, base, ordered)
        yield [fill, *segments] if to_right else [*segments, fill]


def _segments(
    order: Sequence[int], visible: str, text: str, styles: Sequence[Style] | None, base: Style, ordered: Paragraph | None
) -> list[Segment]:
    """The characters in the order they are seen, those of one style together."""
    made: list[Segment] = []
    run: list[str] = []
    style = base
    for at in order:
        own = base if styles is None else styles[at]
        if run and own is not style and own != style:
            made.append(Segment("".join(run), style))
            run = []
        style = own
        char = visible[at]
        run.append(ordered.shown(at) if ordered is not None and char == text[at] else char)
    if run:
        made.append(Segment("".join(run), style))
    return made
