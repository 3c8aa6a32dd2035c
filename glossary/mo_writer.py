"""Compiles a catalog into the bytes of an MO file.

Layout: GNU gettext manual 0.21, "The Format of GNU MO Files": little-endian, revision 0, strings in the order of their bytes, no hash table
(which readers may do without). The content is that of `msgfmt`: the header, and every message that is translated and not fuzzy; strings
stay in the catalog's charset. A `c-format` message with one of C's `<PRI…>` macros needs revision 1, which only libintl reads, and is
refused by name rather than written wrong.
"""

from __future__ import annotations

import re
from struct import pack
from typing import TYPE_CHECKING

from glossary.errors import GlossaryError
from translit.message import Message

if TYPE_CHECKING:
    from glossary.po_scanner import Catalog

_MAGIC = 0x950412DE
_HEAD = 28  # bytes before the two tables
_CREATED = re.compile(r"^POT-Creation-Date:.*\n?", re.MULTILINE)
"""The line of the header that `msgfmt` leaves out, so that a template made anew gives the same MO file (gettext 0.19.7, NEWS)."""
_SYSTEM = re.compile(r"%[-+ #0'I]*\d*(?:\.\d+)?<PRI\w+>")


def compiled(catalog: Catalog) -> bytes:
    """The MO file of a catalog.

    Raises:
        GlossaryError: for a message that is there twice, and for what an MO file cannot hold.
    """
    if catalog.domains:
        raise GlossaryError(catalog.source, None, "it is divided by `domain` lines", "make a file of each domain")
    messages: dict[bytes, bytes] = {}
    seen: dict[tuple[str | None, str], int] = {}
    for one in catalog.messages:
        if one.obsolete or one.id is None:
            continue
        context, id = key = catalog.key(one)
        if key in seen:
            problem = Message("the message {id!r} is there already (line {line})", id=id, line=catalog.line(seen[key]))
            raise GlossaryError(catalog.source, catalog.line(one.body), problem, "remove one of the two: msguniq")
        seen[key] = one.body
        strings = [catalog.value(string) for string in one.strings]
        if not strings[0] or (catalog.is_fuzzy(one) and key != (None, "")):
            continue
        if key == (None, ""):
            strings = [_CREATED.sub("", strings[0])]
        plural = [] if one.plural is None else [catalog.value(one.plural)]
        if any("\0" in part for part in (context or "", id, *plural, *strings)):
            raise GlossaryError(catalog.source, catalog.line(one.body), "a string holds a zero character", "remove it")
        if _SYSTEM.search("\0".join((id, *plural))) and "c-format" in catalog.flags(one):
            problem = Message("{id!r} has a format of C's <inttypes.h>, which depends on the machine", id=id)
            raise GlossaryError(catalog.source, catalog.line(one.body), problem, "compile this catalog with msgfmt")
        said = "\0".join((id, *plural))
        messages[_encoded(said if context is None else f"{context}\x04{said}", catalog)] = _encoded("\0".join(strings), catalog)
    return _laid_out(messages)


def _encoded(said: str, catalog: Catalog) -> bytes:
    return said.encode(catalog.charset)


def _laid_out(messages: dict[bytes, bytes]) -> bytes:
    # By the id without its plural, as readers search for it.
    ids = sorted(messages, key=lambda said: said.partition(b"\0")[0])
    count = len(ids)
    at = _HEAD + 16 * count
    tables: list[bytes] = []
    content: list[bytes] = []
    for strings in (ids, [messages[id] for id in ids]):
        for string in strings:
            tables.append(pack("<II", len(string), at))
            content.append(string + b"\0")
            at += len(string) + 1
    return b"".join((pack("<7I", _MAGIC, 0, count, _HEAD, _HEAD + 8 * count, 0, _HEAD + 16 * count), *tables, *content))
