"""What the command line says, in the user's language: who chooses it, and commands whose help and errors speak it.

Every room of this floor makes its commands with `cls=Command` or `cls=Group` and says everything through `speech()`; nothing else here knows
a message. Click's own phrases come by gettext's default domain, which is this program's as long as it speaks another language than English:
Click asks `gettext.gettext`, and that asks LANGUAGE, so both are set for the length of a call.
"""

from __future__ import annotations

import os
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING, TypeVar

import click

from glossary.speech import DOMAIN, Speech, locales, spoken

if TYPE_CHECKING:
    from click import Context, HelpFormatter

OPTION = "--language"
_SPOKEN: ContextVar[Speech | None] = ContextVar("speech", default=None)
_Any = TypeVar("_Any", bound=click.Command)


def speech() -> Speech:
    """The speech of this call: the one chosen by `--language`, else the environment's."""
    return _SPOKEN.get() or Speech.of()


@contextmanager
def speaking(words: Sequence[str]) -> Generator[Speech, None, None]:
    """Speak the language that the words of a command line ask for, from before they are parsed, for their errors speak it too.

    A language that there is no catalog of leaves English; `known` refuses it with a word.
    """
    chosen = Speech.of(_asked(words))
    before = _SPOKEN.set(chosen)
    try:
        if chosen.language == "en":
            yield chosen
        else:
            with _click_speaks(chosen.language):
                yield chosen
    finally:
        _SPOKEN.reset(before)


def known(_: Context, __: click.Parameter, code: str | None) -> str | None:
    """Refuse a language that the program does not speak: the callback of `--language`."""
    if code is not None and Speech.of(code).language == "en" and code.replace("_", "-").partition("-")[0] != "en":
        raise click.BadParameter(
            speech().text("endonym does not speak “{language}”; it speaks {languages}", language=code, languages=", ".join(spoken()))
        )
    return code


def _asked(words: Sequence[str]) -> str | None:
    """The language asked for before the command's name."""
    waiting = iter(words)
    for word in waiting:
        if word == OPTION:
            return next(waiting, None)
        if word.startswith(f"{OPTION}="):
            return word.partition("=")[2]
        if not word.startswith("-"):
            break
    return None


@contextmanager
def _click_speaks(language: str) -> Generator[None, None, None]:
    import gettext

    domain, asked = gettext.textdomain(), os.environ.get("LANGUAGE")
    gettext.bindtextdomain(DOMAIN, str(locales()))
    gettext.textdomain(DOMAIN)
    os.environ["LANGUAGE"] = language  # programs that this one starts are asked to speak it too
    try:
        yield
    finally:
        gettext.textdomain(domain)
        os.environ.pop("LANGUAGE")
        if asked is not None:
            os.environ["LANGUAGE"] = asked


def _translated(command: _Any) -> _Any:
    """A command whose help texts are those of the user's language."""
    said = speech()
    if said.language == "en":
        return command
    from copy import copy
    from inspect import cleandoc

    made = copy(command)
    made.help = said.help(cleandoc(command.help)) if command.help else command.help
    made.params = [copy(param) for param in command.params]
    made._help_option = None  # noqa: SLF001  # Click keeps its help in the language it first spoke
    for param in made.params:
        text = getattr(param, "help", None)
        if text:
            param.help = said.text(text)  # type: ignore[attr-defined]
    return made


class Command(click.Command):
    """A command whose help speaks the user's language."""

    def format_help(self, ctx: Context, formatter: HelpFormatter) -> None:
        """The whole help."""
        click.Command.format_help(_translated(self), ctx, formatter)

    def get_short_help_str(self, limit: int = 45) -> str:
        """The line of help in a list of commands."""
        return click.Command.get_short_help_str(_translated(self), limit)


class Group(click.Group):
    """A group of commands whose help speaks the user's language, and theirs too."""

    command_class = Command

    def format_help(self, ctx: Context, formatter: HelpFormatter) -> None:
        """The whole help."""
        click.Group.format_help(_translated(self), ctx, formatter)

    def get_short_help_str(self, limit: int = 45) -> str:
        """The line of help in a list of commands."""
        return click.Group.get_short_help_str(_translated(self), limit)
