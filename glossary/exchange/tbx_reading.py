"""Reads TBX of either version and style: entries to concepts, and which of their elements the model has no place for.

XML is parsed without entities, without a DTD and without the network; a file that defines entities is refused. Elements that are not
understood are counted in the remarks, and `tbx_writing` keeps them when it writes over the file they stand in.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from importlib import import_module
from typing import Any

from glossary import fields
from glossary.exchange.reading import Draft, Drafts, Reading
from glossary.exchange.tbx_names import PREFIX, READ_STATUSES, READ_TYPES, XML, Dialect
from glossary.model import KINDS, RELATIONS, CaseRule, Guard, Status, Term, TermType
from glossary.reading import Place
from translit.message import Message

Element = Any
"""An element of lxml, which has no types of its own."""

_GROUPS = ("descripGrp", "adminGrp", "termNoteGrp")
_CONSUMED = {
    "entry": {"subjectField", "definition", "source", "note"},
    "section": {"administrativeStatus", "normativeAuthorization", "termType", "source", "note"},
}


@dataclass(frozen=True, slots=True)
class Document:
    """A TBX file whose XML has been parsed."""

    root: Element
    dialect: Dialect
    place: Place

    @property
    def entries(self) -> list[Element]:
        """The entries, in order."""
        return [element for element in self.root.iter() if local(element) == self.dialect.parts[2]]


def parse(data: bytes, place: Place) -> Document:
    """The document in these bytes.

    Raises:
        GlossaryError: where it is no XML, defines entities, or is no TBX of version 2 or 3.
    """
    etree: Any = import_module("lxml.etree")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False, huge_tree=False, remove_comments=True
    )
    try:
        root: Element = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        line = error.position[0] or None
        raise place.at(line).fault(
            Message("is not well-formed XML: {why}", why=str(error).partition(", line")[0]), "export the file again"
        ) from None
    except ValueError as error:
        raise place.fault(Message("is no XML: {why}", why=error), "export the file again") from None
    dtd: Any = root.getroottree().docinfo.internalDTD
    if dtd is not None and next(dtd.iterentities(), None) is not None:
        raise place.fault("defines entities of its own, which are not read", "export it without them")
    name = local(root)
    if name == "tbx":
        style = "dct" if root.get("style", "dca").casefold() == "dct" else "dca"
        dialect = Dialect(3, root.get("type", "TBX-Basic"), style)
    elif name == "martif":
        dialect = Dialect(2, root.get("type", "TBX-Basic"), "dca")
    elif name == "TBX":
        raise place.fault("is TBX-Min of 2013, before version 3", "convert it to TBX version 3")
    else:
        raise place.fault(Message("is XML, but no TBX: its root is <{name}>", name=name), "check that this is the file you meant")
    return Document(root, dialect, place)


def read_document(document: Document) -> Reading:
    """The concepts of a document."""
    drafts = Drafts(document.place)
    left: Counter[str] = Counter()
    for label, entry in labelled(document):
        draft = drafts.of(label, entry.sourceline)
        _entry(entry, draft, drafts, document)
        left.update(describe(element) for element in everything_kept(entry, document.dialect))
    for what, count in left.most_common():
        drafts.remark(None, Message("{count} × {what}: no place for it in a glossary", count=count, what=what))
    return drafts.finish()


def labelled(document: Document) -> Iterator[tuple[str, Element]]:
    """The entries, each with what the file calls it."""
    for number, entry in enumerate(document.entries, 1):
        id = entry.get("id") or f"entry {number}"
        # An XML id may not begin with a digit, so one was put before it.
        yield (id[1:] if id[:1] == "_" and id[1:2].isdigit() else id), entry


def local(element: Element) -> str:
    """An element's name without its namespace; empty for a processing instruction."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def category(element: Element) -> str:
    """The data category an element holds: its type in DCA, its name in DCT, `note` for a note; that of its first child for a group."""
    name = local(element)
    if name in _GROUPS and len(element):
        return category(element[0])
    return element.get("type") or name


def text_of(element: Element) -> str:
    """An element's text, as it stands where it is in one line, else with its white space collapsed."""
    whole = "".join(element.itertext())
    return " ".join(whole.split()) if "\n" in whole or "\t" in whole else whole


def consumed(element: Element, level: str, parent: Element) -> bool:
    """True where the model has a place for all that an element says."""
    name, what = local(element), category(element)
    if name in _GROUPS or what not in _CONSUMED[level]:
        return False
    if what == "subjectField":
        return text_of(element).strip().casefold() in KINDS
    if level == "entry" and what == "note":
        # Beside a definition the notes of an entry are more than the model holds.
        return text_of(element).startswith(PREFIX) or not any(category(one) == "definition" for one in parent)
    if what in ("administrativeStatus", "normativeAuthorization"):
        return text_of(element).strip() in READ_STATUSES
    if what == "termType":
        return text_of(element).strip() in READ_TYPES
    return True


def kept(parent: Element, level: str, dialect: Dialect) -> list[Element]:
    """The children that the model has no place for, apart from sections and terms."""
    inner = {*dialect.parts[3:], "ntig", "term", "termGrp"}
    return [
        child
        for child in parent
        if local(child) and local(child) not in inner and (level == "language" or not consumed(child, level, parent))
    ]


