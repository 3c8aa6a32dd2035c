"""The language the program speaks to its user: messages by gettext (domain `endonym`), numbers, dates and names of languages by babel.

English is the source and needs no catalog; so a start in English opens no file and imports nothing. The language is the one asked for, else
the environment's: LANGUAGE, LC_ALL, LC_MESSAGES, LANG, as the GNU gettext manual 0.21 orders them ("Locale Environment Variables").
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, cast

from translit.message import Message

if TYPE_CHECKING:
    from datetime import date, datetime
    from gettext import NullTranslations
    from pathlib import Path

    from babel import Locale as BabelLocale

DOMAIN = "endonym"
_FALLBACK = "en"
_NO_LANGUAGE = ("C", "POSIX")  # the locales of programs; C.UTF-8 is one of them too


class _Formatted(str):
    """A value that has been written in the language already, whatever format the English template asks for."""

    __slots__ = ()

    def __format__(self, _: str, /) -> str:
        return str(self)


class Speech:
    """One language, with what is needed to speak it."""

    def __init__(self, language: str = _FALLBACK, translations: NullTranslations | None = None) -> None:
        """Take the locale's name (ru, kk) and its messages; none for English. `Speech.of` finds both."""
        self.language = language
        """The locale, as gettext names it."""
        self._translations = translations

    @classmethod
    def of(cls, asked: str | None = None, environment: Mapping[str, str] = os.environ) -> Speech:
        """The speech of the language asked for, else of the environment; English where there is no catalog of either."""
        for name in _wanted(asked, environment):
            language = name.partition(".")[0].partition("@")[0].replace("-", "_")
            if language.partition("_")[0] in (_FALLBACK, *_NO_LANGUAGE):
                break
            folder = locales()
            for one in (language, language.partition("_")[0]):
                if (folder / one / "LC_MESSAGES" / f"{DOMAIN}.mo").is_file():
                    import gettext

                    return cls(one, gettext.translation(DOMAIN, folder, languages=[one]))
        return cls()

    def text(self, message: str, /, **values: object) -> str:
        """A message in the language, its `{placeholders}` filled with these values; values that are messages are said in it too."""
        said = message if self._translations is None or not message else self._translations.gettext(message)
        return said.format(**self._filled(values)) if values else said

    def say(self, said: str | BaseException, /) -> str:
        """A `Message` of the floors below, or an error that has one, in the language; any other text as a message without values."""
        if isinstance(said, BaseException):
            first = said.args[0] if said.args else None
            said = first if isinstance(first, Message) else str(said)
        if not isinstance(said, Message):
            return self.text(said)
        if said.plural is not None:
            return self.count(said.template, said.plural, said.number, **said.values)
        return self.text(said.template, **said.values) if self._translations is not None else str(said)

    def help(self, message: str) -> str:
        """A help text of several paragraphs, each a message.

        Those that begin with Click's mark for “do not wrap” are examples: what stands behind a command and two spaces is a message.
        """
        parts = message.split("\n\n")
        return "\n\n".join(self._examples(part) if part.startswith("\b") else self.text(" ".join(part.split())) for part in parts)

    def _examples(self, part: str) -> str:
        lines = (example(line) for line in part.split("\n"))
        return "\n".join(command + (self.text(remark) if remark else "") for command, remark in lines)

    def count(self, one: str, many: str, number: int, /, **values: object) -> str:
        """A message about a number of things, in the right plural; `{n}` is the number as the language writes it."""
        english = one if number == 1 else many
        said = english if self._translations is None else self._translations.ngettext(one, many, number)
        return said.format(n=self.number(number), **self._filled(values))

    def _filled(self, values: Mapping[str, object]) -> dict[str, object]:
        return {name: self._value(value) for name, value in values.items()}

    def _value(self, value: object) -> object:
        if isinstance(value, (Message, BaseException)):
            return self.say(value)
        if self._translations is not None and hasattr(value, "isoformat") and hasattr(value, "hour"):
            return _Formatted(self.time(cast("datetime", value)))
        return value

    def number(self, number: float) -> str:
        """A number with the language's signs: 1,234.5 or 1 234,5."""
        if isinstance(number, int) and (self.language == _FALLBACK or -1000 < number < 1000):
            return f"{number:,}"
        from babel.numbers import format_decimal

        return format_decimal(number, locale=self._locale)

    def day(self, day: date) -> str:
        """A day as the language writes it in full: 16 December 2011, 16 декабря 2011 г."""
        from babel.dates import format_date

        return format_date(day, "long", locale=self._locale)

    def time(self, moment: datetime) -> str:
        """A moment, to the second, as the language writes it: 29 нояб. 2026 г., 11:55:00."""
        from babel.dates import format_datetime

        return format_datetime(moment, "medium", locale=self._locale)

    def language_name(self, code: str) -> str:
        """The name of a language, by its BCP 47 tag, in the language spoken; the tag itself where CLDR has none."""
        from glossary.locale_names import Locale

        names = cast("dict[str, str]", self._locale.languages)
        wanted = Locale.of(code)
        name = names.get(wanted.name) or names.get(wanted.language)
        if name is None:
            return code
        territories = cast("dict[str, str]", self._locale.territories)
        told = () if wanted.name in names else (wanted.script and self.script_name(wanted.script), territories.get(wanted.territory or ""))
        more = ", ".join(part for part in told if part)
        return f"{name} ({more})" if more else name

    def script_name(self, code: str) -> str:
        """The name of a script, by its ISO 15924 code; the code itself where CLDR has none."""
        return cast("dict[str, str]", self._locale.scripts).get(code, code)

    @cached_property
    def _locale(self) -> BabelLocale:
        from babel import Locale

        return Locale.parse(self.language)


def example(line: str) -> tuple[str, str]:
    """A line of examples as its command, with the spaces behind it, and its remark; empty where it has none."""
    command, gap, remark = line.partition("  ")
    return line[: len(line) - len(remark.lstrip())] if gap and command else line, remark.lstrip() if gap and command else ""


def _wanted(asked: str | None, environment: Mapping[str, str]) -> Iterator[str]:
    """The languages to try, the first first."""
    if asked is not None:
        yield asked
        return
    locale = next((value for name in ("LC_ALL", "LC_MESSAGES", "LANG") if (value := environment.get(name))), "C")
    if locale in _NO_LANGUAGE:
        return  # and gettext does not look at LANGUAGE either
    yield from (name for name in environment.get("LANGUAGE", "").split(":") if name)
    yield locale


def locales() -> Path:
    """The folder of the program's catalogs: beside this module once installed, beside its package in a checkout."""
    from pathlib import Path

    here = Path(__file__).parent
    installed = here / "locales"
    return installed if installed.is_dir() else here.parent / "locales"


def spoken() -> tuple[str, ...]:
    """The languages the program can speak, English first."""
    return (_FALLBACK, *sorted(file.parent.parent.name for file in locales().glob(f"*/LC_MESSAGES/{DOMAIN}.mo")))
