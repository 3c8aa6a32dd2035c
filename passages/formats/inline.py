"""Which spans of a Markdown block's text are not prose.

The reference parser decides: each inline rule of markdown-it-py is wrapped, and where one succeeds, the code points it
consumed are noted. So a code span, a link's destination or a tag ends exactly where CommonMark says it ends.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from passages.protect import protected
from passages.segment import merged

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

    Rule = Callable[[StateInline, bool], bool]

WHOLE = frozenset({"backticks", "autolink", "html_inline", "entity", "math_inline", "math_inline_double", "footnote_ref"})
"""Rules whose whole match is protected."""

LABELLED = {"link": 1, "image": 2, "footnote_inline": 2}
"""Rules that hold prose between brackets, and how many code points stand before it: `[`, `![`, `^[`."""

_CODE = re.compile(r"<(code|kbd|samp|pre|tt|script|style)(?=[\s>])[^<>]*>", re.IGNORECASE)
"""A tag whose text is code (HTML Living Standard, sections 4.5 and 4.12); `tt` is the obsolete one of HTML 4."""

_OPENING = re.compile(r"[`\[<&$]")
"""One of these stands in everything the rules above match; most prose has none and need not be parsed."""

_TITLE = re.compile(r"""\s(?P<title>"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|\((?:\\.|[^()\\])*\))\s*\)\Z""", re.DOTALL)
_MATH = re.compile(r"\$\$(?:\\.|[^\\$])+\$\$|\$(?!\s)(?:\\.|[^\\$])+(?<!\s)\$(?!\d)", re.DOTALL)
"""Math as Pandoc reads it (manual, extension tex_math_dollars): no space inside the dollars, no digit after them."""


def _math(state: StateInline, silent: bool) -> bool:
    """An inline rule: step over math."""
    found = _MATH.match(state.src, state.pos, state.posMax)
    if found is None:
        return False
    if not silent:
        state.push("math_inline", "math", 0)
    state.pos = found.end()
    return True


def _code(content: str, spans: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """From each tag that opens code to the one that closes it; of spans only those count that the parser took for tags."""
    places = sorted(spans)
    tags = [(start, content[start:end]) for start, end in places if content.startswith("<", start)]
    opened: tuple[int, str] | None = None
    for start, tag in tags:
        if opened is None:
            opening = _CODE.fullmatch(tag)
            opened = (start, f"</{opening.group(1).lower()}") if opening else None
        elif tag.lower().rstrip("> \t\r\n") == opened[1]:
            yield opened[0], start
            opened = None


class Inline:
    """A parser that remembers where its inline rules matched; one for each document, whose references it knows."""

    def __init__(self) -> None:
        """Build the parser: CommonMark with GFM tables, strikethrough, footnotes and dollar math."""
        from markdown_it import MarkdownIt
        from mdit_py_plugins.dollarmath import dollarmath_plugin
        from mdit_py_plugins.footnote import footnote_plugin

        self._markdown: MarkdownIt = MarkdownIt("commonmark").enable(["table", "strikethrough"])
        self._markdown.use(footnote_plugin, move_to_end=False)
        self._markdown.use(dollarmath_plugin)
        self._markdown.core.ruler.enableOnly(["normalize", "block"])
        ruler = self._markdown.inline.ruler
        ruler.at("math_inline", _math)  # the plugin's own rule looks at the last character for the one before the first
        for name, rule in zip(self._markdown.get_active_rules()["inline"], ruler.getRules(""), strict=True):
            if name in WHOLE or name in LABELLED:
                ruler.at(name, self._watched(name, rule))
        self._environment: dict[str, object] = {}
        self._base = 0
        self._spans: list[tuple[int, int]] = []

    def blocks(self, text: str) -> list[Token]:
        """The block tokens of a text; link references and footnotes are remembered."""
        return self._markdown.parse(text, self._environment)

    def protected(self, content: str) -> tuple[tuple[int, int], ...]:
        """The spans (code points) of a block's text that no edit may touch.

        Code (also between `<code>` and `</code>` and the like), math, HTML tags, character references, autolinks, destinations and labels of links and images, footnote marks;
        the text of a link that is its own reference (`[Zhanaozen]`); and in the prose between them what
        `passages.protect` finds. A link's text and title, an image's description and a footnote's text are prose.
        """
        if not _OPENING.search(content):
            return protected(content)
        from markdown_it.rules_inline import StateInline

        self._base, self._spans = 0, []
        self._markdown.inline.tokenize(StateInline(content, self._markdown, self._environment, []))
        marked = merged([*self._spans, *_code(content, self._spans)])
        found = list(marked)
        at = 0
        for start, end in (*marked, (len(content), len(content))):
            found += ((at + first, at + last) for first, last in protected(content[at:start]))
            at = end
        return merged(found)

    def _watched(self, name: str, rule: Rule) -> Rule:
        """The rule, noting what it protects where it matches for good."""

        def watched(state: StateInline, silent: bool) -> bool:
            start, base = state.pos, self._base
            if silent or name in WHOLE:
                matched = rule(state, silent)
                if matched and not silent:
                    self._spans.append((base + start, base + state.pos))
                return matched
            if name != "link":  # an image's description and a footnote are parsed as texts of their own
                self._base += start + LABELLED[name]
            matched = rule(state, silent)
            self._base = base
            if matched:
                self._note_label(name, state, start)
            return matched

        return watched

    def _note_label(self, name: str, state: StateInline, start: int) -> None:
        """Protect what stands around the prose of a link, image or inline footnote, from `start` to the state's place."""
        opening = LABELLED[name]
        label_end = state.md.helpers.parseLinkLabel(state, start + opening - 1, name == "link")
        spans = [(start, start + opening), (label_end, state.pos)]
        after = state.src[label_end + 1 : state.pos]
        if name != "footnote_inline" and after in {"", "[]"}:
            spans = [(start, state.pos)]  # its text is the reference's name
        elif after.startswith("(") and (title := _TITLE.search(after)):
            from_here = label_end + 1
            spans = [spans[0], (label_end, from_here + title.start("title") + 1), (from_here + title.end("title") - 1, state.pos)]
        self._spans += ((self._base + first, self._base + last) for first, last in spans)