def everything_kept(entry: Element, dialect: Dialect) -> Iterator[Element]:
    """What the model has no place for in an entry."""
    yield from kept(entry, "entry", dialect)
    for language, section in sections(entry, dialect):
        del language
        yield from kept(section, "section", dialect)
    for child in entry:
        if local(child) == dialect.parts[3]:
            yield from kept(child, "language", dialect)


def describe(element: Element) -> str:
    """How a remark names an element."""
    type = element.get("type")
    return f"<{local(element)}>" if type is None else f'<{local(element)} type="{type}">'


def sections(entry: Element, dialect: Dialect) -> Iterator[tuple[Element, Element]]:
    """The term sections of an entry, each with its language section."""
    for language in entry:
        if local(language) == dialect.parts[3]:
            for section in language:
                if local(section) in (dialect.parts[4], "ntig"):
                    yield language, section


def _entry(entry: Element, draft: Draft, drafts: Drafts, document: Document) -> None:
    notes: list[str] = []
    definition = ""
    for child in entry:
        what, text = category(child), text_of(child) if local(child) else ""
        if what == "subjectField" and text.strip().casefold() in KINDS:
            draft.kind = text.strip().casefold()
        elif what == "definition":
            first = child[0] if local(child) in _GROUPS else child
            definition = definition or text_of(first)
        elif what == "source" and local(child) not in _GROUPS:
            draft.sources += (text,)
        elif what == "note":
            key, value = _own(text)
            if key == "relation" and value.partition(" ")[0] in RELATIONS:
                draft.relations.append((value.partition(" ")[0], value.partition(" ")[2]))
            elif key == "source":
                draft.sources += (value,)
            else:
                notes.append(value)
    draft.note = definition or "\n".join(notes)
    for language, section in sections(entry, document.dialect):
        found = section.find(".//{*}term")
        here = document.place.at(section.sourceline)
        if found is None or not text_of(found).strip():
            drafts.remark(section.sourceline, "a term without a text is passed over")
            continue
        if not draft.note:
            draft.note = next((text_of(one[0] if len(one) else one) for one in language if category(one) == "definition"), "")
        term, known = _term(section, text_of(found), language.get(XML + "lang") or language.get("lang") or "", here, drafts)
        draft.add(term, status_known=known)


def _own(note: str) -> tuple[str, str]:
    """The key and the value of a note that endonym has written; `note` and all of it for any other."""
    if note.startswith(PREFIX):
        key, colon, value = note.removeprefix(PREFIX).partition(": ")
        if colon:
            return key, value
    return "note", note


def _term(section: Element, text: str, tag: str, place: Place, drafts: Drafts) -> tuple[Term, bool]:
    name = fields.name(text, place, "term")
    if not tag:
        raise place.fault(Message("the section of “{name}” names no language", name=name), 'give it xml:lang="…"')
    language, script = _tag(tag, place)
    term = Term(name, language, script or fields.script_of(name), Status.ADMITTED, line=place.line)
    notes: list[str] = []
    needs: list[str] = []
    excludes: list[str] = []
    changes: dict[str, Any] = {"sources": (), "forms": ()}
    known = False
    children = [child for child in section if local(child)]
    if local(section) == "ntig":
        children += [child for group in section if local(group) == "termGrp" for child in group]
    for child in children:
        what, value = category(child), text_of(child)
        if what in ("administrativeStatus", "normativeAuthorization"):
            if value.strip() in READ_STATUSES:
                changes["status"], known = READ_STATUSES[value.strip()], True
            else:
                drafts.remark(
                    child.sourceline,
                    Message("“{word}” is no status of a name; “{name}” is taken as if it had none", word=value.strip(), name=name),
                )
        elif what == "termType" and value.strip() in READ_TYPES:
            changes["type"] = READ_TYPES[value.strip()]
        elif what == "source" and local(child) not in _GROUPS:
            changes["sources"] += (value,)
        elif what == "note":
            key, value = _own(value)
            here = place.at(child.sourceline)
            match key:
                case "misspelling" | "indeclinable" | "weak":
                    changes[key] = value == "yes"
                case "replacement":
                    changes[key] = fields.name(value, here, "replacement")
                case "valid-from" | "valid-until":
                    changes[key.replace("-", "_")] = fields.day(value, here)
                case "case":
                    changes[key] = CaseRule(fields.case_rule(value, here))
                case "type":
                    changes[key] = TermType(fields.term_type(value, here))
                case "needs":
                    needs.append(value)
                case "excludes":
                    excludes.append(value)
                case "form":
                    changes["forms"] += (value,)
                case "source":
                    changes["sources"] += (value,)
                case _:
                    notes.append(value)
    return replace(term, note="\n".join(notes), guard=Guard(tuple(needs), tuple(excludes)), **changes), known


def _tag(tag: str, place: Place) -> tuple[str, str | None]:
    """Language and script of a tag of BCP 47; a region stays with the language."""
    first, *rest = tag.replace("_", "-").split("-")
    script = next((part.title() for part in rest if len(part) == 4 and part.isalpha()), None)
    return fields.language("-".join([first, *(part for part in rest if part.title() != script)]), place), script
