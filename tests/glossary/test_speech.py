"""The program's own language: who chooses it, what it says, and that the Russian and Kazakh catalogs are complete."""

import ast
import re
import shutil
import subprocess
import sys
from datetime import UTC, date, datetime
from importlib.metadata import version
from pathlib import Path
from string import Formatter

import click
import pytest

from glossary.catalogs import Checked, compiled, scan, summary
from glossary.errors import GlossaryError
from glossary.findings import Finding, Severity
from glossary.speech import Speech, locales, spoken
from glossary.speech_extraction import CLICK, ERRORS, extract, sources, template, words
from passages.errors import DocumentError
from translit.message import Message, either, joined

ROOT = Path(__file__).parents[2]
LANGUAGES = ("ru", "kk")


@pytest.mark.parametrize(
    ("asked", "environment", "language"),
    [
        (None, {}, "en"),
        (None, {"LANG": "ru_RU.UTF-8"}, "ru"),
        (None, {"LANG": "kk_KZ.UTF-8"}, "kk"),
        (None, {"LANG": "C", "LANGUAGE": "ru"}, "en"),
        (None, {"LANG": "C.UTF-8", "LANGUAGE": "ru"}, "ru"),
        (None, {"LANG": "ru_RU.UTF-8", "LC_ALL": "en_US.UTF-8"}, "en"),
        (None, {"LANG": "ru_RU.UTF-8", "LC_MESSAGES": "kk_KZ"}, "kk"),
        (None, {"LANG": "de_DE.UTF-8", "LANGUAGE": "de:kk:ru"}, "kk"),
        (None, {"LANG": "ru_RU.UTF-8", "LANGUAGE": "en"}, "en"),
        (None, {"LANG": "../../etc"}, "en"),
        ("kk", {"LANG": "ru_RU.UTF-8"}, "kk"),
        ("ru-RU", {}, "ru"),
        ("xx", {"LANG": "ru_RU.UTF-8"}, "en"),
    ],
)
def test_who_chooses_the_language(asked, environment, language):
    assert Speech.of(asked, environment).language == language


def test_what_is_spoken():
    assert spoken() == ("en", "kk", "ru")


MESSAGE = "Leave names inside quotations as they are."


def test_a_message():
    assert Speech.of("en").text(MESSAGE) == MESSAGE
    assert Speech.of("ru").text(MESSAGE) == "Не трогать имена внутри цитат."
    assert Speech.of("kk").text(MESSAGE) == "Дәйексөз ішіндегі атауларды сол күйі қалдыру."
    assert Speech.of("ru").text("no such message of {name}", name="x") == "no such message of x"
    assert Speech.of("ru").text("") == ""


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", ["0 catalogs checked", "1 catalog checked", "2 catalogs checked", "21 catalogs checked", "1,005 catalogs checked"]),
        (
            "ru",
            ["Проверено 0 каталогов", "Проверен 1 каталог", "Проверено 2 каталога", "Проверен 21 каталог", "Проверено 1\xa0005 каталогов"],
        ),
        (
            "kk",
            [
                "0 каталог тексерілді",
                "1 каталог тексерілді",
                "2 каталог тексерілді",
                "21 каталог тексерілді",
                "1\xa0005 каталог тексерілді",
            ],
        ),
    ],
)
def test_plurals_and_numbers(language, said):
    speech = Speech.of(language)
    assert [speech.count("{n} catalog checked", "{n} catalogs checked", number) for number in (0, 1, 2, 21, 1005)] == said


def test_days_languages_and_scripts():
    english, russian, kazakh = (Speech.of(name) for name in ("en", "ru", "kk"))
    assert english.day(date(2011, 12, 16)) == "December 16, 2011"
    assert russian.day(date(2011, 12, 16)) == "16 декабря 2011\u202fг."
    assert [one.language_name("kk") for one in (english, russian, kazakh)] == ["Kazakh", "казахский", "қазақ тілі"]
    assert russian.language_name("kk-Latn") == "казахский (латиница)"
    assert english.language_name("pt_BR") == "Brazilian Portuguese"
    assert english.language_name("ru-KZ") == "Russian (Kazakhstan)"
    assert english.language_name("xx-not-a-tag!") == "xx-not-a-tag!"
    assert [one.script_name("Cyrl") for one in (english, russian)] == ["Cyrillic", "кириллица"]
    assert russian.script_name("Qaaa") == "Qaaa"


def test_examples_keep_their_commands():
    said = Speech.of("ru").help("\b\nendonym normalize texts/ --diff   no diacritic\n  endonym undo\nendonym undo")
    assert said == "\b\nendonym normalize texts/ --diff   без диакритики\n  endonym undo\nendonym undo"


