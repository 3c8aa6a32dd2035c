"""The inspector: what is found in the pair and what would mend it, its names, its comments, its history.

Owns the words and lines of it, at any size from two lines on, and the column beside the list on wide screens; draws values and asks nobody.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style

from glossary.speech import Speech
from passages.checks.model import PairFinding
from passages.display.safe import safe
from passages.review.values import Comment, Event
from tui_bars import Line, Lines, clipped
from tui_colours import Look
from tui_rows import laid_out


@dataclass(frozen=True, slots=True)
class Name:
    """A concept that the pair names, with how its names are written in the session."""

    preferred: str
    """Its preferred name in the language of the translation, else the one that was found."""
    counts: tuple[tuple[str, int], ...] = ()
    """Spelling → how often it stands in the translations of the session, the most frequent first."""
    counted: bool = True
    """Whether all pairs have been counted; an ellipsis tells that more may come."""


@dataclass(frozen=True, slots=True)
class Same:
    """Another pair with the same source."""

    number: int
    """Its number, from 1."""
    target: str
    """Its translation."""


@dataclass(frozen=True, slots=True)
class Inspected:
    """All that is told of a pair."""

    findings: tuple[PairFinding, ...] = ()
    """What was found, without what was dismissed."""
    chosen: int = 0
    """Which of the fixes is marked, counted over all findings from 0."""
    names: tuple[Name, ...] = ()
    """The glossary's names in it."""
    comments: tuple[Comment, ...] = ()
    """What reviewers said, the oldest first."""
    notes: tuple[str, ...] = ()
    """What the file says: notes, context."""
    places: str = ""
    """Where the original stands in the program."""
    history: tuple[Event, ...] = ()
    """What happened to it, the oldest first."""
    same: tuple[Same, ...] = ()
    """Other pairs with the same source."""
    draft: bool = False
    """Whether a text is kept that was begun and not finished."""

    @property
    def choices(self) -> tuple[tuple[int, int], ...]:
        """The fixes on offer: number of the finding, number of the fix in it."""
        return tuple((at, number) for at, finding in enumerate(self.findings) for number in range(len(finding.fixes)))

    @property
    def current(self) -> int:
        """The finding that the marked fix belongs to, or the first."""
        choices = self.choices
        return choices[self.chosen][0] if self.chosen < len(choices) else 0


def moment(time: str) -> str:
    """A time as it is kept (UTC, ISO 8601) in the reader's own time, to the minute."""
    from datetime import datetime

    try:
        return f"{datetime.fromisoformat(time).astimezone():%Y-%m-%d %H:%M}"
    except ValueError:
        return time


class _Pen:
    """Writes texts on lines of one width."""

    def __init__(self, width: int, look: Look) -> None:
        self.width = width
        self.look = look
        self.lines: list[Line] = []

    def write(self, lead: str, text: str, style: Style, lead_style: Style | None = None, *, indent: int | None = None) -> None:
        """A text behind a lead, wrapped under itself."""
        own = cell_len(lead)
        under = own if indent is None else indent
        room = max(self.width - max(own, under) - 1, 8)
        for number, line in enumerate(laid_out(text, room, style, (), (), self.look, "app")):
            first = Segment(lead, lead_style or style) if number == 0 else Segment(" " * under, style)
            self.lines.append([first, *line])

    def choices(self, items: Iterable[tuple[int, str, bool]]) -> None:
        """The fixes on offer, as many on a line as there is room for."""
        line: Line = [Segment("    ")]
        used = 4
        for number, label, chosen in items:
            said = f" {number} {clipped(label, max(self.width - 10, 8))} "
            cells = cell_len(said)
            if used + cells + 1 > self.width and used > 4:
                self.lines.append(line)
                line, used = [Segment("    ")], 4
            line += [Segment(said, self.look.chosen if chosen else self.look.strong), Segment(" ")]
            used += cells + 1
        self.lines.append(line)


def told(shown: Inspected, width: int, look: Look, speech: Speech, *, aside: bool) -> list[Line]:
    """All lines of the inspector.

    Args:
        shown: what to tell.
        width: cells of a line.
        look: the colours.
        speech: the language to tell it in.
        aside: whether history and same sources stand elsewhere.
    """
    pen = _Pen(width, look)
    choices = shown.choices
    for at, finding in enumerate(shown.findings):
        pen.write(" ? ", safe(speech.say(finding.said)), look.text, look.needs_work)
        own = [(place, number) for place, (of, number) in enumerate(choices) if of == at]
        if own:
            pen.choices((place + 1, safe(finding.fixes[number].label), place == shown.chosen) for place, number in own)
        if finding.reason:
            pen.write("   ", safe(speech.say(finding.reason)), look.faint)
    if not shown.findings:
        pen.write(" ", speech.text("Nothing found."), look.faint)
    for comment in shown.comments:
        pen.write(
            ' " ',
            speech.text("{author}, {time}: {text}", author=safe(comment.author), time=moment(comment.time), text=safe(comment.text)),
            look.text,
            look.strong,
        )
    for note in shown.notes:
        pen.write(" # ", safe(note), look.text, look.strong)
    for name in shown.names:
        pen.write(" ≡ ", _name(name, speech), look.text, look.strong)
    if shown.places:
        pen.write(" # ", safe(shown.places), look.faint)
    if not aside:
        pen.lines += beside(shown, width, look, speech, short=True)
    return pen.lines


