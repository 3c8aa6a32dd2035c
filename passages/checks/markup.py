"""Placeholders, tags, inline codes and addresses: what must stand in a translation as it stands in the original."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from glossary.findings import Edit, Severity
from passages.checks.marks import Mark, MarkKind
from passages.checks.model import Fix, PairFinding
from passages.checks.reading import Reading, SideText
from passages.pair import CodeKind, Side
from translit.message import Message

_HOLDERS = frozenset((MarkKind.PRINTF, MarkKind.BRACE, MarkKind.VARIABLE))
_ICU = re.compile(r"\{\s*\w+\s*,\s*(?:plural|select|selectordinal)\s*,")
_STRFTIME = re.compile(
    r"%[-_^#0]?[aAbBdeY]\b.{1,3}%[-_^#0]?[aAbBdeYlHI]|%[-_^#0]?[lI]:%M|%[HIM]:%M|%[mdb].{1,2}%[dmbBy]|%B.{1,3}%[dY]|%[db] %[Bb]"
)
"""Formats of dates and times (ISO C 7.29.3.5)."""
_NAME = re.compile(r"[^\W\d_]{2}")
_SYNTAX = re.compile(r"(?:^|[\s\[(])--?[A-Za-z]|\[[\w-]+\]|\w\.\.\.|\b[Uu]sage\b")
"""Signs of a command's syntax, in which words in braces stand for what the user writes."""
_LABEL = re.compile(r"\{[A-Z][a-z]+\}")
"""A word in braces with a capital, which is a label rather than a place: {None}, {Tab}."""
_IN_BRACES = re.compile(r"\{[^{}\n]{1,40}\}")
_UNIT = re.compile(r"(%[1-9])[A-Za-z]")
"""A place of Qt with a unit behind it, which may be another in the translation: %1m, %1 м."""
_ENVIRONMENT = re.compile(r"\b(?:environment|variables?|shell)\b")
"""Words that make $NAME the name of a variable, which may stand without its sign."""
_TYPES = str.maketrans("iuoxXEfFgGaA", "ddddd" + "e" * 7)
_TAG = re.compile(r"<(/?)([A-Za-z][\w:.-]*)[^>]*?(/?)>")
_ELEMENTS = "b i u em strong sub sup tt br hr span small big kbd li ul ol div td tr th h1 h2 h3 h4 h5 h6"
_CERTAIN = frozenset(_ELEMENTS.split())
"""Elements of HTML that nothing else is called by; other words in angle brackets (<file>, <object>) are tags if something shows it."""


def placeholders(reading: Reading) -> Iterator[PairFinding]:
    """Placeholders lost, added or mangled: %s, %1$d, {name}, $name."""
    if _STRFTIME.search(reading.source.text):
        return  # every language orders a date and a time in its own way
    if _ICU.search(reading.source.text):
        return  # the branches of an ICU message hold other numbers of placeholders in every language
    lost, added = _differing(reading.source, reading.target)
    pair = reading.pair
    if pair.plural is not None and pair.other_source and (lost or added):
        # A string of a plural is made from either original: “%d файл” from “one file, %d files”.
        other = SideText(Side.SOURCE, pair.other_source, (), pair.flags)
        lost, added = min((lost, added), _differing(other, reading.target), key=lambda each: (len(each[1]), len(each[0])))
    if pair.plural is not None and len(lost) <= 1 and len(added) <= (0 if pair.other_source else 1 - len(lost)):
        return  # “one file” needs no number, and 21 файл does
    yield from _exchanged(reading, "placeholder", Severity.ERROR, lost, added)


def _differing(original: SideText, said: SideText) -> tuple[list[Mark], list[Mark]]:
    """The placeholders of an original that a translation has not, and those that it has and the original has not."""
    source = [mark for mark in original.marks if mark.kind in _HOLDERS]
    target = [mark for mark in said.marks if mark.kind in _HOLDERS]
    if not source and not target:
        return [], []
    wanted, stands = _keyed(source), _keyed(target)
    lost = _surplus(wanted, stands)
    added = _surplus(stands, wanted)
    if sorted(mark.text for mark in lost) != sorted(mark.text for mark in added):
        # What the other side has as often, if only as a text (%ldkB, where no flag says that it is a format), is there after all.
        ours, theirs = original.text, said.text
        lost = [mark for mark in lost if theirs.count(mark.text) < ours.count(mark.text)]
        added = [mark for mark in added if ours.count(mark.text) < theirs.count(mark.text)]
        # A named one may be said again, or once where the original says it twice.
        lost = [mark for mark in lost if not _is_named(mark) or mark.text not in theirs]
        added = [mark for mark in added if not _is_named(mark) or mark.text not in ours]
    if _SYNTAX.search(original.text) is not None or (_LABEL.search(original.text) and _brackets(original.text) == _brackets(said.text)):
        lost, added = _without_words(lost, added)
    lost = [mark for mark in lost if (place := _UNIT.fullmatch(mark.text)) is None or not re.search(rf"{place[1]}(?![\d$])", said.text)]
    if _ENVIRONMENT.search(original.text) is not None:
        lost = [mark for mark in lost if mark.kind is not MarkKind.VARIABLE or mark.text.strip("$%{}") not in said.text]
    if not lost:
        added = [mark for mark in added if mark.kind is not MarkKind.VARIABLE]
    return lost, added


