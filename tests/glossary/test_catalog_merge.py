"""A catalog brought to a new template: what is kept, what is guessed, what is laid aside."""

import shutil
import subprocess

import polib
import pytest

from glossary.catalogs import merge, scan
from glossary.errors import GlossaryError
from glossary.glossary import Glossary
from glossary.model import Concept, Status, Term

NAMES = Glossary.of((
    Concept("zhanaozen", "place", (Term("Zhanaozen", "en", "Latn", Status.PREFERRED), Term("Zhanoezen", "en", "Latn", Status.DEPRECATED))),
    Concept("aktau", "place", (Term("Aktau", "en", "Latn", Status.PREFERRED),)),
)).lexicon("en")  # fmt: skip

HEAD = '# mine\nmsgid ""\nmsgstr ""\n"POT-Creation-Date: {}\\n"\n"Language: ru\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n"Plural-Forms: nplurals=3; plural=0;\\n"\n\n'


def merged(old, template, names=NAMES):
    return merge(scan((HEAD.format("2020") + old).encode(), "ru.po"), scan((HEAD.format("2026") + template).encode(), "x.pot"), names)


def body(result):
    return result.data.decode().partition("\n\n")[2]


def counts(result):
    return result.kept, result.respelled, result.fuzzy, result.new, result.obsolete


KEPT = [
    (
        "translation, remark and wrapping stay; references and flags are the template's",
        '# a remark\n#. old\n#: a.c:1\n#, python-format\nmsgid ""\n"Hello, "\n"%s"\nmsgstr ""\n"Привет, "\n"%s"\n',
        '#. new\n#: b.c:2\n#, c-format\nmsgid "Hello, %s"\nmsgstr ""\n',
        '# a remark\n#. new\n#: b.c:2\n#, c-format\nmsgid ""\n"Hello, "\n"%s"\nmsgstr ""\n"Привет, "\n"%s"\n',
        (1, 0, 0, 0, 0),
    ),
    (
        "a fuzzy one stays fuzzy",
        '#, fuzzy\n#| msgid "Hallo"\nmsgid "Hello"\nmsgstr "Привет"\n',
        'msgid "Hello"\nmsgstr ""\n',
        '#, fuzzy\n#| msgid "Hallo"\nmsgid "Hello"\nmsgstr "Привет"\n',
        (1, 0, 0, 0, 0),
    ),
    (
        "what the template has no more is laid aside",
        '#: a.c:1\nmsgid "Farewell"\nmsgstr ""\n"Про"\n"щай"\n\nmsgid "untranslated"\nmsgstr ""\n',
        'msgid "1234"\nmsgstr ""\n',
        'msgid "1234"\nmsgstr ""\n\n#~ msgid "Farewell"\n#~ msgstr ""\n#~ "Про"\n#~ "щай"\n',
        (0, 0, 0, 1, 1),
    ),
    (
        "and comes back",
        '#~ msgid "Farewell"\n#~ msgstr ""\n#~ "Про"\n#~ "щай"\n',
        '#: a.c:1\nmsgid "Farewell"\nmsgstr ""\n',
        '#: a.c:1\nmsgid "Farewell"\nmsgstr ""\n"Про"\n"щай"\n',
        (1, 0, 0, 0, 0),
    ),
    (
        "one that is like it is a guess",
        'msgid "Open the file now"\nmsgstr "Открыть файл"\n',
        'msgid "Open the files now"\nmsgstr ""\n',
        '#, fuzzy\n#| msgid "Open the file now"\nmsgid "Open the files now"\nmsgstr "Открыть файл"\n\n#~ msgid "Open the file now"\n#~ msgstr "Открыть файл"\n',
        (0, 0, 1, 0, 1),
    ),
    (
        "a name put right is no new message",
        '# seen\nmsgid "The strike of Zhanoezen"\nmsgstr "Забастовка"\n',
        'msgid "The strike of Zhanaozen"\nmsgstr ""\n',
        '# seen\nmsgid "The strike of Zhanaozen"\nmsgstr "Забастовка"\n',
        (0, 1, 0, 0, 0),
    ),
    (
        "the same name weighs more than the same letters",
        'msgid "Map of Aktau"\nmsgstr "Карта Актау"\n\nmsgid "Map of the town of Zhanoezen"\nmsgstr "Карта города Жанаозена"\n',
        'msgid "Map of town Zhanaozen"\nmsgstr ""\n',
        ('#, fuzzy\n#| msgid "Map of the town of Zhanoezen"\nmsgid "Map of town Zhanaozen"\nmsgstr "Карта города Жанаозена"\n\n'
        '#~ msgid "Map of Aktau"\n#~ msgstr "Карта Актау"\n\n#~ msgid "Map of the town of Zhanoezen"\n#~ msgstr "Карта города Жанаозена"\n'),
        (0, 0, 1, 0, 2),
    ),
    (
        "a context is another message",
        'msgctxt "menu"\nmsgid "Open"\nmsgstr "Открыть"\n',
        'msgctxt "state"\nmsgid "Open"\nmsgstr ""\n',
        '#, fuzzy\n#| msgctxt "menu"\n#| msgid "Open"\nmsgctxt "state"\nmsgid "Open"\nmsgstr "Открыть"\n\n#~ msgctxt "menu"\n#~ msgid "Open"\n#~ msgstr "Открыть"\n',
        (0, 0, 1, 0, 1),
    ),
    (
        "a new plural has as many strings as the language",
        'msgid "x"\nmsgstr "ы"\n',
        'msgid "%d town"\nmsgid_plural "%d towns"\nmsgstr[0] ""\nmsgstr[1] ""\n\nmsgid "x"\nmsgid_plural "xs"\nmsgstr[0] ""\nmsgstr[1] ""\n',
        ('msgid "%d town"\nmsgid_plural "%d towns"\nmsgstr[0] ""\nmsgstr[1] ""\nmsgstr[2] ""\n\n'
        '#, fuzzy\n#| msgid "x"\nmsgid "x"\nmsgid_plural "xs"\nmsgstr[0] "ы"\nmsgstr[1] "ы"\nmsgstr[2] "ы"\n'),
        (1, 0, 0, 1, 0),
    ),
]  # fmt: skip


