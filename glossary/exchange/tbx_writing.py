"""Writes TBX: concepts to entries in a stable order, in the dialect asked for, keeping what a file has that the model has no place for.

Entries are sorted by id, their languages by tag; terms keep their order. Over a file of the same dialect the header, the back matter
and every element that was not understood stay where they belong.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from copy import deepcopy
from importlib import import_module
from typing import Any

from glossary.exchange.tbx_names import CATEGORIES, MODULES, NAMESPACE, PREFIX, STATUSES, TYPES, XML, Dialect
from glossary.exchange.tbx_reading import Document, Element, kept, labelled, local, sections, text_of
from glossary.fields import script_of
from glossary.load_table import identifier
from glossary.model import CaseRule, Concept, Term, TermType

_DOCTYPE = '<!DOCTYPE martif SYSTEM "TBXBasiccoreStructV02.dtd">'
_TITLE = "Glossary written by endonym"
_NAME_START = re.compile(r"[^\W\d]", re.ASCII)


def write_document(concepts: Iterable[Concept], dialect: Dialect, base: Document | None) -> bytes:
    """The bytes of a TBX file in UTF-8.

    `base` is the file that is written over, in the same dialect; None for a new one.

    Raises:
        ValueError: for a character that XML cannot hold.
    """
    return _Writer(dialect, base).document(concepts)


class _Writer:
    """Makes the elements of one dialect."""

    def __init__(self, dialect: Dialect, base: Document | None) -> None:
        self._etree: Any = import_module("lxml.etree")
        self._dialect = dialect
        self._base = base
        self._namespace = NAMESPACE if dialect.version == 3 else None
        if base is not None:
            self._namespace = self._etree.QName(base.root).namespace
        self._old = {} if base is None else {identifier(label): entry for label, entry in labelled(base)}

    def document(self, concepts: Iterable[Concept]) -> bytes:
        root, body = self._frame()
        for concept in sorted(concepts, key=lambda concept: concept.id):
            body.append(self._entry(concept))
        _indent(root, 0)
        doctype = None
        if self._dialect.version == 2:
            doctype = _DOCTYPE if self._base is None else self._base.root.getroottree().docinfo.doctype or None
        return self._etree.tostring(root, xml_declaration=True, encoding="UTF-8", doctype=doctype) + b"\n"

    def _frame(self) -> tuple[Element, Element]:
        """The root and the empty body: the old file's, or new ones."""
        if self._base is not None:
            root = deepcopy(self._base.root)
            body = next(element for element in root.iter() if local(element) == "body")
            for entry in list(body):
                body.remove(entry)
            return root, body
        prefixes: dict[str | None, str] = {None: self._namespace} if self._namespace else {}
        if self._dialect.style == "dct":
            prefixes |= {module: MODULES[module] for module in self._dialect.modules}
        root = self._etree.Element(self._name(self._dialect.parts[0]), nsmap=prefixes)
        root.set("type", self._dialect.name)
        if self._dialect.version == 3:
            root.set("style", self._dialect.style)
        root.set(XML + "lang", "en")
        at = root
        for part in (self._dialect.parts[1], "fileDesc", "sourceDesc", "p"):
            at = self._etree.SubElement(at, self._name(part))
        at.text = _TITLE
        return root, self._etree.SubElement(self._etree.SubElement(root, self._name("text")), self._name("body"))

    def _entry(self, concept: Concept) -> Element:
        old = self._old.get(concept.id)
        entry = self._part(self._dialect.parts[2], old)
        if old is None or "id" not in old.attrib:
            entry.set("id", concept.id if _NAME_START.match(concept.id) else f"_{concept.id}")
        own: list[Element] = []
        if concept.kind != "other":
            own.append(self._category("subjectField", concept.kind))
        inherited = [] if old is None else [text_of(one[0] if len(one) else one) for part in old for one in part]
        if concept.note and concept.note not in inherited:
            if self._dialect.has("definition") and "\n" not in concept.note:
                own.append(self._category("definition", concept.note))
            else:
                own += [self._note("note", line) for line in concept.note.split("\n")]
        own += [self._source(source) for source in concept.sources]
        own += [self._note("relation", f"{relation.type} {relation.target}") for relation in concept.relations]
        for child in (*own, *_copies(old, "entry", self._dialect)):
            entry.append(child)
        groups: dict[tuple[str, str], list[Term]] = {}
        for term in concept.terms:
            groups.setdefault((term.language, term.script), []).append(term)
        scripts = [language for language, _ in groups]
        tags = {
            _tag(language, script if scripts.count(language) > 1 or any(script_of(term.text) != script for term in terms) else None): terms
            for (language, script), terms in groups.items()
        }
        for tag in sorted(tags):
            entry.append(self._language(tag, tags[tag], old))
        return entry

    def _language(self, tag: str, terms: Iterable[Term], entry: Element | None) -> Element:
        name = self._dialect.parts[3]
        old = None
        if entry is not None:
            old = next((one for one in entry if local(one) == name and one.get(XML + "lang", "").casefold() == tag.casefold()), None)
        language = self._part(name, old)
        language.set(XML + "lang", tag)
        for child in _copies(old, "language", self._dialect):
            language.append(child)
        for term in terms:
            language.append(self._section(term, entry, tag))
        return language

    def _section(self, term: Term, entry: Element | None, tag: str) -> Element:
        old = None
        if entry is not None:
            for language, section in sections(entry, self._dialect):
                found = section.find(".//{*}term")
                same = language.get(XML + "lang", "").casefold() == tag.casefold()
                if same and found is not None and " ".join(text_of(found).split()) == term.text and local(section) != "ntig":
                    old = section
        section = self._part(self._dialect.parts[4], old)
        if old is None:
            self._etree.SubElement(section, self._name("term")).text = term.text
        else:
            section.append(deepcopy(old.find("{*}term")))
            section[0].tail = None
        parts = [self._category("administrativeStatus", STATUSES[term.status])]
        if term.type is not TermType.NAME:
            parts.append(
                self._category("termType", TYPES[term.type]) if self._dialect.has("termType") else self._note("type", term.type.value)
            )
        parts += [self._source(source) for source in term.sources]
        said = {
            "misspelling": "yes" if term.misspelling else None,
            "replacement": term.replacement,
            "valid-from": term.valid_from,
            "valid-until": term.valid_until,
            "case": term.case.value if term.case is not CaseRule.NAME else None,
            "indeclinable": "yes" if term.indeclinable else None,
            "weak": "yes" if term.weak else None,
        }
        parts += [self._note(key, value) for key, value in said.items() if value is not None]
        for key, values in (("needs", term.guard.needs), ("excludes", term.guard.excludes), ("form", term.forms)):
            parts += [self._note(key, value) for value in values]
        if term.note:
            parts += [self._note("note", line) for line in term.note.split("\n")]
        # Notes on the term come before everything else about it.
        for child in sorted([*parts, *_copies(old, "section", self._dialect)], key=self._after_the_term):
            section.append(child)
        return section

    def _after_the_term(self, element: Element) -> bool:
        foreign = self._etree.QName(element).namespace != self._namespace
        return not foreign and local(element) not in ("termNote", "termNoteGrp")

    def _part(self, name: str, old: Element | None) -> Element:
        """An element with the attributes of the old one."""
        made = self._etree.Element(self._name(name))
        if old is not None:
            for key, value in old.attrib.items():
                made.set(key, value)
        return made

    def _source(self, source: str) -> Element:
        return self._category("source", source) if self._dialect.has("source") else self._note("source", source)

    def _category(self, category: str, text: str) -> Element:
        """An element for a data category, in the style of the dialect."""
        meta, module = CATEGORIES[category]
        if self._dialect.style == "dct":
            made = self._etree.Element(f"{{{MODULES[module]}}}{category}")
        else:
            made = self._etree.Element(self._name(meta))
            made.set("type", category)
        made.text = text
        return made

    def _note(self, key: str, text: str) -> Element:
        made = self._etree.Element(self._name("note"))
        plain = key == "note" and not text.startswith(PREFIX)
        made.text = text if plain else f"{PREFIX}{key}: {text}"
        return made

    def _name(self, name: str) -> str:
        return f"{{{self._namespace}}}{name}" if self._namespace else name


def _copies(old: Element | None, level: str, dialect: Dialect) -> list[Element]:
    """What an old part of an entry has that the model has no place for."""
    if old is None:
        return []
    copies = [deepcopy(element) for element in kept(old, level, dialect)]
    for copy in copies:
        copy.tail = None
    return copies


def _tag(language: str, script: str | None) -> str:
    """The tag of BCP 47: the script stands after the language."""
    if script is None:
        return language
    first, *rest = language.split("-")
    return "-".join([first, script, *rest])


def _indent(element: Element, depth: int) -> None:
    """Sets each element on a line of its own, but for those that stand in text."""
    children = [child for child in element if isinstance(child.tag, str)]
    if not children or (element.text or "").strip() or any((child.tail or "").strip() for child in children):
        return
    inside = "\n" + "  " * (depth + 1)
    element.text = inside
    for child in children:
        _indent(child, depth + 1)
        child.tail = inside
    children[-1].tail = "\n" + "  " * depth