def _is_named(mark: Mark) -> bool:
    """Whether a placeholder has a name, by which it is the same wherever it stands."""
    return mark.kind is not MarkKind.PRINTF and _NAME.search(mark.text) is not None


def _without_words(lost: list[Mark], added: list[Mark]) -> tuple[list[Mark], list[Mark]]:
    """What is lost and added without words in braces that are translated, as many as there are: {file}, {файл}, in the syntax of a command."""
    ours = [mark for mark in lost if mark.kind is MarkKind.BRACE]
    theirs = [mark for mark in added if mark.kind is MarkKind.BRACE]
    if len(ours) != len(theirs) and not all(_LABEL.fullmatch(mark.text) for mark in ours):
        return lost, added
    return [mark for mark in lost if mark not in ours], [mark for mark in added if mark not in theirs]


def _brackets(text: str) -> int:
    """How many pieces stand in braces."""
    return len(_IN_BRACES.findall(text))


def _keyed(marks: Sequence[Mark]) -> list[tuple[tuple[str, str], Mark]]:
    """Each placeholder with what it stands for: a name, or the number of an argument with its type (ISO C 7.23.6.1; %i is %d)."""
    keyed: list[tuple[tuple[str, str], Mark]] = []
    argument = 0
    for mark in marks:
        if mark.kind is not MarkKind.PRINTF:
            keyed.append((("", mark.text), mark))
            continue
        text = mark.text
        type = re.sub(r"^<PRI([diouxX]).*", r"\1", text[text.rfind("<") :]) if text.endswith(">") else text[-1]
        type = type.translate(_TYPES)
        if (named := re.match(r"%\(([^()]*)\)", text)) is not None:
            keyed.append(((named[1], type), mark))
        elif (placed := re.match(r"%(\d+)\$", text)) is not None:
            keyed.append(((placed[1], type), mark))
        else:
            argument += 1 + text.count("*")
            keyed.append(((str(argument), type), mark))
    return keyed


def _surplus(these: list[tuple[tuple[str, str], Mark]], those: list[tuple[tuple[str, str], Mark]]) -> list[Mark]:
    """The marks of these that those have no equal of; an argument named by its place may be used again and again."""
    left = Counter(key for key, _ in those)
    surplus: list[Mark] = []
    for key, mark in these:
        if left[key] > 0:
            left[key] -= mark.kind is not MarkKind.PRINTF or "$" not in mark.text
        else:
            surplus.append(mark)
    return surplus


def _exchanged(reading: Reading, code: str, severity: Severity, lost: list[Mark], added: list[Mark]) -> Iterator[PairFinding]:
    """What is lost and what is added; where one of each, the one is the other, mangled."""
    if len(lost) == 1 and len(added) == 1:
        right, wrong = lost[0], added[0]
        message = Message("{wrong} stands where the original has {right}", wrong=wrong.text, right=right.text)
        fixes = (Fix(right.text, (Edit(wrong.start, wrong.end, right.text),)),) if right.text != wrong.text else ()
        yield reading.at(code, severity, wrong.start, wrong.end, message, fixes=fixes, about=right.text)
        return
    if lost and sorted(mark.text for mark in lost) == sorted(mark.text for mark in added):
        message = Message(
            "the placeholders stand in another order than in the original: {added}", added=", ".join(mark.text for mark in added)
        )
        yield reading.at(code, severity, added[0].start, added[-1].end, message)
        return
    for mark in lost:
        message = Message("{text} of the original is missing in the translation", text=mark.text)
        yield reading.missing(code, severity, mark.start, mark.end, message)
    for mark in added:
        yield reading.at(code, severity, mark.start, mark.end, Message("{text} is not in the original", text=mark.text))


def tags(reading: Reading) -> Iterator[PairFinding]:
    """Tags and inline codes lost, added or closed in the wrong order."""
    yield from _codes(reading)
    source = [mark for mark in reading.source.marks if mark.kind is MarkKind.TAG]
    target = [mark for mark in reading.target.marks if mark.kind is MarkKind.TAG]
    if not source and not target:
        return
    known = {_name(mark) for mark in source if _is_tag(mark, source)} | {_name(mark) for mark in target if _is_tag(mark, target)}
    wanted = [(("", _shape(mark)), mark) for mark in source if _name(mark) in known]
    stands = [(("", _shape(mark)), mark) for mark in target if _name(mark) in known]
    lost, added = _surplus(wanted, stands), _surplus(stands, wanted)
    if lost or added:
        yield from _exchanged(reading, "tag", Severity.ERROR, lost, added)
    elif (wrong := _crossed([mark for _, mark in stands])) is not None and _crossed([mark for _, mark in wanted]) is None:
        message = Message("{tag} closes what was not opened last", tag=wrong.text)
        yield reading.at("tag", Severity.ERROR, wrong.start, wrong.end, message)


