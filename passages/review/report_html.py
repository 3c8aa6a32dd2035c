"""The review as one page to read and hand on: what needs work, what was changed and how, what was said; nothing from outside is needed.

Old and new are told by <del> and <ins> and by words for screen readers, states by a sign and a word, never by colour alone. Whatever comes
from a file or a reviewer is escaped and isolated. Pairs that were approved, or not looked at, without a word are counted, not shown.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from html import escape
from importlib.resources import files
from typing import TYPE_CHECKING

from glossary.speech import Speech
from passages.pair import PairState
from passages.reports.cells import safe
from passages.reports.html_page import opening
from translit.message import Message

if TYPE_CHECKING:
    from passages.checks import PairFinding
    from passages.review.values import Comment
    from passages.review.view import View

_STATES = {
    PairState.UNREVIEWED: ("·", Message("Not reviewed")),
    PairState.NEEDS_WORK: ("!", Message("Needs work")),
    PairState.APPROVED: ("✓", Message("Approved")),
}
_ENGLISH = Speech()
_PART = re.compile(r"\w+|\s+|[^\w\s]")
_COMPARED = 4000  # code points of a text up to which old and new are compared word by word


def render(view: View, speech: Speech = _ENGLISH) -> Iterator[str]:
    """The report of a session as one HTML page in the reader's language, in pieces that are to be joined as they come."""
    return _Page(view, speech).pieces()


class _Page:
    """One report in one language."""

    def __init__(self, view: View, speech: Speech) -> None:
        self._view, self._speech = view, speech
        self._shown = 0

    def pieces(self) -> Iterator[str]:
        """The page."""
        view, text = self._view, self._speech.text
        title = text("Review of {file}", file=_plain(view.path.name))
        style = files("passages.review").joinpath("review.css").read_text(encoding="utf-8")
        yield opening(self._speech.language, title, title, style)
        yield from self._summary()
        yield "</header>\n<main>\n<ol>\n"
        for index in range(len(view)):
            yield from self._pair(index)
        yield "</ol>\n"
        if not self._shown:
            yield f"<p>{text('No pair needs work, was changed or has a comment.')}</p>\n"
        yield from self._gone()
        yield "</main>\n</body>\n</html>\n"

    def _summary(self) -> Iterator[str]:
        view, count, text = self._view, self._speech.count, self._speech.text
        figures = view.statistics()
        source, target = (self._speech.language_name(one) for one in view.languages)
        who = text(" Reviewer: {reviewer}.", reviewer=_isolated(view.reviewer)) if view.reviewer else ""
        languages = text("From {source} into {target}", source=source, target=target)
        pairs = count("{n} pair", "{n} pairs", figures.pairs)
        yield f'<p>{languages}, {pairs}.{who}</p>\n<table class="figures">\n'
        rows = (
            (PairState.APPROVED, figures.approved),
            (PairState.NEEDS_WORK, figures.needs_work),
            (PairState.UNREVIEWED, figures.unreviewed),
        )
        for state, number in rows:
            sign, name = _STATES[state]
            share = self._speech.number(round(100 * number / figures.pairs)) if figures.pairs else "0"
            yield f'<tr><th scope="row">{sign} {self._speech.say(name)}</th><td class="number">{self._speech.number(number)}</td><td class="number">{share} %</td></tr>\n'
        yield "</table>\n"
        more = [
            count("{n} pair edited and not saved yet", "{n} pairs edited and not saved yet", figures.edited) if figures.edited else "",
            count("{n} pair with comments", "{n} pairs with comments", figures.commented) if figures.commented else "",
            count("{n} pair changed in the file since the review", "{n} pairs changed in the file since the review", figures.changed)
            if figures.changed
            else "",
        ]
        said = "; ".join(one for one in more if one)
        if said:
            yield f'<p class="soft">{said}.</p>\n'

    def _pair(self, index: int) -> Iterator[str]:
        """A pair that somebody has something to say of; nothing for any other."""
        view = self._view
        comments = view.comments(index)
        before = next((event.before for event in view.history(index) if event.before is not None), None)
        state = view.state(index)
        pair = view.pair(index)
        edited = before is not None and before != pair.target
        if state is not PairState.NEEDS_WORK and not comments and not edited:
            return
        self._shown += 1
        source, target = (escape(one) for one in view.languages)
        sign, name = _STATES[state]
        context = f" ({_isolated(pair.context)})" if pair.context else ""
        yield f'<li class="pair {state}" id="p{index + 1}">\n<p class="soft">{index + 1} {sign} {self._speech.say(name)}{context}</p>\n<div class="sides">\n'
        yield f'<p lang="{source}" dir="auto">{_plain(pair.source)}</p>\n'
        said = self._difference(before, pair.target) if edited and before is not None else _plain(pair.target)
        empty = f'<span class="soft">{self._speech.text("no translation")}</span>'
        yield f'<p lang="{target}" dir="auto">{said or empty}</p>\n</div>\n'
        yield from (self._finding(one) for one in view.findings(index))
        yield from (self._comment(one) for one in comments)
        yield "</li>\n"

    def _finding(self, finding: PairFinding) -> str:
        reason = f' <span class="soft">{_isolated(self._speech.say(finding.reason))}</span>' if finding.reason else ""
        return f'<p class="note">{_isolated(self._speech.say(finding.said))}.{reason}</p>\n'

    def _comment(self, comment: Comment) -> str:
        author = _isolated(comment.author) if comment.author else self._speech.text("endonym")
        return f'<blockquote dir="auto">{_plain(comment.text)}<footer class="soft">{author}, {comment.time[:10]}</footer></blockquote>\n'

    def _difference(self, before: str, after: str) -> str:
        """What was taken out and put in, word by word; the two whole where they are long."""
        spoken = '<span class="aside">{} </span>'
        taken, put = (spoken.format(self._speech.text(one)) for one in ("instead of", "write"))
        if len(before) + len(after) > _COMPARED:
            return f"{taken}<del>{_plain(before)}</del> {put}<ins>{_plain(after)}</ins>"
        old, new = _PART.findall(before), _PART.findall(after)
        pieces: list[str] = []
        for kind, first, last, begin, end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
            if kind == "equal":
                pieces.append(_plain("".join(new[begin:end])))
                continue
            if first < last:
                pieces.append(f"{taken}<del>{_plain(''.join(old[first:last]))}</del>")
            if begin < end:
                pieces.append(f"{put}<ins>{_plain(''.join(new[begin:end]))}</ins>")
        return "".join(pieces)

    def _gone(self) -> Iterator[str]:
        """The pairs whose sources are no longer in the file."""
        gone = self._view.gone()
        if not gone:
            return
        yield f"<section>\n<h2>{self._speech.text('No longer in the file')}</h2>\n<ol>\n"
        for one in gone:
            yield f'<li class="pair"><div class="sides">\n<p dir="auto">{_plain(one.source)}</p>\n<p dir="auto">{_plain(one.target)}</p>\n</div>\n'
            yield from (self._comment(comment) for comment in one.comments)
            yield "</li>\n"
        yield "</ol>\n</section>\n"


def _isolated(text: str) -> str:
    """A text of unknown direction, escaped and isolated from what stands around it."""
    return f"<bdi>{_plain(text)}</bdi>"


def _plain(text: str) -> str:
    """A text as HTML, its line breaks kept; what HTML cannot hold and what turns the reading direction is spelled out."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ").split("\n")
    return "<br>".join(escape(safe(line)) for line in lines)
