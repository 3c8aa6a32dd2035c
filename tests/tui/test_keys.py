"""Which key is which command, on any keyboard."""

import pytest

from glossary.speech import Speech
from passages.errors import DocumentError
from tui import ReviewApp
from tui_commands import commands
from tui_keys import RESERVED, folded, keymap, shown

COMMANDS = commands(Speech())
KEYS = keymap(COMMANDS, {}, "config.toml")
KNOWN = {key for keys in KEYS.values() for key in keys} | {str(digit) for digit in range(1, 10)}


def test_no_key_is_two_commands():
    keys = [key for command in COMMANDS for key in command.keys]
    assert len(keys) == len(set(keys))


def test_no_key_belongs_to_somebody_else():
    assert not {key for command in COMMANDS for key in command.keys} & set(RESERVED)


def test_every_command_is_done_by_the_screen():
    assert not [command.name for command in COMMANDS if not hasattr(ReviewApp, f"action_{command.name}")]


def test_five_commands_stand_in_the_footer():
    assert [command.name for command in COMMANDS if command.hot] == ["approve", "needs_work", "fix", "edit", "help"]


@pytest.mark.parametrize(
    ("typed", "means"),
    [
        ("о", "j"), ("л", "k"), ("ф", "a"), ("ч", "x"), ("а", "f"), ("А", "F"), ("у", "e"), ("с", "c"), ("п", "g"), ("г", "u"), ("Г", "U"),
        ("т", "n"), ("Т", "N"), ("е", "t"), ("ь", "m"), ("ы", "s"), ("й", "q"), ("ш", "i"), ("в", "d"), ("В", "D"), ("к", "r"), ("х", "left_square_bracket"),
        ("ъ", "right_square_bracket"), ("ә", "2"), ("і", "3"), ("ң", "4"), ("ғ", "5"), ("ү", "8"), ("ұ", "9"),
    ],
)  # fmt: skip
def test_a_letter_is_the_key_in_its_place(typed, means):
    """Russian and Kazakh layouts."""
    assert folded(typed, typed, KNOWN, in_text=False)[0] == means


def test_the_full_stop_of_a_russian_keyboard_is_the_slash():
    assert folded("full_stop", ".", KNOWN, in_text=False) == ("slash", "/")
    assert folded("comma", ",", KNOWN, in_text=False) == ("question_mark", "?")
    assert folded("numero_sign", "№", KNOWN, in_text=False) == ("slash", "/")


def test_in_a_text_a_letter_is_a_letter():
    assert folded("о", "о", KNOWN, in_text=True) == ("о", "о")
    assert folded("full_stop", ".", KNOWN, in_text=True) == ("full_stop", ".")


@pytest.mark.parametrize(
    ("typed", "means"), [("ctrl+ы", "ctrl+s"), ("ctrl+п", "ctrl+g"), ("ctrl+з", "ctrl+p"), ("ctrl+Ы", "ctrl+s"), ("ctrl+я", "ctrl+z")]
)
@pytest.mark.parametrize("in_text", [True, False])
def test_ctrl_means_the_place_everywhere(typed, means, in_text):
    assert folded(typed, typed[-1], KNOWN, in_text=in_text) == (means, None)


@pytest.mark.parametrize(
    ("sent", "key"),
    [
        ("\x13", "ctrl+s"),  # most terminals, whatever the layout
        ("\x1b[1099;5u", "ctrl+ы"),  # kitty keyboard protocol; tmux with extended-keys-format csi-u
        ("\x1b[27;5;1099~", "ctrl+ы"),  # xterm's modifyOtherKeys
        ("ы", "ы"),
    ],
)
def test_what_terminals_send(sent, key):
    """The names that the table above is about are those that Textual gives."""
    from textual._xterm_parser import XTermParser

    parser = XTermParser()
    assert [event.key for event in parser.feed(sent)] == [key]


@pytest.mark.parametrize(
    ("asked", "command", "keys"),
    [
        ({"approve": ["z"]}, "approve", ("z",)),
        ({"approve": ["Ctrl+O", "F9"]}, "approve", ("ctrl+o", "f9")),
        ({"search": ["?"]}, "search", ("question_mark",)),
        ({"everywhere": ["Z"]}, "everywhere", ("Z",)),
        ({"quit": []}, "quit", ()),
    ],
)
def test_keys_can_be_others(asked, command, keys):
    assert keymap(COMMANDS, asked, "config.toml")[command] == keys


def test_a_key_that_is_given_away_is_no_longer_its_first_owners():
    assert keymap(COMMANDS, {"approve": ["x"]}, "config.toml")["needs_work"] == ("f7",)


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"aprove": ["a"]}, "no command “aprove”"),
        ({"approve": ["ctrl+b"]}, "tmux waits for it"),
        ({"approve": ["F11"]}, "fill the screen"),
        ({"approve": ["1"]}, "marks a fix"),
        ({"approve": ["z"], "quit": ["z"]}, "gives z to"),
    ],
)
def test_keys_that_cannot_be_are_refused(asked, said):
    with pytest.raises(DocumentError, match=said):
        keymap(COMMANDS, asked, "config.toml")


@pytest.mark.parametrize(
    ("key", "said"), [("ctrl+g", "Ctrl+G"), ("f6", "F6"), ("slash", "/"), ("F", "F"), ("f", "f"), ("pageup", "PgUp"), ("up", "↑")]
)
def test_keys_are_shown_as_they_are_printed_on_a_keyboard(key, said):
    assert shown(key) == said
