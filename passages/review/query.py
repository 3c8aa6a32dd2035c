"""The filter language of a review: `is:needs-work name:Zhanaozen -text:"oil workers"`, read into plain terms. Nothing is looked for here.

    is:unreviewed is:needs-work is:approved is:reviewed is:edited is:unsaved is:changed is:empty is:locked
    has:comment has:note has:draft has:finding has:variant has:fix
    text: source: target: note: comment: context:   holds the text, in any letter case
    name:Zhanaozen    names the thing, in whatever spelling and language
    code:double-word  has a finding of this check
    word "two words"  the same as text:

Terms are joined by *and*; a minus in front of one turns it round; alternatives stand behind commas (`is:unreviewed,needs-work`).
"""

from __future__ import annotations

import re
import unicodedata
from difflib import get_close_matches

from translit.message import Message, either
from translit.values import value

IS = ("approved", "changed", "edited", "empty", "locked", "needs-work", "reviewed", "unreviewed", "unsaved")
"""What a pair can be."""
HAS = ("comment", "draft", "finding", "fix", "note", "variant")
"""What a pair can have."""
TEXTS = ("text", "source", "target", "note", "comment", "context")
"""Where a text can be looked for."""
FIELDS = ("is", "has", *TEXTS, "name", "code")
"""Everything that can stand before a colon."""
_JUDGED = frozenset((("has", "finding"), ("has", "variant"), ("has", "fix")))
_TERM = re.compile(r'\s*(?P<minus>-)?(?:(?P<field>[A-Za-z][\w-]*):)?(?P<values>(?:"[^"]*"|[^\s"])*)')
_VALUE = re.compile(r'"([^"]*)"|([^,"]+)')


class QueryError(ValueError):
    """A filter that cannot be understood."""

    def __init__(self, said: Message) -> None:
        """Keep the sentence."""
        self.said = said
        """One sentence for the reviewer: what is wrong and what to write."""
        super().__init__(said)


@value
class Term:
    """One condition."""

    field: str
    """One of `FIELDS`."""
    values: tuple[str, ...]
    """The alternatives; texts are folded."""
    negated: bool = False
    """True where none of them may hold."""

    @property
    def judged(self) -> bool:
        """Whether the checks must be asked."""
        return self.field == "code" or any((self.field, one) in _JUDGED for one in self.values)


def parse(query: str) -> tuple[Term, ...]:
    """The terms of a filter; none for an empty one.

    Raises:
        QueryError: for an unknown word before a colon, an unknown value, and a quotation mark without its other half.
    """
    if query.count('"') % 2:
        raise QueryError(Message('a quotation mark has no other half: write text:"two words"'))
    terms: list[Term] = []
    at = 0
    while query[at:].strip():
        match = _TERM.match(query, at)
        assert match is not None
        at = match.end()
        terms.append(_term(match))
    return tuple(terms)


def _term(match: re.Match[str]) -> Term:
    name, written, negated = match["field"], match["values"], match["minus"] is not None
    if name is None:
        # A minus alone, or a text that begins with one, is a text.
        text = written.replace('"', "") if written else "-"
        return Term("text", (folded(text),), negated and bool(written))
    field = name.lower()
    if field not in FIELDS:
        raise QueryError(
            Message(
                "there is no filter {name}: – {hint}; a text with a colon stands in quotation marks", name=name, hint=_hint(field, FIELDS)
            )
        )
    values = tuple(said for quoted, plain in _VALUE.findall(written) if (said := quoted or plain))
    if not values:
        raise QueryError(Message("{name}: needs something behind it", name=field))
    if field in ("is", "has"):
        known = IS if field == "is" else HAS
        values = tuple(one.lower() for one in values)
        for one in values:
            if one not in known:
                raise QueryError(Message("there is no {field}:{value} – {hint}", field=field, value=one, hint=_hint(one, known)))
    elif field in TEXTS:
        values = tuple(map(folded, values))
    return Term(field, values, negated)


def folded(text: str) -> str:
    """A text as it is compared: NFC, without letter case."""
    return unicodedata.normalize("NFC", text).casefold()


def _hint(word: str, known: tuple[str, ...]) -> Message:
    near = get_close_matches(word, known, 2)
    return Message("did you mean {names}?", names=either(near)) if near else Message("there are {names}", names=", ".join(known))
