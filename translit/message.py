"""What the program has to say, kept so that it can still be said in another language: an English sentence that remembers how it was made.

A `Message` is the English text, and a string wherever one is wanted: printed, compared, put into JSON. It also keeps its template and the
values in it; `glossary.speech.Speech.say` says those in the user's language where the text is printed. Errors, reasons of findings and lines
of answers are messages, so that no floor below the command line knows which language the user reads. Knows no catalog and no gettext.

A template is written as a literal (`Message("no rule for {letter}", letter=letter)`), for `glossary/speech_extraction.py` to find it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple


class Message(str):
    """An English text that remembers its template and values."""

    __slots__ = ("number", "plural", "template", "values")

    template: str
    """The text with its `{placeholders}`; for a message about a number of things, the singular."""
    plural: str | None
    """The template for any number but one; None where the message is not about a number of things."""
    number: int
    """How many things; 0 where it is not about a number of things."""
    values: Mapping[str, object]
    """What the placeholders stand for; a value that is a message is said in the user's language too, any other string stays."""

    def __new__(cls, template: str, /, **values: object) -> Message:  # noqa: PYI034  # `Self` would cost an import at every start
        """Fill the template; one without values is taken as it is, braces and all."""
        return _made(template, None, 0, values)

    @classmethod
    def counted(cls, one: str, many: str, number: int, /, **values: object) -> Message:
        """A message about a number of things; `{n}` in it is the number."""
        return _made(one, many, number, values)

    @classmethod
    def of(cls, text: str) -> Message:
        """A text as a message: itself, if it is one, else a template without values."""
        return text if isinstance(text, cls) else _made(text, None, 0, {})

    def kept(self) -> list[object]:
        """What it is made of, as JSON can keep it; `read` makes the message of it again."""
        values = {
            name: value.kept() if isinstance(value, Message) else value if isinstance(value, (str, int, float)) else str(value)
            for name, value in self.values.items()
        }
        return [self.template, self.plural, self.number, values]

    @classmethod
    def read(cls, kept: Any) -> Message:
        """The message that `kept` has told of."""
        template, plural, number, values = kept
        return _made(template, plural, number, {name: cls.read(one) if isinstance(one, list) else one for name, one in values.items()})

    def __reduce__(self) -> tuple[object, ...]:
        """How to copy it: by its parts, for its text is no template."""
        return _made, (self.template, self.plural, self.number, self.values)


class Plural(NamedTuple):
    """The two templates of a message about a number of things, for a number that is not yet known: `Message.counted(*plural, number)`."""

    one: str
    """The singular."""
    many: str
    """For any other number."""


def _made(template: str, plural: str | None, number: int, values: Mapping[str, object]) -> Message:
    if plural is None:
        text = template.format(**values) if values else template
    else:
        text = (template if number == 1 else plural).format(n=f"{number:,}", **values)
    made = str.__new__(Message, text)
    made.template, made.plural, made.number, made.values = template, plural, number, values
    return made


def joined(separator: str, parts: Iterable[str]) -> Message:
    """Texts one behind the other, messages among them still messages; the separator is the same in every language."""
    parts = tuple(parts)
    if len(parts) == 1 and isinstance(parts[0], Message):
        return parts[0]
    values = {f"p{at}": part for at, part in enumerate(parts)}
    template = separator.replace("{", "{{").replace("}", "}}").join(f"{{{name}}}" for name in values)
    return Message(template, **values)


def one_line(text: str) -> Message:
    """A message with every stretch of white space in it as one space: for what it quotes from a file."""
    if not isinstance(text, Message) or not text.values:
        return Message.of(re.sub(r"\s+", " ", text))
    values = {
        name: one_line(value) if isinstance(value, Message) else re.sub(r"\s+", " ", value) if isinstance(value, str) else value
        for name, value in text.values.items()
    }
    return _made(text.template, text.plural, text.number, values)


def system_says(error: Exception) -> Message:
    """Why a call of the system failed, in the system's words: `Permission denied`."""
    return Message.of((error.strerror if isinstance(error, OSError) else None) or str(error) or type(error).__name__)


def either(names: Iterable[str]) -> Message:
    """Names of which one is meant: a or b or c."""
    first, *others = names
    said = Message("{name}", name=first)
    for name in others:
        said = Message("{one} or {other}", one=said, other=name)
    return said
