"""Pairs of gettext catalogs (PO): every translated string, each of a plural's by itself, located by `glossary.po_scanner`.

Owns what a pair is in a catalog, and what a change does to a message's lines: its string (`po_strings`), its `fuzzy` flag and the
reviewer's comment (`po_remarks`). The header is no pair; obsolete messages are locked ones.
"""

from __future__ import annotations

import codecs
import re
from array import array
from collections.abc import Iterator, Mapping

from glossary.errors import GlossaryError
from glossary.findings import Edit
from glossary.locale_names import Locale
from glossary.po_messages import Message as Entry
from glossary.po_scanner import Catalog, scan
from passages.bitext import Given
from passages.bitext.keys import content_key, distinct
from passages.bitext.model import NOTE, STATE, at_line
from passages.bitext.plurals import numbers
from passages.bitext.po_remarks import flag_edits, note_edits, notes_of, places_of
from passages.bitext.po_strings import Wrapping, string_edits, wrapping_of
from passages.errors import DocumentError
from passages.languages import guess_language
from passages.pair import InlineCode, Pair, PairChange, PairState
from translit.message import Message

_SAMPLE = 200  # messages whose originals tell their language
_CANNOT = re.compile("[\x00\x04\ud800-\udfff]")
"""What ends a string for gettext, and what ends a context; lone surrogates are no characters. Other control characters have escapes."""


def read(given: Given) -> tuple[PoContent, str]:
    """The pairs of a catalog, and its charset.

    Raises:
        DocumentError: where it cannot be read whole.
    """
    try:
        catalog = scan(given.data, str(given.path))
    except GlossaryError as error:
        raise _document_error(given, error) from error
    if given.encoding is not None and not same_codec(given.encoding, catalog.charset):
        problem = Message("its header names the charset {charset}, not {encoding}", charset=catalog.charset, encoding=given.encoding)
        raise DocumentError(given.path, problem, "correct the header if that is wrong; a PO file is read by it")
    return PoContent(given, catalog), catalog.charset


def same_codec(name: str, other: str) -> bool:
    """Whether two names are those of one codec."""
    try:
        return codecs.lookup(name).name == codecs.lookup(other).name
    except LookupError:
        return False


def _document_error(given: Given, error: GlossaryError) -> DocumentError:
    return DocumentError(given.path, at_line(error.line, error.problem), error.remedy)


