"""What stands in the columns of a session's database that hold more than a word: messages, inline codes, changes, as JSON; and times."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from passages.pair import CodeKind, InlineCode
from passages.review.values import Content
from translit.message import Message


def now() -> str:
    """The time, as it is kept: UTC, ISO 8601 to the second."""
    return f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ}"


def difference(before: Content, after: Content) -> str:
    """What a step has changed about a pair, field by field with its text before and after, as JSON."""
    fields = ("source", "target", "state", "removed")
    what = {name: (getattr(before, name), getattr(after, name)) for name in fields if getattr(before, name) != getattr(after, name)}
    return json.dumps(what, ensure_ascii=False)


def dumped(said: Message) -> str:
    """A message as JSON, with what it was made of."""
    values = {name: json.loads(dumped(item)) if isinstance(item, Message) else item for name, item in said.values.items()}
    return json.dumps({"one": said.template, "many": said.plural, "number": said.number, "values": values}, ensure_ascii=False)


def loaded(text: str) -> Message:
    """The message that `dumped` was given."""
    return _message(json.loads(text))


def _message(said: Any) -> Message:
    values = {name: _message(item) if isinstance(item, dict) else item for name, item in said["values"].items()}
    if said["many"] is None:
        return Message(said["one"], **values)
    return Message.counted(said["one"], said["many"], said["number"], **values)


def dumped_codes(codes: Sequence[InlineCode]) -> str | None:
    """Inline codes as JSON, but for where they stand; None for none."""
    return json.dumps([(code.kind, code.id, code.raw) for code in codes], ensure_ascii=False) if codes else None


def loaded_codes(text: str | None) -> tuple[InlineCode, ...]:
    """The codes that `dumped_codes` was given."""
    return tuple(InlineCode(0, 0, CodeKind(kind), id, raw) for kind, id, raw in json.loads(text)) if text else ()