def _name(mark: Mark) -> str:
    match = _TAG.match(mark.text)
    return match[2].lower() if match else mark.text


def _shape(mark: Mark) -> str:
    """What two equal tags share: slash and name; their attributes may be translated."""
    match = _TAG.match(mark.text)
    return f"{match[1]}{match[2]}" if match else mark.text


def _is_tag(mark: Mark, beside: Sequence[Mark]) -> bool:
    """Whether it is a tag and not a word in angle brackets: by its name, its attributes, its slash or what closes it beside it."""
    match = _TAG.match(mark.text)
    if match is None:
        return False
    return bool(
        match[2].lower() in _CERTAIN or match[1] or match[3] or "=" in mark.text or any(_shape(other) == f"/{match[2]}" for other in beside)
    )


def _crossed(marks: Sequence[Mark]) -> Mark | None:
    """The first closing tag that does not close the tag opened last; None where all do."""
    open_: list[str] = []
    for mark in marks:
        match = _TAG.match(mark.text)
        if match is None or match[3] or (not match[1] and match[2].lower() in _VOID):
            continue
        if not match[1]:
            open_.append(match[2])
        elif not open_ or open_.pop() != match[2]:
            return mark
    return None


_VOID = frozenset(("br", "hr", "img", "input", "meta", "link", "col", "p", "li"))
"""Elements that HTML lets stand open."""


def _codes(reading: Reading) -> Iterator[PairFinding]:
    """Inline codes of the file, by kind and id."""
    source, target = reading.source.codes, reading.target.codes
    if not source and not target:
        return
    wanted = Counter((code.kind, code.id) for code in source)
    stands = Counter((code.kind, code.id) for code in target)
    for code in source:
        if wanted[code.kind, code.id] > stands[code.kind, code.id]:
            wanted[code.kind, code.id] -= 1
            token = reading.source.text[code.start : code.end]
            message = Message("the code {token} of the original is missing in the translation", token=token)
            yield reading.missing("tag", Severity.ERROR, code.start, code.end, message)
    wanted = Counter((code.kind, code.id) for code in source)
    open_: list[str] = []
    for code in target:
        token = reading.target.text[code.start : code.end]
        if stands[code.kind, code.id] > wanted[code.kind, code.id]:
            stands[code.kind, code.id] -= 1
            message = Message("the code {token} is not in the original", token=token)
            yield reading.at("tag", Severity.ERROR, code.start, code.end, message)
        if code.kind is CodeKind.OPEN:
            open_.append(code.id)
        elif code.kind is CodeKind.CLOSE and (code.id not in open_ or open_.pop() != code.id):
            message = Message("the code {token} closes what was not opened last", token=token)
            yield reading.at("tag", Severity.ERROR, code.start, code.end, message)
            return


def urls(reading: Reading) -> Iterator[PairFinding]:
    """URLs lost or changed; one that only leads to another language's page is no fault."""
    return _addresses(reading, "url", MarkKind.URL)


def mails(reading: Reading) -> Iterator[PairFinding]:
    """E-mail addresses lost or changed."""
    return _addresses(reading, "email", MarkKind.MAIL)


def _addresses(reading: Reading, code: str, kind: MarkKind) -> Iterator[PairFinding]:
    """What is lost; what a translator adds of his own (whom to write to about the translation) is no fault."""
    source = [mark for mark in reading.source.marks if mark.kind is kind]
    if not source:
        return
    target = [mark for mark in reading.target.marks if mark.kind is kind]
    ours, theirs = {_plain(mark, reading) for mark in source}, {_plain(mark, reading) for mark in target}
    lost = [mark for mark in source if _plain(mark, reading) not in theirs]
    added = [mark for mark in target if _plain(mark, reading) not in ours]
    yield from _exchanged(reading, code, Severity.WARNING, lost, added if len(lost) == len(added) == 1 else [])


def _plain(mark: Mark, reading: Reading) -> str:
    """An address without what may differ: scheme, language, the slash at its end."""
    bare = re.sub(r"^https?://|/$", "", mark.text)
    ours, theirs = reading.context.source.language, reading.context.target.language
    return re.sub(rf"(?<![A-Za-z0-9])(?:{re.escape(ours)}|{re.escape(theirs)})(?:[-_][A-Za-z]{{2}})?(?![A-Za-z0-9])", "", bare)
