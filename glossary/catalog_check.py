"""Holds the names in a gettext catalog against those of its originals (`name_check`), and finds the places in the file.

A pure function from a catalog and two lexicons to findings; offsets and edits are code points of the catalog's text, one literal each, so
that a changed word is a changed line. Fuzzy, obsolete and untranslated messages are nobody's yet and are passed over.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from glossary.findings import Edit, Finding
from glossary.locale_names import Locale
from glossary.name_check import NameCheck, Wanted
from glossary.po_escapes import placed

if TYPE_CHECKING:
    from glossary.lexicon import Lexicon
    from glossary.po_messages import Field
    from glossary.po_scanner import Catalog


class Checker:
    """The check of one target language; holds the two lexicons and nothing of a catalog."""

    def __init__(self, original: Lexicon, target: Lexicon, locale: Locale, *, fuzzy: bool = False) -> None:
        """Take the lexicon of the msgids and that of the strings; `fuzzy` messages are checked too if asked."""
        self._names, self._fuzzy = NameCheck(original, target, locale), fuzzy

    def check(self, catalog: Catalog) -> Iterator[Finding]:
        """The findings of a catalog, in its order."""
        for message in catalog.messages:
            if message.obsolete or message.id is None:
                continue
            id = catalog.value(message.id)
            strings = [(string, said) for string in message.strings if (said := catalog.value(string))]
            if not strings or not id or not any(self._names.named(id, said) for _, said in strings):
                continue
            if not self._fuzzy and catalog.is_fuzzy(message):
                continue
            wanted = self._names.wanted(id, catalog.value(message.plural) if message.plural is not None else None)
            for string, said in strings:
                yield from self._string(catalog, wanted, string, said)

    def _string(self, catalog: Catalog, wanted: list[Wanted], string: Field, said: str) -> Iterator[Finding]:
        findings = self._names.findings(wanted, said)
        if not findings:
            return
        pieces = catalog.runs(string)
        for one in findings:
            if one.end > one.start:
                spans = placed(Edit(one.start, one.end, ""), said, pieces)
                start, end = spans[0].start, spans[-1].end
            else:
                start, end = string.start, string.end
            edits = tuple(edit for whole in one.edits for edit in placed(whole, said, pieces))
            yield Finding(one.code, one.severity, start, end, one.text, one.message, one.reason, one.concept, one.preferred, edits)


def check_catalog(
    catalog: Catalog, lexicon: Callable[[str], Lexicon], *, language: str | None = None, original: str = "en", fuzzy: bool = False
) -> tuple[Finding, ...]:
    """What is wrong with the names in a catalog.

    `lexicon` gives the lexicon of a language (`Sources.lexicon`); `language` is the locale of the strings, by default what the catalog
    says; `original` that of the msgids. Offsets and edits count code points of `catalog.text`.

    Raises:
        GlossaryError: where nothing says which language the catalog is in.
    """
    from glossary.errors import GlossaryError

    said = language or catalog.language
    if said is None:
        if catalog.source.endswith(".pot") or not any(catalog.value(string) for one in catalog.messages[1:] for string in one.strings):
            return ()
        raise GlossaryError(
            catalog.source, 1, "its header does not say which Language it is in", "add it to the header, or name it with --lang"
        )
    locale = Locale.of(said)
    return tuple(Checker(lexicon(original), lexicon(locale.language), locale, fuzzy=fuzzy).check(catalog))
