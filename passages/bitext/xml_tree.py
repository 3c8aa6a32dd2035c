"""Elements of a piece of XML with the places where they stand, down to each attribute's value.

Owns the tokens of XML 1.0 (tags, comments, CDATA sections, processing instructions) and nothing of their meaning. It reads what `XmlFile` has
found well-formed, and one unit of a file at a time: a tree of the whole file would be many times its size.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from passages.bitext.xml_escapes import attribute_escaped, unescaped

_SKIPPED = rb"<!--.*?-->|<!\[CDATA\[.*?\]\]>|<\?.*?\?>|<!DOCTYPE(?:[^\[>\"']++|\"[^\"]*\"|'[^']*')*+(?:\[.*?\]\s*)?>"
_TAIL = rb"((?:[^<>\"']++|\"[^\"]*\"|'[^']*')*+)"
TAG = re.compile(rb"(?s:" + _SKIPPED + rb"|<(/?)([^\s<>/!?]++)" + _TAIL + rb">)")
"""One token: group 1 is `/` for an end tag, group 2 the name, group 3 the rest, which ends in `/` for an empty element; none for what is no tag."""
_ATTRIBUTE = re.compile(rb"""([^\s=/]+)\s*=\s*("[^"]*"|'[^']*')""")


def tags_named(*names: bytes) -> re.Pattern[bytes]:
    """A pattern for the tags with one of these names alone, which passes over comments, CDATA sections and processing instructions.

    Its groups are those of `TAG`. It serves where a whole file is looked through and most of its tags do not matter.
    """
    return re.compile(rb"(?s:" + _SKIPPED + rb"|<(/?)(" + b"|".join(map(re.escape, names)) + rb")(?=[\s/>])" + _TAIL + rb">)")


class Attribute(NamedTuple):
    """An attribute where it stands."""

    start: int
    """The first byte of its name."""
    value_start: int
    """The first byte behind the quotation mark."""
    value_end: int
    """The closing quotation mark."""
    value: str
    """What it says."""


@dataclass(slots=True)
class Node:
    """An element; places are bytes of the text it was read from."""

    name: str
    """Its qualified name."""
    start: int
    """Its `<`."""
    open_end: int
    """One past the `>` of its start tag."""
    close: int = -1
    """The `<` of its end tag; for an empty element `open_end`."""
    end: int = -1
    """One past its last byte."""
    children: list[Node] = field(default_factory=list["Node"])
    """The elements in it."""

    @property
    def empty(self) -> bool:
        """True for `<a/>`."""
        return self.close == self.open_end == self.end

    def named(self, name: str) -> Iterator[Node]:
        """Its children with a qualified name."""
        return (child for child in self.children if child.name == name)

    def first(self, name: str) -> Node | None:
        """The first of them."""
        return next(self.named(name), None)


def missing(at: int) -> Node:
    """What stands for an element that a broken file has not: an empty one at a place, which nothing is ever written into."""
    return Node("", at, at, at, at)


def tree(data: bytes, start: int = 0, end: int | None = None) -> Node:
    """The first element in a stretch of well-formed XML, with all that is in it."""
    top = Node("", start, start)
    path = [top]
    for match in TAG.finditer(data, start, len(data) if end is None else end):
        name = match[2]
        if name is None:
            continue
        if match[1]:
            node = path.pop()
            node.close, node.end = match.span()
        else:
            node = Node(name.decode("utf-8"), *match.span())
            path[-1].children.append(node)
            if match[3].endswith(b"/"):
                node.close = node.end = match.end()
            else:
                path.append(node)
        if len(path) == 1:
            break
    return top.children[0]


def root(data: bytes) -> Node:
    """The first element of a well-formed file, without what is in it; its `end` is not known."""
    match = next(match for match in TAG.finditer(data) if match[2] is not None)
    return Node(match[2].decode("utf-8"), *match.span())


def attributes(data: bytes, node: Node) -> dict[str, Attribute]:
    """The attributes of an element by their qualified names."""
    begin = node.start + 1 + len(node.name.encode("utf-8"))
    return {
        match[1].decode("utf-8"): Attribute(match.start(), match.start(2) + 1, match.end(2) - 1, unescaped(match[2][1:-1].decode("utf-8")))
        for match in _ATTRIBUTE.finditer(data, begin, node.open_end)
    }


def attribute_values(tail: bytes) -> dict[str, str]:
    """What the attributes in the rest of a start tag say."""
    return {match[1].decode("utf-8"): unescaped(match[2][1:-1].decode("utf-8")) for match in _ATTRIBUTE.finditer(tail)}


Splice = tuple[int, int, str]
"""A span of bytes and what stands there afterwards."""


def with_attribute(data: bytes, node: Node, name: str, value: str | None) -> Splice | None:
    """The edit that gives an element an attribute, changes its value within its quotation marks, or (None) takes it out; None for no change."""
    found = attributes(data, node).get(name)
    if found is None:
        if value is None:
            return None
        at = node.open_end - (2 if node.empty else 1)
        while data[at - 1 : at].isspace():
            at -= 1
        return at, at, f' {name}="{attribute_escaped(value)}"'
    if value is None:
        start = found.start
        while data[start - 1 : start].isspace():
            start -= 1
        return start, found.value_end + 1, ""
    if value == found.value:
        return None
    return found.value_start, found.value_end, attribute_escaped(value)


def indent_before(data: bytes, at: int) -> str:
    """The line end and the blanks before a tag that begins its line; empty where something else stands before it."""
    start = at
    while data[start - 1 : start] in {b" ", b"\t"}:
        start -= 1
    if data[start - 1 : start] != b"\n":
        return ""
    start -= 2 if data[start - 2 : start] == b"\r\n" else 1
    return data[start:at].decode("utf-8")
