"""docs/review.md says what the screen does."""

import re
from pathlib import Path

import pytest

from glossary.speech import Speech
from passages.display.safe import safe
from tests.tui.picture import PLACE
from tui_commands import commands
from tui_config import read
from tui_keys import RESERVED, shown

PAGE = Path(__file__).parents[2] / "docs" / "review.md"
TEXT = PAGE.read_text("utf-8")


@pytest.mark.parametrize("command", commands(Speech()), ids=lambda command: command.name)
def test_every_command_stands_in_the_table_with_its_keys(command):
    keys = " ".join(f"`{shown(key)}`" for key in command.keys) or "in the list of commands"
    assert f"| `{command.name}` | {keys} | {command.help} |" in TEXT


def test_the_table_has_no_others():
    assert len(re.findall(r"^\| `\w+` \| ", TEXT, re.MULTILINE)) == len(commands(Speech()))


def test_the_settings_shown_can_be_read(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "none"))
    (tmp_path / ".endonym").mkdir()
    (tmp_path / ".endonym" / "config.toml").write_text(re.search(r"```toml\n(.*?)```", TEXT, re.DOTALL)[1], "utf-8")
    assert read(tmp_path).keys == {"approve": ("a", "f8"), "skip": ("Ctrl+O",)}


def test_the_keys_named_as_refused_are():
    assert {"ctrl+b", "ctrl+w", "f11"} <= set(RESERVED)


def test_the_signs_are_those_shown():
    assert (safe("\x1b"), safe("\n"), safe("\u202e")) == ("␛", "↵", "¦")


def test_the_picture_loads_nothing():
    drawn = PLACE.read_text("utf-8")
    assert "@font-face" not in drawn
    assert "<image" not in drawn
    assert "oil-towns.ru.po" in drawn
