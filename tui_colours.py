"""The colours of the review screen: three looks, each a Textual theme and the styles of texts.

Owns colours and how a kind of thing is told apart without them; knows no widget. *dark* and *light* are for terminals of 256 colours and more;
*ansi* uses the terminal's own sixteen, so that a reader's own choice of colours holds, and is what NO_COLOR makes plain. Whatever matters is
told by a letter, an underline or weight as well as by colour (WCAG 2.2, 1.4.1); text on its ground has a contrast of 4.5 at least (1.4.3).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from rich.style import Style
from textual.theme import Theme

LOOKS = ("dark", "light", "ansi")
"""The names of the looks."""


@dataclass(frozen=True, slots=True)
class Look:
    """One way to draw the screen."""

    theme: Theme
    """What Textual's own widgets are drawn with."""
    text: Style
    """Plain text of a pair."""
    faint: Style
    """What is read last: numbers, rules, file notes."""
    ground: Style
    """Behind every second pair."""
    cursor: Style
    """Behind the pair that the reviewer stands on."""
    bar: Style
    """The header and the footer."""
    strong: Style
    """Keys and headings."""
    preferred: Style
    """A name in its preferred spelling."""
    variant: Style
    """A name in another spelling."""
    code: Style
    """Inline codes, control characters and line breaks made visible."""
    problem: Style
    """A stretch that a finding is about."""
    hit: Style
    """What was searched for."""
    approved: Style
    """The glyph of an approved pair."""
    needs_work: Style
    """The glyph of one that needs work."""
    chosen: Style
    """The fix that `f` would apply."""


def _style(fore: str, back: str | None = None, *, marks: str = "") -> Style:
    flags = dict.fromkeys(marks.split(), True)
    return Style(color=fore, bgcolor=back, **flags)  # pyright: ignore[reportArgumentType]


def _look(theme: Theme, ink: Mapping[str, str], *, ansi: bool = False) -> Look:
    """A look from a few inks; the sixteen colours need no grounds of their own."""
    return Look(
        theme=theme,
        text=_style(ink["text"], ink.get("paper")),
        faint=_style(ink["faint"], marks="dim" if ansi else ""),
        ground=Style() if ansi else Style(bgcolor=ink["ground"]),
        cursor=Style() if ansi else Style(bgcolor=ink["cursor"]),
        bar=_style(ink["text"], None if ansi else ink["bar"], marks="reverse" if ansi else ""),
        strong=_style(ink["strong"], marks="bold"),
        preferred=_style(ink["good"], marks="underline"),
        variant=_style(ink["bad"], marks="underline bold"),
        code=_style(ink["code"]),
        problem=_style(ink["bad"], marks="underline bold"),
        hit=_style(ink["text"], marks="reverse"),
        approved=_style(ink["good"], marks="bold"),
        needs_work=_style(ink["bad"], marks="bold"),
        chosen=_style(ink["strong"], marks="bold reverse"),
    )


_DARK = {
    "paper": "#121212",
    "text": "#e4e4e4",
    "faint": "#9a9a9a",
    "ground": "#1c1c1c",
    "cursor": "#2a3a4d",
    "bar": "#262b33",
    "strong": "#8ac6ff",
    "good": "#8fd19e",
    "bad": "#ffb454",
    "code": "#c7a0e8",
}
_LIGHT = {
    "paper": "#fbfbfb",
    "text": "#1c1c1c",
    "faint": "#5f5f5f",
    "ground": "#f2f2f2",
    "cursor": "#d5e6f7",
    "bar": "#e1e4e8",
    "strong": "#0b5394",
    "good": "#1e6b34",
    "bad": "#9a3b00",
    "code": "#6a2c91",
}
_ANSI = {
    "text": "default",
    "faint": "default",
    "strong": "cyan",
    "good": "green",
    "bad": "yellow",
    "code": "magenta",
}


def look(name: str) -> Look:
    """The look of that name.

    Raises:
        KeyError: where there is none.
    """
    if name == "dark":
        theme = Theme(
            name="endonym-dark",
            primary="#8ac6ff",
            secondary="#c7a0e8",
            accent="#8ac6ff",
            warning="#ffb454",
            error="#ff8f80",
            success="#8fd19e",
            foreground="#e4e4e4",
            background="#121212",
            surface="#1c1c1c",
            panel="#262b33",
            variables={"input-cursor-background": "#e4e4e4", "input-cursor-foreground": "#121212", "scrollbar": "#4a5560"},
        )
        return _look(theme, _DARK)
    if name == "light":
        theme = Theme(
            name="endonym-light",
            primary="#0b5394",
            secondary="#6a2c91",
            accent="#0b5394",
            warning="#9a3b00",
            error="#a61b1b",
            success="#1e6b34",
            foreground="#1c1c1c",
            background="#fbfbfb",
            surface="#f2f2f2",
            panel="#e1e4e8",
            dark=False,
            variables={"input-cursor-background": "#1c1c1c", "input-cursor-foreground": "#fbfbfb", "scrollbar": "#a9b1ba"},
        )
        return _look(theme, _LIGHT)
    if name == "ansi":
        from dataclasses import replace

        from textual.theme import BUILTIN_THEMES

        theme = BUILTIN_THEMES["ansi-dark"]
        cursor = {
            "input-cursor-background": "ansi_default",
            "input-cursor-foreground": "ansi_default",
            "input-cursor-text-style": "reverse",
        }
        return _look(replace(theme, name="endonym-ansi", variables={**theme.variables, **cursor}), _ANSI, ansi=True)
    raise KeyError(name)


def suited(environment: Mapping[str, str]) -> str:
    """The name of the look for a terminal, by what it says of itself.

    NO_COLOR (no-color.org) and terminals of sixteen colours take *ansi*; COLORFGBG, which rxvt, Konsole and others set, tells light from dark
    by its last number (7 and 9–15 are light grounds).
    """
    many = (
        environment.get("COLORTERM", "") in ("truecolor", "24bit")
        or "256" in environment.get("TERM", "")
        or "TEXTUAL_DRIVER" in environment
    )
    if environment.get("NO_COLOR") or not many:
        return "ansi"
    ground = environment.get("COLORFGBG", "").rpartition(";")[2]
    return "light" if ground.isdecimal() and (int(ground) == 7 or int(ground) >= 9) else "dark"