class PoContent:
    """The pairs of one catalog."""

    def __init__(self, given: Given, catalog: Catalog) -> None:
        """Find the pairs of a catalog that has been scanned."""
        self._given, self._catalog = given, catalog
        self._message, self._number = array("L"), array("H")  # of each pair; tuples of messages would be thrice the file
        self.keys = distinct(self._found())
        self.can = frozenset((STATE, NOTE))
        self.source_language = given.source_language or self._source_language()
        self.target_language = given.target_language or _tag(catalog.language)
        self._wrapping: Wrapping | None = None
        self._plurals: dict[int, tuple[int, ...]] | None = None

    def _found(self) -> Iterator[str]:
        """Find where the pairs are; gives their keys."""
        header = self._catalog.header
        for at, message in enumerate(self._catalog.messages):
            if header is None or message.start != header.start:
                for number in range(len(message.strings)):
                    self._message.append(at)
                    self._number.append(number)
                    yield self._key(message, number)

    def pair(self, index: int) -> Pair:
        """A string of a message with its original."""
        catalog = self._catalog
        message, number = catalog.messages[self._message[index]], self._number[index]
        string = message.strings[number]
        original, other = (message.plural, message.id) if message.plural is not None and number else (message.id, message.plural)
        comments = catalog.comments(message)
        return Pair(
            key=self.keys[index],
            source=catalog.value(original) if original is not None else "",
            target=catalog.value(string),
            state=PairState.NEEDS_WORK if catalog.is_fuzzy(message) else PairState.UNREVIEWED,
            context=catalog.value(message.context) if message.context is not None else "",
            notes=notes_of(comments),
            places=places_of(comments),
            flags=catalog.flags(message) - {"fuzzy"},
            plural=string.number,
            numbers=self._numbers(number) if message.plural is not None else None,
            locked=message.obsolete,
            line=catalog.line(string.start),
            other_source=catalog.value(other) if other is not None else "",
        )

    def _numbers(self, string: int) -> tuple[int, ...] | None:
        """The first numbers that take a string of a plural; None where the header does not say."""
        if self._plurals is None:
            self._plurals = numbers(self._catalog.head.get("Plural-Forms", ""))
        return self._plurals.get(string, ()) if self._plurals else None

    def fault(self, pair: Pair, text: str) -> Message | None:
        """What a PO string or the catalog's charset cannot hold."""
        del pair
        bad = _CANNOT.search(text)
        if bad is not None:
            return Message("the control character U+{number} cannot stand in a PO file", number=f"{ord(bad[0]):04X}")
        try:
            text.encode(self._catalog.charset)
        except UnicodeEncodeError as error:
            wrong = text[error.start]
            template = "the file's charset, {charset}, cannot hold {character} (U+{number})"
            return Message(template, charset=self._catalog.charset, character=repr(wrong), number=f"{ord(wrong):04X}")
        return None

    def adopted(self, pair: Pair, codes: tuple[InlineCode, ...]) -> tuple[InlineCode, ...]:
        """The codes as they are: a catalog has none."""
        del pair
        return codes

    def spliced(self, changes: Mapping[int, PairChange]) -> bytes:
        """The catalog with these strings, flags and comments changed."""
        by_message: dict[int, dict[int, PairChange]] = {}
        for index, change in changes.items():
            by_message.setdefault(self._message[index], {})[self._number[index]] = change
        messages = self._catalog.messages
        edits = [edit for one in sorted(by_message) for edit in self._edits(messages[one], by_message[one])]
        try:
            return self._catalog.spliced(edits)
        except GlossaryError as error:
            raise _document_error(self._given, error) from error

    def _edits(self, message: Entry, changes: Mapping[int, PairChange]) -> Iterator[Edit]:
        catalog = self._catalog
        for number, change in sorted(changes.items()):
            if change.target is not None:
                if self._wrapping is None:
                    self._wrapping = wrapping_of(catalog)
                yield from string_edits(catalog, message, message.strings[number], change.target, self._wrapping)
        notes = [change.note for change in changes.values() if change.note is not None]
        if notes:
            yield from note_edits(catalog, message, "\n".join(note for note in notes if note))
        fuzzy = catalog.is_fuzzy(message)
        # One flag for all strings of a plural: it goes when the last of them that waited is done.
        waits = any(
            fuzzy if (change := changes.get(number)) is None or change.state is None else change.state is PairState.NEEDS_WORK
            for number in range(len(message.strings))
        )
        if waits is not fuzzy:
            yield from flag_edits(catalog, message, fuzzy=waits)

    def _key(self, message: Entry, number: int) -> str:
        context, id = self._catalog.key(message)
        key = content_key(*(() if context is None else (context,)), id)
        return f"{'~' if message.obsolete else ''}{key}{'' if message.plural is None else f'[{number}]'}"

    def _source_language(self) -> str:
        """What the header's `X-Source-Language` says, else what the letters of the originals do: most are English."""
        said = self._catalog.head.get("X-Source-Language", "")
        if said:
            return _tag(said) or said
        firsts = dict.fromkeys(self._message[: 2 * _SAMPLE])
        texts = (self._catalog.value(one.id) for at in [*firsts][:_SAMPLE] if (one := self._catalog.messages[at]).id is not None)
        return guess_language("\n".join(texts))


def _tag(locale: str | None) -> str | None:
    """A gettext locale as a BCP 47 tag: pt_BR is pt-BR, sr@latin is sr-Latn."""
    return None if locale is None else Locale.of(locale).name.replace("_", "-")