def _name(name: Name, speech: Speech) -> str:
    """A concept's name with the spellings of it in the session."""
    counts = " · ".join(f"{safe(spelling)} {speech.number(count)}×" for spelling, count in name.counts)
    if counts and not name.counted:
        counts += " …"
    return f"{safe(name.preferred)}: {counts}" if counts else safe(name.preferred)


def beside(shown: Inspected, width: int, look: Look, speech: Speech, *, short: bool = False) -> list[Line]:
    """The lines of history and of pairs with the same source; the newest three of each where `short`."""
    pen = _Pen(width, look)
    if shown.same and not short:
        pen.write(" ", speech.text("Same source"), look.strong)
    for other in shown.same[:3] if short else shown.same[:30]:
        pen.write(
            " = ",
            speech.text("{number}: {text}", number=other.number, text=safe(other.target)),
            look.faint if short else look.text,
            look.strong,
        )
    if shown.history and not short:
        pen.write(" ", speech.text("History"), look.strong)
    for event in list(reversed(shown.history))[: 3 if short else 30]:
        who = f"{safe(event.author)}, " if event.author else ""
        pen.write(" ~ ", f"{moment(event.time)} {who}{safe(speech.say(event.text))}", look.faint if short else look.text, look.strong)
        if not short and event.before is not None:
            pen.write("   − ", safe(event.before), look.faint)
    if not short and not pen.lines:
        pen.write(" ", speech.text("No history yet."), look.faint)
    return pen.lines


def brief(shown: Inspected, width: int, look: Look, speech: Speech) -> list[Line]:
    """The two lines of a small screen: the finding with its fixes, then why, or what else there is."""
    if not shown.findings:
        first: Line = [Segment(" " + clipped(speech.text("Nothing found."), width - 2), look.faint)]
        return [first, [Segment(" " + clipped(_rest(shown, speech), width - 2), look.text)]]
    finding = shown.findings[shown.current]
    more = f" +{len(shown.findings) - 1}" if len(shown.findings) > 1 else ""
    fixes: Line = []
    used = 0
    choices = shown.choices
    begin = max(min(shown.chosen, len(choices) - 3), 0)
    for place, (at, number) in list(enumerate(choices))[begin:]:
        label = safe(shown.findings[at].fixes[number].label)
        if at != shown.current and (wrong := safe(shown.findings[at].text)) and wrong != label:
            label = f"{wrong} → {label}"  # the finding itself is not told in so few lines
        said = f" {place + 1} {clipped(label, 24)} "
        if used + cell_len(said) > max(width // 2, 20):
            break
        used += cell_len(said)
        fixes.append(Segment(said, look.chosen if place == shown.chosen else look.strong))
    said = clipped(safe(speech.say(finding.said)), max(width - used - cell_len(more) - 4, 10))
    first = [Segment(" ? ", look.needs_work), Segment(said, look.text), Segment(more + " ", look.faint), *fixes]
    why = " · ".join(part for part in (safe(speech.say(finding.reason)) if finding.reason else "", _rest(shown, speech)) if part)
    return [first, [Segment("   " + clipped(why, width - 4), look.faint)]]


def _rest(shown: Inspected, speech: Speech) -> str:
    """Comments, notes, names and places on one line."""
    parts = [f'" {safe(comment.text)}' for comment in reversed(shown.comments)]
    parts += [f"# {safe(note)}" for note in shown.notes]
    parts += [f"≡ {_name(name, speech)}" for name in shown.names]
    parts += [f"# {safe(shown.places)}"] if shown.places else []
    return " ".join(" · ".join(parts).replace("↵", " ").split())


class Inspector(Lines):
    """The inspector below the list."""

    shown = Inspected()
    speech = Speech()
    aside = False
    """Whether there is a column beside the list for history and same sources."""

    def tell(self, shown: Inspected) -> None:
        """Show another pair."""
        if shown != self.shown:
            self.shown = shown
            self.redraw()

    def draw(self, width: int, height: int) -> Sequence[Line]:
        """As much as there is room for; an arrow says that there is more."""
        if height <= 2:
            return brief(self.shown, width, self.look, self.speech)
        lines = told(self.shown, width, self.look, self.speech, aside=self.aside)
        if len(lines) > height:
            more = self.speech.count("… {n} more line", "… {n} more lines", len(lines) - height + 1)
            lines = [*lines[: height - 1], [Segment(" " + clipped(more, width - 2), self.look.faint)]]
        return lines


class Beside(Lines):
    """History and pairs with the same source, beside the list on wide screens."""

    shown = Inspected()
    speech = Speech()

    def tell(self, shown: Inspected) -> None:
        """Show another pair."""
        if shown != self.shown:
            self.shown = shown
            self.redraw()

    def draw(self, width: int, height: int) -> Sequence[Line]:
        """As much as there is room for."""
        return beside(self.shown, width, self.look, self.speech)[:height]