def test_a_moment_in_a_message():
    said = Message("{when:%Y-%m-%d %H:%M:%S} UTC", when=datetime(2026, 11, 29, 11, 55, tzinfo=UTC))
    assert said == "2026-11-29 11:55:00 UTC"
    assert [Speech.of(name).say(said) for name in ("en", "ru", "kk")] == [
        "2026-11-29 11:55:00 UTC",
        "29 нояб. 2026\u202fг., 11:55:00 UTC",
        "2026\u202fж. 29 қар., 11:55:00 UTC",
    ]


def test_help_is_spoken_paragraph_by_paragraph():
    said = Speech.of("ru").help(f"Leave names inside\nquotations as they are.\n\n\b\nendonym normalize x\n\n{MESSAGE}")
    assert said == "Не трогать имена внутри цитат.\n\n\b\nendonym normalize x\n\nНе трогать имена внутри цитат."


def test_english_costs_nothing():
    code = "import sys; from glossary.speech import Speech; Speech.of('en').count('{n} a', '{n} b', 2); sys.exit('gettext' in sys.modules or 'babel' in sys.modules)"
    subprocess.run([sys.executable, "-S", "-c", f"sys_path = {str(ROOT)!r}; import sys; sys.path.insert(0, sys_path); {code}"], check=True)


def test_the_summary_of_a_check():
    catalog = scan(b'msgid "a"\nmsgstr "b"\n')
    finding = Finding("missing-name", Severity.WARNING, 0, 0, "", "", "", "", "")
    checked = [Checked(catalog, (finding, finding)), Checked(catalog, ())]
    assert summary(checked, Speech.of("en")) == "2 catalogs checked; 2 names are wrong or missing."
    assert summary(checked, Speech.of("ru")) == "Проверено 2 каталога; неверно или пропущено 2 имени."
    assert summary([Checked(catalog, ())], Speech.of("en")) == "1 catalog checked."


@pytest.mark.parametrize(
    ("said", "russian"),
    [
        (Message("former name of {name} ({years})", name="Aktau", years="1964–1991"), "прежнее название: Aktau (1964–1991)"),
        (Message("{status}; the glossary has no other name for it", status=Message.of("admitted")), "допустимое; другого имени для этого в глоссарии нет"),
        (Message.counted("{n} concept", "{n} concepts", 3), "3 понятия"),
        (either(["a", "b", "c"]), "a или b или c"),
        (joined("; ", [Message("no diacritic"), "k→q"]), "без диакритики; k→q"),
        (GlossaryError("x.csv", 3, Message("unknown key “{key}”", key="kinds"), "remove it"), "x.csv:3: неизвестный ключ «kinds»; уберите его"),
        (DocumentError("x.txt", "it is not text", "leave it out with --exclude"), "x.txt: это не текст; исключите его через --exclude"),
        (DocumentError.from_os("x.txt", OSError(2, "No such file or directory"), "read"), "x.txt: не читается: нет такого файла или папки; проверьте, верно ли написан путь"),
        (ValueError("said by nobody"), "said by nobody"),
        ("remove it", "уберите его"),
        ("a name of the user’s", "a name of the user’s"),
    ],
)  # fmt: skip
def test_what_the_floors_below_say(said, russian):
    assert Speech.of("ru").say(said) == russian
    assert Speech.of("en").say(said) == str(said)


def test_a_value_is_not_translated_unless_it_is_a_message():
    assert Speech.of("ru").say(Message("there is no concept “{id}”", id="remove it")) == "нет понятия «remove it»"


SOURCE = '''
import click
def f(speech, n, what):
    speech.text("One message")
    speech.text(what)
    speech.text("With {value}", value=1)
    speech.text("{n} town", n=1)
    Message("A message {at}", at=3)
    Message("Either" if what else "or", at=3)
    Message("{where}: {what}", where=1, what=2)
    Plural("{n} sea", "{n} seas")
    problem = "no good" if what else Message("bad {x}", x=1)
    raise GlossaryError(where, None, problem, "mend it" if what else "or leave it")
    place.fault("it is broken", "mend {key}", 3)
    speech.count("{n} town", "{n} towns", n)
    other.text("two", "strings")

@cli.command()
@click.option("--x", help="Help of x.")
@click.option("--y", help=what)
def command():
    """Do this
    or that.

    \\b
    endonym command x         what it does
    endonym command "a b" y

    And more.
    """

def plain():
    """No message."""
'''


def test_what_is_extracted():
    found = [said for _, _, said in sorted(extract(SOURCE), key=lambda one: one[0])]
    assert set(found) == {
        *(
            "One message",
            "With {value}",
            "{n} town",
            ("{n} town", "{n} towns"),
            ("{n} sea", "{n} seas"),
            "A message {at}",
            "Either",
            "or",
            "no good",
        ),
        *("bad {x}", "mend it", "or leave it", "it is broken", "mend {key}", "what it does", "Help of x.", "Do this or that.", "And more."),
    }
    text = template({Path("b.py"): SOURCE, Path("a.py"): SOURCE}, "2026-01-01 00:00+0000").decode()
    assert '#: a.py b.py\nmsgid "One message"\nmsgstr ""\n' in text
    assert '#: a.py b.py\n#, python-brace-format\nmsgid "{n} town"\nmsgid_plural "{n} towns"\nmsgstr[0] ""\nmsgstr[1] ""\n' in text
    assert text.count('msgid "{n} town"') == 1


