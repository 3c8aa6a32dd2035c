"""The words with a capital that are no names, and those that join two words of one name; from `discover_words.toml`.

Owns reading that list, nothing else: which words a text uses how is `discover_names`'.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Words:
    """Lists of words in small letters."""

    joiners: frozenset[str]
    """Between two words of one name: of, für, бойынша."""
    articles: frozenset[str]
    """After a joiner, in the same name: of *the*."""
    calendar: frozenset[str]
    """Months and days of the week."""
    titles: frozenset[str]
    """Before a person's name and no part of it."""
    abbreviated: frozenset[str]
    """Abbreviations after whose full stop a sentence goes on."""
    common: frozenset[str]
    """Words that begin sentences."""
    peoples: frozenset[str]
    """What peoples are called, where that is like their country or like another name: German, Greek."""
    opposites: frozenset[str]
    """How words begin that tell two places of one name apart: north, южн."""
    generic: frozenset[str]
    """Words that many names share, so that having one in common makes no names alike: republic, район."""
    places: frozenset[str]
    """Words beside a name, or in it, that tell a place: city, oblast, г."""
    persons: frozenset[str]
    """Titles that tell a person and no office: Mr, господин."""
    organizations: frozenset[str]
    """Words in a name that tell an organization: party, ООО, Ltd."""

    @classmethod
    def shipped(cls) -> Words:
        """The lists that ship with endonym."""
        import tomllib

        text = files("glossary").joinpath("discover_words.toml").read_text(encoding="utf-8")
        lists = {name: frozenset(words.split()) for name, words in tomllib.loads(text).items()}
        return cls(**lists)
