"""A PO file as a glossary: msgid is the name, msgstr its translation, msgctxt the concept. On polib.

Fuzzy and obsolete entries are passed over, and of a plural the singular is taken; both with a remark. The languages are those of the
header (`Language`, and English for the source, as gettext has it) unless they are given.
"""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from typing import Any

from glossary import fields
from glossary.exchange.bilingual import languages_of, pairs, term
from glossary.exchange.reading import Drafts, Options, Reading
from glossary.model import Concept
from glossary.reading import Place
from glossary.table_text import decode
from translit.message import Message


def read(data: bytes, place: Place, options: Options) -> Reading:
    """The concepts of a catalog: a msgctxt and msgid each."""
    polib: Any = import_module("polib")
    text = decode(data, place)
    if "msgid" not in text:
        raise place.fault("is no PO file", "check that this is the file you meant")
    try:
        # A name of a file is never taken for one: it holds no line break.
        catalog = polib.pofile(text + "\n")
    except (OSError, ValueError, IndexError, KeyError, AttributeError, TypeError) as error:
        raise place.fault(Message("is no PO file: {why}", why=error), "check it with msgfmt -c") from None
    drafts = Drafts(place)
    tag = str(catalog.metadata.get("Language", "")).strip()
    target_language = fields.language(tag.split("@")[0], place) if tag else None
    source_language, target_language = options.languages or ("en", target_language)
    for entry in catalog:
        here = place.at(entry.linenum)
        source, target = entry.msgid, entry.msgstr or entry.msgstr_plural.get(0, "")
        if entry.obsolete or entry.fuzzy or not source.strip() or not target.strip():
            remark = "“{source}” is fuzzy" if entry.fuzzy else "“{source}” is not translated"
            drafts.remark(entry.linenum, Message("“{source}” is obsolete" if entry.obsolete else remark, source=source[:40]))
            continue
        if entry.msgid_plural:
            drafts.remark(entry.linenum, Message("of “{source}” the singular is taken", source=source[:40]))
        draft = drafts.of(entry.msgctxt or source, entry.linenum)
        draft.note = draft.note or " ".join(entry.comment.split())
        draft.add(term(source, source_language, here), status_known=False)
        draft.add(term(target, target_language, here), status_known=False)
    return drafts.finish()


def write(concepts: Iterable[Concept], options: Options, _base: bytes | None) -> bytes:
    """A catalog with an entry for each preferred name and its preferred translation."""
    polib: Any = import_module("polib")
    said = tuple(concepts)
    languages = languages_of(said, options)
    catalog = polib.POFile(wrapwidth=0)
    catalog.metadata = {
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Language": languages[1],
    }
    for pair in pairs(said, languages):
        catalog.append(polib.POEntry(msgctxt=pair.concept.id, msgid=pair.source.text, msgstr=pair.target.text, comment=pair.concept.note))
    return (str(catalog).rstrip("\n") + "\n").encode()
