"""What the checks of pairs are told besides the pair: languages, names, the time of the text, words of the house.

One context serves a whole file or session. It keeps what is costly to make (patterns of forbidden words, the numbers of a language) and
nothing of any pair.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from glossary.locale_names import Locale
from passages.checks.dates import Dates
from passages.checks.digits import Digits
from passages.checks.number_words import NumberWords

if TYPE_CHECKING:
    from glossary.lexicon import Lexicon
    from glossary.likely import LookAlikes
    from glossary.name_check import NameCheck
    from passages.checks.model import Check


@dataclass(frozen=True)
class FigureStyle:
    """How a language writes numbers and dates."""

    digits: Digits
    """Numbers in digits."""
    words: NumberWords
    """Numbers written out."""
    dates: Dates
    """Dates."""

    @classmethod
    def of(cls, locale: Locale) -> FigureStyle:
        """The style of a locale."""
        tag = "-".join(part for part in (locale.language, locale.script, locale.territory) if part)
        return cls(Digits(tag), NumberWords(locale.language), Dates(tag))


_DENSE = frozenset(("Hans", "Hant", "Jpan", "Kore", "Hani"))


def script(locale: Locale) -> str:
    """The script a language is written in, by its tag or by CLDR's likely subtags; Latn where CLDR does not know it."""
    if locale.script is not None:
        return locale.script
    if locale.language in _SCRIPTS:
        return _SCRIPTS[locale.language]
    from babel.core import get_global

    likely = str(get_global("likely_subtags").get(locale.language, ""))
    return next((part for part in likely.split("_") if len(part) == 4), "Latn")


_SCRIPTS = {"en": "Latn", "de": "Latn", "fr": "Latn", "ru": "Cyrl", "uk": "Cyrl", "kk": "Cyrl"}
"""Those asked for oftenest, without loading CLDR."""


@dataclass(frozen=True)
class CheckContext:
    """The settings of one run of checks; immutable."""

    source_language: str = "en"
    """BCP 47 tag of the originals."""
    target_language: str = "ru"
    """BCP 47 tag of the translations."""
    source_lexicon: Lexicon | None = None
    """The names of the source language; None checks no names."""
    target_lexicon: Lexicon | None = None
    """The names of the target language; None checks no names."""
    date: str | None = None
    """The time the text speaks of, ISO 8601 at reduced precision: former names are judged by it."""
    forbidden: tuple[str, ...] = ()
    """Words that may not stand in a translation; one with `*` at its end forbids every word that begins so."""
    disabled: frozenset[str] = frozenset()
    """Codes of checks that are left out."""
    enabled: frozenset[str] = frozenset()
    """Codes of optional checks that are wanted."""

    def with_names(self, source: Lexicon | None, target: Lexicon | None) -> CheckContext:
        """The same settings with other names; what was costly to make and does not hang on them goes along."""
        if source is self.source_lexicon and target is self.target_lexicon:
            return self
        changed = replace(self, source_lexicon=source, target_lexicon=target)
        kept = {name: item for name, item in self.__dict__.items() if name not in _OF_NAMES and name not in changed.__dict__}
        changed.__dict__.update(kept)
        return changed

    @cached_property
    def checks(self) -> tuple[Check, ...]:
        """The checks that are wanted, in their order."""
        from passages.checks.registry import CHECKS

        return tuple(one for one in CHECKS if one.code not in self.disabled and (not one.optional or one.code in self.enabled))

    @cached_property
    def own_checks(self) -> tuple[Check, ...]:
        """Those of them that need a pair only."""
        return tuple(one for one in self.checks if not one.document)

    @cached_property
    def document_checks(self) -> tuple[Check, ...]:
        """Those of them that need the other pairs too."""
        return tuple(one for one in self.checks if one.document)

    @cached_property
    def source(self) -> Locale:
        """The source language in its parts."""
        return Locale.of(self.source_language)

    @cached_property
    def target(self) -> Locale:
        """The target language in its parts."""
        return Locale.of(self.target_language)

    @cached_property
    def other_script(self) -> bool:
        """Whether the original is written in Latin letters and the translation is not, so that Latin words in it stand out."""
        return script(self.source) == "Latn" != script(self.target)

    @cached_property
    def cyrillic(self) -> bool:
        """Whether the translation is written in Cyrillic."""
        return script(self.target) == "Cyrl"

    @cached_property
    def length_bounds(self) -> tuple[float, float]:
        """Between which a translation's letters may be to those of its original: half and twice are common, less and more is not.

        Scripts that write a word with one or two characters have other bounds.
        """
        short, long = script(self.source) in _DENSE, script(self.target) in _DENSE
        if short is long:
            return 0.3, 3.2
        return (1.0, 10.0) if short else (0.1, 1.0)

    @cached_property
    def source_figures(self) -> FigureStyle:
        """How the originals' language writes numbers and dates."""
        return FigureStyle.of(self.source)

    @cached_property
    def target_figures(self) -> FigureStyle:
        """How the translations' language writes numbers and dates."""
        return FigureStyle.of(self.target)

    @cached_property
    def name_check(self) -> NameCheck | None:
        """The check of names; None without the names of both languages."""
        if self.source_lexicon is None or self.target_lexicon is None:
            return None
        from glossary.name_check import NameCheck

        return NameCheck(self.source_lexicon, self.target_lexicon, self.target)

    @cached_property
    def look_alikes(self) -> LookAlikes | None:
        """Finds words that look like a name of the target language; None without its names."""
        if self.target_lexicon is None:
            return None
        from glossary.likely import LookAlikes

        return LookAlikes(self.target_lexicon)

    @cached_property
    def forbidden_words(self) -> re.Pattern[str] | None:
        """Finds the forbidden words, whole and in any letter case; None where there are none."""
        return _words(self.forbidden)


_OF_NAMES = frozenset(("name_check", "look_alikes"))
"""What of a context is made from its lexicons."""


def _words(words: Iterable[str]) -> re.Pattern[str] | None:
    parts = [
        re.escape(one.removesuffix("*")) + (r"\w*" if one.endswith("*") else "")
        for word in words
        if (one := " ".join(word.split())).strip("*")
    ]
    if not parts:
        return None
    spaced = "|".join(sorted(parts, key=len, reverse=True)).replace("\\ ", r"\s+")
    return re.compile(rf"(?<!\w)(?:{spaced})(?!\w)", re.IGNORECASE)
