"""Brings a translated catalog to a new template, as `msgmerge` does, with an eye for names.

The template says which messages there are, in which order, with which references; the old catalog gives the translations, in its own lines.
What the template no longer has becomes obsolete. A new message gets the translation of the old one that is most like it, marked fuzzy, and
here names count: a msgid in which only the *spelling* of a name was put right keeps its translation as it is, and a message about another
place is less alike than its letters say.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby
from typing import TYPE_CHECKING

from glossary.errors import GlossaryError
from glossary.po_messages import Message
from glossary.po_scanner import Catalog
from glossary.po_writer import message, string_lines
from translit import message as told

if TYPE_CHECKING:
    from glossary.lexicon import Lexicon

ALIKE = 0.6
"""The least likeness of a fuzzy match, as `msgmerge` has it (gettext 0.21, FUZZY_THRESHOLD)."""
_CANDIDATES = 12  # messages that share most words, looked at closely
_WORD = re.compile(r"\w+")
_OBSOLETE = re.compile(r"^[ \t]*#~[ \t]?", re.MULTILINE)
_CREATED = re.compile(r"POT-Creation-Date:[^\\\n\"]*")
_PLURALS = re.compile(r"nplurals\s*=\s*(\d+)")
_NO_NAME = "\ue000"  # what stands in a skeleton before the number of a concept

Key = tuple[str | None, str]


@dataclass(frozen=True, slots=True)
class Merged:
    """A catalog after its template changed."""

    data: bytes
    """The new file, in the charset and with the line ends of the old one."""
    kept: int
    """Messages whose msgid is as it was."""
    respelled: int
    """Messages in whose msgid only the spelling of names changed: their translation is kept too."""
    fuzzy: int
    """Messages with the translation of another one, for a translator to look at."""
    new: int
    """Messages without a translation."""
    obsolete: int
    """Messages that the template no longer has."""


def merge(old: Catalog, template: Catalog, names: Lexicon | None = None) -> Merged:
    """The old catalog with the messages of the template; `names` is the lexicon of the msgids' language.

    Raises:
        GlossaryError: for a message that is there twice, and for a character that the old catalog's charset cannot hold.
    """
    return _Merge(old, template, names).merged()


class _Merge:
    """One merge while it goes on."""

    def __init__(self, old: Catalog, template: Catalog, names: Lexicon | None) -> None:
        self._old, self._template = old, template
        self._names = names
        self._living = _by_key(old, obsolete=False)
        self._dead = _by_key(old, obsolete=True)
        self._used: set[Key] = set()
        self._counts: Counter[str] = Counter()
        found = _PLURALS.search(old.head.get("Plural-Forms", ""))
        self._plurals = min(int(found[1]), 10) if found else 2

    def merged(self) -> Merged:
        wanted = _by_key(self._template, obsolete=False)
        wanted.pop((None, ""), None)
        parts = [self._header()]
        known = {**self._dead, **self._living}
        free = {key: one for key, one in known.items() if key not in wanted and self._old.value(one.strings[0])}
        alike = _Alike(free, self._skeleton)
        for key, one in wanted.items():
            self._used.add(key)
            if (before := known.get(key)) is not None:
                self._counts["kept"] += 1
                parts.append(self._kept(one, before))
            elif (same := alike.respelled(key)) is not None:
                self._counts["respelled"] += 1
                self._used.add(same)
                parts.append(self._kept(one, free[same]))
            elif (near := alike.nearest(key)) is not None:
                self._counts["fuzzy"] += 1
                parts.append(self._fuzzy(one, free[near]))
            else:
                self._counts["new"] += 1
                parts.append(self._untranslated(one))
        for key, one in known.items():
            if key not in self._used and key != (None, "") and (one.obsolete or self._old.value(one.strings[0])):
                self._counts["obsolete"] += 1
                parts.append(self._obsolete(one))
        text = "\n".join(parts)
        counts = {name: self._counts[name] for name in ("kept", "respelled", "fuzzy", "new", "obsolete")}
        return Merged(self._encoded(text), **counts)

    def _encoded(self, text: str) -> bytes:
        if "\r\n" in self._old.text:
            text = text.replace("\n", "\r\n")
        try:
            return self._old.mark + text.encode(self._old.charset)
        except UnicodeEncodeError as error:
            wrong = error.object[error.start]
            problem = told.Message(
                "its charset, {charset}, cannot hold {wrong!r} (U+{code:04X}) of the template",
                charset=self._old.charset,
                wrong=wrong,
                code=ord(wrong),
            )
            raise GlossaryError(self._old.source, None, problem, "convert it first: msgconv -t UTF-8") from error

    def _header(self) -> str:
        """The old header with the template's date of creation."""
        date = self._template.head.get("POT-Creation-Date")
        header = self._old.header
        if header is None:
            header = self._template.header
            return "" if header is None else _lines(self._template.text[header.start : header.end])
        lines = _lines(self._old.text[header.start : header.end])
        return lines if date is None else _CREATED.sub(lambda _: f"POT-Creation-Date: {date}", lines)

    def _skeleton(self, id: str) -> str:
        """A msgid with the number of a concept in the place of each of its names."""
        if self._names is None or not (found := self._names.find(id)):
            return id
        parts: list[str] = []
        at = 0
        for (start, end), group in groupby(found, key=lambda one: (one.start, one.end)):
            parts += (id[at:start], _NO_NAME, "/".join(f"{one.concept} {one.form}" for one in group))
            at = end
        return "".join((*parts, id[at:]))

    def _comments(self, one: Message, before: Message | None, *, fuzzy: bool, previous: Iterable[str] = ()) -> list[str]:
        """The translator's remarks of the old message, all others of the template, and the flags of both."""
        remarks = [] if before is None else [line for line in _comment_lines(self._old, before) if _kind(line) == ""]
        program = [line for line in _comment_lines(self._template, one) if _kind(line) in ".:" and _kind(line)]
        flags = sorted(self._template.flags(one) - {"fuzzy"})
        if fuzzy:
            flags.insert(0, "fuzzy")
        return [*remarks, *program, *([f"#, {', '.join(flags)}"] if flags else []), *previous]

    def _kept(self, one: Message, before: Message) -> str:
        """A message with the lines of its old translation; fuzzy where it was, or where a plural came or went."""
        fuzzy = self._old.is_fuzzy(before)
        id, plural = self._said(self._template, one)
        same_plural = (before.plural is None) is (one.plural is None)
        if not same_plural:
            return self._retold(one, before, fuzzy=True)
        was = None if before.plural is None else self._old.value(before.plural)
        changed = plural != was
        fuzzy = fuzzy or (changed and self._skeleton(was or "") != self._skeleton(plural or ""))
        previous = [line for line in _comment_lines(self._old, before) if _kind(line) == "|"] if fuzzy else []
        comments = self._comments(one, before, fuzzy=fuzzy, previous=previous)
        last = before.plural or before.id
        strings = _plain(self._old.text[last.end : before.end] if last else "").strip("\n")
        if self._old.key(before)[1] == id and not changed and last is not None:
            ids = _plain(self._old.text[before.body : last.end])
        else:
            ids = self._ids(one)
        return "\n".join((*comments, ids.strip("\n"), strings)) + "\n"

    def _retold(self, one: Message, before: Message, *, fuzzy: bool) -> str:
        """A message with the translation of another, written anew."""
        id, plural = self._said(self._template, one)
        strings = [self._old.value(string) for string in before.strings]
        strings = strings[:1] if plural is None else strings if before.plural is not None else strings * self._plurals
        context, was = self._old.key(before)
        previous = [*(() if context is None else string_lines("msgctxt", context)), *string_lines("msgid", was)]
        if before.plural is not None:
            previous += string_lines("msgid_plural", self._old.value(before.plural))
        comments = self._comments(one, before, fuzzy=fuzzy, previous=[f"#| {line}" for line in previous])
        return message(id, strings, context=self._template.key(one)[0], plural=plural, comments=comments)

    def _fuzzy(self, one: Message, near: Message) -> str:
        return self._retold(one, near, fuzzy=True)

    def _untranslated(self, one: Message) -> str:
        id, plural = self._said(self._template, one)
        strings = [""] * (1 if plural is None else self._plurals)
        return message(id, strings, context=self._template.key(one)[0], plural=plural, comments=self._comments(one, None, fuzzy=False))

    def _ids(self, one: Message) -> str:
        last = one.plural or one.id
        return _lines(self._template.text[one.body : last.end]) if last else ""

    def _said(self, catalog: Catalog, one: Message) -> tuple[str, str | None]:
        return catalog.key(one)[1], None if one.plural is None else catalog.value(one.plural)

    def _obsolete(self, one: Message) -> str:
        """A message behind `#~`: with the translator's remarks, without references."""
        comments = [line for line in _comment_lines(self._old, one) if _kind(line) not in (".", ":")]
        comments = [line.replace("#|", "#~|", 1) if _kind(line) == "|" else line for line in comments]
        body = _lines(self._old.text[one.body : one.end]).strip("\n")
        if not one.obsolete:
            body = "\n".join(f"#~ {line}" for line in body.split("\n") if line.strip())
        return "\n".join((*comments, body)) + "\n"