@pytest.mark.parametrize(("old", "template", "after", "numbers"), [row[1:] for row in KEPT], ids=[row[0] for row in KEPT])
def test_a_merge(old, template, after, numbers):
    result = merged(old, template)
    assert body(result) == after
    assert counts(result) == numbers
    assert result.data.decode().startswith(HEAD.format("2026").rstrip("\n"))
    # Merged again with the same template, nothing changes.
    again = merge(scan(result.data, "ru.po"), scan((HEAD.format("2026") + template).encode()), NAMES)
    assert again.data == result.data


@pytest.mark.skipif(shutil.which("msgmerge") is None, reason="needs GNU gettext")
@pytest.mark.parametrize(("old", "template"), [row[1:3] for row in KEPT[:4]], ids=[row[0] for row in KEPT[:4]])
def test_msgmerge_says_the_same(old, template, tmp_path):
    (tmp_path / "ru.po").write_text(HEAD.format("2020") + old, "utf-8")
    (tmp_path / "x.pot").write_text(HEAD.format("2026") + template, "utf-8")
    subprocess.run(["msgmerge", "-q", "-N", "-o", tmp_path / "out.po", tmp_path / "ru.po", tmp_path / "x.pot"], check=True)
    (tmp_path / "mine.po").write_bytes(merged(old, template).data)
    assert said(tmp_path / "mine.po") == said(tmp_path / "out.po")


def said(file):
    return [
        (one.msgctxt, one.msgid, one.msgstr, one.msgstr_plural, sorted(one.flags), one.tcomment, one.comment, one.occurrences, one.obsolete)
        for one in polib.pofile(str(file))
    ]


def test_line_ends_and_charset_stay():
    old = HEAD.format("2020").replace("UTF-8", "KOI8-R") + 'msgid "Hello"\nmsgstr "Привет"\n'
    template = scan((HEAD.format("2026") + '#. é\nmsgid "Hello"\nmsgstr ""\n').encode())
    plain = scan((HEAD.format("2026") + '#. e\nmsgid "Hello"\nmsgstr ""\n').encode())
    data = old.replace("\n", "\r\n").encode("koi8-r")
    assert merge(scan(data), plain).data == data.replace(b"2020", b"2026").replace(b'msgid "Hello"', b'#. e\r\nmsgid "Hello"')
    with pytest.raises(GlossaryError, match="cannot hold 'é'"):
        merge(scan(data), template)


def test_a_message_twice_is_refused():
    with pytest.raises(GlossaryError, match="there already"):
        merged('msgid "a"\nmsgstr "b"\n\nmsgid "a"\nmsgstr "c"\n', 'msgid "a"\nmsgstr ""\n')
