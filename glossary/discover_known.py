"""What a glossary knows of the spellings in some texts: the concept each belongs to, and the names it could be a new spelling of.

A spelling that is a term, or a form of one, is a fixed point: spellings of one concept are one name, those of two never are. Owns the question
put to the lexicons; a spelling that several concepts have (a town and a poet) is nobody's.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from glossary.discover_name import Name
from glossary.glossary import Glossary
from glossary.lexicon import Lexicon
from glossary.model import Concept, Status, Term, TermType
from translit.values import value

MOST = 50_000
"""Terms of a glossary beyond which only spellings that it has are recognised, and no new spelling is laid to its names by likeness."""


@value
class Known:
    """One spelling that the glossary has."""

    concept: str
    """The id of its concept."""
    status: Status
    """What the glossary says of it."""
    form: str
    """Which form it is: base, genitive, plural …"""
    preferred: str
    """The name to use instead, or itself."""


def known(names: Iterable[Name], glossary: Glossary, language: str) -> dict[str, Known]:
    """The spellings that the glossary has, each as the language of its documents has it, `language` where that is not known."""
    lexicons: dict[str, Lexicon] = {}
    found: dict[str, Known] = {}
    if not glossary.concepts:
        return found
    for name in names:
        spoken = main_language(name) or language
        lexicon = lexicons.get(spoken)
        if lexicon is None:
            lexicon = lexicons[spoken] = glossary.lexicon(spoken)
        whole = [one for one in lexicon.find(name.text) if one.start == 0 and one.end == len(name.text)]
        concepts = {one.concept for one in whole}
        if len(concepts) == 1:
            one = whole[0]
            found[name.text] = Known(one.concept, one.status, one.form, one.replacement or one.text)
    return found


def names_of(glossary: Glossary) -> list[tuple[Concept, Term]]:
    """The terms that a spelling in a text may be likened to: usable names, no abbreviations, none that need words nearby."""
    wanted = [
        (concept, term)
        for concept in glossary.concepts
        for term in concept.terms
        if term.status in (Status.PREFERRED, Status.ADMITTED) and term.type is not TermType.ABBREVIATION and not term.guard
    ]
    return wanted if len(wanted) <= MOST else []


def main_language(name: Name) -> str:
    """The language of most documents that a name stands in; empty where that is not known."""
    counted: Sequence[tuple[str, int]] = name.languages.most_common(1)
    return counted[0][0] if counted else ""
