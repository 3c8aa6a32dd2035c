"""What is prose in Markdown: the samples show protected spans in ⟦brackets⟧, one segment on each line of the expectation."""

from __future__ import annotations

import re
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin

from passages.errors import DocumentError
from passages.formats.markdown import segments


def marked(text: str) -> list[str]:
    result = []
    for segment in segments("a.md", text):
        assert segment.text == text[segment.start : segment.end]
        parts, at = [], 0
        for start, end in segment.protected:
            parts += (segment.text[at:start], "⟦", segment.text[start:end], "⟧")
            at = end
        result.append("".join([*parts, segment.text[at:]]))
    return result


SAMPLES = {
    "code span": ("a `Kazak` b", ["a ⟦`Kazak`⟧ b"]),
    "nested backticks": ("`` a ` Kazak `` and `x", ["⟦`` a ` Kazak ``⟧ and ⟦`⟧x"]),
    "escaped backticks": (r"\`Kazak\`", [r"\`Kazak\`"]),
    "fence and indented code": ("a\n\n```\nKazak\n```\n\n    Kazak\n\nb", ["a", "b"]),
    "headings": ("# Kazak ##\n\nKazak\n===\n\n# C#\n\n## a # b #\n\n#\n", ["Kazak", "Kazak", "C#", "a # b"]),
    "link": ("[Kazak](http://a.kz/Kazak) b", ["⟦[⟧Kazak⟦](http://a.kz/Kazak)⟧ b"]),
    "link title": ("[K](<a b> 'Kazak \"x\"' )", ["⟦[⟧K⟦](<a b> '⟧Kazak \"x\"⟦' )⟧"]),
    "brackets in a link": (r"[a [b] \] `]`](c(d)e)", [r"⟦[⟧a [b] \] ⟦`]`](c(d)e)⟧"]),
    "link in a link": ("[a [b](c) d](e)", ["[a ⟦[⟧b⟦](c)⟧ d](e)"]),
    "full reference": ("[Kazak][k]\n\n[k]: /Kazak 'Kazak'", ["⟦[⟧Kazak⟦][k]⟧"]),
    "own references": ("[Kazak] [Kazak][] [Kyrgyz]\n\n[kazak]: /u", ["⟦[Kazak]⟧ ⟦[Kazak][]⟧ [Kyrgyz]"]),
    "image": ('![Kazak `c`](Kazak.png "Kazak")', ['⟦![⟧Kazak ⟦`c`](Kazak.png "⟧Kazak⟦")⟧']),
    "image in a link": ("[![Kazak](a)](b) c", ["⟦[![⟧Kazak⟦](a)](b)⟧ c"]),
    "autolinks": ("<https://a.kz/Kazak> <kazak@a.kz>", ["⟦<https://a.kz/Kazak>⟧ ⟦<kazak@a.kz>⟧"]),
    "bare address": ("**https://a.kz/Kazak** kazak@a.kz", ["**⟦https://a.kz/Kazak⟧** ⟦kazak@a.kz⟧"]),
    "tags": ("<b class='Kazak'>Kazak</b> <!-- Kazak --> 1 < 2", ["⟦<b class='Kazak'>⟧Kazak⟦</b>⟧ ⟦<!-- Kazak -->⟧ 1 < 2"]),
    "code between tags": (
        "<kbd>Kazak</kbd> <CODE class='x'>a *Kazak*</CODE> Kazak",
        ["⟦<kbd>Kazak</kbd>⟧ ⟦<CODE class='x'>a *Kazak*</CODE>⟧ Kazak"],
    ),
    "code that is not closed": ("<code>Kazak `</code>` <tt/> Kazak", ["⟦<code>⟧Kazak ⟦`</code>`⟧ ⟦<tt/>⟧ Kazak"]),
    "HTML block": ("<div>\nKazak\n</div>\n\nKazak", ["Kazak"]),
    "entity": ("a &amp; &Kazak;", ["a ⟦&amp;⟧ &Kazak;"]),
    "math": ("$Kazak_1$ for $5 and $6\n\n$$\nKazak\n$$", ["⟦$Kazak_1$⟧ for $5 and $6"]),
    "math or money": ("$a\\$b$ $$Kazak$$ $5–$6, $ Kazak $ 1$", ["⟦$a\\$b$⟧ ⟦$$Kazak$$⟧ $5–$6, $ Kazak $ 1$"]),
    "YAML front matter": ("---\ntitle: Kazak\n---\nKazak", ["Kazak"]),
    "TOML front matter": ("+++\r\nt = 1\r\n+++\r\nKazak", ["Kazak"]),
    "no front matter": ("Kazak\n\n---\n\ntitle: b\n\n---\n", ["Kazak", "title: b"]),
    "footnotes": ("a[^Kazak] ^[b `c`]\n\n[^Kazak]: Kazak\n\n    more\n", ["a⟦[^Kazak]⟧ ⟦^[⟧b ⟦`c`]⟧", "Kazak", "more"]),
    "one-word footnote": ("a[^1]\n\n[^1]: Kazak", ["a⟦[^1]⟧", "Kazak"]),
    "quotation": ("> Novyi\n> Uzen\nlazy\n>> in", ["Novyi\n⟦> ⟧Uzen\nlazy", "in"]),
    "list": ("- a\n  Kazak\n\n  b\n1. c\n   - d", ["a\n  Kazak", "b", "c", "d"]),
    "tabs": ("-\tKazak\n\n\tb\n\n\t\tcode", ["Kazak", "b"]),
    "list in a quotation": ("> - a\n>   `x\n>   y` b\n", ["a\n⟦>   `x\n>   y`⟧ b"]),
    "table": ("| a \\| b | `x\\|y` c |\n|:--|--:|\n| Kazak | |\n| d", ["a \\| b", "⟦`x\\|y`⟧ c", "Kazak", "d"]),
    "table in a quotation": ("> a | b\n> --|--\n> c | [d](e)\n", ["a", "b", "c", "⟦[⟧d⟦](e)⟧"]),
    "equal cells": ("|a|a|\n|-|-|\n|a|aa|", ["a", "a", "a", "aa"]),
    "CR LF": ("a\r\nKazak `b\r\nc`\r\n\r\n> d\r\n> e\r\n", ["a\r\nKazak ⟦`b\r\nc`⟧", "d\r\n⟦> ⟧e"]),
    "hard breaks": ("a  \nb\\\nc", ["a  \nb\\\nc"]),
    "heading id": ("# Kazak {#kazak-1 .x}", ["Kazak ⟦{#kazak-1 .x}⟧"]),
    "other line separators": ("a\u2028b\x0cc\u00a0\n\n\u00a0d", ["a\u2028b\x0cc", "d"]),
    "nothing": ("", []),
}