def test_another_library_says_nothing():
    """A short name for `speech.text` is found, SQLAlchemy's `text` is not."""
    assert [said for _, _, said in extract("text = speech.text\ntext('One message')")] == ["One message"]
    assert not list(extract("from sqlalchemy import text\ntext('SELECT 1')"))


def the_template():
    return scan((locales() / "endonym.pot").read_bytes())


def test_every_message_of_the_sources_is_in_the_template():
    known = the_template()
    ids = {known.key(one)[1] for one in known.messages}
    texts = sources(ROOT)
    assert {Path("endonym.py"), Path("glossary/speech.py"), Path("translit/message.py"), Path("passages/errors.py")} <= set(texts)
    forgotten = {said if isinstance(said, str) else said[0] for source in texts.values() for _, _, said in extract(source)} - ids
    assert not forgotten, "renew the catalogs: ./dev catalogs"
    assert {one if isinstance(one, str) else one[0] for one in (*CLICK, *words())} <= ids


def untranslatable(source):
    """Texts for the user that are glued together before anybody could translate them, as (line, source text)."""
    texts = {
        "Message": (0,),
        "text": (0,),
        "count": (0, 1),
        "counted": (0, 1),
        "fault": (0, 1, 2),
        "_fault": (1, 2, 3, 4),
        "remark": (1,),
        **ERRORS,
    }
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Call):
            continue
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        if name == "text" and isinstance(node.func, ast.Name):
            continue  # somebody's own function
        for at in texts.get(name, ()):
            if at < len(node.args) and isinstance(node.args[at], ast.JoinedStr):
                yield node.lineno, ast.unparse(node.args[at])


def test_no_message_is_glued_together():
    assert list(untranslatable('raise GlossaryError(a, 1, f"no {x}", "mend it")')) == [(1, "f'no {x}'")]
    found = {f"{path}:{line}: {text}" for path, source in sources(ROOT).items() for line, text in untranslatable(source)}
    assert not found


@pytest.mark.parametrize("said", CLICK)
def test_click_still_says_what_is_translated_for_it(said):
    if not version("click").startswith("8.5"):
        pytest.skip("another Click")
    calls = [
        node
        for file in Path(click.__file__).parent.glob("*.py")
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("_", "ngettext")
    ]
    known = {tuple(one.value for one in node.args if isinstance(one, ast.Constant)) for node in calls}
    assert said == "required" or ((said,) if isinstance(said, str) else said) in known  # Click keeps “required” in a variable


def fields(template):
    """The names of the placeholders."""
    return {name for _, name, _, _ in Formatter().parse(template) if name is not None}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_is_complete(language):
    wanted = the_template()
    file = locales() / language / "LC_MESSAGES" / "endonym.po"
    catalog = scan(file.read_bytes(), str(file))
    assert file.with_suffix(".mo").read_bytes() == compiled(catalog), "compile it again: endonym catalog compile"
    living = {catalog.key(one): one for one in catalog.messages if not one.obsolete}
    assert set(living) == {wanted.key(one) for one in wanted.messages}
    for (_, id), one in living.items():
        strings = [catalog.value(string) for string in one.strings]
        assert all(strings), id
        assert not catalog.is_fuzzy(one), id
        for token in _KEPT.findall(id):
            assert all(token in said for said in strings if id), (id, token)
        if one.plural is None and one.id is not None and catalog.comments(one).find("brace-format") >= 0:
            assert all(fields(said) == fields(id) for said in strings), id
        elif one.plural is not None:
            many = catalog.value(one.plural)
            assert all(fields(said) <= fields(id) | fields(many) for said in strings), id
            assert all(fields(said) >= (fields(id) & fields(many)) - {"n"} for said in strings), id
        for end in (lambda text: text.removesuffix("\n") != text, lambda text: text[-1:] == " ", lambda text: text[:1] == " "):
            assert all(end(said) == end(id) for said in strings if id), id
    forms = int(catalog.head["Plural-Forms"].partition("nplurals=")[2][0])
    assert all(len(one.strings) == forms for one in living.values() if one.plural is not None)


_KEPT = re.compile(r"(?<![\w-])--[a-z][\w-]+|`endonym[^`]*`|\b[A-Z]{4,}\b(?!-)")
"""What stays as it is in every language: options, commands, metavariables, formats."""


@pytest.mark.parametrize("language", LANGUAGES)
def test_msgfmt_finds_nothing(language, tmp_path):
    if shutil.which("msgfmt") is None:
        pytest.skip("no msgfmt here")
    file = locales() / language / "LC_MESSAGES" / "endonym.po"
    done = subprocess.run(["msgfmt", "-c", "-o", str(tmp_path / "x.mo"), str(file)], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
