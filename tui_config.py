"""What a reviewer has set once and for all: keys, colours, writing direction.

Owns the two files it is read from: `config.toml` in the user's own folder for settings (`platformdirs`), and `.endonym/config.toml` of the
project that the working directory is in, which has the last word. Neither need exist; one that cannot be understood is an error, not a default.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import cast

from passages.errors import DocumentError
from translit.message import Message
from tui_colours import LOOKS
from tui_rows import BIDI

NAME = "config.toml"
_TABLES = ("keys", "screen")
_SCREEN: Mapping[str, tuple[str, ...]] = {"colours": ("auto", *LOOKS), "bidi": BIDI}


@dataclass(frozen=True, slots=True)
class Config:
    """The settings of the screen."""

    keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict[str, tuple[str, ...]])
    """Name of a command → its keys."""
    colours: str = "auto"
    """One of the looks, or `auto`: by what the terminal says of itself."""
    bidi: str = "app"
    """Who orders right-to-left text: app, terminal, off."""
    where: str = NAME
    """The file that the keys come from, for errors."""


def places(folder: Path) -> tuple[Path, Path]:
    """The two files, the user's own first."""
    from platformdirs import user_config_path

    from glossary.termbase_place import project_termbase

    return user_config_path("endonym", appauthor=False) / NAME, project_termbase(folder).parent / NAME


def read(folder: Path) -> Config:
    """The settings for work in a folder.

    Raises:
        DocumentError: where a file is no TOML, or asks for what there is not.
    """
    config = Config()
    for place in places(folder):
        try:
            data = place.read_bytes()
        except (FileNotFoundError, NotADirectoryError):
            continue
        except OSError as error:
            raise DocumentError.from_os(place, error, "read") from error
        config = _laid_over(config, data, str(place))
    return config


def _laid_over(config: Config, data: bytes, where: str) -> Config:
    """Settings with those of a file over them."""
    try:
        tables = tomllib.loads(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise DocumentError(where, Message("it is not UTF-8"), Message("save it as UTF-8")) from error
    except tomllib.TOMLDecodeError as error:
        raise DocumentError(where, Message("it is no TOML: {why}", why=str(error)), Message("mend that line")) from error
    for name in tables:
        if name not in _TABLES:
            raise DocumentError(
                where, Message("there is no table [{name}]", name=name), Message("the tables are {names}", names="[keys], [screen]")
            )
    keys = {name: _keys(name, asked, where) for name, asked in _table(tables, "keys", where).items()}
    screen = _table(tables, "screen", where)
    for name, asked in screen.items():
        if name not in _SCREEN or asked not in _SCREEN[name]:
            allowed = " · ".join(f"{key} = {', '.join(values)}" for key, values in _SCREEN.items())
            raise DocumentError(
                where,
                Message("[screen] {name} = {asked} means nothing", name=name, asked=repr(asked)),
                Message("take one of {allowed}", allowed=allowed),
            )
    return Config(
        keys={**config.keys, **keys},
        colours=cast("str", screen.get("colours", config.colours)),
        bidi=cast("str", screen.get("bidi", config.bidi)),
        where=where if keys else config.where,
    )


def _table(tables: Mapping[str, object], name: str, where: str) -> Mapping[str, object]:
    table = tables.get(name, {})
    if not isinstance(table, dict):
        raise DocumentError(where, Message("{name} is no table", name=name), Message("write [{name}] on a line of its own", name=name))
    return cast("Mapping[str, object]", table)


def _keys(name: str, asked: object, where: str) -> tuple[str, ...]:
    found = [asked] if isinstance(asked, str) else asked
    if not isinstance(found, list) or not all(isinstance(key, str) and key for key in cast("list[object]", found)):
        raise DocumentError(
            where, Message("[keys] {name} is no key and no list of keys", name=name), Message('write {name} = ["x", "f7"]', name=name)
        )
    return tuple(cast("list[str]", found))
