"""Keys of the review screen: which command each asks for, the same on a Russian or Kazakh keyboard, and which of them no one may take.

Owns the table from keys to commands and the folding of keys to their place on a Latin keyboard. A terminal sends what the layout gives: о for
the key of j; and Ctrl with it as a control code, as `CSI 1099;5u` (kitty keyboard protocol) or as `CSI 27;5;1099~` (xterm modifyOtherKeys),
which Textual names `ctrl+ы`. So letters are folded outside text fields, and Ctrl combinations everywhere.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Container, Iterable, Mapping, Sequence

from glossary.speech import Speech
from passages.display.keyboard import by_place
from passages.errors import DocumentError
from translit.message import Message
from tui_commands import Command

RESERVED: Mapping[str, Message] = {
    "ctrl+b": Message("tmux waits for it"),
    "ctrl+a": Message("GNU screen waits for it"),
    "ctrl+w": Message("a browser closes the page with it"),
    "ctrl+t": Message("a browser opens a page with it"),
    "ctrl+n": Message("a browser opens a window with it"),
    "ctrl+c": Message("it is how a program is interrupted"),
    "ctrl+d": Message("it ends the input of a terminal"),
    "ctrl+z": Message("it puts a program aside"),
    "ctrl+m": Message("a terminal sends it for Enter"),
    "ctrl+i": Message("a terminal sends it for Tab"),
    "ctrl+h": Message("a terminal sends it for Backspace"),
    "f5": Message("a browser loads the page again with it"),
    "f10": Message("a terminal opens its menu with it"),
    "f11": Message("a terminal and a browser fill the screen with it"),
    "f12": Message("a browser opens its tools with it"),
    "escape": Message("it closes what is open"),
    "tab": Message("it goes to the next field"),
    **{str(digit): Message("it marks a fix") for digit in range(1, 10)},
}
"""Keys that no command may have, and who has them."""
_NAMES = {
    "solidus": "slash",
    "reverse_solidus": "backslash",
    "commercial_at": "at",
    "hyphen_minus": "minus",
    "plus_sign": "plus",
    "low_line": "underscore",
}
_SHOWN = {
    "up": "↑", "down": "↓", "left": "←", "right": "→", "pageup": "PgUp", "pagedown": "PgDn", "home": "Home", "end": "End", "enter": "Enter",
    "space": "Space", "slash": "/", "question_mark": "?", "left_square_bracket": "[", "right_square_bracket": "]", "escape": "Esc", "tab": "Tab",
    "backspace": "Backspace", "delete": "Del", "full_stop": ".", "comma": ",", "minus": "-", "plus": "+",
}  # fmt: skip


def key_name(char: str) -> str:
    """The key that gives a character, as Textual names it."""
    if char.isalnum():
        return char
    name = unicodedata.name(char, char).lower().replace("-", "_").replace(" ", "_")
    return _NAMES.get(name, name)


def shown(key: str) -> str:
    """A key as it is shown to a reader: Ctrl+G, F6, /."""
    *held, last = key.split("+")
    function = len(last) > 1 and last[0] == "f" and last[1:].isdecimal()
    name = last.upper() if function else _SHOWN.get(last, last.upper() if held else last)
    return "+".join([*(one.capitalize() for one in held), name])


def folded(key: str, character: str | None, known: Container[str], *, in_text: bool) -> tuple[str, str | None]:
    """The key by its place on a Latin keyboard, with the character that it gives.

    Args:
        key: as Textual names it.
        character: what it would write, if anything.
        known: the keys that are commands as they stand; they are left alone.
        in_text: whether it is typed into a text field, where a letter is a letter.
    """
    *held, last = key.split("+")
    ctrl = "ctrl" in held
    if key in known or (in_text and not ctrl):
        return key, character
    char = last if len(last) == 1 else character if character and len(character) == 1 else ""
    if not char:
        return key, character
    latin = by_place(char)
    if latin == char:
        return key, None if ctrl else character
    if ctrl:
        return "+".join([*held, key_name(latin.lower())]), None
    name = "+".join([*held, key_name(latin)])
    return (name, latin) if name in known else (key, character)


def keymap(commands: Sequence[Command], asked: Mapping[str, Iterable[str]], where: str) -> dict[str, tuple[str, ...]]:
    """The keys of each command: those of a configuration file, else its own.

    Args:
        commands: all commands.
        asked: name of a command → keys, as the file has them; an empty list leaves the command to the palette.
        where: the file, for errors.

    Raises:
        DocumentError: for a command there is none of, a key that somebody else has, or one key for two commands.
    """
    names = {one.name for one in commands}
    for name in asked:
        if name not in names:
            raise DocumentError(
                where,
                Message("[keys] has no command “{name}”", name=name),
                Message("the commands are {names}", names=", ".join(sorted(names))),
            )
    made: dict[str, tuple[str, ...]] = {}
    owner: dict[str, str] = {}
    for one in sorted(commands, key=lambda command: command.name not in asked):
        keys = tuple(_normal(key) for key in asked[one.name]) if one.name in asked else one.keys
        left: list[str] = []
        for key in keys:
            if key in RESERVED:
                raise DocumentError(
                    where,
                    Message("[keys] {name}: {key} cannot be used: {why}", name=one.name, key=shown(key), why=RESERVED[key]),
                    Message("take another key"),
                )
            if key in owner:
                if one.name not in asked:
                    continue  # a key that the file gave away
                raise DocumentError(
                    where,
                    Message("[keys] gives {key} to {one} and to {other}", key=shown(key), one=owner[key], other=one.name),
                    Message("take another key for one of them"),
                )
            owner[key] = one.name
            left.append(key)
        made[one.name] = tuple(left)
    return made


def _normal(key: str) -> str:
    """A key as a reader may write it (Ctrl+G, ?, PgUp) in Textual's words; a lone capital stays one."""
    if len(key) == 1:
        return key_name(key)
    *held, last = key.split("+") if not key.endswith("+") else [*key[:-1].rstrip("+").split("+"), "+"]
    alias = {"pgup": "pageup", "pgdn": "pagedown", "esc": "escape", "del": "delete", "return": "enter"}
    small = key_name(last) if len(last) == 1 else last.lower()
    return "+".join([*(one.lower() for one in held if one), alias.get(small, small.lower() if held else small)])


def told(keys: Iterable[str], speech: Speech) -> str:
    """Some keys as the help shows them: a, F8."""
    return (
        speech.text("{first} or {second}", first=", ".join(one[:-1]), second=one[-1])
        if len(one := [shown(key) for key in keys]) > 1
        else "".join(one)
    )
