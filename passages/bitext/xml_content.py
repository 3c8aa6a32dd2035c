"""What is done to the content of an element in every XML format of pairs: reading it, changing it, taking an element out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from passages.bitext.inline import InlineText, contents
from passages.bitext.inline_writing import markup, respelled
from passages.bitext.xml_file import XmlFile
from passages.bitext.xml_tree import Node, Splice, attributes, indent_before
from passages.pair import InlineCode


def raw_of(body: bytes, node: Node | None) -> str:
    """The content of an element as it stands in the file; empty for none."""
    return "" if node is None else body[node.open_end : node.close].decode("utf-8")


def text_of(body: bytes, node: Node) -> str:
    """What an element without elements in it says."""
    return contents(raw_of(body, node), "", {})[0].text


def attribute_of(body: bytes, node: Node, name: str) -> str:
    """What an attribute says; empty where there is none."""
    if body.find(name.encode("utf-8"), node.start, node.open_end) < 0:  # most that are asked for are not there
        return ""
    found = attributes(body, node).get(name)
    return "" if found is None else found.value


def content_edits(file: XmlFile, node: Node, old: InlineText, text: str, known: Iterable[InlineCode]) -> Iterator[Splice]:
    """The edit after which an element says a text; none where it says it already."""
    if node.empty:
        if text:
            yield refilled(file.body, node, markup(text, known, file.line_end))
        return
    start, end, said = respelled(old, text, known, file.line_end, holds=file.holds)
    if start != end or said:
        begin = node.open_end + len(old.raw[:start].encode("utf-8"))
        yield begin, begin + len(old.raw[start:end].encode("utf-8")), said


def refilled(body: bytes, node: Node, content: str) -> Splice:
    """The edit that gives an element another content, which is XML already."""
    if not node.empty:
        return node.open_end, node.close, content
    return body.rindex(b"/", node.start, node.end), node.end, f">{content}</{node.name}>"


def without(body: bytes, node: Node) -> Splice:
    """The edit that takes an element out, and its line where it begins one."""
    return node.start - len(indent_before(body, node.start)), node.end, ""