class _Alike:
    """Finds, among the old messages that the template has not, the one most like a new one."""

    def __init__(self, free: dict[Key, Message], skeleton: Callable[[str], str]) -> None:
        self._skeleton = skeleton
        self._bones = {key: skeleton(key[1]) for key in free}
        self._living = {key for key, one in free.items() if not one.obsolete}
        self._by_bones: dict[tuple[str | None, str], Key] = {}
        self._by_word: defaultdict[str, list[Key]] = defaultdict(list)
        for key, bones in self._bones.items():
            if bones != key[1]:
                self._by_bones.setdefault((key[0], bones), key)
            for word in set(_words(bones)):
                self._by_word[word].append(key)
        self._size = max(len(free), 1)

    def respelled(self, key: Key) -> Key | None:
        """The message that differs by the spelling of its names only."""
        return self._by_bones.get((key[0], self._skeleton(key[1])))

    def nearest(self, key: Key) -> Key | None:
        """The message most alike, from `ALIKE` on; names count as one sign each."""
        bones = self._skeleton(key[1])
        shared: Counter[Key] = Counter()
        for word in set(_words(bones)):
            keys = self._by_word.get(word, [])
            if len(keys) <= max(50, self._size // 10):  # a word of every tenth message tells nothing
                for other in keys:
                    shared[other] += 1
        matcher = SequenceMatcher(autojunk=False)
        matcher.set_seq2(bones)
        best: tuple[float, bool, Key] | None = None
        for other, _ in shared.most_common(_CANDIDATES):
            matcher.set_seq1(self._bones[other])
            if matcher.real_quick_ratio() < ALIKE or matcher.quick_ratio() < ALIKE:
                continue
            found = (matcher.ratio(), other[0] == key[0], other)
            if found[0] >= ALIKE and (best is None or found[:2] > best[:2]):
                best = found
        return best[2] if best is not None else None


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower())