@pytest.mark.parametrize(("text", "expected"), SAMPLES.values(), ids=SAMPLES)
def test_prose_and_what_is_protected(text: str, expected: list[str]) -> None:
    assert marked(text) == expected


PIECES = st.sampled_from(
    ["a", "Kazak", " ", "  ", "\n", "\n\n", "\r\n", "\t", "> ", "- ", "1. ", "# ", "#", "    ", "`", "``", "```\n", "[", "]", "(", ")", "](b)",
     "[r]", "[r]: /u\n", "!", "<b>", "<", ">", "*", "_", "$", "\\", "|", "\n|-|-|\n", "&amp;", "^[", "[^1]", "[^1]: ", "~~", "---\n", "===\n",
     "\u00a0", "\x0b"]
)  # fmt: skip
NASTY = st.lists(PIECES, max_size=25).map("".join)


@settings(deadline=None, max_examples=300)
@given(NASTY)
def test_segments_are_in_order_and_spans_in_their_segments(text: str) -> None:
    at = 0
    for segment in segments("a.md", text):
        assert at <= segment.start < segment.end
        assert segment.text == text[segment.start : segment.end]
        last = -1
        for start, end in segment.protected:
            assert last < start < end <= len(segment.text)
            last = end
        at = segment.end


def rendered(text: str) -> list[tuple[str, ...]]:
    """What a reader of CommonMark with tables and footnotes may not see changed: code, destinations, tags, in order."""
    fixed = []
    markdown = MarkdownIt("commonmark").enable(["table", "strikethrough"]).use(footnote_plugin, move_to_end=False)
    for token in markdown.parse(text):
        for part in [token, *(token.children or [])]:
            if part.type in {"code_inline", "code_block", "fence", "html_block", "html_inline"}:
                fixed.append((part.type, part.content))
            elif part.type in {"link_open", "image"}:
                fixed.append((part.type, str(part.attrs.get("href")), str(part.attrs.get("src"))))
            elif part.type not in {"text", "softbreak", "hardbreak", "inline"}:
                fixed.append((part.type,))
    return fixed


@settings(deadline=None, max_examples=300)
@given(NASTY)
def test_changing_every_name_in_the_prose_changes_no_code_no_destination_and_no_structure(text: str) -> None:
    parts, at = [], 0
    for segment in segments("a.md", text):
        for match in re.finditer("Kazak", segment.text):
            if not any(start < match.end() and match.start() < end for start, end in segment.protected):
                parts += (text[at : segment.start + match.start()], "Kyrgyz")
                at = segment.start + match.end()
    changed = "".join([*parts, text[at:]])
    assert rendered(changed) == rendered(text)


@pytest.mark.parametrize("unit", ["[", "![", "[a](", "`", "> ", "- ", "<", "$", "^[", "*a_ ", "<a ", "|"])
def test_hostile_nesting_is_read_or_refused(unit: str) -> None:
    with suppress(DocumentError):  # to refuse is allowed, to hang or to crash is not
        assert isinstance(segments("a.md", unit * 2_000 + "x"), tuple)
