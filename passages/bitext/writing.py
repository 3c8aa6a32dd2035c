"""New bilingual files of pairs, wherever those were read: TMX 1.4, XLIFF 2.0 and 1.2, CSV.

Owns what an exported file looks like; nobody's own file is written with it (`Bitext.to_bytes` changes those in place). Inline codes of one
format are kept as codes of the other, with their markup as native code. What is written is read back by the adapters of this package.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from passages.bitext.table_scan import written
from passages.bitext.tmx import STATE_TYPE
from passages.bitext.xliff_2 import NEEDS_WORK
from passages.bitext.xml_escapes import attribute_escaped, escaped, xml_fault
from passages.pair import CodeKind, InlineCode, Pair, PairState
from translit.message import Message

_NATIVE = re.compile(r"<(bpt|ept|ph|it|ut)\b(?:[^<>\"']|\"[^\"]*\"|'[^']*')*>(.*)</\1\s*>", re.DOTALL)
_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'


def write_tmx(pairs: Iterable[Pair], source_language: str, target_language: str) -> bytes:
    """The pairs as a TMX 1.4 memory in UTF-8, with states and notes; the languages are BCP 47 tags.

    Raises:
        ValueError: with a `Message` that names the pair, for a text that XML cannot hold.
    """
    from importlib.metadata import version

    source, target = attribute_escaped(source_language), attribute_escaped(target_language)
    tool = version("endonym")
    lines = [
        f'{_DECLARATION}<!DOCTYPE tmx SYSTEM "tmx14.dtd">',
        '<tmx version="1.4">',
        f'  <header creationtool="endonym" creationtoolversion="{tool}" segtype="sentence" o-tmf="endonym" adminlang="en"',
        f'          srclang="{source}" datatype="xml"/>',
        "  <body>",
    ]
    for pair in pairs:
        _check(pair)
        lines.append(f'    <tu tuid="{attribute_escaped(pair.key)}">')
        lines.append(f'      <tuv xml:lang="{source}"><seg>{_content(pair.source, pair.source_codes, _tmx_code)}</seg></tuv>')
        remarks = "".join(f"<note>{escaped(note)}</note>" for note in pair.notes)
        if pair.state is not PairState.UNREVIEWED:
            remarks += f'<prop type="{STATE_TYPE}">{pair.state}</prop>'
        if pair.target or remarks:
            content = _content(pair.target, pair.target_codes, _tmx_code)
            lines.append(f'      <tuv xml:lang="{target}">{remarks}<seg>{content}</seg></tuv>')
        lines.append("    </tu>")
    return "\n".join((*lines, "  </body>\n</tmx>\n")).encode()


def write_xliff(
    pairs: Iterable[Pair], source_language: str, target_language: str, *, original: str = "pairs", version: str = "2.0"
) -> bytes:
    """The pairs as an XLIFF file in UTF-8, version 2.0 or 1.2; `original` names the file that they come from.

    Raises:
        ValueError: naming the pair, for a text that XML cannot hold; for another version.
    """
    makers = {"2.0": _xliff_2, "1.2": _xliff_1}
    if version not in makers:
        raise ValueError(f"XLIFF {version!r} is not written; 2.0 and 1.2 are")
    units: list[Pair] = []
    for pair in pairs:
        _check(pair)
        units.append(pair)
    source, target, name = (attribute_escaped(one) for one in (source_language, target_language, original))
    return (_DECLARATION + "\n".join(makers[version](units, source, target, name)) + "\n").encode()


def write_csv(pairs: Iterable[Pair], source_language: str, target_language: str, *, delimiter: str = ",") -> bytes:
    """The pairs as a table in UTF-8 with a byte-order mark, as spreadsheets want it: source, target, context, state, notes.

    Raises:
        ValueError: naming the pair, for a text with a character that no table holds.
    """
    from glossary.exchange.mapping import language_of_header

    known = {language_of_header(source_language), language_of_header(target_language)}
    header = (source_language, target_language) if len(known - {None}) == 2 else ("source", "target")
    rows: list[Sequence[str]] = [(*header, "context", "state", "notes")]
    for pair in pairs:
        cells = (pair.source, pair.target, pair.context, pair.state.value, "\n".join(pair.notes))
        if any("\0" in cell or "\r" in cell for cell in cells):
            raise ValueError(_fault(pair, Message("it has a control character that no table holds")))
        rows.append(cells)
    text = "".join(delimiter.join(written(cell, delimiter) for cell in row) + "\r\n" for row in rows)
    return text.encode("utf-8-sig")


def _xliff_2(pairs: Sequence[Pair], source: str, target: str, original: str) -> Iterator[str]:
    yield f'<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="{source}" trgLang="{target}">'
    yield f'  <file id="f1" original="{original}">'
    for number, pair in enumerate(pairs, 1):
        name = f' name="{attribute_escaped(pair.context)}"' if pair.context else ""
        yield f'    <unit id="{number}"{name}>'
        if pair.notes:
            yield "      <notes>"
            yield from (f"        <note>{escaped(note)}</note>" for note in pair.notes)
            yield "      </notes>"
        natives = list(dict.fromkeys(code.raw for code in (*pair.source_codes, *pair.target_codes)))
        if natives:
            yield "      <originalData>"
            yield from (f'        <data id="d{at}">{_native(raw)}</data>' for at, raw in enumerate(natives, 1))
            yield "      </originalData>"

        def code(one: InlineCode, whole: bool, natives: Sequence[str] = natives) -> str:
            data = f' dataRef="d{natives.index(one.raw) + 1}"'
            alone = "" if whole else ' isolated="yes"'
            id = attribute_escaped(one.id)
            if one.kind is CodeKind.CLOSE:
                return f'<ec startRef="{id}"{data}/>' if whole else f'<ec id="{id}"{alone}{data}/>'
            return f'<sc id="{id}"{alone}{data}/>' if one.kind is CodeKind.OPEN else f'<ph id="{id}"{data}/>'

        translated = ' state="translated"'
        said = {PairState.APPROVED: ' state="reviewed"', PairState.NEEDS_WORK: f'{translated} subState="{NEEDS_WORK}"'}
        has_target = pair.target or pair.state is not PairState.UNREVIEWED
        yield f"      <segment{said.get(pair.state, translated if pair.target else '')}>"
        yield f'        <source xml:space="preserve">{_content(pair.source, pair.source_codes, code)}</source>'
        if has_target:
            yield f'        <target xml:space="preserve">{_content(pair.target, pair.target_codes, code)}</target>'
        yield "      </segment>"
        yield "    </unit>"
    yield "  </file>"
    yield "</xliff>"


def _xliff_1(pairs: Sequence[Pair], source: str, target: str, original: str) -> Iterator[str]:
    yield '<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2">'
    yield f'  <file original="{original}" source-language="{source}" target-language="{target}" datatype="plaintext">'
    yield "    <body>"
    for number, pair in enumerate(pairs, 1):
        name = f' resname="{attribute_escaped(pair.context)}"' if pair.context else ""
        approved = ' approved="yes"' if pair.state is PairState.APPROVED else ""
        yield f'      <trans-unit id="{number}"{name}{approved} xml:space="preserve">'
        yield f"        <source>{_content(pair.source, pair.source_codes, _xliff_1_code)}</source>"
        state = ' state="needs-review-translation"' if pair.state is PairState.NEEDS_WORK else ""
        if pair.target or state:
            yield f"        <target{state}>{_content(pair.target, pair.target_codes, _xliff_1_code)}</target>"
        yield from (f"        <note>{escaped(note)}</note>" for note in pair.notes)
        yield "      </trans-unit>"
    yield "    </body>"
    yield "  </file>"
    yield "</xliff>"


def _tmx_code(one: InlineCode, whole: bool) -> str:
    """A code in TMX 1.4b, 2.4; `i` is a number, so one that is none is made of the id's digits."""
    number = re.sub(r"\D", "", one.id) or "1"
    native = _native(one.raw)
    if one.kind is CodeKind.ALONE:
        return f'<ph x="{number}">{native}</ph>'
    if not whole:
        return f'<it pos="{"begin" if one.kind is CodeKind.OPEN else "end"}" x="{number}">{native}</it>'
    name, same = ("bpt", f' x="{number}"') if one.kind is CodeKind.OPEN else ("ept", "")
    return f'<{name} i="{number}"{same}>{native}</{name}>'