def _by_key(catalog: Catalog, *, obsolete: bool) -> dict[Key, Message]:
    """The messages of a catalog.

    Raises:
        GlossaryError: for one that is there twice; among the obsolete ones, the first counts.
    """
    found: dict[Key, Message] = {}
    for one in catalog.messages:
        if one.obsolete is not obsolete:
            continue
        key = catalog.key(one)
        if key in found and not obsolete:
            line = catalog.line(found[key].body)
            raise GlossaryError(
                catalog.source,
                catalog.line(one.body),
                told.Message("the message {key!r} is there already (line {line})", key=key[1], line=line),
                "remove one of the two: msguniq",
            )
        found.setdefault(key, one)
    return found


def _comment_lines(catalog: Catalog, one: Message) -> Iterator[str]:
    return (line for line in _lines(catalog.comments(one)).split("\n") if line.strip())


def _kind(line: str) -> str:
    """The sign behind the # of a comment: `.`, `:`, `,`, `|`, `~`; empty for a translator's remark."""
    sign = line.lstrip()[1:2]
    return sign if sign in (".", ":", ",", "|", "~") else ""


def _plain(lines: str) -> str:
    """Lines without the mark of obsolete ones, ended by line feeds."""
    return _OBSOLETE.sub("", _lines(lines))


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n")