def _xliff_1_code(one: InlineCode, whole: bool) -> str:
    id, native = attribute_escaped(one.id), _native(one.raw)
    if one.kind is CodeKind.ALONE:
        return f'<ph id="{id}">{native}</ph>'
    if not whole:
        return f'<it id="{id}" pos="{"open" if one.kind is CodeKind.OPEN else "close"}">{native}</it>'
    name = "bpt" if one.kind is CodeKind.OPEN else "ept"
    return f'<{name} id="{id}">{native}</{name}>'


def _content(text: str, codes: Sequence[InlineCode], made: Callable[[InlineCode, bool], str]) -> str:
    """A text as the content of an element, with its codes made anew; `made` is told whether the stretch is whole in this text."""
    opened = {code.id for code in codes if code.kind is CodeKind.OPEN}
    closed = {code.id for code in codes if code.kind is CodeKind.CLOSE}
    parts: list[str] = []
    at = 0
    for code in codes:
        parts += (escaped(text[at : code.start]), made(code, code.id in opened & closed))
        at = code.end
    return "".join((*parts, escaped(text[at:])))


def _native(raw: str) -> str:
    """The native code that a code stands for: what is in its element, else its markup itself; escaped."""
    found = _NATIVE.fullmatch(raw)
    if found is not None and "<" not in found[2]:
        return found[2]
    return escaped(raw)


def _check(pair: Pair) -> None:
    """Refuse what XML cannot hold."""
    for text in (pair.source, pair.target, pair.context, pair.key, *pair.notes):
        fault = xml_fault(text)
        if fault is not None:
            raise ValueError(_fault(pair, fault))


def _fault(pair: Pair, fault: Message) -> Message:
    """A fault with the pair that has it."""
    return Message("pair {key} ({source}): {fault}", key=repr(pair.key), source=repr(pair.source[:40]), fault=fault)
